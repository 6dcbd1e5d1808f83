"""Rows many times over, in the database itself: each copy under a number of its own, pointing at its fellows."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import connection, models

#: Between the number of a row and that of its next copy; no model may have so many rows before it is copied.
STEP = 10_000

Models = Collection[type[models.Model]]

COPY = "INSERT INTO {table} ({names}) SELECT {values} FROM {table} one, generate_series(1, %s) copy WHERE one.id < %s"
NEXT = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"


def multiply(kinds: Models, times: int, among: Models) -> None:
    """Have each row of these models `times` times in all.

    A copy points at the rows of its own number where it points at `kinds`, or at the models `among` which the caller
    has numbered so; all copies share what they point at besides. Unique texts get the number of their copy.
    """
    moving = {*kinds, *among}
    with connection.cursor() as cursor:
        for model in kinds:
            table = model._meta.db_table
            values = {str(field.column): _value(field, moving) for field in model._meta.concrete_fields}
            text = COPY.format(table=table, names=", ".join(values), values=", ".join(values.values()))
            cursor.execute(text, [times - 1, STEP])
            cursor.execute(NEXT.format(table=table))


@contextmanager
def without_triggers() -> Iterator[None]:
    """Write past triggers and foreign keys; for the owner of the database alone."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET synchronous_commit = off")
        try:
            yield
        finally:
            cursor.execute("RESET session_replication_role")
            cursor.execute("RESET synchronous_commit")


def _value(field: "models.Field[object, object]", moving: set[type[models.Model]]) -> str:
    if field.primary_key or field.related_model in moving:
        return f"one.{field.column} + copy * {STEP}"
    is_named = field.unique and not field.is_relation
    return f"one.{field.column} || '-' || copy" if is_named else f"one.{field.column}"
