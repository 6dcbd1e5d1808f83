"""The page of days to remember: a year at a glance, and what returns on each of its days.

Of a short record all days of the year stand below the sheets. Of a long one there is one day at a time, page by page,
and every day of the sheets leads to its own.
"""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format
from django.utils.translation import get_language, gettext, ngettext

from prisoners.cards import prisoner_url
from prisoners.dates import anniversary, from_date
from prisoners.ical_days import end_summary, summary
from prisoners.models import Event, Prisoner
from prisoners.own_days import Ending, birthdays, endings
from prisoners.remembered import remembered
from prisoners.returning import Returning, are_many, returning, returning_on
from prisoners.words import say

#: Where more people are held than this, the page is of one day.
MOST_HELD = 400
#: So many lines stand on a page of one day.
LINES_A_PAGE = 100
#: How far one can leaf from the present year.
YEARS_AROUND = 1

Days = dict[date, list[Returning | Ending]]
Link = Callable[[date], str]


def days_page(asked: Mapping[str, str], today: date) -> dict[str, Any]:
    """What the template shows, and why another year or day than the one that is asked for."""
    return {**_shown(asked, today), "refusal": _refusal(asked, today)}


def _refusal(asked: Mapping[str, str], today: date) -> str:
    """A sentence where a year or a day is asked for that the page has not."""
    first, last = today.year - YEARS_AROUND, today.year + YEARS_AROUND
    wanted = asked.get("day") or asked.get("year", "")
    if not wanted or _is_around(wanted, today):
        return ""
    words = gettext("This page has the days of %(first)d to %(last)d, and no others: today is shown instead.")
    return words % {"first": first, "last": last}


def _is_around(text: str, today: date) -> bool:
    """Whether a year or a day is one that the page has."""
    year, _dash, rest = text.partition("-")
    if year not in {str(today.year + away) for away in range(-YEARS_AROUND, YEARS_AROUND + 1)}:
        return False
    try:
        return not rest or date.fromisoformat(text) is not None
    except ValueError:
        return False


def _shown(asked: Mapping[str, str], today: date) -> dict[str, Any]:
    """What the template shows: the year of `year`, or the present one where that is no year around it.

    Of a long record the day of `day` (2026-12-16), else today in that year, and the page of `page`.
    """
    if are_many(Prisoner.public.all(), MOST_HELD):
        return _page_of_a_day(asked, today)
    year = _year(asked.get("year", ""), today)
    return remembered(("days", get_language(), year, today), lambda: _whole_page(year, today))


def _whole_page(year: int, today: date) -> dict[str, Any]:
    days = _days_of(year, today)
    return {
        **_sheets(year, today, lambda day: f"#d{day:%m%d}" if day in days else ""),
        "days": [{"day": day, "lines": [_line(one, year) for one in found]} for day, found in sorted(days.items())],
    }


def _page_of_a_day(asked: Mapping[str, str], today: date) -> dict[str, Any]:
    day = _day(asked, today)
    people = Prisoner.public.all()
    born = [one for one in birthdays(people, today, day) if one.first and anniversary(one.first, day.year) == day]
    found: list[Returning | Ending] = [
        *endings(people, today, day),
        *born,
        *returning_on(day, people, Event.public.all()),
    ]
    page = Paginator(found, LINES_A_PAGE).get_page(asked.get("page"))
    return {
        **_sheets(day.year, today, lambda day: f"?day={day.isoformat()}#days"),
        "chosen": say(from_date(day)),
        "page": page,
        "days": [{"day": day, "lines": [_line(one, day.year) for one in page]}] if found else [],
    }


def _sheets(year: int, today: date, link: Link) -> dict[str, Any]:
    """Twelve months, and the years beside; `link` gives the address to which a day leads, or nothing."""
    return {
        "year": year,
        "earlier": year - 1 if year > today.year - YEARS_AROUND else None,
        "later": year + 1 if year < today.year + YEARS_AROUND else None,
        "weekdays": [{"short": WEEKDAYS_ABBR[day], "long": WEEKDAYS[day]} for day in _calendar().iterweekdays()],
        "months": [_month(year, number, link, today) for number in range(1, 13)],
    }


def _year(asked: str, today: date) -> int:
    around = {str(year): year for year in range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1)}
    return around.get(asked, today.year)


def _day(asked: Mapping[str, str], today: date) -> date:
    """The day that is asked for, where it lies in a year around; else this day in the year that is asked for."""
    try:
        day = date.fromisoformat(asked.get("day", ""))
    except ValueError:
        day = today
    return day if abs(day.year - today.year) <= YEARS_AROUND and asked.get("day") else _in_year(today, asked)


def _in_year(today: date, asked: Mapping[str, str]) -> date:
    year = _year(asked.get("year", ""), today)
    return today if year == today.year else date(year, 1, 1)


def _days_of(year: int, today: date) -> Days:
    """What returns on each day of a year, and near ends of terms; what happened that year or later does not return."""
    days: Days = defaultdict(list)
    people = Prisoner.public.all()
    for end in endings(people, today):
        if end.on.year == year:
            days[end.on].append(end)
    for one in [*birthdays(people, today), *returning(people, Event.public.all())]:
        day = one.on(year)
        if day:
            days[day].append(one)
    return days


def _calendar() -> Calendar:
    """Weeks as the active language begins them; Django counts from Sunday, Python from Monday."""
    return Calendar((int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7)


def _month(year: int, number: int, link: Link, today: date) -> dict[str, Any]:
    weeks = _calendar().monthdatescalendar(year, number)
    return {
        "first": date(year, number, 1),
        "weeks": [[_cell(day, number, link, today) for day in one] for one in weeks],
    }


def _cell(day: date, month: int, link: Link, today: date) -> dict[str, Any] | None:
    """One day of a month's sheet; nothing for the days of its neighbours."""
    if day.month != month:
        return None
    return {"day": day, "url": link(day), "is_today": day == today}


def _line(one: Returning | Ending, year: int) -> dict[str, Any]:
    if isinstance(one, Ending):
        return {"text": end_summary(one), "url": prisoner_url(one.prisoner), "years": ""}
    begun = one.first.begin.year if one.first and one.first.begin else None
    passed = year - begun if begun else 0
    return {
        "text": summary(one),
        "url": prisoner_url(one.prisoner) if one.prisoner else "",
        "years": ngettext("%(n)d year", "%(n)d years", passed) % {"n": passed} if passed and not one.nth else "",
    }
