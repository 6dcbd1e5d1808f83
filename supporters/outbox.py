"""The outbox: claims what is due, asks whether it is still true, hands it over, and writes down what became of it.

PostgreSQL is the queue; a ring of Celery's bell that is lost or doubled changes nothing. A claim lives as long as
the database session that made it: it is an advisory lock, so that a killed worker's rows are free at once, whatever
the clocks say (and so that no connection pooler in transaction mode may stand between).
"""

import json
import logging
import random
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from supporters import journal
from supporters.carriers import Carriers
from supporters.choices import NotificationState
from supporters.clock import database_now
from supporters.journal import Journal, Mark
from supporters.kinds import kind_of
from supporters.letters import Forms, Letter, Unwritten, written
from supporters.models import Notification, Tick
from supporters.services import restoring
from supporters.services.bounces import hard_bounce
from supporters.transports import Outcome, Verdict
from supporters.truth import Rows, asked, groups

log = logging.getLogger(__name__)

#: Rows of one claim. What a batch costs beside its mails is paid once; a dead worker costs no more for a large one.
BATCH = 2000
LONGEST_ROUND = timedelta(minutes=3)
#: Pauses after the first, second, third … temporary failure; a fifth more or less, so that not all come back at once.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440))
POLICY_PAUSE = timedelta(hours=1)
PAUSED_UNTIL = "sending paused until"
#: After a doubt the pause is that of the third failure, an hour: the server may be just settling it.
DOUBT_STEP = 3
#: After so many failures to write the mail itself the row is left as failed, and the others go on.
POISONED_AFTER = 3


DUE = """
SELECT id FROM supporters_notification
WHERE state = 'queued' AND next_attempt_at <= %(now)s AND (%(since)s::timestamptz IS NULL OR due_at >= %(since)s)
"""
CLAIM = f"""
UPDATE supporters_notification SET state = 'sending', claim = %(claim)s, claimed_at = %(now)s, handed_at = %(now)s
WHERE id IN ({DUE} ORDER BY next_attempt_at LIMIT %(most)s FOR UPDATE SKIP LOCKED)
"""  # noqa: S608 - of words of ours alone
# What else is due to the same people: it may have to go in one mail with that.
CLAIM_ALSO_DUE = f"""
UPDATE supporters_notification SET state = 'sending', claim = %(claim)s, claimed_at = %(now)s, handed_at = %(now)s
WHERE id IN ({DUE} AND supporter_id IN (SELECT supporter_id FROM supporters_notification
                                        WHERE state = 'sending' AND claimed_at = %(now)s AND claim = %(claim)s)
             FOR UPDATE SKIP LOCKED)
"""  # noqa: S608 - as above


def deliver(longest: timedelta = LONGEST_ROUND) -> Counter[str]:
    """Send what is due until nothing is left or the time is up; returns how many ended in which state."""
    ended: Counter[str] = Counter()
    forms = Forms()
    deadline = monotonic() + longest.total_seconds()
    with Carriers() as carriers:
        while monotonic() < deadline and not _is_paused():
            with _claimed(database_now()) as rows:
                ended.update(_deal_with(rows, carriers, forms))
            _pause_if_refused(carriers)
            if not rows or carriers.is_stuck:
                break
    return ended


def _is_paused() -> bool:
    return Tick.objects.filter(name=PAUSED_UNTIL, ran_at__gt=database_now()).exists()


def _pause_if_refused(carriers: Carriers) -> None:
    """A server that refuses us for its policy is not asked with every mail we have; an operator has to look."""
    if carriers.is_refused:
        until = database_now() + POLICY_PAUSE
        Tick.objects.update_or_create(name=PAUSED_UNTIL, defaults={"ran_at": until})
        log.error("the mail server refuses us by policy: nothing is sent until %s", until.isoformat())


def take_back() -> int:
    """Queue again what a worker that has died left behind; returns how many rows.

    A row that had not been handed over is simply queued. One that may have left is sent again under the same
    Message-ID, or marked as failed for a person to see, as its kind says.
    """
    claims = Notification.objects.filter(state=NotificationState.SENDING).values_list("claim", flat=True)
    return sum(_take_back(claim) for claim in set(claims) if claim is not None)


