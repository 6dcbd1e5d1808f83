"""The numbers that the database keeps of people, and the same counted afresh from the facts."""

from collections import Counter
from typing import Any

from prisoners.models import Prisoner, Span, TraitTotal, Turn
from prisoners.traits import traits_of

Numbers = tuple[dict[Any, int], dict[Any, int]]


def kept() -> Numbers:
    """On which days how many more stand how, and how many have which trait; as the triggers have it."""
    turns, totals = Counter[Any](), Counter[Any]()
    for *key, people in Turn.objects.values_list("day", "status", "held", "may_be_held", "people"):
        turns[tuple(key)] += people
    for *key, people in TraitTotal.objects.values_list("kind", "value", "people"):
        totals[tuple(key)] += people
    return {key: people for key, people in turns.items() if people}, {k: count for k, count in totals.items() if count}


def counted_afresh() -> Numbers:
    """The same from spans and facts."""
    turns, totals = Counter[Any](), Counter[Any]()
    for span in Span.objects.filter(prisoner__state="published"):
        held = {True: "true", False: "false", None: "unknown"}[span.is_held]
        turns[span.begins_on, span.status, held, span.may_be_held] += 1
        turns[span.ends_on, span.status, held, span.may_be_held] -= 1
    for traits in traits_of(Prisoner.internal.values_list("pk", flat=True)).values():
        totals.update(traits)
    return {key: people for key, people in turns.items() if people}, dict(totals)
