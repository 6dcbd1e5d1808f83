"""Names in offices by which no official is spelt yet: what the desk looks at next, the commonest first."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from prisoners.models.offices import NAMINGS, Naming
from prisoners.namesakes import Namesake, is_likely_the_same, namesakes_of

#: So many names are shown.
SHOWN = 50
# Each way to write a name is made a key once, however many facts write it so.
_UNKNOWN = """
WITH said (text, country, number) AS MATERIALIZED ({said}),
written AS (
    SELECT text, country, sum(number) AS number, prisoners_official_key(text) AS key FROM said GROUP BY text, country
)
SELECT (array_agg(text ORDER BY number DESC, text))[1] AS name, country, sum(number)::int AS number, count(*) OVER ()
FROM written WHERE key <> '' AND NOT EXISTS (
    SELECT FROM prisoners_officialspelling spelt WHERE spelt.key = written.key AND spelt.country = written.country
)
GROUP BY key, country ORDER BY number DESC, name, country LIMIT %s
"""


@dataclass(frozen=True)
class Unknown:
    """A name as most facts of a country write it, and in how many it stands."""

    text: str
    country: str
    count: int


@dataclass(frozen=True)
class Name(Unknown):
    """The same with officials and other such names that are likely the same."""

    officials: list[Namesake]
    others: list[str]


def names_without_an_official(country: str = "") -> list[Name]:
    """The commonest names of a country (of all without one), drafts too; two queries."""
    names, _total = unknown_names(country, SHOWN)
    officials = namesakes_of([(one.text, one.country) for one in names]) if names else []
    return [
        Name(one.text, one.country, one.count, its, [other.text for other in names if _is_other(one, other)])
        for one, its in zip(names, officials, strict=True)
    ]


def unknown_names(country: str = "", most: int | None = None, *, is_public: bool = False) -> tuple[list[Unknown], int]:
    """So many of the commonest names without an official (all without a number), and how many there are; one query.

    `is_public` asks for names that public facts have; else those of drafts count too.
    """
    asked = [_counted(kind, country, is_public=is_public) for kind in NAMINGS]
    text, given = asked[0].union(*asked[1:], all=True).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_UNKNOWN.format(said=text), [*given, most])
        rows = cursor.fetchall()
    return [Unknown(*row[:3]) for row in rows], rows[0][3] if rows else 0


def spelling_url(name: str, country: str) -> str:
    """The page of the desk on which somebody says whose name it is."""
    return f"{reverse('admin:prisoners_official_spelling')}?{urlencode({'name': name, 'country': country})}"


def _counted(kind: Naming, country: str, *, is_public: bool) -> Any:
    """In how many facts of a kind each name stands in each country."""
    door: Any = kind.model.public if is_public else kind.model.internal
    rows = door.filter(kind.condition).exclude(**{kind.column: ""}).order_by()
    rows = rows.annotate(country_of=Coalesce(kind.country(F), Value("")))
    rows = rows.filter(country_of=country) if country else rows
    return rows.values_list(kind.column, "country_of").annotate(number=Count("pk"))


def _is_other(one: Unknown, other: Unknown) -> bool:
    return one != other and one.country == other.country and is_likely_the_same(one.text, other.text) > 0
