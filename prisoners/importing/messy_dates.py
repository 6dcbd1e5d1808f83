"""Dates as people type them into spreadsheets, with the words around them: bounds, doubts, days between two."""

import re
from datetime import date, timedelta

from django.utils.translation import gettext as _

from prisoners.dates import BadDate, PartialDate, Precision, from_date, parse
from prisoners.importing.date_parts import DateStyle, check_year, month_of, number_as_date
from prisoners.importing.date_spellings import (
    A_YEAR,
    ABOUT,
    AFTER,
    AFTER_BEHIND,
    BEFORE,
    BEFORE_BEHIND,
    BY,
    MAYBE,
    NOT_SURE,
    NOTHING,
    PLAIN,
    ROUGHLY,
)
from prisoners.importing.folded import fold
from prisoners.importing.one_date import OneDate
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value

#: Between two days of one month, or the two of which one is meant: either way it is a day from one to the other.
_JOINING = "to|and|or|und|oder|bis|et|ou|au|ile|veya|и|или|по|до|немесе|та|або|чи|ци|עד|או"
THROUGH = rf"(?: ?- ?| (?:{_JOINING}) )"
#: Words before the first of two days; the others stand among those that say nothing.
BETWEEN = "between|zwischen|entre|между|миж|памиж|בין|from|von|du|от|с"
#: Two months with one year: "March-May 2019".
TWO_MONTHS = r"([^\W\d_]{3,})\.? ?- ?([^\W\d_]{3,})"


def read_date(value: Value, style: DateStyle, today: date) -> PartialDate | None:
    """The date in a cell, None for one that says nothing. Raises CellRefused."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, date):
        found: PartialDate | None = from_date(value)
    elif isinstance(value, int | float):
        found = number_as_date(value, style)
    else:
        found = _Reader(value, style).read()
    return _checked(found, style, today)


def _checked(found: PartialDate | None, style: DateStyle, today: date) -> PartialDate | None:
    if found is None:
        return None
    for day in (found.earliest, found.latest):
        if day is not None:
            check_year(day.year)
    if not style.allows_future and found.earliest and found.earliest > today + timedelta(days=1):
        raise CellRefused(_("This day lies in the future."))
    return found


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, style: DateStyle) -> None:
        self.said, self.one = text.strip(), OneDate(style)
        self.text = fold(text)
        self.mark = ""

    def read(self) -> PartialDate | None:
        if self.text in NOTHING or not self.text:
            return None
        if edtf := self._edtf():
            return edtf
        bound = self._qualifiers()
        found = self._interval() or self.one.read(self.text)
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
        for behind, mark in ((NOT_SURE, "?"), (ROUGHLY, "~")):
            if rest := re.sub(behind, "", self.text).removesuffix(self.text):
                self.text = rest
                self._note(mark)
        while changed:
            changed = False
            for words, meaning in ((BEFORE, "before"), (BY, "by"), (AFTER, "after"), (ABOUT, "~"), (MAYBE, "?")):
                if rest := self._without(words):
                    self.text, changed = rest, True
                    self._note(meaning)
                    bound = meaning if meaning in ("before", "by", "after") else bound
            if rest := self._without(PLAIN):
                self.text, changed = rest, True
        for endings, side in ((BEFORE_BEHIND, "before"), (AFTER_BEHIND, "after")):
            for word in endings:
                if self.text.endswith(f" {word}"):
                    self.text, bound = self.text.removesuffix(word).strip(), side
        return bound

    def _without(self, words: tuple[str, ...]) -> str:
        for word in sorted(words, key=len, reverse=True):
            if self.text.startswith(f"{word} ") or (word[-1] in "~≈-." and self.text.startswith(word)):
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
        if self.mark and found.begin and found.end and found.precision is Precision.INTERVAL:
            return parse(f"{found.begin.iso}{self.mark}/{found.end.iso}{self.mark}")
        return parse(f"{found}{self.mark}") if self.mark and "/" not in str(found) else found

    def _interval(self) -> PartialDate | None:
        """Two dates, or the days of one month: "9-10 August 2019", "09.08.2019 - 10.08.2019", "2011-2012"."""
        text = re.sub(rf"^({BETWEEN}) ", "", self.text)
        if match := re.fullmatch(r"(\d{4}) ?- ?(\d{4})", re.sub(rf"(?<=\d) (?:{A_YEAR})\.?$", "", text)):
            return self._between(parse(match[1]), parse(match[2]))
        if match := re.fullmatch(
            rf"(\d{{1,2}})\.?{THROUGH}(\d{{1,2}})[. ]+(\D[^\d]*\d{{4}}.*|\d{{1,2}}\.\d{{4}})", text
        ):
            joint = " " if match[3][0].isalpha() else "."
            return self._two(match[1] + joint + match[3], match[2] + joint + match[3])
        return self._of_one_year(text) or self._apart(text)

    def _of_one_year(self, text: str) -> PartialDate | None:
        """Two months, or a day of each, with the year once."""
        text = re.sub(rf"(?<=\d{{4}}) ?(?:{A_YEAR})\b\.?", "", text).strip()
        match = re.search(TWO_MONTHS, text)
        if (
            match
            and month_of(match[1])
            and month_of(match[2])
            and re.findall(r"\d+", text) == re.findall(r"\d{4}", text)
        ):
            return self._two(text.replace(match[0], match[1]), text.replace(match[0], match[2]))
        if match := re.fullmatch(r"(\d{4}) (\d{1,2})-(\d{1,2}) (\D+)", text):
            return self._two(f"{match[2]} {match[4]} {match[1]}", f"{match[3]} {match[4]} {match[1]}")
        if match := re.fullmatch(r"(\d{1,2}\D+) - (\d{1,2}\D+)(\d{4})", text):
            return self._two(f"{match[1]} {match[3]}", f"{match[2]} {match[3]}")
        if match := re.fullmatch(r"(\d{4}) (\d{1,2}\D+) - (\d{1,2}\D+)", text):
            return self._two(f"{match[2]} {match[1]}", f"{match[3]} {match[1]}")
        return None

    def _apart(self, text: str) -> PartialDate | None:
        parts = re.split(rf" - | (?:{_JOINING}) |\.\.\.", text)
        if len(parts) == 2 and all(re.search(r"\d", part) for part in parts):
            return self._two(*parts)
        return None

    def _two(self, first: str, second: str) -> PartialDate:
        return self._between(self.one.read(first.strip()), self.one.read(second.strip()))

    def _between(self, first: PartialDate, second: PartialDate) -> PartialDate:
        try:
            return parse(f"{first}/{second}")
        except BadDate as error:
            raise CellRefused([str(reason) for reason in error.reasons]) from error
