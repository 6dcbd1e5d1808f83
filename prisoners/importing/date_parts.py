"""The parts of a date as people type them: years, months and days that must exist, a spreadsheet's counts of days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel import Locale
from django.utils.translation import gettext as _
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from prisoners.casing import with_capital
from prisoners.dates import PartialDate, from_date, parse, say_date
from prisoners.importing.date_spellings import JOINED, NO_MONTHS, SEASONS, SHORT_SEASONS, STEMS
from prisoners.importing.folded import LANGUAGES_OF_DATES, fold
from prisoners.importing.refusals import CellRefused

SERIALS = range(3_000, 80_000)
YEARS = range(1850, 2101)

DAY_FIRST, MONTH_FIRST, YEARS_1900, YEARS_2000 = "dmy", "mdy", "19xx", "20xx"


@dataclass(frozen=True)
class DateStyle:
    """What one column means where its cells can be read in two ways; set by a person, never guessed."""

    order: str = ""
    century: int = 0
    is_1904: bool = False
    allows_future: bool = False


def check_year(year: int) -> None:
    """Refuse a year that no fact of the record can have. Raises CellRefused."""
    if year not in YEARS:
        raise CellRefused(_("The year %(year)s cannot be right.") % {"year": year})


def number_as_date(value: float, style: DateStyle) -> PartialDate:
    """A year, a day written in eight figures, or a spreadsheet's count of days. Raises CellRefused."""
    whole = int(value)
    if whole in YEARS:
        return parse(f"{whole:04}")
    if whole in SERIALS:
        made = from_excel(whole, CALENDAR_MAC_1904 if style.is_1904 else CALENDAR_WINDOWS_1900)
        return from_date(made.date() if hasattr(made, "date") else made)
    if 18_500_000 < whole < 21_010_000:
        return the_day(whole // 10_000, whole // 100 % 100, whole % 100)
    raise CellRefused(_("This number is not a date."))


def the_day(year: int, month: int, day: int) -> PartialDate:
    """A day that must exist; otherwise the two neighbours are named. Raises CellRefused."""
    check_year(year)
    if not 1 <= month <= 12:
        raise CellRefused(_("There is no month %(month)s.") % {"month": month})
    if day == 0:
        what = {"month": f"{year:04}-{month:02}"}
        raise CellRefused(_("There is no day 0. Where the day is not known, write %(month)s.") % what)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        end = date(year, month, last)
        month_name, one, two = (say_date(when) for when in (the_month(year, month), from_date(end), _day_after(end)))
        values = {"month": with_capital(month_name), "last": last, "day": day, "one": one, "two": two}
        said = _("%(month)s there are %(last)s days and no day %(day)s: was %(one)s meant, or %(two)s?")
        raise CellRefused(said % values)
    return from_date(date(year, month, day))


def _day_after(day: date) -> PartialDate:
    return from_date(day + timedelta(days=1))


def the_month(year: int, month: int) -> PartialDate:
    """A month that must exist. Raises CellRefused."""
    if not 1 <= month <= 12:
        raise CellRefused(_("There is no month %(month)s.") % {"month": month})
    return parse(f"{year:04}-{month:02}")


def the_week(year: int, week: int, weekday: int) -> PartialDate:
    """The days of a week as ISO 8601 counts them, or one of them (1 is Monday). Raises CellRefused."""
    check_year(year)
    try:
        first, last = (date.fromisocalendar(year, week, day) for day in (weekday or 1, weekday or 7))
    except ValueError as error:
        values = {"year": year, "week": week}
        raise CellRefused(_("The year %(year)s has no week %(week)s.") % values) from error
    return from_date(first) if weekday else parse(f"{first}/{last}")


@cache
def month_names() -> dict[str, int]:
    """Every whole name and abbreviation of a month that CLDR has in our languages."""
    found: dict[str, int] = {}
    for language in LANGUAGES_OF_DATES:
        for names in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                found |= {fold(str(name)).strip("'"): number for number, name in names[width].items()}
    return found


def month_of(word: str) -> int:
    """The number of the month that a word names in any case, 0 for none."""
    word = word.strip(".'")
    if known := month_names().get(word) or month_names().get(word.removeprefix(word[:1]) if word[:1] in JOINED else ""):
        return known
    if word in NO_MONTHS or len(word) < 3:
        return 0
    return next((number for number, stems in enumerate(STEMS, 1) if word.startswith(stems)), 0)


def season_of(word: str) -> int:
    """The first month of the season that a word names in any case, 0 for none."""
    if word in SHORT_SEASONS:
        return SHORT_SEASONS[word]
    return next((number for number, stems in SEASONS.items() if word.startswith(stems) and len(word) > 3), 0)
