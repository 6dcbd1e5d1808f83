"""Dates as people type them into spreadsheets, with the words around them: bounds, doubts, days between two."""

import re
from datetime import date, timedelta

from django.utils.translation import gettext as _

from prisoners.dates import BadDate, PartialDate, from_date, parse
from prisoners.importing.date_parts import DateStyle, check_year, number_as_date
from prisoners.importing.date_spellings import ABOUT, AFTER, BEFORE, BY, KK_AFTER, KK_BEFORE, MAYBE, NOTHING, PLAIN
from prisoners.importing.folded import fold
from prisoners.importing.one_date import OneDate
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value

#: Between two days of one month, or the two of which one is meant: either way it is a day from one to the other.
THROUGH = r"(?: ?- ?| (?:to|and|or|und|oder|bis|и|или|по|до|немесе) )"


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
        return parse(f"{found}{self.mark}") if self.mark and "/" not in str(found) else found

    def _interval(self) -> PartialDate | None:
        """Two dates, or the days of one month: "9-10 August 2019", "09.08.2019 - 10.08.2019", "2011-2012"."""
        text = re.sub(r"^(between|zwischen|между|from|von|от|с) ", "", self.text)
        if match := re.fullmatch(r"(\d{4}) ?- ?(\d{4})", text):
            return self._between(parse(match[1]), parse(match[2]))
        if match := re.fullmatch(rf"(\d{{1,2}}){THROUGH}(\d{{1,2}})[. ]+(\D[^\d]*\d{{4}}.*|\d{{1,2}}\.\d{{4}})", text):
            joint = " " if match[3][0].isalpha() else "."
            return self._between(self.one.read(match[1] + joint + match[3]), self.one.read(match[2] + joint + match[3]))
        parts = re.split(r" - | to | and | or | und | oder | bis | и | или | по | до | немесе |\.\.\.", text)
        if len(parts) == 2 and all(re.search(r"\d", part) for part in parts):
            return self._between(*(self.one.read(part.strip()) for part in parts))
        return None

    def _between(self, first: PartialDate, second: PartialDate) -> PartialDate:
        try:
            return parse(f"{first}/{second}")
        except BadDate as error:
            raise CellRefused([str(reason) for reason in error.reasons]) from error
