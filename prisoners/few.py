"""Rows that are looked up by number first, where the database would not guess how few there are."""

from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Model, QuerySet

Row = TypeVar("Row", bound=Model)


class _AnyOf(Func):
    """That a number is one of an array."""

    template, arg_joiner = "(%(expressions)s))", " = ANY("
    output_field = BooleanField()


def few(rows: "QuerySet[Row]", numbers: "QuerySet[Any]") -> "QuerySet[Row]":
    """Those among the rows whose numbers a query gives, of which there are few, as at one place or of one name.

    The database does not guess that, and would walk through all names in their order until a page is full: the numbers
    are looked up before the rows.
    """
    return rows.filter(_AnyOf(F("pk"), ArraySubquery(numbers)))
