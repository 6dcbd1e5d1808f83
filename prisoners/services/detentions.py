"""Stretches of custody: they may touch, but one person is in one place at a time."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.dates import PartialDate, say_date
from prisoners.models import Detention, Prisoner
from prisoners.refusals import Sentence
from prisoners.services.possible_days import reasons_against_days
from prisoners.services.refusals import refuse_if

WITHOUT_BEGIN = _("A stretch of custody needs the date it began, as exactly as it is known.")
END_BEFORE_BEGIN = _("This stretch of custody would end before it began.")
OVERLAP = _("This stretch of custody overlaps with another one of the same person, which began: {day}.")
OTHER_PERSON = _("The sentence that is served belongs to another person.")


def detain(prisoner: Prisoner, **fields: Any) -> Detention:
    """Enter a stretch of custody (a draft until it is published). Raises RecordRefused."""
    return keep(Detention(prisoner=prisoner, **fields))


def release(detention: Detention, ended_on: PartialDate | date | str, ended_by: str) -> Detention:
    """Say when and how a stretch of custody ended. Raises RecordRefused."""
    detention.ended_on, detention.ended_by = ended_on, ended_by
    return keep(detention)


@transaction.atomic
def keep(detention: Detention) -> Detention:
    """Write a stretch of custody; the person's row is locked meanwhile. Raises RecordRefused with all reasons."""
    Prisoner.internal.select_for_update().order_by().get(pk=detention.prisoner_id)
    refuse_if(reasons_against(detention))
    detention.save()
    return detention


def reasons_against(detention: Detention, others: Iterable[Detention] | None = None) -> list[Sentence]:
    """Every reason why a stretch of custody cannot be written like this.

    `others` are the person's other stretches, where they are at hand; otherwise the database is asked.
    """
    if detention.started_on is None:
        return [WITHOUT_BEGIN]
    reasons: list[Sentence] = []
    if detention.sanction is not None and detention.sanction.prisoner_id != detention.prisoner_id:
        reasons.append(OTHER_PERSON)
    reasons += reasons_against_days(detention, [detention.started_on, detention.ended_on])
    if _ends_before_it_begins(detention):
        return [*reasons, END_BEFORE_BEGIN]
    days = (say_date(other.started_on) for other in _overlapping(detention, others))
    return [*reasons, *(format_lazy(OVERLAP, day=day) for day in days)]


def _ends_before_it_begins(detention: Detention) -> bool:
    begin, end = detention.started_on, detention.ended_on
    return bool(begin and end and begin.earliest and end.latest and end.latest < begin.earliest)


def _overlapping(detention: Detention, others: Iterable[Detention] | None) -> list[Detention]:
    mine = _certain_days(detention)
    if others is None:
        others = Detention.internal.filter(prisoner_id=detention.prisoner_id).exclude(pk=detention.pk)
    return [other for other in others if mine and (theirs := _certain_days(other)) and _meet(mine, theirs)]


def _certain_days(detention: Detention) -> tuple[date, date] | None:
    """The days on which custody is certain, as a half-open range like the database's; None for no such day."""
    begin = detention.started_on.latest if detention.started_on else None
    end = date.max if detention.ended_on is None else detention.ended_on.earliest or date.max
    return (begin, end) if begin is not None and begin < end else None


def _meet(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
