"""Court dates as entries of a calendar; a date not known to the day is no entry, for it would be a made-up one."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from prisoners.cards import prisoner_url
from prisoners.choices import HearingStatus
from prisoners.ical import BEFORE_A_DAY, BEFORE_AN_HOUR, CANCELLED, CONFIRMED, Entry, unambiguous
from prisoners.models import Hearing, Prisoner
from prisoners.times import zone_or_refuse
from prisoners.words import hour, say, zone

DAY = timedelta(days=1)


def with_relations(hearings: QuerySet[Hearing]) -> QuerySet[Hearing]:
    """All that an entry says, in two queries."""
    defendants = Prefetch("case__defendants", Prisoner.public.only("slug", "name", "i18n", "updated_at"))
    return hearings.select_related("case", "place").prefetch_related(defendants)


def hearing_entries(hearings: Iterable[Hearing]) -> list[Entry]:
    """The hearings whose day is known, in the active language, in the time of the court."""
    return [hearing_entry(one, day) for one in hearings if (day := _day(one)) is not None]


def hearing_entry(hearing: Hearing, day: date) -> Entry:
    """One hearing on its local day; without an hour it takes the whole day, and never a made-up hour."""
    is_off = hearing.status == HearingStatus.CANCELLED
    people = _people(hearing)
    where, url = _where(hearing), _url(people)
    related = [hearing.updated_at, hearing.case.updated_at, hearing.place.updated_at]
    return Entry(
        key=f"hearing:{hearing.pk}",
        created_at=hearing.created_at,
        changed_at=max([*related, *(one.updated_at for one in people)]),
        sequence=hearing.revision,
        summary=_summary(hearing, people, is_off),
        start=_start(hearing, day),
        end=None if hearing.has_time else day + DAY,
        url=url,
        description=_description(hearing, where, url),
        location=where,
        geo=_geo(hearing),
        categories=("HEARING",),
        status=CANCELLED if is_off else CONFIRMED,
        alarms=_alarms(hearing),
    )


def _people(hearing: Hearing) -> list[Prisoner]:
    """The public defendants: asked for once with `with_relations`, else here."""
    is_prefetched = "defendants" in getattr(hearing.case, "_prefetched_objects_cache", {})
    return list(hearing.case.defendants.all() if is_prefetched else Prisoner.public.filter(cases=hearing.case))


def _day(hearing: Hearing) -> date | None:
    held_on = hearing.held_on
    return held_on.earliest if held_on is not None and held_on.is_day else None


def _start(hearing: Hearing, day: date) -> date | datetime:
    if hearing.local_time is None:
        return day
    hour = hearing.local_time.replace(fold=int(hearing.is_second_hour))
    return unambiguous(datetime.combine(day, hour, zone_or_refuse(hearing.place.time_zone)))


def _summary(hearing: Hearing, people: list[Prisoner], is_off: bool) -> str:
    names = ", ".join(one.name_i18n for one in people) or hearing.case.title_i18n
    text = f"{names}: {hearing.get_kind_display()}"
    return gettext("Cancelled: %(what)s") % {"what": text} if is_off else text


def _description(hearing: Hearing, where: str, url: str) -> str:
    """The time of the court in words too: a client whose rules are stale shows another hour than the court's clock."""
    clock = f"{hour(hearing)}, {zone(hearing)}" if hearing.has_time else gettext("The hour is not known.")
    when = f"{say(hearing.held_on)}, {clock}" if hearing.has_time else f"{say(hearing.held_on)}. {clock}"
    said = hearing.came_of_it or hearing.text_i18n
    return "\n".join(part for part in (when, capfirst(where), said, url) if part)


def _where(hearing: Hearing) -> str:
    return ", ".join(part for part in (hearing.court_i18n, hearing.place.name_i18n) if part)


def _url(people: list[Prisoner]) -> str:
    path = prisoner_url(people[0]) if people else reverse("prisoners:hearings")
    return f"{settings.SITE_ORIGIN}{path}"


def _geo(hearing: Hearing) -> tuple[float, float] | None:
    place = hearing.place
    if place.latitude is None or place.longitude is None:
        return None
    return (float(place.latitude), float(place.longitude))


def _alarms(hearing: Hearing) -> tuple[timedelta, ...]:
    if hearing.status != HearingStatus.SCHEDULED:
        return ()
    return BEFORE_AN_HOUR if hearing.has_time else BEFORE_A_DAY
