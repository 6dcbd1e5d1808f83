"""The facts about one prisoner from which the chain is computed, and the days on which they lie."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Model, Q, QuerySet

from prisoners.chain.days import first
from prisoners.choices import ChargeStatus, EventKind, HearingStatus, PublicationState
from prisoners.custody import PRESUMED_FOR, Window
from prisoners.dates import PartialDate
from prisoners.few import within
from prisoners.models import Charge, ChargeStep, Detention, Event, Hearing, Sanction, StatusReport
from prisoners.prepared import Prepared

#: Announcements of what may come: no reports of what was.
ANNOUNCED = frozenset({EventKind.EXPECTED_RELEASE})


@dataclass(frozen=True)
class Accusation:
    """A charge as the chain sees it: since when it stood where, oldest first. Without a day it tells nothing of any.

    `brought_on` is the day on which it was brought, whatever became of it since.
    """

    case_id: int
    lines: tuple[tuple[PartialDate, str], ...]
    brought_on: PartialDate | None = None

    @property
    def first_told(self) -> PartialDate | None:
        """The first day on which the record knows of it."""
        return self.brought_on or (self.lines[0][0] if self.lines else None)


@dataclass(frozen=True)
class Rows:
    """The facts about one prisoner from which the chain is computed; tests may make them without a database.

    `hearings` are there only where gaps are looked for: the chain itself knows their days (`other_days`) alone.
    `known_on` is the day by which all of it was known; None where it is all that the record says.
    """

    sanctions: tuple[Sanction, ...] = ()
    detentions: tuple[Detention, ...] = ()
    events: tuple[Event, ...] = ()
    other_days: tuple[date, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    known_on: date | None = None

    def when(self, row: Model, name: str) -> Window | None:
        """The first and the last possible day of what came about at the date of that name; None without a date.

        What is recorded as having happened happened by the day on which it was recorded, whatever else its month
        or year would allow. What lies ahead of that day altogether was announced, and stays as it was written.
        """
        when: PartialDate | None = getattr(row, name)
        if when is None or (when.earliest is not None and when.earliest == when.latest):
            return None if when is None else Window(when.earliest, when.latest)
        told = min((day for day in (_recorded_on(row), self.known_on) if day is not None), default=None)
        if told is None or (when.earliest is not None and when.earliest > told):
            return Window(when.earliest, when.latest)
        return Window(when.earliest, told if when.latest is None else min(told, when.latest))


def _recorded_on(row: Any) -> date | None:
    """The civil day of its place (of UTC where none is recorded) on which a row was last written; None before that."""
    if row.updated_at is None:
        return None
    zone = ZoneInfo(row.place.time_zone) if row.place_id is not None else UTC
    written: date = row.updated_at.astimezone(zone).date()
    return written


def accusation_of(
    case: int, status: str, brought_on: PartialDate | None, steps: Iterable[tuple[PartialDate, str]]
) -> Accusation:
    """A charge by its history; one without any is known to be pending since it was brought, where it still is."""
    told = tuple(steps)
    is_pending = status == ChargeStatus.PENDING and brought_on is not None
    return Accusation(case, told or (((brought_on, status),) if is_pending and brought_on else ()), brought_on)


_SANCTIONS = Prepared(lambda whom: Sanction.public.filter(within("prisoner", whom)).select_related("prisoner", "place"))
_DETENTIONS = Prepared(lambda whom: Detention.public.filter(within("prisoner", whom)).select_related("place"))
_EVENTS = Prepared(
    lambda whom: (
        Event.prisoners.through._default_manager.filter(
            within("prisoner", whom), event__state=PublicationState.PUBLISHED, event__is_planned=False
        )
        .select_related("event__place")
        .order_by("event__happened_earliest", "event_id")
    )
)
_REPORTS = Prepared(
    lambda whom: (
        StatusReport.public.filter(within("prisoner", whom)).order_by().values_list("prisoner_id", "reported_earliest")
    )
)
# What was announced for a day and did not take place, or is not known to have, tells nothing of that day.
_HELD = Prepared(
    lambda whom: (
        Hearing.public.filter(within("case__defendant_rows__prisoner", whom), status=HearingStatus.HELD)
        .order_by()
        .values_list("case__defendant_rows__prisoner_id", "held_earliest")
    )
)
_ACCUSED = Prepared(lambda whom: histories_of(Charge.public.filter(within("prisoner", whom))))


def public_rows(ids: list[int]) -> dict[int, Rows]:
    """The published facts of these prisoners, by primary key; six queries whatever their number."""
    found: dict[int, dict[str, list[Any]]] = {pk: defaultdict(list) for pk in ids}
    for sanction in _SANCTIONS.of(ids):
        found[sanction.prisoner_id]["sanctions"].append(sanction)
    for detention in _DETENTIONS.of(ids):
        found[detention.prisoner_id]["detentions"].append(detention)
    for link in _EVENTS.of(ids):
        found[link.prisoner_id]["events"].append(link.event)
    for pk, day in chain(_REPORTS.of(ids), _HELD.of(ids)):
        if day is not None and pk in found:
            found[pk]["other_days"].append(day)
    for pk, accusation in accusations_in(_ACCUSED.of(ids)):
        found[pk]["accusations"].append(accusation)
    return {pk: rows_of(lists) for pk, lists in found.items()}


def rows_of(lists: dict[str, list[Any]]) -> Rows:
    """The facts of one prisoner, gathered by the names of `Rows`."""
    gathered: dict[str, Any] = {name: tuple(values) for name, values in lists.items()}
    return Rows(**gathered)


def days_of_change(rows: Rows) -> set[date]:
    """The days on which what holds of a person may change because a fact begins, ends or grows old; pure.

    Together with the `turns_on` of the outlines of these days they are all such days, since the chain compares
    its day with nothing else.
    """
    reports = sorted(set(fact_days(rows)))
    silences = {day + PRESUMED_FOR + timedelta(days=1) for day in reports}
    bounds = {day for when in dates_of(rows) if when for day in (when.earliest, when.latest) if day}
    # An event without a day may be as late as the day that is asked about, hence later than one that was over before.
    happened = (rows.when(one, "happened_on") for one in rows.events)
    passed = {when.latest + timedelta(days=1) for when in happened if when is not None and when.latest is not None}
    return bounds | set(reports) | silences | passed


def dates_of(rows: Rows) -> Iterable[PartialDate | Window | None]:
    """Every date that the chain may compare its day with."""
    for sanction in rows.sanctions:
        yield from (rows.when(sanction, "imposed_on"), sanction.starts_on, rows.when(sanction, "ended_on"))
    for detention in rows.detentions:
        yield from (rows.when(detention, "started_on"), rows.when(detention, "ended_on"))
    yield from (rows.when(one, "happened_on") for one in rows.events)
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


def histories_of(charges: QuerySet[Charge]) -> Any:
    """Those of these charges that tell of a day, each with its history: rows for `accusations_in`."""
    told = charges.filter(~Q(brought_on="") | Q(steps__isnull=False))
    fields = ("prisoner_id", "case_id", "status", "brought_on", "pk", "steps__since_on", "steps__status")
    return told.order_by("pk", *(f"steps__{name}" for name in ChargeStep.natural_order)).values_list(*fields)


def accusations_in(rows: Iterable[tuple[Any, ...]]) -> Iterable[tuple[int, Accusation]]:
    """What of such rows the chain sees, by prisoner."""
    for key, lines in groupby(rows, key=itemgetter(slice(0, 5))):
        prisoner, case, status, brought_on, _pk = key
        yield prisoner, accusation_of(case, status, brought_on, ((on, to) for *_charge, on, to in lines if on))
