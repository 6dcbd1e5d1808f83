"""How many were held on each day, at least and at most, as the chains of the public record say it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from django.db.models import Count, Q, QuerySet

from prisoners.models import Span
from prisoners.spans import spans

#: A begin that no source gives is put here, where nothing of this record lies.
LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True)
class Level:
    """From this day on, until the next level: so many people were held at least and at most."""

    day: date
    low: int
    high: int


def levels(today: date, among: QuerySet[Span] | None = None) -> list[Level]:
    """The changes in the number of public prisoners held, oldest first; in three queries, whatever their number.

    `among` are the spans of those who are counted, all of the public record without it.

    Somebody counts "at least" on the days on which custody is certain in every reading, and "at most" on those on
    which it is possible; both as the chain says of each of these days.
    """
    held = (spans() if among is None else among).filter(may_be_held=True, begins_on__lte=today).order_by()
    low, high = Counter[date](), Counter[date]()
    for end, sign in (("begins_on", 1), ("ends_on", -1)):
        turns = held.values_list(end).annotate(sure=Count("pk", filter=Q(is_held=True)), all=Count("pk"))
        for day, sure, possible in turns.filter(**{f"{end}__lte": today}):
            low[max(day, LONG_AGO)] += sign * sure
            high[max(day, LONG_AGO)] += sign * possible
    return _levels(low, high)


def _levels(low: Counter[date], high: Counter[date]) -> list[Level]:
    days = sorted(day for day in high if low[day] or high[day])
    lows, highs = accumulate(low[day] for day in days), accumulate(high[day] for day in days)
    return [Level(day, *pair) for day, *pair in zip(days, lows, highs, strict=True)]


def on(day: date, known: list[Level]) -> Level:
    """How many were held on a day; nobody before the first level."""
    return next((Level(day, one.low, one.high) for one in reversed(known) if one.day <= day), Level(day, 0, 0))