def _take_back(claim: int) -> int:
    with transaction.atomic():
        if not _locks("pg_try_advisory_xact_lock", claim) or journal.is_alive(claim):
            return 0
        marks = journal.marks_of(claim)
        rows = Notification.objects.select_for_update().filter(state=NotificationState.SENDING, claim=claim)
        taken = len([_settle(row, *_after_death(row, marks)) for row in rows])
    journal.forget(claim)
    return taken


def _after_death(row: Notification, marks: Mapping[UUID, Mark] | None) -> tuple[NotificationState, str]:
    """By the journal; where it is lost with its machine, each row of the claim may have left."""
    unknown = Mark.LEAVING if marks is None and row.handed_at is not None else Mark.UNTOUCHED
    mark = (marks or {}).get(row.pk, unknown)
    if mark == Mark.TAKEN:
        return NotificationState.SENT, ""
    if mark == Mark.LEAVING and not kind_of(row.kind).resend_if_in_doubt:
        return NotificationState.FAILED, "in doubt: the worker died while handing it over"
    return NotificationState.QUEUED, ""


@contextmanager
def _claimed(now: datetime) -> Iterator[list[Notification]]:
    """A batch that is ours while the block runs and this database session lives."""
    claim = secrets.randbits(62)
    _locks("pg_try_advisory_lock", claim)
    try:
        yield _claim(claim, now)
    finally:
        if connection.is_usable():
            _locks("pg_advisory_unlock", claim)


def _claim(claim: int, now: datetime) -> list[Notification]:
    with transaction.atomic():
        values: dict[str, Any] = {"claim": claim, "now": now, "since": restoring.held_before(), "most": BATCH}
        with connection.cursor() as cursor:
            cursor.execute(CLAIM, values)
            cursor.execute(CLAIM_ALSO_DUE, values)
    mine = Notification.objects.filter(state=NotificationState.SENDING, claimed_at=now, claim=claim)
    return list(mine.select_related("supporter").order_by("next_attempt_at"))


def _locks(function: str, claim: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [claim])
        row = cursor.fetchone()
    return bool(row and row[0])


def _deal_with(rows: Sequence[Notification], carriers: Carriers, forms: Forms) -> list[str]:
    """Ask, write, hand over and settle what was claimed; returns the state in which each row ended."""
    found = list(groups(rows))
    answers = asked(found, database_now())
    untrue: dict[str, list[Notification]] = defaultdict(list)
    ended, true = [], []
    for row in rows:
        answer = answers[row.pk]
        if isinstance(answer, Exception):
            ended.append(_poisoned(row, answer))
        elif answer:
            untrue[answer].append(row)
        else:
            true.append(row)
    ended += [state for reason, dropped in untrue.items() for state in _cancel(dropped, reason)]
    return ended + (_send(true, found, carriers, forms) if true else [])


def _send(rows: Rows, found: Sequence[Rows], carriers: Carriers, forms: Forms) -> list[str]:
    made = list(written(rows, found, forms))
    ended = [_poisoned(one.row, one.error) for one in made if isinstance(one, Unwritten)]
    letters = [one for one in made if isinstance(one, Letter)]
    with Journal(rows[0].claim or 0, (row.pk for letter in letters for row in letter.rows)) as marks:
        answers = carriers.carry(letters, marks)
        return ended + _record(answers) + _put_back(letters, answers)


def _put_back(letters: Sequence[Letter], answers: Sequence[tuple[Letter, Outcome]]) -> list[str]:
    """Letters that were not offered to anybody wait as if nothing had been."""
    offered = {row.pk for letter, _outcome in answers for row in letter.rows}
    rows = [row for letter in letters for row in letter.rows if row.pk not in offered]
    if rows:
        _ours(rows).update(state=NotificationState.QUEUED, claim=None, claimed_at=None, handed_at=None)
    return [NotificationState.QUEUED.value] * len(rows)


def _record(answers: Sequence[tuple[Letter, Outcome]]) -> list[str]:
    """What was taken is settled by one statement for all that were told the same; the rest one by one."""
    taken = [row for letter, outcome in answers if outcome.verdict == Verdict.ACCEPTED for row in letter.rows]
    others = [(row, outcome) for letter, outcome in answers for row in letter.rows]
    rest = [_judge(row, outcome) for row, outcome in others if outcome.verdict != Verdict.ACCEPTED]
    return _settle_sent(taken) + rest


