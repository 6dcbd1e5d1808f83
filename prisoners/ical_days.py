"""Days that return each year as entries of a calendar: arrests and sentences of those still held, what is remembered.

The same days that `supporters.anniversaries` writes about. Only what is known to the day returns; 29 February does
on 28 February in common years.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import get_language, gettext

from prisoners.choices import EventKind, SanctionEnd
from prisoners.dates import PartialDate, anniversary
from prisoners.ical import ON_THE_DAY, Entry, revision_of
from prisoners.models import Detention, Event, Prisoner, Sanction
from prisoners.words import say

DAY = timedelta(days=1)
A_LEAP_YEAR = 2000


@dataclass(frozen=True)
class Returning:
    """A row of the record whose date returns: what it was (arrest, sentence, event), and of whom."""

    row: Any
    what: str
    first: PartialDate | None
    prisoner: Prisoner | None = None

    @property
    def same(self) -> tuple[Any, ...]:
        """An arrest that is told by an event and by a stretch of custody is one."""
        return (self.what, self.prisoner.pk, str(self.first)) if self.prisoner else (self.what, self.row.pk)


def day_entries(prisoners: QuerySet[Prisoner], remembered: QuerySet[Event]) -> list[Entry]:
    """The days of these public prisoners and of these public events, in the active language; five queries."""
    return [entry for one in returning(prisoners, remembered) if (entry := _entry(one)) is not None]


def returning(prisoners: QuerySet[Prisoner], remembered: QuerySet[Event]) -> list[Returning]:
    """What of these public rows returns each year, each once; five queries."""
    found: dict[tuple[Any, ...], Returning] = {}
    for one in (*_of_people(prisoners), *_of_events(remembered)):
        found.setdefault(one.same, one)
    return list(found.values())


def _of_people(prisoners: QuerySet[Prisoner]) -> Iterator[Returning]:
    stretches = Detention.public.filter(prisoner=OuterRef("pk")).order_by()
    held = prisoners.filter(~Exists(stretches) | Exists(stretches.filter(ended_on=""))).in_bulk()
    arrests = Event.public.filter(kind=EventKind.ARREST, is_planned=False, prisoners__in=held).distinct()
    for event in arrests.prefetch_related(Prefetch("prisoners", Prisoner.public.filter(pk__in=held))):
        yield from (Returning(event, "arrest", event.happened_on, one) for one in event.prisoners.all())
    for row in _first_days_of_custody(list(held)):
        yield Returning(row, "arrest", row.started_on, held[row.prisoner_id])
    running = Sanction.public.filter(ended_by=SanctionEnd.NOT_ENDED, accompanies__isnull=True, replaced_by__isnull=True)
    for sanction in running.filter(prisoner__in=held):
        yield Returning(sanction, "sentence", sanction.imposed_on, held[sanction.prisoner_id])


def _first_days_of_custody(prisoners: list[int]) -> QuerySet[Detention]:
    """Beginnings of custody, without the days on which it only went on in another place."""
    earlier = Detention.public.filter(
        prisoner=OuterRef("prisoner"),
        started_earliest__lt=OuterRef("started_earliest"),
        ended_latest__gte=OuterRef("started_earliest") - DAY,
    )
    return Detention.public.filter(~Exists(earlier), prisoner__in=prisoners)


def _of_events(events: QuerySet[Event]) -> Iterator[Returning]:
    for event in events.filter(Q(is_commemorated=True)):
        yield Returning(event, "event", event.happened_on)


def _entry(one: Returning) -> Entry | None:
    start = _first_return(one)
    if start is None or one.first is None or one.first.begin is None:
        return None
    changed = max(one.row.updated_at, one.prisoner.updated_at) if one.prisoner else one.row.updated_at
    point = one.first.begin
    of_whom = f"/prisoner:{one.prisoner.pk}" if one.prisoner else ""
    return Entry(
        key=f"{one.row._meta.model_name}:{one.row.pk}/{one.what}{of_whom}",
        created_at=one.row.created_at,
        changed_at=changed,
        sequence=revision_of(one.row.created_at, changed),
        summary=summary(one),
        start=start,
        end=start + DAY,
        url=_url(one.prisoner),
        description=f"{_since(one.first)}\n{_url(one.prisoner)}",
        categories=("ANNIVERSARY",),
        alarms=ON_THE_DAY,
        yearly_of=date(point.year or A_LEAP_YEAR, point.month or 1, point.day or 1),
    )


def _first_return(one: Returning) -> date | None:
    """The first day on which it returns; one without a year from the year in which it was entered."""
    if one.first is None or one.first.begin is None:
        return None
    created: datetime = one.row.created_at
    year = created.year if one.first.begin.year is None else one.first.begin.year + 1
    return anniversary(one.first, year)


def summary(one: Returning) -> str:
    """The day in one line, in the active language."""
    names = {"name": one.prisoner.name_i18n if one.prisoner else "", "day": say(one.first)}
    if one.what == "arrest":
        return gettext("%(name)s: anniversary of the arrest (%(day)s)") % names
    if one.what == "sentence":
        return gettext("%(name)s: anniversary of the sentence (%(day)s)") % names
    title = one.row.title_i18n or one.row.get_kind_display()
    return gettext("%(title)s: anniversary (%(day)s)") % {"title": title, "day": names["day"]}


def _since(first: PartialDate) -> str:
    return gettext("First: %(day)s") % {"day": say(first)}


def _url(prisoner: Prisoner | None) -> str:
    path = reverse("prisoners:detail", args=[prisoner.slug]) if prisoner else f"/{get_language() or 'en'}/"
    return f"{settings.SITE_ORIGIN}{path}"
