"""One alert to 20,000 followers into a sink, beside the limit and a peer that are measured in the same run.

Each round measures the limit, us and the limit again, then the peer: on a busy machine the ratios of one round share
what the machine had left. BENCH_FOLLOWERS and BENCH_ROUNDS make it shorter or surer.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import Barrier, Event
from multiprocessing.synchronize import Barrier as BarrierType
from multiprocessing.synchronize import Event as EventType
from statistics import mean, median
from typing import Any

from django.conf import settings
from django.db import connection, connections

from campaign.bench import planted, sinks
from campaign.bench.figures import CannotMeasure, Figure
from campaign.environment import current, env
from supporters import outbox, reminders
from supporters.choices import NotificationState
from supporters.clock import database_now
from supporters.mails import drafted
from supporters.models import Notification

#: Enough to be steady: four times as many go at the same pace.
PEER_MAILS = 5_000
#: Fed one by one it takes its time.
PEER_MAILS_BY_ONE = 2_000
PEER, PEER_SETTINGS = "django-post-office", "campaign.bench.peer_settings"
CONNECTIONS = 4
WORKERS = 2
#: So soon the sender looks again before the first part of the alert is planned.
LOOK_SECONDS = 0.005
LONGEST_SECONDS = 60.0
#: So that a message has the eight thousand octets with which others were measured, as the mean of three languages.
TEXT = "What is known of the hearing, as a campaign writes it. " * 5


@dataclass(frozen=True)
class Work:
    """What sending to all of them took: messages a second; CPU (µs) and statements a message."""

    speed: float
    cpu: float
    statements: float


@dataclass(frozen=True)
class Round:
    """What was measured one after the other. `limit` is that of `smtp-source` before and after us, as the mean."""

    limit: float
    ours: Work
    #: Messages a second of ours from nothing, planned while they are sent, since the peer begins without rows, too.
    whole: float
    #: To a server that takes one command at a time.
    plain: Work
    #: Messages a second of two workers at once, who share the batches.
    shared: float
    #: django-post-office with Celery as it comes, which writes its rows too and a log of how each ended.
    peer: Work
    #: The same, where its rows are made one by one.
    peer_by_one: Work
    #: The same with the options with which it is fastest, without that log.
    peer_tuned: Work
    #: The same without Celery: one process, no broker.
    peer_alone: Work
    #: Milliseconds of planning the alert.
    planned: float


def measure() -> Iterator[Figure]:
    """Messages a second, CPU, statements and memory of sending; the ratios to `smtp-source` and django-post-office."""
    count = env.int("BENCH_FOLLOWERS", 20_000)
    planted.followers(count)
    planted.hearing(0, TEXT)
    planted.settle()
    with sinks.sink() as port, sinks.sink("-p") as plain_port:
        _send_to(port)
        _plan(count)
        octets = _octets()
        yield Figure("size of a message", octets, "octets")
        rounds = [_round(count, octets, port, plain_port) for _number in range(env.int("BENCH_ROUNDS", 3))]
    yield from figures(count, rounds)


def figures(count: int, rounds: list[Round]) -> Iterator[Figure]:
    """What the rounds amount to: of each figure the median."""

    def middle(of: Callable[[Round], float]) -> float:
        return median(of(one) for one in rounds)

    planned = middle(lambda one: one.planned)
    yield Figure("planned", planned, f"ms for {count} notifications", reach=1000, is_less_better=True)
    yield Figure("limit", middle(lambda one: one.limit), "messages a second", "smtp-source, four kept connections")
    yield Figure("sent", middle(lambda one: one.ours.speed), "messages a second")
    to_limit = middle(lambda one: one.ours.speed / one.limit)
    yield Figure("ratio to the limit", to_limit, "of smtp-source", "smtp-source", reach=0.7)
    yield Figure("CPU a message", middle(lambda one: one.ours.cpu), "µs of this process")
    statements = middle(lambda one: one.ours.statements)
    yield Figure("statements a message", statements, "statements", reach=0.05, is_less_better=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure("peak memory", peak, "MB of this process")
    yield Figure("plain: sent", middle(lambda one: one.plain.speed), "messages a second, without PIPELINING")
    to_plain = middle(lambda one: one.plain.speed / one.limit)
    yield Figure("plain: ratio to the limit", to_plain, "of smtp-source", "smtp-source", reach=0.3)
    yield Figure("plain: CPU a message", middle(lambda one: one.plain.cpu), "µs of this process")
    yield Figure("two workers: sent", middle(lambda one: one.shared), "messages a second, on the same cores")
    yield Figure("planned and sent", middle(lambda one: one.whole), "messages a second")
    # Twenty times the ways of feeding it that its documentation has for very many is more than the limit itself.
    yield from _beside(f"{PEER}, fed one by one", 20, middle, lambda one: one.peer_by_one)
    yield from _beside(PEER, None, middle, lambda one: one.peer)
    yield from _beside(f"{PEER}, tuned", None, middle, lambda one: one.peer_tuned)
    yield from _beside(f"{PEER}, tuned, without Celery", None, middle, lambda one: one.peer_alone)


def _beside(
    name: str, reach: float | None, middle: Callable[[Callable[[Round], float]], float], of: Callable[[Round], Work]
) -> Iterator[Figure]:
    yield Figure(name, middle(lambda one: of(one).speed), "messages a second")
    yield Figure(f"ratio to {name}", middle(lambda one: one.whole / of(one).speed), "times", name, reach=reach)
    yield Figure(f"{name}: CPU a message", middle(lambda one: of(one).cpu), "µs of its processes")
    yield Figure(f"CPU of {name} to ours", middle(lambda one: of(one).cpu / one.ours.cpu), "times", name)


def _round(count: int, octets: int, port: int, plain_port: int) -> Round:
    planned = _plan(count)
    before = sinks.send_raw(port, count, octets, CONNECTIONS)
    ours = _timed(count)
    limit = mean([before, sinks.send_raw(port, count, octets, CONNECTIONS)])
    _plan(count)
    _send_to(plain_port)
    plain = _timed(count)
    _send_to(port)
    _plan(count)
    shared = _shared(count)
    whole = _whole(count)
    ways = ("celery", "one", "celery tuned", "alone tuned")
    peer, by_one, tuned, alone = (_peer(how, port, octets) for how in ways)
    return Round(limit, ours, whole, plain, shared, peer, by_one, tuned, alone, planned)


def _octets() -> int:
    """Of a mail as a sink that takes eight bits gets it, as the mean of the languages in which as many read each."""
    rows = Notification.objects.select_related("supporter").order_by("supporter__language")
    return round(mean(len(drafted(one)) for one in rows.distinct("supporter__language")))


def _send_to(port: int) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = sinks.HOST, port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""


def _timed(count: int) -> Work:
    """Send all that was planned."""
    statements = [0]

    def counted(execute: Callable[..., Any], *given: Any) -> Any:
        statements[0] += 1
        return execute(*given)

    cpu, began = time.process_time(), time.perf_counter()
    with connection.execute_wrapper(counted):
        outbox.deliver()
    seconds, spent = time.perf_counter() - began, time.process_time() - cpu
    _see_that_all_were_sent(count)
    return Work(count / seconds, spent / count * 1e6, statements[0] / count)


def _shared(count: int) -> float:
    """Messages a second of several workers that are started at the same moment."""
    connections.close_all()
    began = time.perf_counter()
    children = [_forked(outbox.deliver) for _number in range(WORKERS)]
    for child in children:
        os.waitpid(child, 0)
    seconds = time.perf_counter() - began
    _see_that_all_were_sent(count)
    return count / seconds


def _forked(work: Callable[[], object]) -> int:
    """A process beside this one that does this; its number."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def _whole(count: int) -> float:
    """Messages a second where one process plans the alert while others send, as the worker and sender of a copy do.

    How long they take to start, and until the clock rings, is no part of it: nor is it of the peer.
    """
    _empty()
    connections.close_all()
    is_begun, is_planned = Barrier(WORKERS + 2, timeout=LONGEST_SECONDS), Event()
    children = [_forked(partial(_plan_all, is_begun, is_planned))]
    children += [_forked(partial(_send_until, is_begun, is_planned)) for _number in range(WORKERS)]
    is_begun.wait()
    began = time.perf_counter()
    for child in children:
        os.waitpid(child, 0)
    seconds = time.perf_counter() - began
    _see_that_all_were_sent(count)
    return count / seconds


