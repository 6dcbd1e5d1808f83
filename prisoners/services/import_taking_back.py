"""Taking an import back: what it entered goes, what it changed is as it was; or nothing, where somebody went on."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.models import (
    Batch,
    BatchEntry,
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
from prisoners.services.refusals import refuse_if

TAKEN_BACK = _("This import has been taken back already.")
EDITED_SINCE = _("{row} was changed after the import.")
IN_USE = _("{row} is used by something that was entered after the import: {other}.")


@transaction.atomic
def take_back(batch: Batch, by: Staff | None) -> None:
    """Undo a whole import. Raises RecordRefused with every row that somebody changed or used since."""
    locked = Batch.internal.select_for_update(of=("self",)).get(pk=batch.pk)
    refuse_if([TAKEN_BACK] if locked.taken_back_at else [])
    entries = list(locked.entries.all())
    rows = _rows_of(entries)
    refuse_if(_reasons_against(locked, entries, rows))
    for entry in reversed(entries):
        if (row := rows.get((entry.model, entry.row_key))) is not None and entry.before is not None:
            _restore(row, entry.before)
    _delete(entries, rows)
    _drop_source(locked)
    locked.taken_back_at, locked.taken_back_by = timezone.now(), by
    locked.save(update_fields=("taken_back_at", "taken_back_by"))


#: What others may use by now; then it stays.
SHARED: tuple[type[Model], ...] = (Place, Organisation, Source)
#: What the programme writes beside a row by itself, so that it says of nobody that they went on.
DERIVED: tuple[type[Model], ...] = (Span, Trait, FormerSlug)


def _rows_of(entries: list[BatchEntry]) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for label in {entry.model for entry in entries}:
        model = apps.get_model(label)
        keys = [entry.row_key for entry in entries if entry.model == label]
        for row in model._base_manager.filter(pk__in=keys):
            found[label, str(row.pk)] = row
    return found


def _reasons_against(batch: Batch, entries: list[BatchEntry], rows: dict[tuple[str, str], Any]) -> list[Sentence]:
    reasons: list[Sentence] = []
    for entry in entries:
        row = rows.get((entry.model, entry.row_key))
        if row is None or isinstance(row, SHARED):
            continue
        if (entry.after is not None and any(text_of(row, name) != value for name, value in entry.after.items())) or (
            entry.after is None and getattr(row, "updated_at", batch.imported_at) > batch.imported_at
        ):
            reasons.append(format_lazy(EDITED_SINCE, row=named(row)))
        elif entry.after is None and isinstance(row, Prisoner | Case | Sanction):
            reasons += [
                format_lazy(IN_USE, row=named(row), other=named(other)) for other in _later(row, batch.imported_at)
            ]
    return reasons[:50]


def _later(row: Any, at: datetime) -> Iterator[Any]:
    """What hangs on a row of the import and was entered after it."""
    for relation in row._meta.related_objects:
        model = relation.related_model
        if hasattr(model, "pgh_tracked_model") or model in (Batch, BatchEntry, *DERIVED):
            continue
        others = model._base_manager.filter(**{relation.field.name: row})
        names = {one.name for one in model._meta.concrete_fields}
        if "created_at" in names:
            others = others.filter(created_at__gt=at)
        elif model is ConfidentialNote or relation.many_to_many:
            others = others.filter(written_on__gt=at.date()) if model is ConfidentialNote else others
        yield from others[:3]


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


def _delete(entries: list[BatchEntry], rows: dict[tuple[str, str], Any]) -> None:
    """Facts first, then people and cases, then what others may use: that only where nobody does."""
    made = [row for entry in entries if entry.before is None and (row := rows.get((entry.model, entry.row_key)))]
    last = (Case, Prisoner)
    for row in [
        *(one for one in made if not isinstance(one, (*SHARED, *last))),
        *(one for one in made if isinstance(one, last)),
    ]:
        if type(row)._base_manager.filter(pk=row.pk).exists():
            row.delete()
    for row in sorted((one for one in made if isinstance(one, SHARED)), key=lambda one: isinstance(one, Place)):
        if not _is_used(row):
            row.delete()


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
