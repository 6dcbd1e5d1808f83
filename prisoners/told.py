"""Of whom public facts say the words that somebody looks for, where no name does, and in which facts they stand."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db.models import F, Model, QuerySet, TextField, Value

from prisoners.called import Word, sought
from prisoners.dates import PartialDate
from prisoners.few import within
from prisoners.models import Prisoner
from prisoners.said import Kind, facts, is_word, kinds_of, people_of

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
    `among` are public people to whom it is narrowed. Four queries; none, and nobody, for what is shorter than a word.
    """
    if not is_word(asked):
        return []
    rows = Prisoner.public.all() if among is None else among
    words = sought(asked)
    named = rows.filter(within("pk", people_of(words))).exclude(pk__in=but).order_by("name", "pk")[:MOST_PEOPLE]
    found: dict[int, dict[Fact, None]] = {one.pk: {} for one in named}
    for prisoner, fact in _facts_of(list(found), words) if found else ():
        found[prisoner][fact] = None
    return [(one, list(found[one.pk])[:MOST_FACTS]) for one in named]


def _facts_of(who: list[int], words: Sequence[Word]) -> Iterator[tuple[int, Fact]]:
    """The public facts about these people that say it, in the order of their kinds; one query for all kinds."""
    kinds = kinds_of(words)
    first, *others = (_of_kind(number, kind, who, words) for number, kind in enumerate(kinds))
    for number, _key, prisoner, day in sorted(first.union(*others), key=itemgetter(0, 1)):
        yield prisoner, Fact(kinds[number].model, day)


def _of_kind(number: int, kind: Kind, who: list[int], words: Sequence[Word]) -> QuerySet[Any, tuple[Any, ...]]:
    # In one condition: the person of a row is the one that is asked for.
    rows = facts(kind, words).filter(**{f"{kind.who}__in": who})
    day = F(kind.day) if kind.day else Value(None, TextField())
    return rows.values_list(Value(number), F("pk"), kind.who, day)
