"""What the fields of a row say, as people say it: words of closed lists, days, names of rows, one line a language."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from django.conf.locale import LANG_INFO
from django.db.models import Field, Model
from django.utils.formats import date_format
from django.utils.translation import gettext
from modeltrans.translator import get_i18n_field

from prisoners.dates import PartialDate, say_date
from prisoners.fields import PartialDateField
from prisoners.models import Staff

#: Names of rows by their model and key.
Names = Mapping[tuple[type[Model], Any], str]


class Part(NamedTuple):
    """One thing that a row says: a field, or a field in one other language."""

    field: Any
    language: str = ""

    @property
    def label(self) -> str:
        """What it is called, with the language in its own words."""
        name = str(self.field.verbose_name)
        in_itself = LANG_INFO.get(self.language, {}).get("name_local", self.language)
        return f"{name} ({in_itself})" if self.language else name


def values_of(model: type[Model], entry: Any, silent: frozenset[str] = frozenset()) -> dict[Part, Any]:
    """What a row, or an entry of its history, holds in each field but `silent`, in the order of the fields.

    The bounds of partial dates are left out: they say nothing of their own.
    """
    found: dict[Part, Any] = {}
    unsaid = silent | _bounds_of(model)
    for field in model._meta.concrete_fields:
        if field.name in unsaid:
            continue
        if field is get_i18n_field(model):
            found |= _in_other_languages(field, getattr(entry, field.attname, None) or {})
        else:
            found[Part(field)] = getattr(entry, field.attname, None)
    return found


def names_for(values: Iterable[Mapping[Part, Any]]) -> dict[tuple[type[Model], Any], str]:
    """What the rows are called that these values point to; one query for each kind of row."""
    keys: dict[type[Model], set[Any]] = {}
    for one in values:
        for part, value in one.items():
            if (related := part.field.related_model) is not None and value is not None:
                keys.setdefault(related, set()).add(value)
    return {(kind, row.pk): _name(row) for kind, some in keys.items() for row in _rows(kind, some)}


def in_words(part: Part, value: Any, names: Names) -> str:
    """A value of `values_of` in words; nothing for an empty one. `names` are those of `names_for`."""
    field = part.field
    if value is None or value == "":
        return ""
    if field.related_model is not None:
        return names.get((field.related_model, value), str(value))
    return _plain(field, value)


def _plain(field: Field, value: Any) -> str:
    if isinstance(value, list | tuple):
        inner = getattr(field, "base_field", field)
        return ", ".join(_plain(inner, one) for one in value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, PartialDate):
        return say_date(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return date_format(value) if isinstance(value, date) else str(value)


def _in_other_languages(field: Any, words: Mapping[str, Any]) -> dict[Part, Any]:
    """Kept as `title_ru`: words of another field in a language; one that the site has left is named by its key."""
    known = {one.name: Part(one.original_field, one.language) for one in field.get_translated_fields()}
    return {known.get(name, Part(field, name)): text for name, text in sorted(words.items())}


def _rows(kind: type[Model], keys: set[Any]) -> Iterable[Model]:
    return kind._base_manager.in_bulk(keys).values()


def _name(row: Model) -> str:
    return row.handle if isinstance(row, Staff) else str(row)


def _bounds_of(model: type[Model]) -> frozenset[str]:
    """The columns beside partial dates that hold their first and last possible day, and so say nothing of their own."""
    bounds = (one.bounds for one in model._meta.concrete_fields if isinstance(one, PartialDateField))
    return frozenset(name for pair in bounds for name in pair or ())
