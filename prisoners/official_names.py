"""Names in offices by which no official is spelt yet: what the desk looks at next, the commonest first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, F

from prisoners.models.offices import NAMINGS
from prisoners.namesakes import Namesake, is_likely_the_same, namesakes_of

#: So many names are shown.
SHOWN = 50
_UNKNOWN = """
SELECT said.number FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY said (text, country, number)
WHERE prisoners_official_key(said.text) <> '' AND NOT EXISTS (
    SELECT FROM prisoners_officialspelling spelt
    WHERE spelt.key = prisoners_official_key(said.text) AND spelt.country = said.country
)
ORDER BY said.number LIMIT %s
"""


@dataclass(frozen=True)
class Name:
    """A name as facts of a country have it, in how many; officials and other such names that are likely the same."""

    text: str
    country: str
    count: int
    officials: list[Namesake]
    others: list[str]


def names_without_an_official(country: str = "") -> list[Name]:
    """The commonest names of a country (of all without one), drafts too; five queries."""
    counted = sorted(_counted(country).items(), key=lambda one: (-one[1], one[0]))
    found = [counted[at] for at in _unknown([name for name, _count in counted])]
    officials = namesakes_of([name for name, _count in found]) if found else []
    texts = [name for name, _count in found]
    return [
        Name(*name, count, its, [text for text, at in texts if _is_other(name, (text, at))])
        for (name, count), its in zip(found, officials, strict=True)
    ]


def _counted(country: str) -> "Counter[tuple[str, str]]":
    """In how many facts each name stands in each country."""
    total: Counter[tuple[str, str]] = Counter()
    for kind in NAMINGS:
        rows: Any = kind.model.internal.filter(kind.condition).exclude(**{kind.column: ""}).order_by()
        rows = rows.annotate(country_of=kind.country(F))
        rows = rows.filter(country_of=country) if country else rows
        grouped = rows.values_list(kind.column, "country_of").annotate(number=Count("pk"))
        total.update({(text, at or ""): number for text, at, number in grouped})
    return total


def _unknown(names: Sequence[tuple[str, str]]) -> list[int]:
    """At which places of the list names stand by which no official of the country is spelt; the first of them."""
    texts, countries = zip(*names, strict=True) if names else ((), ())
    with connection.cursor() as cursor:
        cursor.execute(_UNKNOWN, [list(texts), list(countries), SHOWN])
        return [number - 1 for (number,) in cursor.fetchall()]


def _is_other(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one != other and one[1] == other[1] and is_likely_the_same(one[0], other[0]) > 0
