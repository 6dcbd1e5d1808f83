"""Of whom public facts say the words that somebody looks for, where no name does, and in which facts they stand."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model, QuerySet, TextField, Value

from prisoners.dates import PartialDate
from prisoners.few import within
from prisoners.models import Prisoner
from prisoners.said import KINDS, Kind, facts, is_word, people

#: So many people are named, each with so many facts.
MOST_PEOPLE, MOST_FACTS = 24, 3


@dataclass(frozen=True)
class Fact:
    """That a fact says it: of which kind it is, and its date in the time of its place, where one is known."""

    model: type[Model]
    day: PartialDate | None


def told(
    asked: str, but: Collection[int] = (), among: QuerySet[Prisoner] | None = None
) -> list[tuple[Prisoner, list[Fact]]]:
    """Public people of whom a public fact says these words, the first by name.

    Each comes with the kinds and dates of these facts; `but` are the primary keys of those who are shown already, and
    `among` are public people to whom it is narrowed. Two queries, and one for each kind; none, and nobody, for what is
    shorter than a word.
    """
    if not is_word(asked):
        return []
    rows = Prisoner.public.all() if among is None else among
    named = rows.filter(within("pk", people(asked))).exclude(pk__in=but).order_by("name", "pk")[:MOST_PEOPLE]
    found: dict[int, dict[Fact, None]] = {one.pk: {} for one in named}
    for kind in KINDS if found else ():
        for prisoner, day in _rows(kind, asked, list(found)):
            found[prisoner][Fact(kind.model, day)] = None
    return [(one, list(found[one.pk])[:MOST_FACTS]) for one in named]


def _rows(kind: Kind, asked: str, who: list[int]) -> "QuerySet[Any, tuple[int, Any]]":
    """Which of these people the public facts of a kind are about that say it, and when."""
    day = F(kind.day) if kind.day else Value(None, TextField())
    # In one condition: the person of a row is the one that is asked for.
    return facts(kind, asked).filter(**{f"{kind.who}__in": who}).order_by("pk").values_list(kind.who, day)
