"""Dates as people type them into spreadsheets, in four languages; what can be read in two ways is never guessed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel import Locale
from django.utils.translation import gettext as _
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from prisoners.casing import with_capital
from prisoners.dates import BadDate, PartialDate, from_date, parse, say_date
from prisoners.importing.date_spellings import (
    ABOUT,
    AFTER,
    BEFORE,
    BY,
    DECADE,
    KK_AFTER,
    KK_BEFORE,
    MAYBE,
    NO_MONTHS,
    NOTHING,
    PLAIN,
    ROMAN,
    SEASONS,
    STEMS,
)
from prisoners.importing.folded import LANGUAGES, fold
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value
from prisoners.importing.weekdays import fitting, without_weekday

SERIALS = range(3_000, 80_000)
YEARS = range(1850, 2101)

#: Between two days of one month, or the two of which one is meant: either way it is a day from one to the other.
THROUGH = r"(?: ?- ?| (?:to|and|or|und|oder|bis|и|или|по|до|немесе) )"

DAY_FIRST, MONTH_FIRST, YEARS_1900, YEARS_2000 = "dmy", "mdy", "19xx", "20xx"


@dataclass(frozen=True)
class DateStyle:
    """What one column means where its cells can be read in two ways; set by a person, never guessed."""

    order: str = ""
    century: int = 0
    is_1904: bool = False
    allows_future: bool = False


def read_date(value: Value, style: DateStyle, today: date) -> PartialDate | None:
    """The date in a cell, None for one that says nothing. Raises CellRefused."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, date):
        found: PartialDate | None = from_date(value)
    elif isinstance(value, int | float):
        found = _number(value, style)
    else:
        found = _Reader(value, style).read()
    return _checked(found, style, today)


def _checked(found: PartialDate | None, style: DateStyle, today: date) -> PartialDate | None:
    if found is None:
        return None
    for day in (found.earliest, found.latest):
        if day is not None:
            _check_year(day.year)
    if not style.allows_future and found.earliest and found.earliest > today + timedelta(days=1):
        raise CellRefused(_("This day lies in the future."))
    return found


def _check_year(year: int) -> None:
    if year not in YEARS:
        raise CellRefused(_("The year %(year)s cannot be right.") % {"year": year})


