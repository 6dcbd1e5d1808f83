"""Partial dates: when something happened, as exactly as the source says it and no more (EDTF, ISO 8601-2)."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache, total_ordering

from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prisoners.date_words import words_of
from prisoners.date_words.shape import Say
from prisoners.refusals import Refusal, Sentence

POINT = re.compile(r"(?P<year>\d{4}|XXXX)(-(?P<month>\d\d)(-(?P<day>\d\d|XX))?)?(?P<mark>[?~%])?", re.ASCII)
#: Days that some months do not have.
_LATE_DAY = re.compile(r"(\d{4})-(\d\d)-(29|30|31)", re.ASCII)
OPEN = ".."
NO_YEAR = "XXXX"
A_LEAP_YEAR = 2000
YEARS = range(1000, 9000)
#: The days in them, for what is asked of pages.
FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(8999, 12, 31)


class BadDate(Refusal):
    """A text is not a date of our subset of EDTF, or names a day that does not exist."""


class Precision(Enum):
    """How much of the date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    BEFORE = "before"
    AFTER = "after"
    NO_YEAR = "no_year"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Point:
    """One end of a date: a year, a month or a day; `year` is None where it is not known."""

    year: int | None
    month: int | None = None
    day: int | None = None
    mark: str = ""

    @property
    def earliest(self) -> date | None:
        """Its first day, or None without a year."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """Its last day, or None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """Its EDTF text without the mark."""
        year = NO_YEAR if self.year is None else f"{self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part)])

    def beside(self, step: int) -> "Point":
        """The day, month or year that comes `step` later (or earlier); for points with a year."""
        if self.year is None or self.month is None:
            return Point((self.year or 0) + step)
        if self.day is None:
            months = self.year * 12 + self.month - 1 + step
            return Point(months // 12, months % 12 + 1)
        day = date(self.year, self.month, self.day) + timedelta(days=step)
        return Point(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.year is None:
            return Precision.UNKNOWN if self.month is None else Precision.NO_YEAR
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY


@total_ordering
@dataclass(frozen=True, eq=True)
class PartialDate:
    """A date as exact as its source. Make one with `parse` or `from_date`.

    `earliest` and `latest` are its first and last possible civil days in the place where it happened (no
    zone); None means open, or that the year is not known. `begin` and `end` are the written ends; one of them
    is None in "before" and "after". Sorts by the first day known of it; what has no day at all comes last.
    """

    text: str
    begin: Point | None
    end: Point | None

    @property
    def earliest(self) -> date | None:
        return self.begin.earliest if self.begin else None

    @property
    def latest(self) -> date | None:
        return self.end.latest if self.end else None

    @property
    def precision(self) -> Precision:
        if self.begin is None:
            return Precision.BEFORE
        if self.end is None:
            return Precision.AFTER
        return self.begin.precision if self.begin is self.end else Precision.INTERVAL

    @property
    def is_approximate(self) -> bool:
        """Whether the source says "about" (EDTF `~` or `%`)."""
        return self._is_marked("~%")

    @property
    def is_uncertain(self) -> bool:
        """Whether the source is unsure (EDTF `?` or `%`)."""
        return self._is_marked("?%")

    @property
    def is_day(self) -> bool:
        """Whether one calendar day is named, year included."""
        return self.precision is Precision.DAY

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders partial dates; see the class."""
        first = self.earliest or self.latest or date.max
        return (first, self.latest or date.max, self.text)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        return self.sort_key < other.sort_key if isinstance(other, PartialDate) else NotImplemented

    def _is_marked(self, marks: str) -> bool:
        return any(end.mark in marks for end in (self.begin, self.end) if end and end.mark)


def parse(text: str) -> PartialDate:
    """Read a date of our subset of EDTF level 2 (https://www.loc.gov/standards/datetime/).

    Accepted are `2011`, `2011-12`, `2011-12-16`, each with `?` (uncertain), `~` (approximate) or `%` (both);
    `2011-12-XX`; intervals `2019-08-09/2019-08-10`, `../2011-12` and `2011-12/..`; `XXXX-12-16` and `XXXX-12`
    for a year not known; `XXXX` for nothing known. An interval with two equal ends is that one date. Raises
    BadDate with a sentence for anything else.
    """
    return _parse(text.strip())


def from_date(day: date) -> PartialDate:
    """The partial date of a day that is known."""
    return parse(day.isoformat())


def before(day: date) -> PartialDate:
    """Some day earlier than `day`: EDTF ends are inclusive, so the day before is written."""
    return parse(f"{OPEN}/{(day - timedelta(days=1)).isoformat()}")


def after(day: date) -> PartialDate:
    """Some day later than `day`."""
    return parse(f"{(day + timedelta(days=1)).isoformat()}/{OPEN}")


def describe(partial: PartialDate, language: str) -> str:
    """The date in words, in the right grammatical case, as it can stand alone beside a fact.

    `language` is a code such as "ru" or "kk-kz"; one that has no words here gets English.
    """
    words = words_of(language)
    said = _SAYERS[partial.precision](partial, words.say)
    if partial.is_approximate and partial.precision not in _ABOUT:
        said = words.say("approximate", said=said)
    return words.say("uncertain", said=said) if partial.is_uncertain else said


def say_date(partial: PartialDate | None) -> str:
    """The date in words of the active language; nothing for none."""
    return describe(partial, get_language() or "en") if partial is not None else ""


def day_bounds_in_days(first: PartialDate, second: PartialDate) -> tuple[int | None, int | None]:
    """The fewest and the most civil days from `first` to `second`, which is taken not to be the earlier one.

    None where an end is open. Two exact days give the same number twice.
    """
    low, high = _days(first.latest, second.earliest), _days(first.earliest, second.latest)
    if low is not None:
        low = max(low, 0) if high is None else min(max(low, 0), high)
    return low, high


def anniversary(partial: PartialDate, year: int) -> date | None:
    """The day in `year` on which this date returns, or None: for anything less exact than a day, and for the
    year itself and earlier ones. 29 February returns on 28 February in common years.
    """
    point = partial.begin
    if point is None or point.day is None or partial.precision not in (Precision.DAY, Precision.NO_YEAR):
        return None
    if point.year is not None and year <= point.year:
        return None
    return _same_day(year, point)


def years_between(partial: PartialDate, day: date) -> int | None:
    """Whole years from an exact day to `day` by the calendar, or None when the date is not an exact day.

    A person arrested on 29 February has been held for a year on 28 February of a common year.
    """
    if not partial.is_day or partial.begin is None or partial.begin.year is None:
        return None
    years = day.year - partial.begin.year
    return years if day >= _same_day(day.year, partial.begin) else years - 1


@lru_cache(maxsize=8192)
def _parse(text: str) -> PartialDate:
    begin_text, slash, end_text = text.partition("/")
    if not slash:
        point = _point(text, text)
        return PartialDate(text, point, point)
    if begin_text == end_text != OPEN:
        return _parse(begin_text)
    begin, end = _end(begin_text, text), _end(end_text, text)
    _check_order(begin, end, text)
    return PartialDate(text, begin, end)


def _end(text: str, whole: str) -> Point | None:
    if text == OPEN:
        return None
    point = _point(text, whole)
    if point.year is None:
        raise BadDate(format_lazy(_("The ends of “{text}” need a year each."), text=whole))
    return point


def _point(text: str, whole: str) -> Point:
    match = POINT.fullmatch(text)
    if match is None:
        raise BadDate(
            format_lazy(_("“{text}” is not a date such as 2011, 2011-12, 2011-12-16 or ../2011-12."), text=whole)
        )
    year = None if match["year"] == NO_YEAR else int(match["year"])
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] and match["day"] != "XX" else None
    _check_exists(year, month, day, whole)
    return Point(year, month, day, match["mark"] or "")


def _check_exists(year: int | None, month: int | None, day: int | None, whole: str) -> None:
    if year is not None and year not in YEARS:
        raise BadDate(format_lazy(_("The year of “{text}” is not one of this record."), text=whole))
    try:
        date(A_LEAP_YEAR if year is None else year, *(1 if part is None else part for part in (month, day)))
    except ValueError as error:
        raise BadDate(_no_such_day(year, month, day, whole)) from error


def _no_such_day(year: int | None, month: int | None, day: int | None, whole: str) -> Sentence:
    """With the days on either side of the one that was written, where the month has an end too early for it."""
    if year is None or month is None or month not in range(1, 13) or day not in range(29, 32):
        return format_lazy(_("There is no such day as “{text}”."), text=whole)
    last = date(year, month, monthrange(year, month)[1])
    sentence = _("There is no such day as “{text}”. Was {last} meant, or {first}?")
    return format_lazy(sentence, text=whole, last=last.isoformat(), first=(last + timedelta(days=1)).isoformat())


def days_around(text: str) -> Sentence | None:
    """For a day after the end of its month (2019-04-31), the sentence that names those on either side; else None."""
    match = _LATE_DAY.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    if year not in YEARS or month not in range(1, 13) or day <= monthrange(year, month)[1]:
        return None
    return _no_such_day(year, month, day, text.strip())


def _check_order(begin: Point | None, end: Point | None, whole: str) -> None:
    if begin is None and end is None:
        raise BadDate(format_lazy(_("“{text}” has no end that is known."), text=whole))
    if begin and end and (_days(begin.earliest, end.latest) or 0) < 0:
        raise BadDate(format_lazy(_("“{text}” ends before it begins."), text=whole))


def _same_day(year: int, point: Point) -> date:
    month, day = point.month or 1, point.day or 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def _days(first: date | None, second: date | None) -> int | None:
    return None if first is None or second is None else (second - first).days


def _names(point: Point, later: bool = False) -> dict[str, int | None]:
    return {f"{name}{'_2' if later else ''}": getattr(point, name) for name in ("year", "month", "day")}


def _say_point(partial: PartialDate, say: Say) -> str:
    point = partial.begin or Point(None)
    about = "about_" if partial.is_approximate else ""
    return say(f"{about}{point.precision.value}", **_names(point))


def _say_before(partial: PartialDate, say: Say) -> str:
    """EDTF ends are inclusive: what ended by 11 December was before the 12th."""
    point = (partial.end or Point(None)).beside(1)
    return say(f"before_{point.precision.value}", **_names(point))


def _say_after(partial: PartialDate, say: Say) -> str:
    point = (partial.begin or Point(None)).beside(-1)
    return say(f"after_{point.precision.value}", **_names(point))


def _say_interval(partial: PartialDate, say: Say) -> str:
    begin, end = partial.begin or Point(None), partial.end or Point(None)
    if begin.precision is not end.precision:
        return say("between", first=_alone(begin, say), second=_alone(end, say))
    kind = f"{begin.precision.value}s{_shared(begin, end)}"
    return say(kind, **_names(begin), **_names(end, later=True))


def _say_no_year(partial: PartialDate, say: Say) -> str:
    point = partial.begin or Point(None)
    return say("no_year_day" if point.day else "no_year_month", **_names(point))


def _say_unknown(partial: PartialDate, say: Say) -> str:
    return say("unknown")


_SAYERS: dict[Precision, Callable[[PartialDate, Say], str]] = {
    Precision.DAY: _say_point,
    Precision.MONTH: _say_point,
    Precision.YEAR: _say_point,
    Precision.INTERVAL: _say_interval,
    Precision.BEFORE: _say_before,
    Precision.AFTER: _say_after,
    Precision.NO_YEAR: _say_no_year,
    Precision.UNKNOWN: _say_unknown,
}
_ABOUT = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def _alone(point: Point, say: Say) -> str:
    return say(f"alone_{point.precision.value}", **_names(point))


def _shared(begin: Point, end: Point) -> str:
    """Which larger part two ends have in common, so that it is said once."""
    if begin.year != end.year or begin.month is None:
        return ""
    return "_of_a_month" if begin.day and begin.month == end.month else "_of_a_year"
