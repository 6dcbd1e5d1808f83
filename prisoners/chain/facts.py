"""The facts about one prisoner from which the chain is computed, and the days on which they lie."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from django.db.models import Q, QuerySet

from prisoners.chain.days import first
from prisoners.choices import ChargeStatus, EventKind, HearingStatus, PublicationState
from prisoners.dates import PartialDate
from prisoners.models import Charge, ChargeStep, Detention, Event, Hearing, Sanction, StatusReport

#: For so long after the last report custody of unknown length is presumed to go on; then it is an open question.
PRESUMED_FOR = timedelta(days=366)

#: Announcements of what may come: no reports of what was.
ANNOUNCED = frozenset({EventKind.EXPECTED_RELEASE})


@dataclass(frozen=True)
class Accusation:
    """A charge as the chain sees it: since when it stood where, oldest first. Without a day it tells nothing of any."""

    case_id: int
    lines: tuple[tuple[PartialDate, str], ...]


@dataclass(frozen=True)
class Rows:
    """The facts about one prisoner from which the chain is computed; tests may make them without a database.

    `hearings` are there only where gaps are looked for: the chain itself knows their days (`other_days`) alone.
    """

    sanctions: tuple[Sanction, ...] = ()
    detentions: tuple[Detention, ...] = ()
    events: tuple[Event, ...] = ()
    other_days: tuple[date, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    hearings: tuple[Hearing, ...] = ()


def accusation_of(
    case: int, status: str, brought_on: PartialDate | None, steps: Iterable[tuple[PartialDate, str]]
) -> Accusation:
    """A charge by its history; one without any is known to be pending since it was brought, where it still is."""
    told = tuple(steps)
    is_pending = status == ChargeStatus.PENDING and brought_on is not None
    return Accusation(case, told or (((brought_on, status),) if is_pending and brought_on else ()))


def public_rows(ids: list[int]) -> dict[int, Rows]:
    """The published facts of these prisoners, by primary key; six queries whatever their number."""
    found: dict[int, dict[str, list[Any]]] = {pk: defaultdict(list) for pk in ids}
    for sanction in Sanction.public.filter(prisoner_id__in=ids).select_related("prisoner"):
        found[sanction.prisoner_id]["sanctions"].append(sanction)
    for detention in Detention.public.filter(prisoner_id__in=ids):
        found[detention.prisoner_id]["detentions"].append(detention)
    for pk, event in _events_of(ids):
        found[pk]["events"].append(event)
    for pk, day in _reported_days(ids):
        found[pk]["other_days"].append(day)
    for pk, accusation in accusations_of(Charge.public, ids):
        found[pk]["accusations"].append(accusation)
    return {pk: Rows(**{name: tuple(values) for name, values in lists.items()}) for pk, lists in found.items()}


def days_of_change(rows: Rows) -> set[date]:
    """The days on which what holds of a person may change because a fact begins, ends or grows old; pure.

    Together with the `turns_on` of the outlines of these days they are all such days, since the chain compares
    its day with nothing else.
    """
    reports = sorted(set(fact_days(rows)))
    silences = {day + PRESUMED_FOR + timedelta(days=1) for day in reports}
    bounds = {day for when in dates_of(rows) if when for day in (when.earliest, when.latest) if day}
    # An event without a day may be as late as the day that is asked about, hence later than one that was over before.
    passed = {day + timedelta(days=1) for one in rows.events if (day := one.happened_on and one.happened_on.latest)}
    return bounds | set(reports) | silences | passed


def dates_of(rows: Rows) -> Iterable[PartialDate | None]:
    """Every date that the chain may compare its day with."""
    for sanction in rows.sanctions:
        yield from (sanction.imposed_on, sanction.starts_on, sanction.ended_on)
    for detention in rows.detentions:
        yield from (detention.started_on, detention.ended_on)
    yield from (one.happened_on for one in rows.events)
    yield from (when for one in rows.accusations for when, _status in one.lines)


def fact_days(rows: Rows) -> Iterable[date]:
    """The days on which the facts lie, each as early as it may be: a report is never made newer than it is."""
    dates = chain(
        *((one.imposed_on, one.ended_on) for one in rows.sanctions),
        *((one.started_on, one.ended_on) for one in rows.detentions),
        (one.happened_on for one in rows.events if not one.is_planned and one.kind not in ANNOUNCED),
        (when for one in rows.accusations for when, _status in one.lines),
    )
    yield from (day for one in dates if (day := first(one)))
    yield from rows.other_days


def _events_of(ids: list[int]) -> Iterable[tuple[int, Event]]:
    links = Event.prisoners.through._default_manager.filter(
        prisoner_id__in=ids, event__state=PublicationState.PUBLISHED, event__is_planned=False
    ).select_related("event")
    return [(link.prisoner_id, link.event) for link in links.order_by("event__happened_earliest", "event_id")]


def _reported_days(ids: list[int]) -> Iterable[tuple[int, date]]:
    reports = StatusReport.public.filter(prisoner_id__in=ids).values_list("prisoner_id", "reported_earliest")
    # What was announced for a day and did not take place, or is not known to have, tells nothing of that day.
    held = Hearing.public.filter(case__defendant_rows__prisoner_id__in=ids, status=HearingStatus.HELD)
    hearings = held.values_list("case__defendant_rows__prisoner_id", "held_earliest")
    return [(pk, day) for pk, day in chain(reports, hearings) if day is not None and pk in set(ids)]


def accusations_of(charges: QuerySet[Charge], ids: list[int]) -> Iterable[tuple[int, Accusation]]:
    """What of these charges the chain sees, by prisoner; one query, since the history comes with them."""
    told = charges.filter(Q(status=ChargeStatus.PENDING) | Q(steps__isnull=False), prisoner_id__in=ids)
    fields = ("prisoner_id", "case_id", "status", "brought_on", "pk", "steps__since_on", "steps__status")
    rows = told.order_by("pk", *(f"steps__{name}" for name in ChargeStep.natural_order)).values_list(*fields)
    for key, lines in groupby(rows, key=itemgetter(slice(0, 5))):
        prisoner, case, status, brought_on, _pk = key
        yield prisoner, accusation_of(case, status, brought_on, ((on, to) for *_charge, on, to in lines if on))
