"""How many were held on each day, at least and at most, as the chains of the public record say it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from django.db.models import Q, Sum

from prisoners.models import Turn
from prisoners.spans import are_counted
from prisoners.standings import standings

#: A begin that no source gives is put here, where nothing of this record lies.
LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True)
class Level:
    """From this day on, until the next level: so many people were held at least and at most."""

    day: date
    low: int
    high: int


def levels(today: date) -> list[Level]:
    """The changes in the number of public prisoners held, oldest first; in four queries, whatever their number.

    Somebody counts "at least" on the days on which custody is certain in every reading, and "at most" on those on
    which it is possible; both as the chain says of each of these days.
    """
    return levels_of(standings(today).turns)


def levels_of(turns: Iterable[tuple[date, int, int]]) -> list[Level]:
    """The levels of people of whom so many more, or fewer, are held from each of these days on."""
    low, high = Counter[date](), Counter[date]()
    for day, sure, possible in turns:
        low[max(day, LONG_AGO)] += sure
        high[max(day, LONG_AGO)] += possible
    days = sorted(day for day in high if low[day] or high[day])
    lows, highs = accumulate(low[day] for day in days), accumulate(high[day] for day in days)
    return [Level(day, *pair) for day, *pair in zip(days, lows, highs, strict=True)]


def held_on(day: date) -> Level:
    """How many public prisoners are held on a day; in three queries."""
    if not are_counted():
        return on(day, levels(day))
    until = Turn.objects.filter(day__lte=day, may_be_held=True)
    found = until.aggregate(low=Sum("people", filter=Q(held="true"), default=0), high=Sum("people", default=0))
    return Level(day, **found)


def on(day: date, known: list[Level]) -> Level:
    """How many were held on a day; nobody before the first level."""
    return next((Level(day, one.low, one.high) for one in reversed(known) if one.day <= day), Level(day, 0, 0))
