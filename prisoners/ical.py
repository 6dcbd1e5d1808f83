"""Calendars as iCalendar octets (RFC 5545, RFC 7986): the same rows give the same octets, whoever asks and whenever."""

import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parseaddr
from functools import lru_cache
from typing import Any

from django.conf import settings
from icalendar import Alarm, Calendar, Event, vCalAddress, vDuration, vGeo, vRecur, vText

from prisoners.zone_rules import rules_of_utc, zone_rules

PRODID = "-//Until Free//Calendar 1//EN"
#: How often a client is asked to look again.
REFRESH = timedelta(hours=1)
#: RFC 4122 name space of our entries; what is named within it stands in `uid_of`.
NAMESPACE = uuid.UUID("6f1ff05a-2f2e-5d0b-9a0e-9a4ad1b8e0a7")
CONFIRMED, CANCELLED = "CONFIRMED", "CANCELLED"
END = b"END:VCALENDAR\r\n"
#: Before the beginning of something that has an hour, and of something that has only a day (09:00 the day before).
BEFORE_AN_HOUR = (timedelta(days=-1), timedelta(hours=-2))
BEFORE_A_DAY = (timedelta(hours=-15),)
ON_THE_DAY = (timedelta(hours=9),)


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar.

    `key` names the row (`hearing:12`). `start` is an aware instant in the zone of the place, or a civil day; `end` is
    of the same kind and not part of it (RFC 5545 3.6.1), None where nobody knows it. `changed_at` is when anything
    that the entry says was last written; `sequence` rises with each move or cancellation. `yearly_of` makes a day
    that returns: the day of which it is the anniversary.
    """

    key: str
    created_at: datetime
    changed_at: datetime
    sequence: int
    summary: str
    start: date | datetime
    url: str
    end: date | datetime | None = None
    description: str = ""
    location: str = ""
    geo: tuple[float, float] | None = None
    categories: tuple[str, ...] = ()
    status: str = CONFIRMED
    alarms: tuple[timedelta, ...] = ()
    yearly_of: date | None = None
    is_own_time: bool = False


@dataclass(frozen=True)
class Heading:
    """What a calendar is called, where it is told about on the web, and whether it is for one person."""

    name: str
    description: str
    url: str
    is_personal: bool = False


def calendar_octets(heading: Heading, entries: Iterable[Entry], *, method: str = "") -> bytes:
    """A whole VCALENDAR with the rules of every zone that it names; `method` only where it is mailed (RFC 5546).

    A calendar has at least one component (RFC 5545 3.6): where nothing is known to the day, the rules of UTC.
    """
    rows = sorted(entries, key=_order)
    calendar = _head(heading, method)
    for zone in zone_rules(_zoned(rows)) if rows else [rules_of_utc()]:
        calendar.add_component(zone)
    head, end, _nothing = calendar.to_ical().rpartition(END)
    organiser = parseaddr(settings.DEFAULT_FROM_EMAIL)[1] if method else ""
    return b"".join([head, *(_octets(one, organiser) for one in rows), end])


def _octets(entry: Entry, organiser: str) -> bytes:
    """What is for one person alone is kept nowhere."""
    return _event(entry, organiser).to_ical() if entry.is_own_time else _public_octets(entry, organiser)


@lru_cache(maxsize=4096)
def _public_octets(entry: Entry, organiser: str) -> bytes:
    """Kept by all that they say: most entries are the same each time a calendar is asked for."""
    return _event(entry, organiser).to_ical()


def invitation(entry: Entry) -> bytes:
    """One entry as an attachment of a mail (`text/calendar; method=PUBLISH`), where RFC 5546 3.2.1 wants the method."""
    return calendar_octets(Heading(entry.summary, "", entry.url), [entry], method="PUBLISH")


def unambiguous(when: datetime) -> datetime:
    """A local time that its clock shows twice means the first (RFC 5545 3.3.5): the second is said in UTC."""
    return when.astimezone(UTC) if when.fold else when


def uid_of(key: str, created_at: datetime) -> str:
    """A UID for ever: it depends neither on the address of the site nor on anything that is edited (RFC 7986 5.3)."""
    return str(uuid.uuid5(NAMESPACE, f"{key} {created_at.astimezone(UTC).isoformat()}"))


def revision_of(created_at: datetime, changed_at: datetime) -> int:
    """A SEQUENCE for rows that keep no revision: seconds from the first writing to the last, so that it only rises."""
    return max(int((changed_at - created_at).total_seconds()), 0)


def _head(heading: Heading, method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method)
        return calendar
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(_plain(heading.name)))
    for name in ("description", "x-wr-caldesc") if heading.description else ():
        calendar.add(name, vText(_plain(heading.description)))
    calendar.add("url", heading.url)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return calendar


def _event(entry: Entry, organiser: str) -> Event:
    """`organiser` is the address of the site where the method asks for one, else ""."""
    event = Event()
    event.add("uid", uid_of(entry.key, entry.created_at))
    for name, value in _times(entry).items():
        event.add(name, value)
    event.add("sequence", entry.sequence)
    event.add("status", entry.status)
    event.add("summary", _plain(entry.summary))
    for name, text in (("description", entry.description), ("location", entry.location), ("url", entry.url)):
        if text:
            event.add(name, _plain(text) if name != "url" else text)
    _add_rest(event, entry, organiser)
    return event


def _times(entry: Entry) -> dict[str, Any]:
    """The rows alone say when: a DTSTAMP of the moment of asking would be another calendar with each question."""
    changed = entry.changed_at.astimezone(UTC).replace(microsecond=0)
    times: dict[str, Any] = {"dtstamp": changed, "last-modified": changed, "dtstart": entry.start}
    times["created"] = entry.created_at.astimezone(UTC).replace(microsecond=0)
    if entry.end is not None:
        times["dtend"] = entry.end
    if entry.yearly_of is not None:
        times["rrule"] = _yearly(entry.yearly_of)
    return times


def _add_rest(event: Event, entry: Entry, organiser: str) -> None:
    if entry.geo:
        event.add("geo", vGeo(entry.geo))
    if entry.categories:
        event.add("categories", list(entry.categories))
    if organiser:
        event.add("organizer", _organiser(organiser))
    event.add("class", "PRIVATE" if entry.is_own_time else "PUBLIC")
    event.add("transp", "OPAQUE" if entry.is_own_time else "TRANSPARENT")
    for lead in entry.alarms if entry.status != CANCELLED else ():
        event.add_component(_alarm(entry, lead))


def _yearly(day: date) -> vRecur:
    """29 February returns on the last day of February (RFC 5545 would leave it out in common years)."""
    if (day.month, day.day) == (2, 29):
        return vRecur({"FREQ": "YEARLY", "BYMONTH": 2, "BYMONTHDAY": -1})
    return vRecur({"FREQ": "YEARLY"})


def _alarm(entry: Entry, lead: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(entry.summary))
    alarm.add("trigger", lead)
    return alarm


def _organiser(site: str) -> vCalAddress:
    """The site and nobody in person: RFC 5546 3.2.1 wants one in what is mailed, RFC 5545 3.8.4.3 none in a feed."""
    organiser = vCalAddress(f"mailto:{site}")
    organiser.params["CN"] = vText("Until Free")
    return organiser


def _plain(text: str) -> str:
    """Without control characters (RFC 5545 3.1): some clients give up the whole calendar for one of them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) != "Cc")


def _zoned(rows: list[Entry]) -> list[datetime]:
    return [when for one in rows for when in (one.start, one.end) if isinstance(when, datetime)]


def _order(entry: Entry) -> tuple[str, str]:
    return (entry.start.isoformat(), entry.key)
