"""How many people stand how on a day, and on which days that number turned: kept for everybody, counted for some."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q, Sum

from prisoners.models import Turn
from prisoners.spans import are_counted

EVERYBODY = "prisoner_id IN (SELECT id FROM prisoners_prisoner WHERE state = 'published')"
SOME = "prisoner_id = ANY(%(people)s::bigint[])"
#: All in one look at the spans, which are read from the first to the last where very many people are asked for.
COUNT = """
SELECT begins_on, ends_on, status, COALESCE(is_held::text, 'unknown'), count(*) FILTER (WHERE is_held AND may_be_held),
       count(*) FILTER (WHERE may_be_held), count(*) FILTER (WHERE ends_on > %(day)s)
FROM prisoners_span WHERE {whose} AND begins_on <= %(day)s AND (may_be_held OR ends_on > %(day)s)
GROUP BY GROUPING SETS ((begins_on), (ends_on), (status, is_held))
"""


@dataclass(frozen=True)
class Standings:
    """On a day: how many have which standing and are held or not (a value of that filter).

    And on which days up to it so many more were held than before, or fewer: for certain, and at most.
    """

    people: list[tuple[str, str, int]]
    turns: list[tuple[date, int, int]]


def standings(day: date, among: str | None = None) -> Standings:
    """Of these people, or of everybody in the public record; at most four queries, whatever their number.

    `among` are their numbers as the text of an array.
    """
    return _kept(day) if among is None and are_counted() else _counted(day, among)


def _kept(day: date) -> Standings:
    until = Turn.objects.filter(day__lte=day)
    people = until.values_list("status", "held").annotate(count=Sum("people")).exclude(count=0)
    held = until.filter(may_be_held=True).values_list("day")
    turns = held.annotate(sure=Sum("people", filter=Q(held="true"), default=0), all=Sum("people"))
    return Standings(list(people), list(turns))


def _counted(day: date, among: str | None) -> Standings:
    text = COUNT.format(whose=EVERYBODY if among is None else SOME)
    with connection.cursor() as cursor:
        cursor.execute(text, {"day": day, "people": among or "{}"})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    begun = [(begin, sure, most) for begin, _end, _status, _held, sure, most, _now in rows if begin]
    over = [(end, -sure, -most) for _begin, end, _status, _held, sure, most, _now in rows if end and end <= day]
    people = [(status, held, now) for _begin, _end, status, held, _sure, _most, now in rows if status and now]
    return Standings(people, begun + over)
