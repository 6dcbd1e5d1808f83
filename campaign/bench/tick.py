"""What a tick costs the database at a million subscriptions: nothing due, and a thousand due.

Said twice: by the clock on our side, and as CPU of the server's process, which other work on the machine does not
lengthen. BENCH_PEOPLE plants fewer people, of four subscriptions each.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from django.db import connection

from campaign.bench import planted
from campaign.bench.figures import Figure
from campaign.bench.pace import Pace
from campaign.environment import env
from supporters import outbox, reminders
from supporters.clock import database_now
from supporters.models import Notification

DUE = 1_000
#: Milliseconds of the database that a round may cost in which nothing is due.
LIMIT = 5.0
#: However many are due.
STATEMENTS = 40
#: In which nothing is due: seven, and in the last minute of each quarter of an hour the questions of that besides.
STATEMENTS_IDLE = 30
ROUNDS = 15
NANOSECONDS_A_MS = 1e6


def measure() -> Iterator[Figure]:
    """Milliseconds in the database and statements, of planning and of looking for what is to be sent."""
    count = planted.subscriptions(env.int("BENCH_PEOPLE", 250_000))
    planted.settle()
    yield Figure("subscriptions", count, "rows")
    pace = Pace()
    spent = [_spent(_tick) for _round in range(ROUNDS)]
    pace.look()
    idle, worked, statements = (median(of) for of in zip(*spent, strict=True))
    yield Figure("nothing due", idle, "ms by our clock")
    against = f"{LIMIT:.0f} ms at the pace of the reference, 1 ms to go for"
    reach = LIMIT * pace.slowness
    yield Figure("nothing due: CPU", worked, "ms of the database", against, reach=reach, is_less_better=True)
    yield Figure("nothing due: statements", statements, "statements", reach=STATEMENTS_IDLE, is_less_better=True)
    planted.hearing(DUE)
    planted.settle()
    waited, worked, statements = _spent(_plan)
    yield Figure(f"{DUE} due", waited, "ms by our clock")
    yield Figure(f"{DUE} due: CPU", worked, "ms of the database", "12 ms of an index on what is due")
    yield Figure(f"{DUE} due: statements", statements, "statements", reach=STATEMENTS, is_less_better=True)
    yield Figure("planned", Notification.objects.count(), "notifications", reach=DUE)


def _tick() -> None:
    _plan()
    outbox.take_back()
    outbox.deliver()


def _plan() -> None:
    reminders.run_planners(database_now())


def _spent(work: Callable[[], None]) -> tuple[float, float, int]:
    """Milliseconds for which we waited for the database, for which it worked, and how many statements it took."""
    seconds = []

    def timed(execute: Callable[..., Any], *given: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*given)
        finally:
            seconds.append(time.perf_counter() - began)

    before = worked()
    with connection.execute_wrapper(timed):
        work()
    return sum(seconds) * 1000, worked() - before, len(seconds)


def worked() -> float:
    """Milliseconds of CPU of our process of the server since it began."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / NANOSECONDS_A_MS
