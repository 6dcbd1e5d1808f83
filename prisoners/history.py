"""What the database kept of a fact: who changed what, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.dates import PartialDate, say_date
from prisoners.models import Staff
from prisoners.publication import STATE_FIELDS
from prisoners.services.refusals import refuse_if

GONE = _("What it pointed to then is not there any more: {what}.")

#: Written with every change, so that they tell nothing.
SILENT = frozenset({"updated_at", "created_at", "id"})


@dataclass(frozen=True)
class Difference:
    """One field before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """One writing of a row: when (UTC), by whom (a handle, or nothing for the command line), and what it changed."""

    at: datetime
    by: str
    label: str
    differences: list[Difference]
    #: The number of the entry, where the row can be made as it was then.
    number: int = 0


def changes_of(row: Any) -> list[Change]:
    """Every writing of a row that has a history, newest first; three queries, and two for each plain link it has."""
    entries = list(row.history.select_related("pgh_context").order_by("pgh_id"))
    handles = _handles({_writer(entry) for entry in entries} | _members_in(row, entries))
    before = [None, *entries]
    changes = [
        Change(
            entry.pgh_created_at,
            handles.get(_writer(entry), ""),
            entry.pgh_label,
            _differences(row, old, entry, handles),
            entry.pgh_id,
        )
        for old, entry in zip(before, entries, strict=False)
    ]
    return sorted([*changes[::-1], *_changes_of_links(row)], key=lambda one: one.at, reverse=True)


def as_it_was(row: Any, number: int) -> Any:
    """The row with what it said at that entry, not yet written; its publication stays as it is.

    Raises LookupError where the row has no such entry, and RecordRefused where it pointed to what is gone by now.
    """
    entry = row.history.filter(pgh_id=number).first()
    if entry is None:
        raise LookupError(number)
    kept = {one.attname for one in entry._meta.concrete_fields}
    fields = [
        one for one in row._meta.concrete_fields if one.attname in kept and one.name not in {*SILENT, *STATE_FIELDS}
    ]
    refuse_if(
        [format_lazy(GONE, what=one.verbose_name) for one in fields if _is_gone(one, getattr(entry, one.attname))]
    )
    for one in fields:
        setattr(row, one.attname, getattr(entry, one.attname))
    return row


def _is_gone(field: Any, value: Any) -> bool:
    related = field.related_model
    return bool(related and value is not None and not related._base_manager.filter(pk=value).exists())


def _changes_of_links(row: Any) -> Iterator[Change]:
    """What was tied to a row by a plain link, and taken from it."""
    for field in row._meta.local_many_to_many:
        history = _history_of(field.remote_field.through)
        if history is not None:
            yield from _changes_of_link(row, field, history)


def _changes_of_link(row: Any, field: Any, history: Any) -> Iterator[Change]:
    mine, theirs = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    entries = list(history._base_manager.filter(**{mine: row.pk}).select_related("pgh_context").order_by("-pgh_id"))
    handles = _handles({_writer(entry) for entry in entries})
    names = field.related_model._base_manager.in_bulk({getattr(entry, theirs) for entry in entries})
    for entry in entries:
        key = getattr(entry, theirs)
        said = str(names.get(key, key))
        pair = (said, None) if entry.pgh_label == "delete" else (None, said)
        difference = Difference(str(field.verbose_name), *pair)
        yield Change(entry.pgh_created_at, handles.get(_writer(entry), ""), entry.pgh_label, [difference])


def _history_of(through: type[Model]) -> Any:
    """Where the changes of a plain link are kept, or None."""
    models = (one for one in apps.get_models() if hasattr(one, "pgh_tracked_model"))
    return next((one for one in models if one.pgh_tracked_model._meta.concrete_model is through), None)


def _writer(entry: Any) -> str:
    context = entry.pgh_context
    return str((context.metadata if context else {}).get("user") or "")


def _handles(keys: set[str]) -> dict[str, str]:
    staff = Staff.objects.filter(pk__in=[UUID(key) for key in keys if key])
    return {str(one.pk): one.handle for one in staff}


def _differences(row: Model, old: Any, new: Any, handles: dict[str, str]) -> list[Difference]:
    """What one entry says otherwise than the one before it; all that is filled, for the first."""
    fields = [one for one in row._meta.concrete_fields if one.name not in SILENT]
    found = ((one, getattr(old, one.attname, None), getattr(new, one.attname, None)) for one in fields)
    return [
        Difference(str(one.verbose_name), _in_words(one, was, handles), _in_words(one, now, handles))
        for one, was, now in found
        if (was or None) != (now or None)
    ]


def _members_in(row: Any, entries: list[Any]) -> set[str]:
    """The keys of the staff whom the entries name, as those who submitted or published."""
    names = [one.attname for one in row._meta.concrete_fields if one.related_model is Staff]
    found = (getattr(entry, name, None) for entry in entries for name in names)
    return {str(one) for one in found if one}


def _in_words(field: Any, value: Any, handles: dict[str, str]) -> Any:
    """Dates, words of closed lists and staff as people say them; all else as it is kept."""
    if field.related_model is Staff:
        return handles.get(str(value), value)
    if isinstance(value, PartialDate):
        return say_date(value)
    return dict(field.flatchoices).get(value, value) if field.choices and value else value
