"""Hearings: entered, moved, called off and decided. Each change raises the revision (RFC 5545, SEQUENCE)."""

from datetime import datetime, time
from typing import Any

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.choices import HearingDecision, HearingStatus
from prisoners.dates import PartialDate
from prisoners.models import Case, Hearing, Place
from prisoners.refusals import Sentence
from prisoners.services.refusals import refuse_if
from prisoners.times import BadTime, instant_of, local_day_start, two_hours

#: What a reader was told; a change of any of it is a new revision.
TOLD = ("held_on", "local_time", "place_id", "court", "status", "decision", "starts_at")

WITHOUT_ZONE = _("A hearing needs a place with a time zone: an hour without a zone is no hour.")
WITHOUT_DAY = _("An hour needs the day it belongs to: the local date of this hearing is not one day.")
NEXT_BEFORE = _("The next hearing would be held before this one.")
NOT_SCHEDULED = _("This hearing is not scheduled any more: {status}.")
WITHOUT_OUTCOME = _("Please say what the outcome was.")
NOT_HELD = _("A hearing that decided something took place: say so by its status.")


def schedule(case: Case, **fields: Any) -> Hearing:
    """Enter a hearing of a case (a draft until it is published). Raises RecordRefused."""
    return keep(Hearing(case=case, **fields))


def move(
    hearing: Hearing, held_on: PartialDate | str, local_time: time | None = None, place: Place | None = None
) -> Hearing:
    """Put a scheduled hearing on another local date, hour or place. Raises RecordRefused."""
    _must_be_scheduled(hearing)
    hearing.held_on, hearing.local_time = held_on, local_time
    hearing.place = place or hearing.place
    return keep(hearing)


def cancel(hearing: Hearing) -> Hearing:
    """Call a scheduled hearing off. Raises RecordRefused."""
    _must_be_scheduled(hearing)
    hearing.status = HearingStatus.CANCELLED
    return keep(hearing)


def record_outcome(hearing: Hearing, outcome: str, decision: str = HearingDecision.UNKNOWN) -> Hearing:
    """Say that a hearing was held, what came of it in words, what the court decided, or both. Raises RecordRefused."""
    refuse_if([WITHOUT_OUTCOME] if not (outcome.strip() or decision) else [])
    hearing.status, hearing.outcome, hearing.decision = HearingStatus.HELD, outcome.strip(), decision
    return keep(hearing)


@transaction.atomic
def keep(hearing: Hearing) -> Hearing:
    """Write a hearing with its instant derived anew, raising the revision if readers were told otherwise.

    Raises RecordRefused with all reasons.
    """
    refuse_if(reasons_against(hearing))
    derive_instant(hearing)
    before = Hearing.internal.select_for_update(of=("self",)).order_by().filter(pk=hearing.pk).first()
    if before is not None:
        hearing.revision = before.revision + _is_told_anew(before, hearing)
    hearing.save()
    return hearing


def derive_instant(hearing: Hearing) -> None:
    """Set `starts_at` (UTC) from the local date and hour at the place. Raises BadTime for an hour that it skips."""
    hearing.is_second_hour = hearing.is_second_hour and _hours_of(hearing) is not None
    hearing.starts_at = starts_at_of(hearing)


def reasons_against(hearing: Hearing) -> list[Sentence]:
    """Every reason why a hearing cannot be written like this."""
    if hearing.place_id is None or not hearing.place.time_zone:
        return [WITHOUT_ZONE]
    reasons: list[Sentence] = []
    if hearing.local_time is not None and not (hearing.held_on and hearing.held_on.is_day):
        reasons.append(WITHOUT_DAY)
    if hearing.decision and hearing.status != HearingStatus.HELD:
        reasons.append(NOT_HELD)
    if hearing.next_hearing is not None and _is_before(hearing.next_hearing, hearing):
        reasons.append(NEXT_BEFORE)
    return reasons + _reasons_of_the_clock(hearing)


def starts_at_of(hearing: Hearing) -> datetime | None:
    """The instant (UTC) of the local date and hour, or of the local day's first moment; None without a day.

    Raises BadTime for an hour that the clock of the place skips, and for an unknown zone.
    """
    held_on = hearing.held_on
    if held_on is None or not held_on.is_day or held_on.earliest is None:
        return None
    if hearing.local_time is None:
        return local_day_start(held_on.earliest, hearing.place.time_zone)
    zone, is_second = hearing.place.time_zone, hearing.is_second_hour
    return instant_of(held_on.earliest, hearing.local_time, zone, is_second=is_second)


def _hours_of(hearing: Hearing) -> tuple[str, str] | None:
    """Both, where the clock of the place shows the hour twice."""
    day = hearing.held_on.earliest if hearing.held_on and hearing.held_on.is_day else None
    return two_hours(day, hearing.local_time, hearing.place.time_zone)


def _reasons_of_the_clock(hearing: Hearing) -> list[Sentence]:
    try:
        starts_at_of(hearing)
    except BadTime as refusal:
        return refusal.reasons
    return []


def _is_before(later: Hearing, hearing: Hearing) -> bool:
    end = later.held_on.latest if later.held_on else None
    begin = hearing.held_on.earliest if hearing.held_on else None
    return end is not None and begin is not None and end < begin


def _is_told_anew(before: Hearing, now: Hearing) -> bool:
    return any(getattr(before, name) != getattr(now, name) for name in TOLD)


def _must_be_scheduled(hearing: Hearing) -> None:
    if hearing.status != HearingStatus.SCHEDULED:
        refuse_if([format_lazy(NOT_SCHEDULED, status=HearingStatus(hearing.status).label)])
