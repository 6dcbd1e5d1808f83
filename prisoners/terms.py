"""The length of sentences: years, months and days by the calendar."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext, ngettext


@dataclass(frozen=True)
class Term:
    """A length as a court pronounces it. Terms are added part by part, never turned into days first."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __add__(self, other: "Term") -> "Term":
        return Term(self.years + other.years, self.months + other.months, self.days + other.days)

    def __bool__(self) -> bool:
        return bool(self.years or self.months or self.days)

    def after(self, day: date) -> date:
        """The day on which the term that began on `day` is over: years and months first, then days.

        A day that the month does not have becomes its last one. A term beyond the calendar ends on its last day.
        """
        months = day.year * 12 + day.month - 1 + self.years * 12 + self.months
        year, month = divmod(months, 12)
        if year >= date.max.year:
            return date.max
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=self.days)

    def carried(self) -> "Term":
        """The same length with every twelve months as a year: a sum is said so, a term as it was pronounced."""
        return Term(self.years + self.months // 12, self.months % 12, self.days)

    def in_words(self) -> str:
        """The length in the active language, "" for none."""
        parts = (
            ngettext("%(n)d year", "%(n)d years", self.years) % {"n": self.years} if self.years else "",
            ngettext("%(n)d month", "%(n)d months", self.months) % {"n": self.months} if self.months else "",
            ngettext("%(n)d day", "%(n)d days", self.days) % {"n": self.days} if self.days else "",
        )
        return " ".join(part for part in parts if part)


def length_in_words(term: Term, is_indefinite: bool) -> str:
    """The length of a sanction in the active language."""
    return gettext("for life or without a term") if is_indefinite else term.in_words()
