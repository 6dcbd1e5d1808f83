"""One alert to 20,000 followers into a sink, beside the limit and a peer that are measured in the same run."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from django.conf import settings
from django.db import connection

from campaign.bench import planted, sinks
from campaign.bench.figures import CannotMeasure, Figure
from campaign.environment import current
from supporters import outbox, reminders
from supporters.choices import NotificationState
from supporters.clock import database_now
from supporters.mails import compose
from supporters.models import Notification

FOLLOWERS = 20_000
PEER_MAILS = 2_000
ROUNDS = 3
#: So that a message has the eight thousand octets with which others were measured.
TEXT = "What is known of the hearing, as a campaign writes it. " * 20


def measure() -> Iterator[Figure]:
    """Messages a second, CPU, statements and memory of sending; the ratios to `smtp-source` and django-post-office."""
    planted.followers(FOLLOWERS)
    planted.hearing(0, TEXT)
    planted.settle()
    with sinks.sink() as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = sinks.HOST, port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield from _figures(port)


def _figures(port: int) -> Iterator[Figure]:
    planned = [_planned()]
    octets = len(compose(Notification.objects.select_related("supporter")[0]))
    yield Figure("size of a message", octets, "octets")
    limits: list[float] = []
    ours: list[float] = []
    spent: list[tuple[float, int]] = []
    for _round in range(ROUNDS):
        limits.append(sinks.send_raw(port, FOLLOWERS, octets, connections=4))
        ours.append(FOLLOWERS / _timed(outbox.deliver, spent))
        _check_all_sent()
        planned.append(_planned())
    limits.append(sinks.send_raw(port, FOLLOWERS, octets, connections=4))
    yield Figure("planned", median(planned), f"ms for {FOLLOWERS} notifications", reach=1000, is_less_better=True)
    yield from _ratios(median(limits), median(ours), spent)
    peer = _peer(port)
    yield Figure("django-post-office", peer, "messages a second")
    yield Figure("ratio to django-post-office", median(ours) / peer, "times", "django-post-office", reach=20)


def _ratios(limit: float, ours: float, spent: list[tuple[float, int]]) -> Iterator[Figure]:
    yield Figure("limit", limit, "messages a second", "smtp-source, four kept connections")
    yield Figure("sent", ours, "messages a second")
    yield Figure("ratio to the limit", ours / limit, "of smtp-source", "smtp-source", reach=0.7)
    cpu, statements = (median(values) / FOLLOWERS for values in zip(*spent, strict=True))
    yield Figure("CPU a message", cpu * 1e6, "µs of this process")
    yield Figure("statements a message", statements, "statements", reach=0.05, is_less_better=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure("peak memory", peak, "MB of this process")


def _timed(work: Callable[[], Any], spent: list[tuple[float, int]]) -> float:
    """Seconds of a piece of work; its CPU seconds and statements are added to `spent`."""
    count = [0]

    def counted(execute: Callable[..., Any], *given: Any) -> Any:
        count[0] += 1
        return execute(*given)

    cpu, began = time.process_time(), time.perf_counter()
    with connection.execute_wrapper(counted):
        work()
    seconds = time.perf_counter() - began
    spent.append((time.process_time() - cpu, count[0]))
    return seconds


def _planned() -> float:
    """Milliseconds of planning the alert, from nothing."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE supporters_notification, supporters_batch")
    planted.settle()
    began = time.perf_counter()
    planned = reminders.run_planners(database_now())
    if planned != FOLLOWERS:
        raise CannotMeasure(f"{planned} of {FOLLOWERS} notifications were planned")
    spent = (time.perf_counter() - began) * 1000
    planted.settle()
    return spent


def _check_all_sent() -> None:
    left = Notification.objects.exclude(state=NotificationState.SENT).count()
    if left:
        raise CannotMeasure(f"{left} of {FOLLOWERS} notifications were not sent")


def _peer(port: int) -> float:
    """Messages a second of django-post-office, as its own Celery task sends them, in a process of its own."""
    argv = [sys.executable, "-m", "campaign.bench.peer", str(port), str(PEER_MAILS)]
    done = subprocess.run(argv, capture_output=True, text=True, env=current(), check=False)  # noqa: S603
    if done.returncode:
        raise CannotMeasure(done.stderr.strip().splitlines()[-1])
    return float(json.loads(done.stdout)["messages_a_second"])
