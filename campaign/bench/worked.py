"""How long the processor has worked, which other work on the machine does not lengthen as it does the clock."""

import time
from pathlib import Path

from django.db import connection


def on_one_core() -> None:
    """Let the database answer by the one process whose work is counted."""
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")


def seconds_worked() -> float:
    """Of this process and its server process of the database, so far (Linux: /proc/PID/schedstat)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Path(f"/proc/{cursor.fetchone()[0]}/schedstat").read_text().split()[0]
    return time.process_time() + int(server) / 1e9
