"""The one clock that decides what is due: the database's, which all workers share."""

from datetime import datetime

from django.db import connection

from supporters.models import Tick


def database_now() -> datetime:
    """The instant as PostgreSQL knows it: a worker whose own clock is wrong sends nothing early."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def mark(name: str) -> None:
    """Note that a task of the clock has run (read by /readyz and `doctor`)."""
    Tick.objects.update_or_create(name=name, defaults={"ran_at": database_now()})
