"""Questions about some rows that are asked again and again, put into words for the database once.

To build such a query and to write it down takes Django longer than the database takes to answer it.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, cast

from django.db import connections
from django.db.backends.postgresql.compiler import SQLCompiler
from django.db.models.sql import Query

from prisoners.few import as_array

#: Stands where the numbers will stand: no array of the database, so that it is never taken for one.
NUMBERS = "{the numbers of those who are asked about}"
#: What a compiler knows of a query when it has put it into words, and needs for reading the answer.
KNOWN = ("select", "klass_info", "annotation_col_map", "col_count", "has_extra_select")


class Prepared:
    """One question about rows of which the numbers are given each time; the same in every language.

    `make` builds it with a text where the numbers stand, for `few.within`.
    """

    def __init__(self, make: Callable[[str], Any]) -> None:
        self._make = make

    def of(self, numbers: Iterable[int]) -> list[Any]:
        """What is found of these numbers; one query."""
        rows = self._rows.all()
        rows.query.numbers = as_array(numbers)
        return list(rows)

    @cached_property
    def _rows(self) -> Any:
        rows = self._make(NUMBERS)
        # In its place: a queryset that is given a query forgets what it makes of the rows.
        rows.query.__class__ = _Question
        rows.query.said = {}
        return rows


class _Question(Query):
    """A query that knows its words from the first time on."""

    numbers: str
    said: dict[str, Any]

    def get_compiler(self, using: str | None = None, connection: Any = None, elide_empty: bool = True) -> Any:
        return _Words(self, connection or connections[cast(str, using)], using, elide_empty)


class _Words(SQLCompiler):
    """Puts a question into words: anew when nobody has, else with other numbers."""

    query: _Question

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> tuple[str, tuple[Any, ...]]:
        said = self.query.said
        if not said:
            text, given = super().as_sql(with_limits, with_col_aliases)
            said |= {"words": (text, given), **{name: getattr(self, name) for name in KNOWN}}
        for name in KNOWN:
            setattr(self, name, said[name])
        text, given = said["words"]
        return text, tuple(self.query.numbers if one is NUMBERS else one for one in given)
