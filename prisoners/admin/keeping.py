"""How the desk writes: every row through the service of its noun, and refusals as errors of the form."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from prisoners.admin.choosing import NOT_ONE_ROW, ChosenOrTyped
from prisoners.country_codes import is_country
from prisoners.models.base import Publishable
from prisoners.refusals import Refusal, Sentence
from prisoners.services.of_rows import service_of
from prisoners.services.prisoners import BAD_COUNTRY
from prisoners.times import zone_or_refuse

ITSELF = _("This is the row itself: choose another one.")


def is_public_now(row: Model) -> bool:
    """Whether readers see a row, or something that it belongs to, so that a change of it is seen at once."""
    if isinstance(row, Publishable):
        return row.is_published
    paths = (*getattr(row, "published_through", ()), *getattr(row, "published_where_set", ()))
    parents = (getattr(row, path, None) for path in paths)
    return any(isinstance(parent, Publishable) and parent.is_published for parent in parents)


class KeptForm(forms.ModelForm):
    """A form whose row goes through a service; what the service refuses is said as an error of the form."""

    #: What the service refused while saving, when only the rows together were at fault.
    refused_with: ClassVar[list[Sentence]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(getattr(field.widget, "widget", field.widget), ChosenOrTyped):
                field.error_messages["invalid_choice"] = NOT_ONE_ROW

    def reasons_against(self) -> list[Sentence]:
        """What the service says against the row as it was entered."""
        return service_of(self.instance).reasons_against(self.instance)

    def clean_country(self) -> str:
        """The code of a country, or nothing where the field may stay empty."""
        country = str(self.cleaned_data["country"] or "").upper()
        if country and not is_country(country):
            raise ValidationError(BAD_COUNTRY)
        return country

    def clean_time_zone(self) -> str:
        """A zone that this machine knows."""
        try:
            zone_or_refuse(self.cleaned_data["time_zone"])
        except Refusal as refused:
            raise ValidationError([str(reason) for reason in refused.reasons]) from refused
        return str(self.cleaned_data["time_zone"])

    def _post_clean(self) -> None:
        """The sentences of the service stand in the place of those about database constraints."""
        super()._post_clean()  # type: ignore[misc]
        self._refuse_itself()
        if set(self.errors) - {NON_FIELD_ERRORS}:
            return
        if reasons := [*self.refused_with, *self.reasons_against()]:
            self.errors.pop(NON_FIELD_ERRORS, None)
            self.add_error(None, [str(reason) for reason in reasons])

    def _refuse_itself(self) -> None:
        """No row comes after, replaces or lies in itself; the form has no box for the row's own number to compare."""
        own_number = self.instance._meta.pk.name
        for name in set(self.fields) - {own_number}:
            if self.instance.pk is not None and self.cleaned_data.get(name) == self.instance:
                self.add_error(name, ITSELF)


class KeptFormSet(BaseInlineFormSet):
    """The rows of an inline. The empty form, from which a script makes more, is made once a page and not each time."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """A tick that takes a row away says so where it stands in a table without a label."""
        super().add_fields(form, index)
        if (tick := form.fields.get("DELETE")) is not None:
            tick.widget.attrs["aria-label"] = tick.label

    @cached_property
    def empty_form(self) -> Any:
        """The form of one more row."""
        return super().empty_form
