"""Of whom public facts say the words that somebody looks for, where no name does; found in the indexes by words."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from prisoners.dates import PartialDate
from prisoners.models import Charge, Event, Hearing, Prisoner, Sanction, Statement, StatusReport
from prisoners.row_words import begin

#: So many people are named, each with so many facts; so many rows of each kind are looked at, a thousand in all.
MOST_PEOPLE, MOST_FACTS, MOST_ROWS = 24, 3, 166
#: Shorter words begin too many others.
SHORTEST = 3


@dataclass(frozen=True)
class Said:
    """That a fact says it: of which kind it is, and its date in the time of its place, where one is known."""

    model: type[Model]
    day: PartialDate | None


@dataclass(frozen=True)
class _Kind:
    """A kind of fact: where its people are, its date, and a closed list whose words the page says beside its text."""

    model: Any
    who: str
    day: str
    listed: str = ""


KINDS = (
    _Kind(Event, "prisoners", "happened_on", "kind"),
    _Kind(Charge, "prisoner", "brought_on"),
    _Kind(Sanction, "prisoner", "imposed_on"),
    _Kind(Hearing, "case__defendants", "held_on"),
    _Kind(Statement, "prisoners", "said_on"),
    _Kind(StatusReport, "prisoner", "reported_on"),
)


def told(query: str, but: Collection[int] = ()) -> list[tuple[Prisoner, list[Said]]]:
    """Public people of whom a public fact says these words beside each other, the last one perhaps unfinished.

    Each comes with the kinds and dates of these facts; `but` are the primary keys of those who are shown already. Six
    queries and one for the people; none, and nobody, for what is shorter than a word.
    """
    if not any(len(word) >= SHORTEST for word in query.split()):
        return []
    facts: dict[int, dict[Said, None]] = defaultdict(dict)
    for kind in KINDS:
        for prisoner, day in _rows(kind, query):
            facts[prisoner][Said(kind.model, day)] = None
    people = Prisoner.public.filter(pk__in=facts.keys() - set(but)).order_by("name", "pk")[:MOST_PEOPLE]
    return [(one, list(facts[one.pk])[:MOST_FACTS]) for one in people]


def _rows(kind: _Kind, query: str) -> "QuerySet[Any, tuple[int, Any]]":
    """Whom the public facts of a kind are about that say it, and when; facts first, since they have an index."""
    its: type[Model] = kind.model
    says = Q(begin(its, [query]))
    if listed := _listed(kind, query):
        says |= Q(**{f"{kind.listed}__in": listed})
    facts = kind.model.public.filter(says).order_by().values("pk")[:MOST_ROWS]
    rows = kind.model.public.filter(pk__in=facts, **{f"{kind.who}__isnull": False}).order_by()
    return rows.values_list(kind.who, kind.day)[:MOST_ROWS]


def _listed(kind: _Kind, query: str) -> list[str]:
    """The values of its closed list that are called so in the language of the page."""
    asked = " ".join(query.lower().split())
    choices = kind.model._meta.get_field(kind.listed).choices if kind.listed else ()
    return [value for value, label in choices if str(label).lower().startswith(asked)]