def _number(value: float, style: DateStyle) -> PartialDate:
    """A year, a day written in eight figures, or a spreadsheet's count of days."""
    whole = int(value)
    if whole in YEARS:
        return parse(f"{whole:04}")
    if whole in SERIALS:
        made = from_excel(whole, CALENDAR_MAC_1904 if style.is_1904 else CALENDAR_WINDOWS_1900)
        return from_date(made.date() if hasattr(made, "date") else made)
    if 18_500_000 < whole < 21_010_000:
        return _day(whole // 10_000, whole // 100 % 100, whole % 100)
    raise CellRefused(_("This number is not a date."))


def _day(year: int, month: int, day: int) -> PartialDate:
    """A day that must exist; otherwise the two neighbours are named."""
    _check_year(year)
    if not 1 <= month <= 12:
        raise CellRefused(_("There is no month %(month)s.") % {"month": month})
    if day == 0:
        what = {"month": f"{year:04}-{month:02}"}
        raise CellRefused(_("There is no day 0. Where the day is not known, write %(month)s.") % what)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        end = date(year, month, last)
        month_name, one, two = (say_date(when) for when in (_month(year, month), from_date(end), _day_after(end)))
        values = {"month": with_capital(month_name), "last": last, "day": day, "one": one, "two": two}
        said = _("%(month)s there are %(last)s days and no day %(day)s: was %(one)s meant, or %(two)s?")
        raise CellRefused(said % values)
    return from_date(date(year, month, day))


def _day_after(day: date) -> PartialDate:
    return from_date(day + timedelta(days=1))


def _month(year: int, month: int) -> PartialDate:
    if not 1 <= month <= 12:
        raise CellRefused(_("There is no month %(month)s.") % {"month": month})
    return parse(f"{year:04}-{month:02}")


@cache
def month_names() -> dict[str, int]:
    """Every whole name and abbreviation of a month that CLDR has in our languages."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for names in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                found |= {fold(str(name)): number for number, name in names[width].items()}
    return found


def month_of(word: str) -> int:
    """The number of the month that a word names in any case, 0 for none."""
    word = word.strip(".")
    if known := month_names().get(word):
        return known
    if word in NO_MONTHS or len(word) < 3:
        return 0
    return next((number for number, stems in enumerate(STEMS, 1) if word.startswith(stems)), 0)


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, style: DateStyle) -> None:
        self.said, self.style = text.strip(), style
        self.text = fold(text)
        self.mark = ""

    def read(self) -> PartialDate | None:
        if self.text in NOTHING or not self.text:
            return None
        if edtf := self._edtf():
            return edtf
        bound = self._qualifiers()
        found = self._interval() or self._single(self.text)
        return self._bounded(found, bound)

    def _edtf(self) -> PartialDate | None:
        """What the record itself writes, and nothing that could mean something else."""
        text = self.said.replace(" ", "")
        if re.fullmatch(r"\d{4}-\d\d?-\d\d?(T.*| .*)?", self.said):
            return None
        if re.fullmatch(
            r"(\d{4}|XXXX)(-\d\d(-(\d\d|XX))?)?[?~%]?(/((\d{4}(-\d\d(-\d\d)?)?[?~%]?)|\.\.))?|\.\./.+", text
        ):
            try:
                return parse(text)
            except BadDate as error:
                raise CellRefused([str(reason) for reason in error.reasons]) from error
        return None

    def _qualifiers(self) -> str:
        """Take away the words around a date; says whether it is a bound."""
        bound, changed = "", True
        if self.text.endswith(("?", "(?)")):
            self.mark, self.text = "?", self.text.rstrip("(?)").strip()
        while changed:
            changed = False
            for words, meaning in ((BEFORE, "before"), (BY, "by"), (AFTER, "after"), (ABOUT, "~"), (MAYBE, "?")):
                if rest := self._without(words):
                    self.text, changed = rest, True
                    self._note(meaning)
                    bound = meaning if meaning in ("before", "by", "after") else bound
            if rest := self._without(PLAIN):
                self.text, changed = rest, True
        for endings, side in ((KK_BEFORE, "before"), (KK_AFTER, "after")):
            for word in endings:
                if self.text.endswith(f" {word}"):
                    self.text, bound = self.text.removesuffix(word).strip(), side
        return bound

    def _without(self, words: tuple[str, ...]) -> str:
        for word in sorted(words, key=len, reverse=True):
            if self.text.startswith(f"{word} ") or (word[-1] in "~≈-" and self.text.startswith(word)):
                return self.text[len(word) :].strip()
        return ""

    def _note(self, meaning: str) -> None:
        if meaning in "~?":
            self.mark = "%" if self.mark and self.mark != meaning else meaning

    def _bounded(self, found: PartialDate, bound: str) -> PartialDate:
        if bound == "before" and found.begin:
            return parse(f"../{found.begin.beside(-1).iso}")
        if bound == "by" and found.end:
            return parse(f"../{found.end.iso}")
        if bound == "after" and found.end:
            return parse(f"{found.end.beside(1).iso}/..")
        return parse(f"{found}{self.mark}") if self.mark and "/" not in str(found) else found

    def _interval(self) -> PartialDate | None:
        """Two dates, or the days of one month: "9-10 August 2019", "09.08.2019 - 10.08.2019", "2011-2012"."""
        text = re.sub(r"^(between|zwischen|между|from|von|от|с) ", "", self.text)
        if match := re.fullmatch(r"(\d{4}) ?- ?(\d{4})", text):
            return self._between(parse(match[1]), parse(match[2]))
        if match := re.fullmatch(rf"(\d{{1,2}}){THROUGH}(\d{{1,2}})[. ]+(\D[^\d]*\d{{4}}.*|\d{{1,2}}\.\d{{4}})", text):
            joint = " " if match[3][0].isalpha() else "."
            return self._between(self._single(match[1] + joint + match[3]), self._single(match[2] + joint + match[3]))
        parts = re.split(r" - | to | and | or | und | oder | bis | и | или | по | до | немесе |\.\.\.", text)
        if len(parts) == 2 and all(re.search(r"\d", part) for part in parts):
            return self._between(*(self._single(part.strip()) for part in parts))
        return None

    def _between(self, first: PartialDate, second: PartialDate) -> PartialDate:
        try:
            return parse(f"{first}/{second}")
        except BadDate as error:
            raise CellRefused([str(reason) for reason in error.reasons]) from error

    def _single(self, text: str) -> PartialDate:
        text, weekday = without_weekday(text)
        return fitting(self._day_or_more(text), weekday)

    def _day_or_more(self, text: str) -> PartialDate:
        text = re.sub(r"[ t]\d\d?:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:?\d\d)?( ?(am|pm|uhr))?$", "", text)
        text = re.sub(r"(\d)(st|nd|rd|th)\b|\b(1)er\b", r"\1\3", text)
        text = re.sub(r" ?г\.? ?р\.?$", "", text)
        text = re.sub(r"\b(\d{4}) ?(г|гг|год|года|году|ж|жыл|жылы|жылгы)\b\.?", r"\1", text).strip(" .,")
        return self._figures(text) or self._words(text)

    def _figures(self, text: str) -> PartialDate | None:
        if text.isdecimal() and len(text) in (4, 5, 8):
            return _number(int(text), self.style)
        if re.fullmatch(r"\d{5}\.\d+", text):
            # A spreadsheet's count of days with the hour behind it, as CSV keeps it.
            return _number(float(text), self.style)
        if match := re.fullmatch(DECADE, text):
            return parse(f"{match[1]}/{int(match[1]) + 9}")
        if (match := re.fullmatch(r"(\d{1,2})[-./ ]([ivx]+)[-./ ](\d{4}|\d\d)", text)) and match[2] in ROMAN:
            return _day(self._year(match[3]), ROMAN.index(match[2]) + 1, int(match[1]))
        if (match := re.fullmatch(r"([ivx]+)[-./ ](\d{4})", text)) and match[1] in ROMAN:
            return _month(int(match[2]), ROMAN.index(match[1]) + 1)
        if match := re.fullmatch(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})", text):
            return _day(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})([-./ ])(\d{1,2})[-./ ](\d{4}|\d\d)", text):
            return self._three(int(match[1]), match[2], int(match[3]), match[4])
        if match := re.fullmatch(r"(\d{4})([-./])(\d{1,2})", text):
            if match[2] == "/" and int(match[3]) == (int(match[1]) + 1) % 100:
                raise CellRefused(
                    _("This can be a month or two years: write %(month)s or %(years)s.") % self._both(match)
                )
            return _month(int(match[1]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})[-./ ](\d{4})", text):
            return _month(int(match[2]), int(match[1]))
        return None

    def _both(self, match: re.Match[str]) -> dict[str, str]:
        return {"month": f"{match[1]}-{int(match[3]):02}", "years": f"{match[1]}/{int(match[1]) + 1}"}

    def _three(self, first: int, mark: str, second: int, year_text: str) -> PartialDate:
        year = self._year(year_text)
        is_month_first = self.style.order == MONTH_FIRST
        day, month = (second, first) if is_month_first else (first, second)
        if month > 12 >= day:
            values = {"month": month, "meant": say_date(_day(year, day, month))}
            said = _("There is no month %(month)s: was %(meant)s meant? Say whether this column writes the day first.")
            if self.style.order or mark == ".":
                raise CellRefused(said % values)
            day, month = month, day
        elif not self.style.order and mark != "." and day <= 12 and day != month:
            values = {"one": say_date(_day(year, month, day)), "two": say_date(_day(year, day, month))}
            raise CellRefused(
                _("This can be %(one)s or %(two)s: say for the column whether the day or the month comes first.")
                % values
            )
        return _day(year, month, day)

    def _year(self, text: str) -> int:
        if len(text) == 4:
            return int(text)
        if not self.style.century:
            values = {"one": f"19{text}", "two": f"20{text}"}
            raise CellRefused(_("The year can be %(one)s or %(two)s: say the century for the column.") % values)
        return self.style.century + int(text)

    def _words(self, text: str) -> PartialDate:
        """A month by its name, with a year and maybe a day, in any order."""
        words = [word for word in re.split(r"[ ,.\-/']+", text) if word]
        month = next((number for word in words if (number := month_of(word))), 0)
        season = next((number for word in words if (number := _season(word))), 0)
        numbers = [word for word in words if word.isdecimal()]
        others = [word for word in words if not word.isdecimal() and not month_of(word) and not _season(word)]
        if (month or season) and not (
            set(others) - {"of", "г", "года", "год", "жылы", "жылгы", "айында", "айы", "the"}
        ):
            if month and not season:
                return self._of_month(month, numbers)
            if season and not month and len(numbers) == 1 and len(numbers[0]) == 4:
                return self._of_season(season, int(numbers[0]))
        raise CellRefused(_("This is not read as a date: write it like 19.04.2022, April 2022 or 2022."))

    def _of_month(self, month: int, numbers: list[str]) -> PartialDate:
        years = [one for one in numbers if len(one) == 4]
        days = [one for one in numbers if len(one) <= 2]
        if len(years) == 1 and len(days) == 1 and len(numbers) == 2:
            return _day(int(years[0]), month, int(days[0]))
        if len(years) == 1 and len(numbers) == 1:
            return _month(int(years[0]), month)
        if len(days) == 2 and len(numbers) == 2:
            return _day(self._year(days[1]), month, int(days[0]))
        if len(numbers) <= 1 and not years:
            day = f"-{int(numbers[0]):02}" if numbers else ""
            raise CellRefused(
                _("The year is missing; where it is not known, write %(text)s.") % {"text": f"XXXX-{month:02}{day}"}
            )
        raise CellRefused(_("This is not read as a date: write it like 19.04.2022, April 2022 or 2022."))

    def _of_season(self, season: int, year: int) -> PartialDate:
        if season == 12:
            winters = (parse(f"{begin}-12/{begin + 1}-02") for begin in (year - 1, year))
            values = dict(zip(("one", "two"), map(say_date, winters), strict=True))
            raise CellRefused(_("This winter can be %(one)s or %(two)s: write which.") % values)
        return parse(f"{year:04}-{season:02}/{year:04}-{season + 2:02}")


def _season(word: str) -> int:
    return next((number for number, stems in SEASONS.items() if word.startswith(stems) and len(word) > 3), 0)
