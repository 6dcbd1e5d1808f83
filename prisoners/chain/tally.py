"""How a term is counted: from which day, after which days that count already, and what follows from it; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from prisoners.credit import Credit
from prisoners.custody import Days, Spell, Stretch, Window, days_of, length_of
from prisoners.models import Sanction
from prisoners.terms import Term


@dataclass(frozen=True)
class Tally:
    """One term that runs, with all that is added to it, counted as `docs/counting.md` says.

    It counts from `begin` in the custody that lasts (`run`); `sure` and `possible` are the spells of earlier custody
    that count too (`possible` is None where a begin is open). Each day in `remand`, which are among these days, counts
    as `credit` says. `is_named` where the begin is that of no custody, but a day that a fact names.
    """

    root: Sanction
    term: Term
    begin: Window
    judged: Window
    run: tuple[Stretch, ...]
    sure: tuple[Spell, ...]
    possible: tuple[Spell, ...] | None
    remand: Days
    credit: Credit
    is_named: bool

    @cached_property
    def before(self) -> Days:
        """The days of earlier custody that count."""
        low = length_of(self.sure)
        return Days(low, None if self.possible is None else max(low, length_of(self.possible)))

    @cached_property
    def ends(self) -> Window:
        """When the term is over by calculation: by the calendar from its begin, less every day that counts already."""
        (least, most), early, late = self._gained, self.begin.earliest, self.begin.latest
        before = self.before
        return Window(
            self.term.after(early) - timedelta(days=before.high + most) if early and before.high is not None else None,
            self.term.after(late) - timedelta(days=before.low + least) if late else None,
        )

    @cached_property
    def half(self) -> Window | None:
        """The day on which half of the term is served; None where a begin is open.

        What remand counts beyond its days is granted by the verdict, so that no day before the verdict is one.
        """
        (least, most), early, late = self._gained, self.begin.earliest, self.begin.latest
        if early is None or late is None or self.possible is None:
            return None
        one = self._middle([*self.possible, (early, date.max)], self._length(early), most, self.judged.earliest)
        other = self._middle([*self.sure, (late, date.max)], self._length(late), least, self.judged.latest)
        return Window(min(one, other), max(one, other))

    def share(self, day: date) -> int | None:
        """The whole per cent of the term that has certainly been served by a day; None where its begin is open."""
        if self.begin.latest is None or not (length := self._length(self.begin.latest)):
            return None
        served = days_of(self.run, day).low + length_of(self.sure) + self._gained[0]
        return min(100, 100 * served // length)

    def _length(self, begin: date) -> int:
        return (self.term.after(begin) - begin).days

    @cached_property
    def _gained(self) -> tuple[int, int]:
        """By how many days remand shortens the term beyond day for day, at least and at most."""
        if not self.credit or self.remand.high == 0:
            return 0, 0
        most = self.remand.low if self.remand.high is None else self.remand.high
        return self.credit.days_gained(self.remand.low)[0], self.credit.days_gained(most)[1]

    def _middle(self, spells: list[Spell], length: int, gained: int, judged: date | None) -> date:
        plain = half_in(spells, length)
        if not gained or judged is None:
            return plain
        return min(plain, max(judged, half_in(spells, length - 2 * gained)))


def half_in(spells: Iterable[Spell], days: int) -> date:
    """The day on which half of so many days had been spent in these spells, which lie in order."""
    for begin, end in spells:
        if days <= 2 * (end - begin).days:
            return begin + timedelta(days=max(0, days // 2))
        days -= 2 * (end - begin).days
    return date.max
