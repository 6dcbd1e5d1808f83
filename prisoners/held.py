"""How many were held on each day, at least and at most, as the chains of the public record say it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from prisoners.chain import ChainState
from prisoners.custody import Stretch

#: A begin that no source gives is put here, where nothing of this record lies.
LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True)
class Level:
    """From this day on, until the next level: so many people were held at least and at most."""

    day: date
    low: int
    high: int


def levels(states: Iterable[ChainState], today: date) -> list[Level]:
    """The changes in the number of people held, oldest first; custody that may have begun long ago counts at most.

    Somebody counts "at least" from the last day on which custody may have begun until the first on which it may
    have ended, and where no end is reported until the day the term runs out by calculation.
    """
    low: Counter[date] = Counter()
    high: Counter[date] = Counter()
    for state in states:
        for stretch, until in _stretches(state):
            _count(low, stretch.start.latest, _certain_end(stretch, until, today), today)
            _count(high, stretch.start.earliest or LONG_AGO, _possible_end(stretch, today), today)
    days = sorted({*low, *high})
    lows, highs = accumulate(low[day] for day in days), accumulate(high[day] for day in days)
    return [Level(day, *pair) for day, *pair in zip(days, lows, highs, strict=True)]


def on(day: date, known: list[Level]) -> Level:
    """How many were held on a day; nobody before the first level."""
    return next((Level(day, one.low, one.high) for one in reversed(known) if one.day <= day), Level(day, 0, 0))


def _stretches(state: ChainState) -> Iterable[tuple[Stretch, date | None]]:
    """Each stretch, and for the newest the day until which it is certain."""
    for number, episode in enumerate(state.episodes, 1):
        for stretch in episode.stretches:
            is_newest = number == len(state.episodes) and stretch is episode.last
            yield stretch, state.certain_until if is_newest else None


def _certain_end(stretch: Stretch, until: date | None, today: date) -> date:
    if stretch.end is not None:
        return stretch.end.earliest or LONG_AGO
    return until or today


def _possible_end(stretch: Stretch, today: date) -> date:
    return today if stretch.end is None else stretch.end.latest or today


def _count(counter: Counter[date], begin: date | None, end: date, today: date) -> None:
    """One more from the begin, one fewer from the end: the day of a release is a free one."""
    if begin is None or end <= begin or begin > today:
        return
    counter[begin] += 1
    if end < today:
        counter[end] -= 1
