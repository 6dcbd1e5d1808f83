"""Taking an import back: what it entered goes, what it changed is as it was; or nothing, where somebody went on."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import reduce
from itertools import islice
from operator import or_
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.importing.pace import CHECKING, REMOVING, SILENT, Pace
from prisoners.models import (
    Batch,
    BatchEntry,
    BatchLeft,
    Case,
    ConfidentialNote,
    FormerSlug,
    Organisation,
    Place,
    Prisoner,
    Sanction,
    Source,
    Span,
    Staff,
    Trait,
)
from prisoners.refusals import Sentence
from prisoners.services.import_values import keep, named, text_of, untext
from prisoners.services.import_writing import Writer
from prisoners.services.refusals import refuse_if

TAKEN_BACK = _("This import has been taken back already.")
EDITED_SINCE = _("{row} was changed after the import.")
IN_USE = _("{row} is used by something that was entered after the import: {other}.")


#: What others may use by now; then it stays.
SHARED: tuple[type[Model], ...] = (Place, Organisation, Source)
#: What the programme writes beside a row by itself, so that it says of nobody that they went on.
DERIVED: tuple[type[Model], ...] = (Span, Trait, FormerSlug)
#: On what others hang that were perhaps entered since.
HELD_BY_OTHERS: tuple[type[Model], ...] = (Prisoner, Case, Sanction)
#: So many rows are asked about or deleted at once, and so many reasons said.
AT_ONCE, MOST_REASONS = 2000, 50

#: The keys of rows that were made, by their model.
Made = dict[type[Model], list[str]]


@transaction.atomic
def take_back(batch: Batch, by: Staff | None, pace: Pace = SILENT) -> None:
    """Undo a whole import. Raises RecordRefused with the first rows that somebody changed or used since.

    Rows are taken some thousand at a time: what it takes grows with the import, and its memory does not.
    """
    pace.begin(CHECKING)
    locked = Batch.internal.select_for_update(of=("self",)).get(pk=batch.pk)
    refuse_if([TAKEN_BACK] if locked.taken_back_at else [])
    made, changed = _made(locked), list(locked.entries.filter(before__isnull=False))
    refuse_if(list(islice(_reasons_against(locked, made, changed), MOST_REASONS)))
    rows = _rows_of(changed)
    for entry in reversed(changed):
        if (row := rows.get((entry.model, entry.row_key))) is not None and entry.before is not None:
            _restore(row, entry.before)
    _delete(made, pace)
    _drop_source(locked)
    locked.taken_back_at, locked.taken_back_by = timezone.now(), by
    locked.save(update_fields=("taken_back_at", "taken_back_by"))


def _made(batch: Batch) -> Made:
    made: Made = {}
    for label, key in batch.entries.filter(before__isnull=True).values_list("model", "row_key").iterator():
        made.setdefault(apps.get_model(label), []).append(key)
    return made


def _rows_of(entries: list[BatchEntry]) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for label in {entry.model for entry in entries}:
        model = apps.get_model(label)
        keys = [entry.row_key for entry in entries if entry.model == label]
        for row in model._base_manager.filter(pk__in=keys):
            found[label, str(row.pk)] = row
    return found


def _reasons_against(batch: Batch, made: Made, changed: list[BatchEntry]) -> Iterator[Sentence]:
    """Every row that somebody changed since, and what hangs on rows of the import and was entered after it."""
    rows = _rows_of(changed)
    for entry in changed:
        row = rows.get((entry.model, entry.row_key))
        if row is None or isinstance(row, SHARED):
            continue
        if any(text_of(row, name) != value for name, value in (entry.after or {}).items()):
            yield format_lazy(EDITED_SINCE, row=named(row))
    for kind, keys in made.items():
        if not issubclass(kind, SHARED):
            yield from _reasons_of(kind, keys, batch.imported_at)


def _reasons_of(kind: type[Model], keys: list[str], at: datetime) -> Iterator[Sentence]:
    is_dated = any(one.name == "updated_at" for one in kind._meta.concrete_fields)
    for some in _some(keys):
        edited = kind._base_manager.filter(pk__in=some, updated_at__gt=at) if is_dated else ()
        yield from (format_lazy(EDITED_SINCE, row=named(row)) for row in edited[:MOST_REASONS])
        if issubclass(kind, HELD_BY_OTHERS):
            for row, other in _later(kind, some, at):
                yield format_lazy(IN_USE, row=named(row), other=named(other))


def _later(kind: type[Model], keys: Sequence[str], at: datetime) -> Iterator[tuple[Any, Any]]:
    """What hangs on rows of the import and was entered after it, each with its row."""
    for relation in kind._meta.related_objects:
        model = relation.related_model
        if hasattr(model, "pgh_tracked_model") or model in (Batch, BatchEntry, BatchLeft, *DERIVED):
            continue
        others = model._base_manager.filter(**{f"{relation.field.name}__in": keys})
        names = {one.name for one in model._meta.concrete_fields}
        if "created_at" in names:
            others = others.filter(created_at__gt=at)
        elif model is ConfidentialNote:
            others = others.filter(written_on__gt=at.date())
        for other in others[:MOST_REASONS]:
            held = getattr(other, relation.field.name)
            yield (held.filter(pk__in=keys).first() if relation.many_to_many else held), other


def _some(keys: list[str]) -> Iterator[list[str]]:
    return (keys[begin : begin + AT_ONCE] for begin in range(0, len(keys), AT_ONCE))


def _restore(row: Any, before: dict[str, str]) -> None:
    for name, value in before.items():
        one = row._meta.get_field(name)
        if isinstance(one, models.ForeignKey):
            setattr(row, one.attname, int(value) if value else None)
        elif value == "" and one.null:
            setattr(row, name, None)
        else:
            setattr(row, name, one.to_python(untext(one, value)))
    keep(row)


def _delete(made: Made, pace: Pace) -> None:
    """What hangs on others first, then people and cases, then what others may use: that only where nobody does."""
    kinds = sorted((one for one in made if not issubclass(one, SHARED)), key=_order, reverse=True)
    for kind, some in pace.over(REMOVING, [(one, some) for one in kinds for some in _some(made[one])]):
        rows = kind._base_manager.filter(pk__in=some)
        if kind is Sanction:
            _untie(rows)
        rows.delete()
    for kind in sorted((one for one in made if issubclass(one, SHARED)), key=lambda one: one is Place):
        for row in kind._base_manager.filter(pk__in=made[kind]):
            if not _is_used(row):
                row.delete()


def _order(kind: type[Model]) -> int:
    """In which order it was written; what the writer does not name, such as citations, came last."""
    return Writer.ORDER.index(kind) if kind in Writer.ORDER else len(Writer.ORDER)


def _untie(rows: Any) -> None:
    """Sanctions that replace or accompany each other keep each other from being deleted."""
    ties = ("replaces", "accompanies", "added_to")
    is_tied = reduce(or_, (models.Q(**{f"{name}__isnull": False}) for name in ties))
    rows.filter(is_tied).update(**dict.fromkeys(ties))


def _is_used(row: Any) -> bool:
    relations = (one for one in row._meta.related_objects if not hasattr(one.related_model, "pgh_tracked_model"))
    return any(
        one.related_model._base_manager.filter(**{one.field.name: row}).exists()
        for one in relations
        if one.related_model is not Batch
    )


def _drop_source(batch: Batch) -> None:
    source = batch.source
    others = Batch.internal.filter(source=source, taken_back_at=None).exclude(pk=batch.pk)
    if source is None or others.exists():
        return
    source.citations.all().delete()
    batch.source = None
    batch.save(update_fields=("source",))
    source.delete()
