"""A worker that is killed: its locks are free when the database has seen that the other end is gone.

That is a moment after the process is, and on a busy machine not the next one.
"""

import subprocess

from django.db import connection

from tests.waiting import until


def kill(worker: subprocess.Popen[bytes]) -> None:
    """End a process without asking it, and wait until nothing in the database of this test is in its hands."""
    worker.kill()
    worker.wait()
    assert until(lambda: not _are_held(), 120)


def _are_held() -> bool:
    """Whether another connection holds an advisory lock, as claims and errands are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
        )
        return bool(cursor.fetchone()[0])
