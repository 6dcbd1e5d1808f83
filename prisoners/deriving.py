"""From the facts about one person to where the person stands on every day there is; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import groupby, pairwise

from prisoners.chain import Outline, Rows, days_of_change, outline_of
from prisoners.choices import CustodyEnd
from prisoners.models import Detention, Span

#: The days before all and after all that the database and Python can name.
EVER, NEVER = date.min, date.max


@dataclass(frozen=True)
class _Stand:
    """What one span says, without its days."""

    status: str
    is_held: bool | None
    may_be_held: bool
    since_on: date | None
    half_on: date | None
    term_ends_on: date | None
    place_id: int | None


def spans_of(prisoner: int, rows: Rows) -> list[Span]:
    """The spans of a prisoner (by primary key), unsaved, oldest first; they touch and cover all days."""
    stands = [next(group) for _key, group in groupby(_stands(rows), key=lambda pair: pair[1])]
    days = [*(day for day, _stand in stands), NEVER]
    return [
        Span(prisoner_id=prisoner, begins_on=begin, ends_on=end, **vars(stand))
        for (begin, end), (_day, stand) in zip(pairwise(days), stands, strict=True)
    ]


def _stands(rows: Rows) -> Iterator[tuple[date, _Stand]]:
    """Where the person stands from each day on which that may change."""
    days = [EVER, *days_of_change(rows)]
    heapify(days)
    last = None
    while days:
        day = heappop(days)
        if day in (last, NEVER):
            continue
        last, outline = day, outline_of(rows, day)
        for turn in outline.turns_on:
            if turn > day:
                heappush(days, turn)
        yield day, _stand(outline, rows, day)


def _stand(outline: Outline, rows: Rows, day: date) -> _Stand:
    return _Stand(
        status=outline.status.value,
        is_held=outline.is_held,
        may_be_held=outline.may_be_held,
        since_on=outline.since_on,
        half_on=outline.half_on,
        term_ends_on=outline.term_ends_on,
        place_id=_place_on(day, rows) if outline.may_be_held else None,
    )


def _place_on(day: date, rows: Rows) -> int | None:
    """The place of the newest stretch that may have begun by that day; none after a transfer from there."""
    newest = max((one for one in rows.detentions if _first_day(one) <= day), key=_first_day, default=None)
    if newest is None:
        return None
    left = rows.when(newest, "ended_on") if newest.ended_by == CustodyEnd.TRANSFERRED else None
    return None if left is not None and left.has_come(day) else newest.place_id


def _first_day(detention: Detention) -> date:
    return (detention.started_on.earliest if detention.started_on else None) or EVER
