"""Counting custody: stretches, the episodes that touching stretches form, and civil days as a range."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from prisoners.choices import CustodyEnd, CustodyKind
from prisoners.dates import PartialDate

#: Two stretches belong to one episode when the second may begin on the day the first may end, or the next one.
ONE_DAY = timedelta(days=1)
#: After these, custody goes on elsewhere or under another title.
PASSED_ON = (CustodyEnd.NOT_RECORDED, CustodyEnd.TRANSFERRED)


@dataclass(frozen=True)
class Window:
    """The first and the last possible day of something; None is open."""

    earliest: date | None
    latest: date | None

    def has_begun(self, day: date) -> bool:
        """Whether it may have come by that day."""
        return self.earliest is None or self.earliest <= day

    def has_come(self, day: date) -> bool:
        """Whether it has certainly come by that day."""
        return self.latest is not None and self.latest <= day


@dataclass(frozen=True)
class Days:
    """A number of civil days, at least and at most; `high` is None where the begin is open."""

    low: int = 0
    high: int | None = 0


@dataclass(frozen=True)
class Stretch:
    """One stretch of custody, as far as it matters for counting; `end` is None when no end is reported.

    `is_inferred` when no custody is recorded and it follows from a prison sentence or, `by_arrest`, an arrest alone.
    """

    start: Window
    end: Window | None
    kind: str = CustodyKind.UNKNOWN
    ended_by: str = CustodyEnd.NOT_RECORDED
    started_on: PartialDate | None = None
    ended_on: PartialDate | None = None
    sanction_id: int | None = None
    is_inferred: bool = False
    by_arrest: bool = False

    def may_hold(self, day: date) -> bool:
        """Whether the person may have been held on that day; the day of a release is a free one."""
        return self.start.has_begun(day) and not self.is_over(day)

    def certainly_holds(self, day: date) -> bool:
        """Whether the person was held on that day under every reading of the dates."""
        return self.start.has_come(day) and (self.end is None or not self.end.has_begun(day))

    def is_over(self, day: date) -> bool:
        """Whether the stretch has certainly ended by that day."""
        return self.end is not None and self.end.has_come(day)

    def days(self, until: date, certain_until: date | None = None) -> Days:
        """The civil days of the place from begin to end (`to - from`), not beyond `until`.

        `certain_until` is the day after which an end that nobody reported is likely; the low count stops there.
        """
        high = self._high(until)
        low = self._low(until if certain_until is None else min(until, certain_until))
        return Days(low if high is None else min(low, high), high)

    def _low(self, until: date) -> int:
        return 0 if self.start.latest is None else max(0, (self.ends_by(until)[0] - self.start.latest).days)

    def _high(self, until: date) -> int | None:
        return None if self.start.earliest is None else max(0, (self.ends_by(until)[1] - self.start.earliest).days)

    def ends_by(self, until: date) -> tuple[date, date]:
        """The first and the last possible end, not beyond `until`."""
        if self.end is None:
            return until, until
        return min(until, self.end.earliest or until), min(until, self.end.latest or until)


@dataclass(frozen=True)
class Episode:
    """Stretches of custody that follow one another without a day of freedom between them."""

    stretches: tuple[Stretch, ...]

    @property
    def first(self) -> Stretch:
        """The stretch it began with."""
        return self.stretches[0]

    @property
    def last(self) -> Stretch:
        """The newest stretch."""
        return self.stretches[-1]

    def days(self, until: date, certain_until: date | None = None) -> Days:
        """The days of all its stretches; `certain_until` matters for the last one only."""
        return days_of(self.stretches, until, certain_until)


def days_of(stretches: Sequence[Stretch], until: date, certain_until: date | None = None) -> Days:
    """The days of stretches that lie in order, each civil day once, not beyond `until`.

    `certain_until` is the day after which an end of the last one that nobody reported is likely.
    """
    whole = _joined(stretches)
    if not whole:
        return Days()
    # That the last stretch began was reported, so that what goes before it was certain up to then.
    begun = stretches[-1].start.earliest
    limit = max(certain_until, begun) if certain_until and begun else certain_until
    sure = [(one.start.latest or until, one.ends_by(until)[0]) for one in whole]
    sure[-1] = (sure[-1][0], min(sure[-1][1], limit or until))
    possible = [(one.start.earliest, one.ends_by(until)[1]) for one in whole]
    high = None if any(begin is None for begin, _end in possible) else _covered((a, b) for a, b in possible if a)
    return Days(_covered(sure), high)


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """A transfer is one day, however it is told of the two stretches between which it lies: they become one."""
    whole: list[Stretch] = []
    for one in stretches:
        if whole and _is_passed_on(whole[-1], one):
            whole[-1] = replace(one, start=whole[-1].start)
        else:
            whole.append(one)
    return whole


def _is_passed_on(earlier: Stretch, later: Stretch) -> bool:
    """Whether one goes over into the other on a day that both tell of: by a transfer, or as no end was reported."""
    end, start = earlier.end, later.start
    if end is None or end == start:
        return end is None or earlier.ended_by in PASSED_ON
    if earlier.ended_by != CustodyEnd.TRANSFERRED or None in (end.earliest, end.latest, start.earliest, start.latest):
        return False
    return end.earliest <= start.latest and start.earliest <= end.latest  # type: ignore[operator]


def _covered(spans: Iterable[tuple[date, date]]) -> int:
    """How many days lie in any of these spans, from the first day of each up to its end."""
    days, reached = 0, date.min
    for begin, end in sorted(spans):
        days += max(0, (end - max(begin, reached)).days)
        reached = max(reached, end)
    return days


def episodes_of(stretches: Iterable[Stretch], day: date) -> list[Episode]:
    """The episodes that may have begun by that day, oldest first."""
    begun = sorted((one for one in stretches if one.start.has_begun(day)), key=_first_day)
    groups: list[list[Stretch]] = [begun[:1]] if begun else []
    for earlier, later in pairwise(_closed_by_the_next(begun)):
        if _touch(earlier, later):
            groups[-1].append(later)
        else:
            groups.append([later])
    return [Episode(tuple(_closed_by_the_next(group))) for group in groups]


def _closed_by_the_next(stretches: list[Stretch]) -> list[Stretch]:
    """A stretch without a reported end ends where the next one begins: nobody is held twice."""
    followed = [replace(one, end=later.start) if one.end is None else one for one, later in pairwise(stretches)]
    return [*followed, *stretches[-1:]]


def _first_day(stretch: Stretch) -> tuple[date, date]:
    start = stretch.start
    return (start.earliest or date.min, start.latest or date.max)


def _touch(earlier: Stretch, later: Stretch) -> bool:
    if earlier.end is None or earlier.end.latest is None or later.start.earliest is None:
        return True
    if earlier.ended_by not in PASSED_ON:
        return earlier.end.latest > later.start.earliest
    return later.start.earliest <= earlier.end.latest + ONE_DAY
