"""A look that is the same at each tick, planned by the database once for a connection and not each time.

What the clock asks for when nothing is due are some thirty short looks into indexes; to plan them costs several times
as much as to look. Only instants and days are others the next time: they are given as parameters, and all else stays in
the statement, so that partial indexes are found for it.

After some rounds the plan is one for any instant, and of «before this one» alone PostgreSQL supposes then that it holds
for a third of all rows: it expects the first of them at once, and reads the whole table where there is none. So such a
look says both ends (`EVER`, `FOR_EVER`).
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection
from psycopg2.extensions import AsIs

#: Before and after all that is looked for.
EVER, FOR_EVER = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
#: So many are kept on a connection; more than a few means that a statement is not the same each time.
MOST = 4
#: The names of what is prepared on which connection of psycopg2.
_PREPARED: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


def row_of(statement: str, values: Sequence[Any]) -> tuple[Any, ...]:
    """The one row of a statement with `%s` in the places of its values (PostgreSQL: PREPARE and EXECUTE)."""
    changing = [value for value in values if isinstance(value, date)]
    with connection.cursor() as cursor:
        name = _prepared(cursor, cursor.mogrify(statement, _with_parameters(values)).decode(), changing)
        given = f"({', '.join(['%s'] * len(changing))})" if changing else ""
        cursor.execute(f"EXECUTE {name}{given}", changing)
        return tuple(cursor.fetchone())


def _with_parameters(values: Sequence[Any]) -> list[Any]:
    """The same with `$1`, `$2` … in the places of instants and days."""
    number, found = 0, []
    for value in values:
        number += isinstance(value, date)
        found.append(AsIs(f"${number}") if isinstance(value, date) else value)
    return found


def _prepared(cursor: Any, statement: str, changing: Sequence[date]) -> str:
    """The name under which it is prepared on this connection."""
    name = f"look_{sha256(statement.encode()).hexdigest()[:32]}"
    there = _PREPARED.setdefault(connection.connection, set())
    if name not in there:
        if len(there) >= MOST:
            cursor.execute("DEALLOCATE ALL")
            there.clear()
        kinds = ", ".join("timestamptz" if isinstance(value, datetime) else "date" for value in changing)
        cursor.execute(f"PREPARE {name}{f' ({kinds})' if kinds else ''} AS {statement}")
        there.add(name)
    return name
