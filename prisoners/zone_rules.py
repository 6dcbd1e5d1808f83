"""The rules of time zones as VTIMEZONE (RFC 5545 3.6.5), read from the same tz database as everything else here.

The icalendar library can make them too, but gives the local onset of a clock that is put forward in the new time; the
standard wants it in the time that ends with it (3.6.5, TZOFFSETFROM), else the hours after it are read wrongly.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from prisoners.times import zone_or_refuse

#: For so many years after the last date that a calendar names its rules are given: what is moved later stays right.
YEARS_AHEAD = 5
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True)
class _Change:
    """One change of a zone's clocks, at its instant (UTC)."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def onset(self) -> datetime:
        """The local time at which it comes, in the time that it ends."""
        return (self.at + self.before).replace(tzinfo=None)


def zone_rules(times: Iterable[datetime]) -> list[Timezone]:
    """The rules of each zone in which one of the times is given, for the years of them all and some after."""
    zoned = list(times)
    names = sorted({_name(one) for one in zoned} - {"UTC"})
    if not names:
        return []
    years = [one.year for one in zoned]
    return [_rules(name, min(years) - 1, max(years) + YEARS_AHEAD) for name in names]


def rules_of_utc() -> Timezone:
    """A component that is true of every calendar, for one in which nothing else stands."""
    return _rules("UTC", 1970, 1970)


def _name(when: datetime) -> str:
    return when.tzinfo.key if isinstance(when.tzinfo, ZoneInfo) else "UTC"


@lru_cache(maxsize=512)
def _rules(name: str, first: int, last: int) -> Timezone:
    rules = Timezone()
    rules.add("tzid", name)
    changes: dict[tuple[timedelta, timedelta, str, bool], list[_Change]] = {}
    for one in _changes(name, first, last):
        changes.setdefault((one.before, one.after, one.name, one.is_summer), []).append(one)
    for alike in changes.values():
        rules.add_component(_observance(alike))
    return rules


def _observance(alike: list[_Change]) -> TimezoneStandard | TimezoneDaylight:
    """Changes from the same offset to the same offset are one rule with several dates."""
    one = alike[0]
    rule = TimezoneDaylight() if one.is_summer else TimezoneStandard()
    rule.add("dtstart", one.onset)
    rule.add("tzoffsetfrom", one.before)
    rule.add("tzoffsetto", one.after)
    rule.add("tzname", one.name)
    if alike[1:]:
        rule.add("rdate", [other.onset for other in alike[1:]])
    return rule


def _changes(name: str, first: int, last: int) -> list[_Change]:
    """How the clocks stand at the beginning, and every change until the end."""
    zone = zone_or_refuse(name)
    begin = datetime(first, 1, 1, tzinfo=UTC)
    changes = [_change(zone, begin, begin)]
    while begin.year <= last:
        if _offset(zone, begin) != _offset(zone, begin + DAY):
            changes.append(_change(zone, *_found(zone, begin, begin + DAY)))
        begin += DAY
    return changes


def _found(zone: ZoneInfo, low: datetime, high: datetime) -> tuple[datetime, datetime]:
    """The last second of the old time and the first of the new one, between two instants."""
    old = _offset(zone, low)
    while high - low > SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        low, high = (middle, high) if _offset(zone, middle) == old else (low, middle)
    return low, high


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> _Change:
    local = after.astimezone(zone)
    return _Change(
        after,
        _offset(zone, before),
        _offset(zone, after),
        local.tzname() or "",
        (local.dst() or timedelta()) > timedelta(),
    )


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()
