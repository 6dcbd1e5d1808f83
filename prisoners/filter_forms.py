"""The forms of filters: made once for each filter, and drawn once as long as nothing is chosen in a field."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any, NamedTuple

import django_filters as filters
from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import get_language

#: The field by which a list is put in order.
ORDER = "sort"
#: The field in which one looks for somebody by name.
SEARCH = "q"
#: Values with their labels.
Listed = tuple[tuple[str, str], ...]


class RecordFilter(filters.FilterSet):
    """A filter whose form is the same for everybody but for what is asked; its lists are looked up each time."""

    def get_form_class(self) -> type[forms.Form]:
        kind: Any = type(self)
        return _form_of(kind, tuple(kind.base_filters))


class Drawn(NamedTuple):
    """A field of a form as a page takes it."""

    as_field_group: SafeString


@lru_cache
def _form_of(kind: type[filters.FilterSet], names: tuple[str, ...]) -> type[forms.Form]:
    """The form of a filter with fields of these names (a floor above may add some at the start)."""
    fields = {name: one.field for name, one in kind(queryset=kind._meta.model._base_manager.none()).filters.items()}
    return type(f"{kind.__name__}Form", (kind._meta.form,), {name: fields[name] for name in names})


def fields_of(asked: filters.FilterSet, main: Collection[str]) -> dict[str, Any]:
    """The fields of the form as a page lays them out: what is looked for, the main ones, the others, and what is open.

    An order alone leaves nobody out: whoever comes to a list in one wants to see the list, which says its order.
    """
    others = [name for name in asked.filters if name not in main]
    chosen = {name for name in asked.filters if asked.data.get(name)} - {ORDER, SEARCH}
    return {
        "search": [_field(asked, name) for name in asked.filters if name == SEARCH],
        "main": [_field(asked, name) for name in asked.filters if name in main and name != SEARCH],
        "more": [_field(asked, name) for name in others],
        "is_open": bool(chosen),
        "is_more_open": not chosen.isdisjoint(others),
    }


def order_of(asked: filters.FilterSet) -> str:
    """In which order a list is, where one was chosen and is understood, as a line: «Order: by name»; else empty."""
    field = asked.form.fields[ORDER]
    label = dict(field.choices).get(asked.data.get(ORDER) or None)
    return f"{field.label}: {label}" if label else ""


#: Of each field in each language, with what it listed, as it was drawn last.
_drawn: dict[tuple[Any, ...], tuple[Listed, Drawn]] = {}


def _field(asked: filters.FilterSet, name: str) -> Any:
    """The field to be drawn, or as it was drawn before with the same list and nothing chosen."""
    offered = _offered(asked.filters[name])
    if asked.data.get(name) or name in asked.form.errors or offered is None:
        return asked.form[name]
    key = (type(asked), name, get_language())
    listed, drawn = _drawn.get(key, (None, None))
    if drawn is None or listed != offered:
        drawn = Drawn(_listing(asked.form[name], offered).as_field_group())
        _drawn[key] = offered, drawn
    return drawn


def _listing(bound: forms.BoundField, offered: Listed) -> forms.BoundField:
    """The field with just what was looked up: asked again it might list more than it is kept under."""
    if getattr(bound.field, "offered", None):
        bound.field.offered = lambda: offered  # type: ignore[attr-defined]
    elif offered:
        bound.field.choices = offered  # type: ignore[attr-defined]
    return bound


def _offered(one: filters.Filter) -> Listed | None:
    """What a filter lists by now, empty where that never changes; None where only its rows tell."""
    listed = one.extra.get("offered") or one.extra.get("choices")
    if callable(listed):
        return tuple((str(value), str(label)) for value, label in listed())
    return None if listed is None and "queryset" in one.extra else ()
