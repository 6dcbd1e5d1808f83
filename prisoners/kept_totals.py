"""How many people fit what is asked of a list, where the database keeps that number (decision 17)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Sum

from prisoners.models import TraitTotal, Turn
from prisoners.spans import are_counted
from prisoners.traits import Kind

#: What is asked of people, by whose kept numbers it is answered.
OF_TRAITS = {"country": Kind.COUNTRY, "organisation": Kind.ORGANISATION, "role": Kind.ROLE}
OF_TURNS = ("status", "held")


def how_many(asked: Mapping[str, Any], day: date) -> int | None:
    """How many public people fit one thing that is asked, or nothing at all; None where that number is not kept.

    `asked` are the values of a list's filter that are chosen, as its form has understood them; `day` is the day about
    which it asks. Two queries and fewer, whatever their number.
    """
    if len(asked) > 1 or not set(asked) <= {*OF_TRAITS, *OF_TURNS} or not are_counted():
        return None
    if not asked:
        return _sum(TraitTotal.objects.filter(kind=Kind.COUNTRY))
    ((name, value),) = asked.items()
    if name in OF_TURNS:
        return _sum(Turn.objects.filter(day__lte=day, **{name: value}))
    return _sum(TraitTotal.objects.filter(kind=OF_TRAITS[name], value=str(getattr(value, "pk", value))))


def _sum(rows: Any) -> int:
    return int(rows.aggregate(all=Sum("people", default=0))["all"])
