"""What a tick costs the database at a million subscriptions: nothing due, and a thousand due."""

import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from django.db import connection

from campaign.bench import planted
from campaign.bench.figures import Figure
from supporters import outbox, reminders
from supporters.clock import database_now
from supporters.models import Notification

PEOPLE = 250_000
DUE = 1_000
ROUNDS = 15


def measure() -> Iterator[Figure]:
    """Milliseconds in the database and statements, of planning and of looking for what is to be sent."""
    count = planted.subscriptions(PEOPLE)
    planted.settle()
    yield Figure("subscriptions", count, "rows")
    spent = [_spent(_tick) for _round in range(ROUNDS)]
    idle = median(seconds for seconds, _statements in spent) * 1000
    yield Figure("nothing due", idle, "ms of the database", "5 ms at the most", reach=1.0, is_less_better=True)
    yield Figure("nothing due: statements", spent[-1][1], "statements")
    planted.hearing(DUE)
    planted.settle()
    seconds, statements = _spent(_plan)
    yield Figure(f"{DUE} due", seconds * 1000, "ms of the database", "12 ms of an index on what is due")
    yield Figure(f"{DUE} due: statements", statements, "statements", reach=30, is_less_better=True)
    yield Figure("planned", Notification.objects.count(), "notifications", reach=DUE)


def _tick() -> None:
    _plan()
    outbox.take_back()
    outbox.deliver()


def _plan() -> None:
    reminders.run_planners(database_now())


def _spent(work: Callable[[], None]) -> tuple[float, int]:
    """Seconds spent in the database and how many statements it took."""
    seconds = []

    def timed(execute: Callable[..., Any], *given: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*given)
        finally:
            seconds.append(time.perf_counter() - began)

    with connection.execute_wrapper(timed):
        work()
    return sum(seconds), len(seconds)
