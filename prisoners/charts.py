"""Charts drawn on the server: custody along the years. Each says in words what it draws, and a table lies behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from prisoners.chain import ChainState
from prisoners.dates import PartialDate
from prisoners.held import Level, on

WIDTH = 480  # units of the drawing, as on the maps
LEFT, RIGHT = 26, 6
TALL, FOOT = 170, 24
STRIP_TALL = 40
MOST_YEARS = 8
#: Half the width of the number of a year, which stands in the middle below its mark.
HALF_A_YEAR = 22
MOST_LEVELS = 400
DAYS_A_YEAR = 365.2425
#: Before the first and after the last step of a case.
MARGIN = timedelta(days=60)


@dataclass(frozen=True)
class Axis:
    """Time from left to right."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day lies; days beyond the ends lie at the ends."""
        span = max(1, (self.last - self.first).days)
        part = (min(max(day, self.first), self.last) - self.first).days / span
        return LEFT + part * (WIDTH - LEFT - RIGHT)

    def years(self) -> list[dict[str, Any]]:
        """The first of January of as many years as have room for their number, and where it is not cut off."""
        found = range(self.first.year + 1, self.last.year + 1)
        step = next(one for one in (1, 2, 5, 10, 20, 50, 100) if len(found) / one <= MOST_YEARS or one == 100)
        chosen = [year for year in found if year % step == 0] or list(found[:1])
        places = [(self.at(date(year, 1, 1)), year) for year in chosen]
        within = [(x, year) for x, year in places if x <= WIDTH - HALF_A_YEAR] or places
        return [{"x": f"{x:.1f}", "label": str(year)} for x, year in within]


def held_chart(known: Sequence[Level], today: date) -> dict[str, Any] | None:
    """What `components/held_chart.html` draws; None where nobody was ever held."""
    if not known:
        return None
    levels = _few(known, today)
    first, top = levels[0].day, max(level.high for level in levels)
    axis, tops = Axis(first.replace(day=1), today), _top(top)
    return {
        "width": WIDTH,
        "height": TALL + FOOT,
        "base": TALL,
        "high": _area([(level.day, level.high) for level in levels], axis, tops, today),
        "low": _area([(level.day, level.low) for level in levels], axis, tops, today),
        "years": axis.years(),
        "lines": [{"y": f"{_height(value, tops):.1f}", "label": value} for value in (tops // 2, tops) if value],
        "left": LEFT,
        "right": WIDTH - RIGHT,
    }


def held_by_year(known: Sequence[Level], today: date) -> list[Level]:
    """The numbers on each first of January, and today: the table behind the chart."""
    if not known:
        return []
    days = [date(year, 1, 1) for year in range(max(known[0].day.year, today.year - 100) + 1, today.year + 1)]
    levels = list(known)
    return [on(day, levels) for day in [*days, today]]


def custody_strip(state: ChainState, hearings: Iterable[date], today: date) -> dict[str, Any] | None:
    """What `components/custody_strip.html` draws; None where no custody is dated.

    Solid is custody as reported, outlined custody that may have been, dashed the term that is still to run by
    calculation; diamonds are hearings.
    """
    starts = [one.start.earliest or one.start.latest for episode in state.episodes for one in episode.stretches]
    dated = [day for day in starts if day]
    if not dated:
        return None
    days = list(hearings)
    projected = state.projected_release_low if state.is_held else None
    last = max([today, *([projected] if projected else [])])
    axis = Axis(min([*dated, *days]), last)
    return {
        "width": WIDTH,
        "height": STRIP_TALL + FOOT,
        "base": STRIP_TALL,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "bars": list(_bars(state, axis)),
        "term": _span(state.as_of, projected, axis) if projected and projected > state.as_of else None,
        "hearings": [f"{axis.at(day):.1f}" for day in sorted(set(days))],
        "today": f"{axis.at(state.as_of):.1f}",
        "years": axis.years(),
    }


def case_line(points: Sequence[tuple[PartialDate, str]], today: date) -> dict[str, Any] | None:
    """What `components/case_line.html` draws; None where nothing is dated.

    A point stands on its day; a date that is not a day is a bar over all days that it may have been.
    """
    spans = [(when.earliest or when.latest, when.latest or when.earliest, tone) for when, tone in points]
    dated = [(begin, end, tone) for begin, end, tone in spans if begin and end]
    if not dated:
        return None
    begun, last = min(begin for begin, _end, _tone in dated), max(end for _begin, end, _tone in dated)
    axis = Axis(begun - MARGIN, last + MARGIN)
    marks = [
        {"x": f"{axis.at(b):.1f}", "width": f"{axis.at(e) - axis.at(b):.1f}", "tone": tone} for b, e, tone in dated
    ]
    return {
        "width": WIDTH,
        "height": STRIP_TALL + FOOT,
        "base": STRIP_TALL,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "marks": marks,
        "today": f"{axis.at(today):.1f}" if today <= axis.last else "",
        "years": axis.years(),
    }


def _bars(state: ChainState, axis: Axis) -> Iterable[dict[str, Any]]:
    for number, episode in enumerate(state.episodes, 1):
        for one in episode.stretches:
            is_newest = number == len(state.episodes) and one is episode.last
            until = state.certain_until if is_newest and one.end is None else None
            begin, certain = one.start.earliest or one.start.latest, one.start.latest or one.start.earliest
            end = one.end.latest if one.end else None
            sure = one.end.earliest if one.end else until
            if begin is not None and certain is not None:
                last, known = min(end or state.as_of, state.as_of), min(sure or state.as_of, state.as_of)
                yield {"possible": _span(begin, last, axis), "certain": _span(certain, known, axis)}


def _span(begin: date, end: date | None, axis: Axis) -> dict[str, str]:
    left = axis.at(begin)
    width = max(0.0, axis.at(end) - left) if end and end > begin else 0.0
    return {"x": f"{left:.1f}", "width": f"{max(width, 1.5):.1f}" if end and end >= begin else "0"}


def _few(known: Sequence[Level], today: date) -> list[Level]:
    """The levels themselves, or where they are too many to be seen, those of evenly spaced days."""
    if len(known) <= MOST_LEVELS:
        return list(known)
    first, span = known[0].day.toordinal(), (today - known[0].day).days
    levels = list(known)
    return [on(date.fromordinal(first + span * step // MOST_LEVELS), levels) for step in range(MOST_LEVELS + 1)]


def _top(most: int) -> int:
    """A round even number not below the highest level."""
    step = next(one for one in (2, 10, 20, 100, 200, 1000, 10_000, 1_000_000) if most <= one * 10)
    return -(-most // step) * step


def _height(value: int, top: int) -> float:
    return TALL - value / max(1, top) * (TALL - 14)


def _area(levels: Sequence[tuple[date, int]], axis: Axis, top: int, today: date) -> str:
    """A stair from the first level to today, closed along the foot."""
    stairs = "".join(f"V{_height(value, top):.1f}H{axis.at(day):.1f}" for value, day in _until_next(levels, today))
    return f"M{axis.at(levels[0][0]):.1f} {TALL}{stairs}V{TALL}z"


def _until_next(levels: Sequence[tuple[date, int]], today: date) -> Iterable[tuple[int, date]]:
    """Each value with the day on which the next one begins."""
    ends = [day for day, _value in levels[1:]] + [today]
    return ((value, end) for (_day, value), end in zip(levels, ends, strict=True))
