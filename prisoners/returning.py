"""What returns: arrests and sentences of those held and what is commemorated, each year; deaths, after 40 and 100 days.

All of it, or what returns on one day.

Who by the chain is not held, never was or has served a sentence at large, has no such days, as much as who was
released. Only what is known to the day returns; 29 February does on 28 February in common years.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from prisoners.choices import EventKind, SanctionEnd
from prisoners.dates import NO_YEAR, PartialDate, anniversary
from prisoners.few import among
from prisoners.models import Detention, Event, Prisoner, Sanction
from prisoners.spans import spans_on

DAY = timedelta(days=1)
#: After a death these days are kept, the day itself counted as the first: 24 March 2012 was the 100th after 16 December
#: 2011. The fortieth is kept in Central Asia and by the Orthodox churches.
COUNTED = (40, 100)
MOURNED = (EventKind.DEATH, EventKind.KILLING)
#: Deaths longer ago than this have no such day in a year that pages and calendars show.
LAST_MOURNED = timedelta(days=3 * 366)


@dataclass(frozen=True)
class Returning:
    """A row of the record whose date returns: what it was (arrest, sentence, event), and of whom.

    `nth` is set where a day after it is meant and not the date each year; `people` are who died, if in the record.
    """

    row: Any
    what: str
    first: PartialDate | None
    prisoner: Prisoner | None = None
    nth: int | None = None
    people: tuple[Prisoner, ...] = ()

    def on(self, year: int) -> date | None:
        """The day of that year on which it returns, if any."""
        if self.nth is None:
            return anniversary(self.first, year) if self.first else None
        return self.nth_day if self.nth_day and self.nth_day.year == year else None

    @property
    def nth_day(self) -> date | None:
        """The fortieth or hundredth day, from an exact day alone."""
        if self.nth is None or self.first is None or not self.first.is_day or self.first.earliest is None:
            return None
        return self.first.earliest + timedelta(days=self.nth - 1)

    @property
    def same(self) -> tuple[Any, ...]:
        """An arrest that is told by an event and by a stretch of custody is one."""
        return (self.what, self.prisoner.pk, str(self.first)) if self.prisoner else (self.what, self.row.pk)


def still_held(prisoners: QuerySet[Prisoner]) -> QuerySet[Prisoner]:
    """Without those whose every known stretch of custody has ended."""
    stretches = Detention.public.filter(prisoner=OuterRef("pk")).order_by()
    return prisoners.filter(~Exists(stretches) | Exists(stretches.filter(ended_on=""))).order_by()


def are_many(prisoners: QuerySet[Prisoner], most: int) -> bool:
    """Whether more than `most` of these are still held; two queries at most, which stop when they know."""
    open_ones, unknown = _held_in_halves(prisoners)
    found = set(open_ones[: 2 * most])
    if len(found) <= most:
        found |= set(unknown[: most + 1])
    return len(found) > most


def _held_in_halves(prisoners: QuerySet[Prisoner]) -> tuple[Any, Any]:
    """The numbers of those with a stretch of custody that lasts, maybe repeated, and of those with none at all.

    Of a long record the database would put both together before it looks for anybody.
    """
    lasting = Detention.public.filter(ended_on="", prisoner__in=prisoners.order_by()).order_by()
    stretches = Detention.public.filter(prisoner=OuterRef("pk")).order_by()
    without = prisoners.filter(~Exists(stretches)).order_by()
    return lasting.values_list("prisoner_id", flat=True), without.values_list("pk", flat=True)


def returning(prisoners: QuerySet[Prisoner], remembered: QuerySet[Event]) -> list[Returning]:
    """What of these public people and events returns, each once, of those held today; twelve queries."""
    return _once([*_of_the_held(prisoners), *of_events(remembered), *of_the_dead(remembered)])


def returning_on(day: date, prisoners: QuerySet[Prisoner], remembered: QuerySet[Event]) -> list[Returning]:
    """What of these returns on that day, each once; ten queries, which cost by what returns then."""
    yearly = of_events(remembered.filter(may_return(day, "happened")))
    found = _once([*_of_the_held(prisoners, day), *yearly, *of_the_dead(remembered, day)])
    return [one for one in found if one.on(day.year) == day]


def of_events(events: QuerySet[Event]) -> Iterator[Returning]:
    """Those of the public events that are commemorated, deaths with who died; two queries."""
    for event in events.filter(is_commemorated=True).prefetch_related(Prefetch("prisoners", Prisoner.public.all())):
        people = tuple(event.prisoners.all()) if event.kind in MOURNED else ()
        yield Returning(event, "event", event.happened_on, people=people)


def of_the_dead(events: QuerySet[Event], day: date | None = None) -> Iterator[Returning]:
    """The fortieth and the hundredth day after deaths among the public events: those on `day`, or all; two queries."""
    died = events.filter(kind__in=MOURNED, is_planned=False, happened_latest=F("happened_earliest"))
    if day is None:
        died = died.filter(happened_latest__gte=timezone.now().date() - LAST_MOURNED)
    else:
        died = died.filter(happened_latest__in=[day - timedelta(days=nth - 1) for nth in COUNTED])
    for event in died.prefetch_related(Prefetch("prisoners", Prisoner.public.all())):
        people = tuple(event.prisoners.all())
        yield from (Returning(event, f"day_{nth}", event.happened_on, nth=nth, people=people) for nth in COUNTED)


def _once(found: Iterable[Returning]) -> list[Returning]:
    first: dict[tuple[Any, ...], Returning] = {}
    for one in found:
        first.setdefault(one.same, one)
    return list(first.values())


def _of_the_held(prisoners: QuerySet[Prisoner], day: date | None = None) -> list[Returning]:
    """Without those of whom the chain says that they are not held on that day, or today (UTC)."""
    found = list(_of_people(prisoners, day))
    people = {one.prisoner.pk for one in found if one.prisoner}
    rows = spans_on(day or timezone.now().date()).filter(is_held=False, prisoner__in=people)
    free = set(rows.values_list("prisoner_id", flat=True)) if people else set()
    return [one for one in found if one.prisoner and one.prisoner.pk not in free]


def _of_people(prisoners: QuerySet[Prisoner], day: date | None) -> Iterator[Returning]:
    held = still_held(prisoners)
    if day is None:
        # Whose days are asked for all at once are few: looked up once, they are found by their numbers.
        numbers = set(chain.from_iterable(_held_in_halves(prisoners)))
        held = Prisoner.public.filter(among("pk", sorted(numbers))).order_by()
    arrests = Event.public.filter(may_return(day, "happened"), kind=EventKind.ARREST, is_planned=False)
    for event in arrests.filter(prisoners__in=held).distinct().prefetch_related(Prefetch("prisoners", held)):
        yield from (Returning(event, "arrest", event.happened_on, one) for one in event.prisoners.all())
    begun = _first_days_of_custody().filter(may_return(day, "started"), prisoner__in=held)
    for row in begun.select_related("prisoner"):
        yield Returning(row, "arrest", row.started_on, row.prisoner)
    running = Sanction.public.filter(ended_by=SanctionEnd.NOT_ENDED, accompanies__isnull=True, replaced_by__isnull=True)
    for sanction in running.filter(may_return(day, "imposed"), prisoner__in=held).select_related("prisoner"):
        yield Returning(sanction, "sentence", sanction.imposed_on, sanction.prisoner)


def _first_days_of_custody() -> QuerySet[Detention]:
    """Beginnings of custody, without the days on which it only went on in another place."""
    earlier = Detention.public.filter(
        prisoner=OuterRef("prisoner"),
        started_earliest__lt=OuterRef("started_earliest"),
        ended_latest__gte=OuterRef("started_earliest") - DAY,
    )
    return Detention.public.filter(~Exists(earlier))


def may_return(day: date | None, name: str) -> Q:
    """That the date `{name}_on` may return on that day: roughly, as an index can tell; any without a day."""
    if day is None:
        return Q()
    days = [(day.month, day.day), *([(2, 29)] if (day.month, day.day) == (2, 28) else [])]
    wanted = Q()
    for month, number in days:
        wanted |= Q(**{f"{name}_earliest__month": month, f"{name}_earliest__day": number})
        without_year = f"{NO_YEAR}-{month:02}-{number:02}"
        # Asked by the month, so that the index of months and days finds what has none.
        wanted |= Q(**{f"{name}_earliest__month__isnull": True, f"{name}_on__startswith": without_year})
    return wanted
