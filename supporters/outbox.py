"""The outbox: claims what is due, asks whether it is still true, hands it over, and writes down what became of it.

PostgreSQL is the queue; a ring of Celery's bell that is lost or doubled changes nothing. What goes in a mail and what
goes to a browser are two lanes of one round, of which neither waits for the other.
"""

import gc
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from threading import Condition
from time import monotonic

from django.db import transaction

from supporters import claims, journal, ways
from supporters.choices import NotificationState
from supporters.clock import database_now
from supporters.journal import Mark
from supporters.kinds import UnknownKind, kind_of, rank_of
from supporters.lanes import LOOK_SOON_SECONDS, Lane
from supporters.truth import reason_against
from supporters.ways import PAUSED_UNTIL

__all__ = ["PAUSED_UNTIL", "deliver", "reason_against", "take_back"]

LONGEST_ROUND = timedelta(minutes=3)
IN_DOUBT = "in doubt: the worker died while handing it over"


def deliver(longest: timedelta = LONGEST_ROUND) -> Counter[str]:
    """Send what is due until nothing is left or the time is up; returns how many ended in which state."""
    # Looking for circles among all that a worker holds costs as much as the sending; each round leaves few.
    gc.disable()
    try:
        return _delivered(longest)
    finally:
        gc.enable()


def take_back() -> int:
    """Queue again what a worker that has died left behind; returns how many rows.

    A row that had not been handed over is simply queued. One that may have left is sent again under the same
    Message-ID, or marked as failed for a person to see, as its kind says.
    """
    return sum(_take_back(claim) for claim in claims.open_claims())


def _delivered(longest: timedelta) -> Counter[str]:
    ended: Counter[str] = Counter()
    news, began = Condition(), monotonic()
    with ExitStack() as stack:
        lanes = [
            stack.enter_context(Lane(way, began + (longest - way.ends_before).total_seconds(), news, ended))
            for way in (ways.MAILS, ways.PUSHES)
        ]
        while True:
            # Each has its turn, whatever the other one did with its own.
            steps = [lane.step() for lane in lanes]
            if any(steps):
                continue
            if not any(lane.is_busy for lane in lanes):
                break
            with news:
                news.wait_for(lambda: any(lane.is_ready for lane in lanes), LOOK_SOON_SECONDS)
    return ended


def _take_back(claim: int) -> int:
    with transaction.atomic():
        if not claims.locks("pg_try_advisory_xact_lock", claim) or journal.is_alive(claim):
            return 0
        marks = journal.marks_of(claim)
        rows = claims.rows_of(claim)
        ends: dict[tuple[NotificationState, int], list[str]] = defaultdict(list)
        for key, kind in rows:
            ends[_after_death(key, kind, marks), rank_of(kind)].append(key)
        for (state, rank), keys in ends.items():
            _end(keys, state, rank)
        claims.forget(claim)
    journal.forget(claim)
    return len(rows)


def _after_death(key: str, kind: str, marks: Mapping[str, Mark] | None) -> NotificationState:
    """By the journal; where it is lost with its machine, each row of the claim may have left."""
    mark = Mark.LEAVING if marks is None else marks.get(key, Mark.UNTOUCHED)
    if mark == Mark.TAKEN:
        return NotificationState.SENT
    return NotificationState.FAILED if mark == Mark.LEAVING and not _resends(kind) else NotificationState.QUEUED


def _resends(kind: str) -> bool:
    try:
        return kind_of(kind).resend_if_in_doubt
    except UnknownKind:
        return False


def _end(keys: Sequence[str], state: NotificationState, rank: int) -> None:
    if state == NotificationState.QUEUED:
        claims.queue_again(keys, database_now(), rank)
    else:
        claims.ended(keys, state, IN_DOUBT if state == NotificationState.FAILED else "", tried=True)
