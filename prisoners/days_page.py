"""The page of days to remember: a year at a glance, and each day with what returns on it."""

from calendar import Calendar
from collections import defaultdict
from datetime import date
from typing import Any

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format
from django.utils.translation import get_language, ngettext

from prisoners.cards import prisoner_url
from prisoners.dates import anniversary
from prisoners.ical_days import Returning, returning, summary
from prisoners.models import Event, Prisoner
from prisoners.remembered import remembered

#: So many lines stand on a page; where more returns in a year, each day has its share of them and says how many more.
SHOWN = 800
#: How far one can leaf from the present year.
YEARS_AROUND = 1

Days = dict[date, list[Returning]]


def days_page(asked: str, today: date) -> dict[str, Any]:
    """What the template shows of one year: that of `asked`, or the present one where that is no year around it."""
    year = _year(asked, today)
    return remembered(("days", get_language(), year, today), lambda: _page(year, today))


def _page(year: int, today: date) -> dict[str, Any]:
    days = _days_of(year)
    shown = _share(days)
    return {
        "year": year,
        "earlier": year - 1 if year > today.year - YEARS_AROUND else None,
        "later": year + 1 if year < today.year + YEARS_AROUND else None,
        "weekdays": [{"short": WEEKDAYS_ABBR[day], "long": WEEKDAYS[day]} for day in _calendar().iterweekdays()],
        "months": [_month(year, number, days, today) for number in range(1, 13)],
        "days": [_day(day, found, shown, year) for day, found in sorted(days.items())],
    }


def _share(days: Days) -> int:
    """How many lines a day may have."""
    total = sum(map(len, days.values()))
    return total if total <= SHOWN else max(1, SHOWN // len(days))


def _day(day: date, found: list[Returning], shown: int, year: int) -> dict[str, Any]:
    return {"day": day, "lines": [_line(one, year) for one in found[:shown]], "more": max(0, len(found) - shown)}


def _year(asked: str, today: date) -> int:
    around = {str(year): year for year in range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1)}
    return around.get(asked, today.year)


def _days_of(year: int) -> Days:
    """What returns on each day of a year; what happened in that year or later does not return in it."""
    days: Days = defaultdict(list)
    for one in returning(Prisoner.public.all(), Event.public.all()):
        day = anniversary(one.first, year) if one.first else None
        if day:
            days[day].append(one)
    return days


def _calendar() -> Calendar:
    """Weeks as the active language begins them; Django counts from Sunday, Python from Monday."""
    return Calendar((int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7)


def _month(year: int, number: int, days: Days, today: date) -> dict[str, Any]:
    weeks = _calendar().monthdatescalendar(year, number)
    return {
        "first": date(year, number, 1),
        "weeks": [[_cell(day, number, days, today) for day in one] for one in weeks],
    }


def _cell(day: date, month: int, days: Days, today: date) -> dict[str, Any] | None:
    """One day of a month's sheet; nothing for the days of its neighbours."""
    if day.month != month:
        return None
    return {"day": day, "count": len(days.get(day, ())), "is_today": day == today}


def _line(one: Returning, year: int) -> dict[str, Any]:
    begun = one.first.begin.year if one.first and one.first.begin else None
    passed = year - begun if begun else 0
    return {
        "text": summary(one),
        "url": prisoner_url(one.prisoner) if one.prisoner else "",
        "years": ngettext("%(n)d year", "%(n)d years", passed) % {"n": passed} if passed else "",
    }
