"""Merges two records of one person: everything moves to the one that is kept, contradictions too."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pghistory
from django.db import IntegrityError, transaction
from django.db.models import ManyToOneRel, Model
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.dates import PartialDate, say_date
from prisoners.models import (
    Citation,
    Defendant,
    Detention,
    FormerSlug,
    PersonName,
    Prisoner,
    Span,
    Staff,
    Statement,
    Trait,
)
from prisoners.refusals import Sentence
from prisoners.services import detentions, merging_parts
from prisoners.services.refusals import refuse_if

#: What is the person's own and can contradict; the name stays as a spelling in any case.
OWN = ("country", "gender", "summary", "born_on", "consent_ground", "can_be_written_to")
#: Rows that say nothing of their own where the kept record has the same one.
TWINS: tuple[type[Model], ...] = (PersonName, Defendant, Citation)
#: Computed anew by themselves.
DERIVED: tuple[type[Model], ...] = (Span, Trait)

SAME = _("These are one record already.")
GONE = _("One of the two records is not there any more.")
NOT_ALLOWED = _("Merging is for researchers; where readers see one of the two, for publishers.")
KEEP_THE_PUBLIC_ONE = _("Readers see the other one: keep that, and merge this one into it.")
OVERLAP = _("Custody: {reason} Correct one of the two stretches first.")


@dataclass(frozen=True)
class Contradiction:
    """One thing that the two records say differently."""

    label: Any
    kept: str
    other: str


@dataclass
class Preview:
    """What merging would do: what moves and how much of it, what contradicts, and why it cannot be done."""

    moves: list[tuple[Any, int]] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    reasons: list[Sentence] = field(default_factory=list)


def preview(kept: Prisoner, other: Prisoner, by: Staff) -> Preview:
    """Say what merging would do; writes nothing."""
    rows = [(one.related_model, list(_rows(one, other))) for one in _relations()]
    moves = [(_words(model), len(found)) for model, found in rows if found]
    return Preview(moves, _contradictions(kept, other), _reasons_against(kept, other, by))


@transaction.atomic
def merge(kept: Prisoner, other: Prisoner, by: Staff) -> Prisoner:
    """Move everything of `other` to `kept`, and delete it; its addresses lead to the kept one for ever.

    Floors above find by its former number what became of it (`FormerSlug.merged_pk`). What contradicts becomes a draft
    of a statement. Raises RecordRefused with all reasons; then nothing has changed.
    """
    kept, other = _locked(kept, other)
    refuse_if(_reasons_against(kept, other, by))
    with pghistory.context(merged=other.pk, into=kept.pk):
        _note_contradictions(kept, other)
        merging_parts.join(kept, other)
        for relation in _relations():
            for row in _rows(relation, other):
                _move(row, relation.field.name, kept)
        _replace(kept, other)
    return kept


def _locked(kept: Prisoner, other: Prisoner) -> tuple[Prisoner, Prisoner]:
    """Both rows as they are now, locked in one order, so that two colleagues cannot wait for each other."""
    pks = sorted({kept.pk, other.pk})
    rows = {one.pk: one for one in Prisoner.internal.select_for_update().order_by("pk").filter(pk__in=pks)}
    refuse_if([SAME] if len(pks) == 1 else [])
    refuse_if([GONE] if len(rows) != len(pks) else [])
    return rows[kept.pk], rows[other.pk]


def _relations() -> Iterator[ManyToOneRel]:
    """Every relation that leads to a prisoner, on all floors, without knowing their names; no history."""
    for one in Prisoner._meta.get_fields(include_hidden=True):
        is_history = hasattr(one.related_model, "pgh_tracked_model")
        if isinstance(one, ManyToOneRel) and not is_history and one.related_model not in DERIVED:
            yield one


def _rows(relation: ManyToOneRel, prisoner: Prisoner) -> Any:
    return relation.related_model._base_manager.filter(**{relation.field.name: prisoner}).order_by("pk")


def _words(model: type[Model]) -> Any:
    """What rows are called; rows of a plain link by what they link."""
    links = [one for one in model._meta.concrete_fields if one.related_model and one.related_model is not Prisoner]
    is_link = bool(model._meta.auto_created) and links
    return links[0].related_model._meta.verbose_name_plural if is_link else model._meta.verbose_name_plural  # type: ignore[union-attr]


def _reasons_against(kept: Prisoner, other: Prisoner, by: Staff) -> list[Sentence]:
    if kept.pk == other.pk:
        return [SAME]
    is_seen = kept.is_published or other.is_published
    is_allowed = by.has_role(StaffRole.PUBLISHER) if is_seen else by.has_role(StaffRole.RESEARCHER)
    reasons: list[Sentence] = [] if is_allowed else [NOT_ALLOWED]
    if other.is_published and not kept.is_published:
        reasons.append(KEEP_THE_PUBLIC_ONE)
    return [*reasons, *_overlaps(kept, other), *merging_parts.reasons_against(kept, other)]


def _overlaps(kept: Prisoner, other: Prisoner) -> list[Sentence]:
    """One person is in one place at a time: the database holds it, and only a person knows which stretch is wrong."""
    mine = list(Detention.internal.filter(prisoner=kept))
    theirs = Detention.internal.filter(prisoner=other)
    found = (reason for one in theirs for reason in detentions.reasons_against(one, mine))
    return [format_lazy(OVERLAP, reason=reason) for reason in found]


def _contradictions(kept: Prisoner, other: Prisoner) -> list[Contradiction]:
    pairs = [(name, getattr(kept, name), getattr(other, name)) for name in OWN]
    return [
        Contradiction(Prisoner._meta.get_field(name).verbose_name, _said(mine), _said(theirs))  # type: ignore[union-attr]
        for name, mine, theirs in pairs
        if not _is_empty(mine) and not _is_empty(theirs) and mine != theirs
    ]


def _said(value: Any) -> str:
    return say_date(value) if isinstance(value, PartialDate) else str(value)


def _is_empty(value: Any) -> bool:
    return value is None or value == ""


def _note_contradictions(kept: Prisoner, other: Prisoner) -> None:
    """Both sides stay: what the other record said becomes a draft that a researcher sorts out."""
    found = _contradictions(kept, other)
    if not found:
        return
    said = "\n".join(f"{one.label}: {one.other} (here: {one.kept})" for one in found)
    Statement.internal.create(text=f"The record {other.slug}, merged into this one, said:\n{said}").prisoners.add(kept)


def _move(row: Model, name: str, kept: Prisoner) -> None:
    """Hang a row on the kept record; where that has its twin, only what hangs on the row moves."""
    is_moved = _is_hung(row, name, kept)
    if not is_moved:
        for fact, twin in _twin_of(row, kept):
            for citation in Citation.internal.filter(**{fact: row.pk}):
                _is_hung(citation, fact, twin)
        row.delete()


def _twin_of(row: Model, kept: Prisoner) -> Iterator[tuple[str, Model]]:
    """The kept record's row that says the same, with the name of its kind where citations hang on it."""
    if isinstance(row, PersonName):
        yield "person_name", PersonName.internal.get(prisoner=kept, text=row.text, language=row.language)


def _is_hung(row: Model, name: str, on: Model) -> bool:
    before = getattr(row, name)
    setattr(row, name, on)
    try:
        with transaction.atomic():
            row.save(update_fields=[name])
    except IntegrityError:
        if not (isinstance(row, TWINS) or row._meta.auto_created):
            raise
        setattr(row, name, before)
        return False
    return True


def _replace(kept: Prisoner, other: Prisoner) -> None:
    """The kept record takes what it lacks, and the addresses of the other, which is no more."""
    slug, key, number = other.slug, other.import_key, other.pk
    empty = [name for name in OWN if _is_empty(getattr(kept, name))]
    for name in empty:
        setattr(kept, name, getattr(other, name))
    other.delete()
    kept.import_key = kept.import_key or key
    kept.save()
    FormerSlug.objects.create(slug=slug, prisoner=kept, merged_pk=number)