def _settle_sent(rows: Sequence[Notification]) -> list[str]:
    alike: dict[tuple[int, str], list[Notification]] = defaultdict(list)
    for row in rows:
        alike[row.revision, json.dumps(row.told, sort_keys=True)].append(row)
    for found in alike.values():
        told = {"told": found[0].told, "revision": found[0].revision}
        _ours(found).update(**told, **_settled(NotificationState.SENT, ""), attempts=F("attempts") + 1)
    return [NotificationState.SENT.value] * len(rows)


def _cancel(rows: Sequence[Notification], reason: str) -> list[str]:
    _ours(rows).update(**_settled(NotificationState.CANCELLED, reason))
    return [NotificationState.CANCELLED.value] * len(rows)


def _ours(rows: Sequence[Notification]) -> QuerySet[Notification]:
    """These rows as long as they are ours."""
    keys = [row.pk for row in rows]
    return Notification.objects.filter(pk__in=keys, claim=rows[0].claim, state=NotificationState.SENDING)


def _settled(state: NotificationState, reason: str) -> dict[str, Any]:
    released = {"claim": None, "claimed_at": None, "handed_at": None}
    return {"state": state, "reason": reason, "settled_at": timezone.now(), **released}


def reason_against(row: Notification, now: datetime) -> str:
    """Why this must not be sent any more, or "" when it is still true. Raises what went wrong when it was asked."""
    answer = asked([[row]], now)[row.pk]
    if isinstance(answer, Exception):
        raise answer
    return answer


def _judge(row: Notification, outcome: Outcome) -> str:
    """What was not taken: whether the address is at fault, whether it is in doubt, or when it is tried again."""
    row.attempts += 1
    Notification.objects.filter(pk=row.pk, claim=row.claim).update(
        attempts=row.attempts, told=row.told, revision=row.revision
    )
    if outcome.verdict == Verdict.BAD_ADDRESS:
        hard_bounce(row.supporter)
        return _settle(row, NotificationState.FAILED, outcome.reason)
    if outcome.verdict == Verdict.DOUBT and not kind_of(row.kind).resend_if_in_doubt:
        return _settle(row, NotificationState.FAILED, f"in doubt: {outcome.reason}")
    if outcome.verdict == Verdict.DOUBT:
        row.attempts = max(row.attempts, DOUBT_STEP)
    return _later(row, outcome.reason)


def _poisoned(row: Notification, error: Exception) -> str:
    """A mail that cannot be written. The error is named by its class only: its words may hold an address."""
    log.error("notification %s (%s) cannot be written: %s", row.pk, row.kind, type(error).__name__)
    reason = f"cannot be written: {type(error).__name__}"
    row.attempts += 1
    Notification.objects.filter(pk=row.pk).update(attempts=row.attempts)
    if row.attempts >= POISONED_AFTER:
        return _settle(row, NotificationState.FAILED, reason)
    return _later(row, reason)


def _later(row: Notification, reason: str) -> str:
    """Queue again after a pause that grows; failed when the next attempt would come too late."""
    # The same for all that one person gets, so that what went in one mail comes again in one.
    spread = random.Random(f"{row.supporter_id}/{row.attempts}").uniform(0.8, 1.2)  # noqa: S311 - no secret
    pause = PAUSES[min(row.attempts, len(PAUSES)) - 1] * spread
    again = database_now() + pause
    if again >= row.stale_at:
        return _settle(row, NotificationState.FAILED, reason)
    row.next_attempt_at = again
    return _settle(row, NotificationState.QUEUED, reason)


def _settle(row: Notification, state: NotificationState, reason: str) -> str:
    """Write the state that this attempt ended in, if the row is still ours."""
    is_open = state == NotificationState.QUEUED
    Notification.objects.filter(pk=row.pk, claim=row.claim, state=NotificationState.SENDING).update(
        state=state,
        reason=reason,
        claim=None,
        claimed_at=None,
        handed_at=None,
        next_attempt_at=row.next_attempt_at,
        settled_at=None if is_open else timezone.now(),
    )
    return str(state)
