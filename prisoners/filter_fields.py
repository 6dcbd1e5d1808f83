"""The kinds of filter that Django has not: each refuses what it does not understand, with a sentence that helps."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import BaseValidator, MaxValueValidator, MinValueValidator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field

from prisoners.countries import codes_of_countries
from prisoners.country_codes import is_country
from prisoners.dates import FIRST_DAY, LAST_DAY, BadDate, PartialDate, days_around, parse
from prisoners.said import is_word
from prisoners.words import country_name

#: No number that PostgreSQL would refuse as a key.
LARGEST_KEY = 2**63 - 1
ALL = _("All")
NO_DAY = _("This is not a day such as 2019-12-16.")
COMING = (("true", _("still to come")), ("false", _("over or called off")))


def overlaps(name: str, when: PartialDate) -> Q:
    """That the partial date `{name}_on` may lie in `when`; open ends reach as far as one likes."""
    early, late = f"{name}_earliest", f"{name}_latest"
    condition = Q(**{f"{early}__isnull": False}) | Q(**{f"{late}__isnull": False})
    if when.latest is not None:
        condition &= Q(**{f"{early}__lte": when.latest}) | Q(**{f"{early}__isnull": True})
    if when.earliest is not None:
        condition &= Q(**{f"{late}__gte": when.earliest}) | Q(**{f"{late}__isnull": True})
    return condition


def countries() -> list[tuple[str, str]]:
    """The countries of the public record, by name."""
    named = ((code, country_name(code)) for code in codes_of_countries())
    return sorted(named, key=lambda entry: entry[1])


def _quoted(reason: object) -> ValidationError:
    """A sentence that quotes what was asked, in which a per cent sign is no place for a parameter."""
    return ValidationError("%(reason)s", params={"reason": str(reason)})


class CountryField(filters.fields.ChoiceField):
    """Offers the countries of the record and takes any that there is: nobody may be found there."""

    default_error_messages = {
        "invalid_choice": _("“%(value)s” is no country: two letters such as KZ are asked (ISO 3166-1).")
    }

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).upper()

    def valid_value(self, value: Any) -> bool:
        return is_country(value)


class DayField(forms.DateField):
    """A day; of one that its month does not have it names those on either side besides."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError as error:
            around = days_around(str(value))
            raise ValidationError([error, *([_quoted(around)] if around else [])]) from error


class WhenField(forms.CharField):
    """A partial date or a range of them (EDTF), such as 2019-04 or 2011/2013."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return self._dated(parse(text))
        except BadDate as error:
            raise ValidationError([_quoted(reason) for reason in error.reasons]) from error

    def _dated(self, when: PartialDate) -> PartialDate:
        if when.earliest is None and when.latest is None:
            raise ValidationError(_("A year is needed, such as 2019 or 2019-04."))
        return when


class Offered(filters.fields.ModelChoiceIterator):
    """The rows that a field offers; those that it has counted before are not looked up."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.offered is None:
            yield from super().__iter__()
            return
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from self.field.offered()


class RowField(filters.fields.ModelChoiceField):
    """One row that the public record names, by its name in the active language.

    `offered` gives the values and names that it lists, where these are known without looking the rows up.
    """

    iterator = Offered

    default_error_messages = {"invalid_choice": _("The public record has no such entry.")}

    def __init__(
        self,
        *args: Any,
        title: str = "name_i18n",
        offered: Callable[[], Iterable[tuple[Any, str]]] | None = None,
        **kwargs: Any,
    ) -> None:
        self.title, self.offered = title, offered
        super().__init__(*args, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(getattr(obj, self.title))

    def to_python(self, value: Any) -> Any:
        text = str(value or "")
        if self.to_field_name is None and text.isdecimal() and int(text[:30]) > LARGEST_KEY:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().to_python(value)


@extend_schema_field(OpenApiTypes.STR)
class CountryFilter(filters.ChoiceFilter):
    """By the code of a country."""

    field_class = CountryField

    def __init__(self, *args: Any, offered: Callable[[], list[tuple[str, str]]] = countries, **kwargs: Any) -> None:
        super().__init__(*args, choices=offered, **kwargs)


YES, NO = ("true", "True", "1"), ("false", "False", "0")


@extend_schema_field(OpenApiTypes.BOOL)
class UpcomingFilter(filters.ChoiceFilter):
    """Those that are still to come, or all the others; the filter's method takes "true" or "false"."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, choices=COMING, label=_("When"), empty_label=ALL, **kwargs)


@extend_schema_field(OpenApiTypes.BOOL)
class YesOrNoFilter(filters.ChoiceFilter):
    """By yes or no, as scripts write it; the method asks which; anything else is refused."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, choices=[(one, one) for one in (*YES, *NO)], **kwargs)


@extend_schema_field(OpenApiTypes.DATE)
class DayFilter(filters.DateFilter):
    """By one day."""

    field_class = DayField


@extend_schema_field(OpenApiTypes.STR)
class WordsFilter(filters.CharFilter):
    """By words."""


def has_a_word(asked: str) -> None:
    """Raises ValidationError for words of which none is long enough to look for."""
    if not is_word(asked):
        raise ValidationError(_("At least one word of three letters or digits is needed."))


def of_the_record(sentence: Any = NO_DAY) -> list[BaseValidator]:
    """Refuse a day outside the years that can be written and said here, with that sentence."""
    return [MinValueValidator(FIRST_DAY, sentence), MaxValueValidator(LAST_DAY, sentence)]


def day_filter(method: str, label: Any, help_text: Any) -> filters.DateFilter:
    """A filter by one day, such as 2019-12-16."""
    return DayFilter(
        method=method,
        label=label,
        help_text=help_text,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=of_the_record(),
        error_messages={"invalid": NO_DAY},
    )


@extend_schema_field(OpenApiTypes.STR)
class WhenFilter(filters.CharFilter):
    """By a partial date, which the filter's method takes parsed."""

    field_class = WhenField


@extend_schema_field(OpenApiTypes.STR)
class RowFilter(filters.ModelChoiceFilter):
    """By one row of places, organisations or campaigns."""

    field_class = RowField


@extend_schema_field({"type": "string", "enum": ["true", "false"]})
class TypedFilter(filters.ChoiceFilter):
    """By a yes or a no; what is not known is neither."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs, value == "true") if value else qs


class WholeFilter(filters.Filter):
    """By a whole number from `min_value` to `max_value`."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, min_value: int, max_value: int, **kwargs: Any) -> None:
        super().__init__(*args, min_value=min_value, max_value=max_value, **kwargs)
        extend_schema_field({"type": "integer", "minimum": min_value, "maximum": max_value})(self)


#: What finds an official, said at length.
ANY_OFFICIAL = _(
    "All words of the name, or any known spelling or the address of an official; a prosecutor’s or an "
    "investigator’s too."
)


def official_filter(method: str, help_text: Any = ANY_OFFICIAL) -> WordsFilter:
    """A filter by a judge or another official: the words of a name, any spelling, or the address."""
    return WordsFilter(
        method=method,
        max_length=250,
        label=_("Judge or other official"),
        help_text=help_text,
        strip=True,
    )
