"""What the database kept of a fact: who changed what, and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from prisoners.models import Staff

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


def changes_of(row: Any) -> list[Change]:
    """Every writing of a row that has a history, newest first; three queries at most."""
    entries = list(row.history.select_related("pgh_context").order_by("pgh_id"))
    handles = _handles({_writer(entry) for entry in entries})
    before = [None, *entries]
    changes = [
        Change(entry.pgh_created_at, handles.get(_writer(entry), ""), entry.pgh_label, _differences(row, old, entry))
        for old, entry in zip(before, entries, strict=False)
    ]
    return changes[::-1]


def _writer(entry: Any) -> str:
    context = entry.pgh_context
    return str((context.metadata if context else {}).get("user") or "")


def _handles(keys: set[str]) -> dict[str, str]:
    staff = Staff.objects.filter(pk__in=[UUID(key) for key in keys if key])
    return {str(one.pk): one.handle for one in staff}


def _differences(row: Model, old: Any, new: Any) -> list[Difference]:
    """What one entry says otherwise than the one before it; all that is filled, for the first."""
    fields = [one for one in row._meta.concrete_fields if one.name not in SILENT]
    found = ((one.verbose_name, getattr(old, one.attname, None), getattr(new, one.attname, None)) for one in fields)
    return [Difference(str(name), was, now) for name, was, now in found if (was or None) != (now or None)]
