"""What an import wrote, in words: each row by what it is and what it says of itself, each change field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.admin import AdminSite
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prisoners.models import BatchEntry, Citation
from prisoners.services.import_values import words_for

GONE = _("not there any more")


@dataclass(frozen=True)
class Line:
    """One row of an import for the page: its kind, its words, the address of its page, its changes."""

    kind: Any
    words: Any
    address: str
    entry: BatchEntry
    #: Name of the field, value before, value after.
    changes: list[tuple[Any, Any, Any]]


def lines_of(entries: Iterable[BatchEntry], request: HttpRequest, site: AdminSite) -> list[Line]:
    """A line for each entry; one query for each kind of row, however many there are."""
    shown = list(entries)
    related = [pair for one in shown for values in (one.before, one.after) for pair in _relations(one, values)]
    known = _rows([*((apps.get_model(one.model), one.row_key) for one in shown), *related])
    pages = {label: _has_page(apps.get_model(label), request, site) for label in {one.model for one in shown}}
    return [_line(one, known, has_page=pages[one.model]) for one in shown]


def _line(entry: BatchEntry, known: dict[tuple[type[Model], str], Model], *, has_page: bool) -> Line:
    model = apps.get_model(entry.model)
    row = known.get((model, entry.row_key))
    address = reverse(f"admin:{entry.model.replace('.', '_')}_change", args=[row.pk]) if row and has_page else ""
    old, new = entry.before or {}, entry.after or {}
    changes = [(*_said(model, name, old.get(name, ""), known), _said(model, name, new[name], known)[1]) for name in new]
    return Line(model._meta.verbose_name, words_for(row) if row else GONE, address, entry, changes)


def _said(model: type[Model], name: str, text: str, known: dict[tuple[type[Model], str], Model]) -> tuple[Any, Any]:
    """A field and its value as people call them; `text` is what `import_values.text_of` wrote down."""
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name, text
    if isinstance(field, ForeignKey):
        row = known.get((field.related_model, text))
        return field.verbose_name, (words_for(row) if row else GONE) if text else ""
    return field.verbose_name, dict(field.flatchoices).get(text, text.replace("\x1f", ", "))


def _relations(entry: BatchEntry, values: dict[str, str] | None) -> Iterator[tuple[type[Model], str]]:
    fields = {one.name: one for one in apps.get_model(entry.model)._meta.concrete_fields}
    for name, text in (values or {}).items():
        if text and isinstance(fields.get(name), ForeignKey):
            yield fields[name].related_model, text


def _rows(pairs: Iterable[tuple[type[Model], str]]) -> dict[tuple[type[Model], str], Model]:
    keys: dict[type[Model], set[str]] = defaultdict(set)
    for model, key in pairs:
        keys[model].add(key)
    found: dict[tuple[type[Model], str], Model] = {}
    for model, some in keys.items():
        rows = model._base_manager.filter(pk__in=some)
        for row in rows.select_related("source") if model is Citation else rows:
            found[model, str(row.pk)] = row
    return found


def _has_page(model: type[Model], request: HttpRequest, site: AdminSite) -> bool:
    return site.is_registered(model) and site.get_model_admin(model).has_view_permission(request)
