"""What the database kept of a fact: who changed what, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Max, Model
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.choices import PublicationState
from prisoners.field_words import Names, Part, in_words, names_for, values_of
from prisoners.models import Citation, Source, Staff
from prisoners.publication import STATE_FIELDS
from prisoners.refusals import Sentence
from prisoners.services.refusals import refuse_if

GONE = _("What it pointed to then is not there any more: {what}.")

#: What was done to a row, by the names of the triggers.
LABELS = {"insert": _("entered"), "update": _("changed"), "delete": _("deleted")}
#: What a change was that led a row there on its way to readers.
STEPS: dict[str, Sentence] = {
    PublicationState.DRAFT: _("made a draft again"),
    PublicationState.IN_REVIEW: _("submitted for publication"),
    PublicationState.SENT_BACK: _("sent back to its author"),
    PublicationState.PUBLISHED: _("published"),
    PublicationState.WITHDRAWN: _("withdrawn"),
}

#: Written with every change, so that they tell nothing; and what follows from the day, the hour and the place.
SILENT = frozenset(
    {"updated_at", "created_at", "id", "starts_at", "ends_at", "closes_at", "settles_at", "revision", "folded"}
)


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
    label: Sentence
    differences: list[Difference]
    #: The number of the entry, where the row can be made as it was then.
    number: int = 0


def changes_of(row: Any) -> list[Change]:
    """Every writing of a row that has a history and of its sources, newest first; what changed nothing is left out.

    Three queries, two for each plain link it has, and three for its sources.
    """
    entries = list(row.history.select_related("pgh_context").order_by("pgh_id"))
    handles = _handles({_writer(entry) for entry in entries})
    values = [values_of(type(row), entry, SILENT) for entry in entries]
    names = names_for(values)
    changes = [
        Change(
            entry.pgh_created_at,
            handles.get(_writer(entry), ""),
            _label(entry, before),
            _differences(old, new, names),
            entry.pgh_id,
        )
        for before, old, new, entry in zip([None, *entries], [{}, *values], values, entries, strict=False)
    ]
    told = [one for one, entry in zip(changes, entries, strict=True) if one.differences or entry.pgh_label != "update"]
    if told:
        # What is so now cannot be made so again.
        told[-1] = replace(told[-1], number=0)
    # Of one instant are writings of one transaction: first the row, then what it rests on.
    sources = list(_changes_of_sources(row))[::-1]
    return sorted([*sources, *told[::-1], *_changes_of_links(row)], key=lambda one: one.at, reverse=True)


def _label(entry: Any, before: Any) -> Sentence:
    """What was done: for a step on the way to readers, which one."""
    state = getattr(entry, "state", None)
    is_step = before is not None and entry.pgh_label == "update" and state != getattr(before, "state", None)
    step = STEPS.get(state) if is_step and isinstance(state, str) else None
    return step or LABELS.get(entry.pgh_label, entry.pgh_label)


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


@dataclass(frozen=True)
class Return:
    """When (UTC) a row was sent back, and by whom: a handle, or nothing where nobody is known."""

    at: datetime
    by: str


def who_sent_back(row: Any) -> Return | None:
    """Who sent a row back, which stands so now; three queries.

    What its author writes meanwhile is kept in that state too: it came back with the first entry of those.
    """
    back = PublicationState.SENT_BACK
    otherwise = row.history.exclude(state=back).aggregate(last=Max("pgh_id"))["last"] or 0
    entries = row.history.filter(state=back, pgh_id__gt=otherwise).select_related("pgh_context")
    entry = entries.order_by("pgh_id").first()
    return None if entry is None else Return(entry.pgh_created_at, _handles({_writer(entry)}).get(_writer(entry), ""))


def _is_gone(field: Any, value: Any) -> bool:
    related = field.related_model
    return bool(related and value is not None and not related._base_manager.filter(pk=value).exists())


def _changes_of_links(row: Any) -> Iterator[Change]:
    """What was tied to a row by a plain link, and taken from it."""
    for field in row._meta.local_many_to_many:
        history = _history_of(field.remote_field.through)
        if history is not None:
            yield from reversed(list(_changes_of_link(row, field, history)))


def _changes_of_link(row: Any, field: Any, history: Any) -> Iterator[Change]:
    mine, theirs = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    entries = list(history._base_manager.filter(**{mine: row.pk}).select_related("pgh_context").order_by("-pgh_id"))
    handles = _handles({_writer(entry) for entry in entries})
    names = field.related_model._base_manager.in_bulk({getattr(entry, theirs) for entry in entries})
    was: dict[Any, str] = {}
    for entry in reversed(entries):
        key = getattr(entry, theirs)
        said = ", ".join(filter(None, (str(names.get(key, key)), getattr(entry, "locator", ""))))
        pair = (said, None) if entry.pgh_label == "delete" else (was.get(key), said)
        was[key] = said
        if entry.pgh_label == "delete":
            del was[key]
        difference = Difference(str(field.verbose_name), *pair)
        label = LABELS.get(entry.pgh_label, entry.pgh_label)
        yield Change(entry.pgh_created_at, handles.get(_writer(entry), ""), label, [difference])


def _changes_of_sources(row: Any) -> Iterator[Change]:
    """What the row was said to rest on: source and place in it, as they stand today, and what was taken from it."""
    history = _history_of(Citation)
    if not hasattr(row, "citations"):
        return
    cited = history._base_manager.filter(**{row.citations.field.attname: row.pk})
    entries = list(cited.select_related("pgh_context").order_by("pgh_id"))
    handles = _handles({_writer(entry) for entry in entries})
    sources = Source.internal.in_bulk({entry.source_id for entry in entries})
    said: dict[Any, str] = {}
    for entry in entries:
        before, name = said.get(entry.pgh_obj_id), str(sources.get(entry.source_id, entry.source_id))
        now = None if entry.pgh_label == "delete" else ", ".join(filter(None, (name, entry.locator)))
        if before != now:
            difference = Difference(str(Citation._meta.get_field("source").verbose_name), before, now)
            label = LABELS.get(entry.pgh_label, entry.pgh_label)
            yield Change(entry.pgh_created_at, handles.get(_writer(entry), ""), label, [difference])
        said[entry.pgh_obj_id] = now or ""


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


def _differences(old: Mapping[Part, Any], new: Mapping[Part, Any], names: Names) -> list[Difference]:
    """What one entry says otherwise than the one before it; all that is filled, for the first."""
    parts = sorted({**old, **new}, key=[*new, *old].index)
    found = ((part, old.get(part), new.get(part)) for part in parts)
    return [
        Difference(part.label, in_words(part, was, names), in_words(part, now, names))
        for part, was, now in found
        if (was or None) != (now or None)
    ]
