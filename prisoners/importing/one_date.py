"""One date as people type it, in figures or in words; what can be read in two ways is never guessed."""

import re

from django.utils.translation import gettext as _

from prisoners.dates import PartialDate, parse, say_date
from prisoners.importing.date_parts import (
    MONTH_FIRST,
    DateStyle,
    month_of,
    number_as_date,
    season_of,
    the_day,
    the_month,
    the_week,
)
from prisoners.importing.date_spellings import A_YEAR, BESIDE, DECADE, ENDINGS, ROMAN
from prisoners.importing.refusals import CellRefused
from prisoners.importing.weekdays import fitting, without_weekday


class OneDate:
    """Reads one date by the style of its column."""

    def __init__(self, style: DateStyle) -> None:
        self.style = style

    def read(self, text: str) -> PartialDate:
        """The date that a text says. Raises CellRefused."""
        text, weekday = without_weekday(text)
        return fitting(self._day_or_more(text), weekday)

    def _day_or_more(self, text: str) -> PartialDate:
        text = re.sub(r"[ t]\d\d?:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:?\d\d)?( ?(am|pm|uhr))?$", "", text)
        text = re.sub(r"(\d)(st|nd|rd|th)\b|\b(1)er\b", r"\1\3", text)
        text = re.sub(r" ?г\.? ?р\.?$", "", text)
        text = re.sub(rf"\b(\d{{4}})(?: ?(?:{A_YEAR})|{ENDINGS})\b\.?", r"\1", text).strip(" .,")
        return self._figures(text) or self._words(text)

    def _figures(self, text: str) -> PartialDate | None:
        if text.isdecimal() and len(text) in (4, 5, 8):
            return number_as_date(int(text), self.style)
        if re.fullmatch(r"\d{5}\.\d+", text):
            # A spreadsheet's count of days with the hour behind it, as CSV keeps it.
            return number_as_date(float(text), self.style)
        if match := re.fullmatch(DECADE, text):
            return parse(f"{match[1]}/{int(match[1]) + 9}")
        if (match := re.fullmatch(r"(\d{1,2})[-./ ]([ivx]+)[-./ ](\d{4}|\d\d)", text)) and match[2] in ROMAN:
            return the_day(self._year(match[3]), ROMAN.index(match[2]) + 1, int(match[1]))
        if (match := re.fullmatch(r"([ivx]+)[-./ ](\d{4})", text)) and match[1] in ROMAN:
            return the_month(int(match[2]), ROMAN.index(match[1]) + 1)
        if match := re.fullmatch(r"(\d{4})-?w(\d\d)(?:-?([1-7]))?", text):
            return the_week(int(match[1]), int(match[2]), int(match[3] or 0))
        if match := re.fullmatch(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})", text):
            return the_day(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})([-./ ])(\d{1,2})[-./ ](\d{4}|\d\d)", text):
            return self._three(int(match[1]), match[2], int(match[3]), match[4])
        if match := re.fullmatch(r"(\d{4})([-./])(\d{1,2})", text):
            if match[2] == "/" and int(match[3]) == (int(match[1]) + 1) % 100:
                raise CellRefused(
                    _("This can be a month or two years: write %(month)s or %(years)s.") % self._both(match)
                )
            return the_month(int(match[1]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})[-./ ](\d{4})", text):
            return the_month(int(match[2]), int(match[1]))
        return None

    def _both(self, match: re.Match[str]) -> dict[str, str]:
        return {"month": f"{match[1]}-{int(match[3]):02}", "years": f"{match[1]}/{int(match[1]) + 1}"}

    def _three(self, first: int, mark: str, second: int, year_text: str) -> PartialDate:
        year = self._year(year_text)
        is_month_first = self.style.order == MONTH_FIRST
        day, month = (second, first) if is_month_first else (first, second)
        if month > 12 >= day:
            values = {"month": month, "meant": say_date(the_day(year, day, month))}
            said = _("There is no month %(month)s: was %(meant)s meant? Say whether this column writes the day first.")
            if self.style.order or mark == ".":
                raise CellRefused(said % values)
            day, month = month, day
        elif not self.style.order and mark != "." and day <= 12 and day != month:
            values = {"one": say_date(the_day(year, month, day)), "two": say_date(the_day(year, day, month))}
            raise CellRefused(
                _("This can be %(one)s or %(two)s: say for the column whether the day or the month comes first.")
                % values
            )
        return the_day(year, month, day)

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
        months = {number for word in words if (number := month_of(word))}
        month = months.pop() if len(months) == 1 else 0
        season = next((number for word in words if (number := season_of(word))), 0)
        numbers = [word for word in words if word.isdecimal()]
        others = [word for word in words if not word.isdecimal() and not month_of(word) and not season_of(word)]
        if (month or season) and not months and BESIDE.issuperset(others):
            if month and not season:
                return self._of_month(month, numbers)
            if season and not month and len(numbers) == 1 and len(numbers[0]) == 4:
                return self._of_season(season, int(numbers[0]))
        raise CellRefused(_("This is not read as a date: write it like 19.04.2022, April 2022 or 2022."))

    def _of_month(self, month: int, numbers: list[str]) -> PartialDate:
        years = [one for one in numbers if len(one) == 4]
        days = [one for one in numbers if len(one) <= 2]
        if len(years) == 1 and len(days) == 1 and len(numbers) == 2:
            return the_day(int(years[0]), month, int(days[0]))
        if len(years) == 1 and len(numbers) == 1:
            return the_month(int(years[0]), month)
        if len(days) == 2 and len(numbers) == 2:
            return the_day(self._year(days[1]), month, int(days[0]))
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
