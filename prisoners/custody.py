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
#: For so long after the last report custody of unknown length is presumed to go on; then it is an open question.
PRESUMED_FOR = timedelta(days=366)


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

    `is_inferred` when no custody is recorded and it follows from a prison sentence or, `by_arrest`, an arrest alone;
    `in_transit` when it is the time between a transfer and the custody that followed it, which is custody too.
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
    in_transit: bool = False

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
    sure, possible = ways_of(stretches, until, certain_until)
    return Days(length_of(sure), None if possible is None else length_of(possible))


Spell = tuple[date, date]


def ways_of(
    stretches: Sequence[Stretch], until: date, certain_until: date | None = None
) -> tuple[list[Spell], list[Spell] | None]:
    """The days on which somebody was certainly held, and on which possibly, each day once; None for an open begin.

    From the first day of each spell up to its end, which is free; arguments as of `days_of`.
    """
    whole = _joined(stretches)
    if not whole:
        return [], []
    # That the last stretch began was reported, so that what goes before it was certain up to then.
    begun = stretches[-1].start.earliest
    limit = max(certain_until, begun) if certain_until and begun else certain_until
    sure = [(one.start.latest or until, one.ends_by(until)[0]) for one in whole]
    sure[-1] = (sure[-1][0], min(sure[-1][1], limit or until))
    possible = [(one.start.earliest, one.ends_by(until)[1]) for one in whole]
    is_open = any(begin is None for begin, _end in possible)
    return _apart(sure), None if is_open else _apart((begin, end) for begin, end in possible if begin)


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


def length_of(spells: Iterable[Spell]) -> int:
    """How many days lie in these spells, none of which overlaps another."""
    return sum((end - begin).days for begin, end in spells)


def _apart(spells: Iterable[Spell]) -> list[Spell]:
    """The same days in order, each in one spell alone."""
    found, reached = list[Spell](), date.min
    for begin, end in sorted(spells):
        if end > max(begin, reached):
            found.append((max(begin, reached), end))
        reached = max(reached, end)
    return found


def with_transits(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same, oldest first, with the time between a transfer and the next custody as stretches of their own."""
    found = sorted(stretches, key=_first_day)
    ways = [_way(earlier, later) for earlier, later in pairwise([*found, None]) if earlier is not None]
    return sorted([*found, *(way for way in ways if way is not None)], key=_first_day)


def _way(earlier: Stretch, later: Stretch | None) -> Stretch | None:
    """The stretch between a transfer and what followed it; None where nobody was transferred, or they touch.

    Nobody is set free by a transfer. Where the next custody lies more than `PRESUMED_FOR` away it is presumed no
    longer, and that the person was free between is possible. An arrest says that freedom lay between.
    """
    left = earlier.end
    if earlier.ended_by != CustodyEnd.TRANSFERRED or left is None or left.latest is None:
        return None
    way = replace(earlier, start=left, started_on=earlier.ended_on, ended_on=None, in_transit=True)
    if later is None:
        return replace(way, end=None, ended_by=CustodyEnd.NOT_RECORDED)
    if later.by_arrest or later.start.earliest is None or later.start.earliest <= left.latest:
        return None
    if later.start.earliest - left.latest <= PRESUMED_FOR:
        return replace(way, end=later.start, ended_on=later.started_on)
    presumed = left.earliest + PRESUMED_FOR + ONE_DAY if left.earliest else None
    return replace(way, end=Window(presumed, later.start.latest), ended_by=CustodyEnd.NOT_RECORDED)


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