def _plan_all(is_begun: BarrierType, is_planned: EventType) -> None:
    now = database_now()
    is_begun.wait()
    reminders.run_planners(now)
    is_planned.set()


def _send_until(is_begun: BarrierType, is_planned: EventType) -> None:
    """Look for what is due until all is planned, and then for the last time."""
    outbox.deliver()
    is_begun.wait()
    is_last = False
    while not is_last:
        is_last = is_planned.is_set()
        if not outbox.deliver():
            time.sleep(LOOK_SECONDS)


def _see_that_all_were_sent(count: int) -> None:
    left = count - Notification.objects.filter(state=NotificationState.SENT).count()
    if left:
        raise CannotMeasure(f"{left} of {count} notifications were not sent")


def _plan(count: int) -> float:
    """Milliseconds of planning the alert, from nothing."""
    _empty()
    began = time.perf_counter()
    planned = reminders.run_planners(database_now())
    if planned != count:
        raise CannotMeasure(f"{planned} of {count} notifications were planned")
    spent = (time.perf_counter() - began) * 1000
    planted.settle()
    return spent


def _empty() -> None:
    """Nothing is owed, and nothing was asked."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE supporters_notification, supporters_batch, supporters_asked")
    planted.settle()


def _peer(how: str, port: int, octets: int) -> Work:
    """Django-post-office in processes of its own; statements are not counted."""
    way, _blank, options = how.partition(" ")
    mails = PEER_MAILS_BY_ONE if way == "one" else PEER_MAILS
    argv = [sys.executable, "-m", "campaign.bench.peer", way, str(mails), str(octets)]
    told = {
        "DJANGO_SETTINGS_MODULE": PEER_SETTINGS,
        "BENCH_PEER_PORT": str(port),
        "BENCH_PEER_CELERY": str(way != "alone"),
        "BENCH_PEER_TUNED": str(options == "tuned"),
    }
    done = subprocess.run(argv, capture_output=True, text=True, env={**current(), **told}, check=False)  # noqa: S603
    if done.returncode:
        raise CannotMeasure(done.stderr.strip().splitlines()[-1])
    said = json.loads(done.stdout)
    return Work(float(said["messages_a_second"]), float(said["cpu_a_message"]), 0)
