"""Rows that are looked up by number first, where the database would not guess how few there are."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, F, Func, Model, QuerySet, Value

from prisoners.choices import PublicationState

Row = TypeVar("Row", bound=Model)
#: Whoever is not public is looked up: those are fewer than who is.
_PUBLIC = """
WITH hidden AS MATERIALIZED (SELECT id FROM prisoners_prisoner WHERE state = ANY(%s))
SELECT COALESCE(array_agg(who ORDER BY who) FILTER (WHERE who NOT IN (SELECT id FROM hidden)), '{{}}')::text
FROM ({found}) found (who) WHERE who > 0
"""

#: In order, in which the database looks them up sooner.
_NUMBERS = "SELECT COALESCE(array_agg(pk ORDER BY pk), '{{}}')::text, count(*) FROM ({rows}) one (pk)"


class _AnyOf(Func):
    """That a number is one of an array."""

    template, arg_joiner = "(%(expressions)s))", " = ANY("
    output_field = BooleanField()


class _Among(Func):
    """That a number is one of those of a text like {1,2}: the database reads that faster than as many numbers."""

    template, arg_joiner = "(%(expressions)s::bigint[]))", " = ANY("
    output_field = BooleanField()


class _AmongMany(_Among):
    """The same, of which the database guesses that half of all rows fit, and weighs no number by itself."""

    template = f"COALESCE({_Among.template}, FALSE)"


#: From so many numbers on it takes longer to guess how many rows they are than to compare the rows with them.
MANY = 25_000


def among(path: str, numbers: Iterable[int | None]) -> Func:
    """That what is at the path is one of these numbers, which may be many thousands."""
    return within(path, as_array(numbers))


def within(path: str, array: str) -> Func:
    """The same of numbers that the database has given as the text of an array."""
    condition = _AmongMany if numbers_in(array) >= MANY else _Among
    return condition(F(path), Value(array))


def numbers_in(array: str) -> int:
    """How many numbers the text of an array has."""
    return 0 if array == "{}" else array.count(",") + 1


def as_array(numbers: Iterable[int | None]) -> str:
    """Numbers as the text of an array of the database."""
    return f"{{{','.join(str(one) for one in numbers if one is not None)}}}"


def united(queries: "Iterable[QuerySet[Any]]") -> tuple[str, tuple[Any, ...]]:
    """The words of a query of all numbers that any of these queries gives, and what is given with them."""
    first, *others = queries
    text, given = first.union(*others).query.sql_with_params()
    return text, tuple(given)


def public_people(text: str, given: Sequence[Any]) -> str:
    """The public ones of the people whose numbers a query gives, in order, as the text of an array; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_PUBLIC.format(found=text), [PublicationState.hidden(), *given])
        return str(cursor.fetchone()[0])


def few(rows: "QuerySet[Row]", numbers: "QuerySet[Any]", path: str = "pk") -> "QuerySet[Row]":
    """Those among the rows whose numbers (or what is at the path) a query gives, of which there are few.

    The database does not guess that, and would walk through all names in their order until a page is full: the numbers
    are looked up before the rows.
    """
    return rows.filter(_AnyOf(F(path), ArraySubquery(numbers)))


def numbers_of(rows: QuerySet[Any]) -> tuple[str, int]:
    """The numbers of these rows as the text of an array, and how many there are; made by the database, in one query."""
    try:
        return numbers_from(*rows.order_by().values_list("pk").query.sql_with_params())
    except EmptyResultSet:
        return "{}", 0


def numbers_from(text: str, given: Sequence[Any]) -> tuple[str, int]:
    """The same of the numbers that a query in words gives."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS.format(rows=text), given)
        array, count = cursor.fetchone()
    return array, count
