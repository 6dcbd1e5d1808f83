"""The outbox: claims what is due, asks whether it is still true, hands it over, and writes down what became of it.

PostgreSQL is the queue; a ring of Celery's bell that is lost or doubled changes nothing. A claim lives as long as
the database session that made it: it is an advisory lock, so that a killed worker's rows are free at once, whatever
the clocks say (and so that no connection pooler in transaction mode may stand between).
"""

import logging
import random
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError, connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from supporters.choices import NotificationState, SupporterState, SuppressionReason
from supporters.clock import database_now
from supporters.kinds import Kind, kind_of
from supporters.mails import compose, compose_together
from supporters.models import Notification, Tick
from supporters.parcels import MOST_APART, Parcel, leader, parcels
from supporters.services import people, restoring
from supporters.services.bounces import envelope_sender, hard_bounce
from supporters.transports import Outcome, SmtpTransport, Verdict

log = logging.getLogger(__name__)

BATCH = 50
LONGEST_ROUND = timedelta(minutes=3)
#: Pauses after the first, second, third … temporary failure; a fifth more or less, so that not all come back at once.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440))
#: So many refusals for reasons of policy in one round stop the sending for an hour: it is our fault, not the readers'.
REFUSALS_BEFORE_PAUSE = 10
POLICY_PAUSE = timedelta(hours=1)
PAUSED_UNTIL = "sending paused until"
#: After a doubt the pause is that of the third failure, an hour: the server may be just settling it.
DOUBT_STEP = 3
#: After so many failures to write the mail itself the row is left as failed, and the others go on.
POISONED_AFTER = 3


def deliver(longest: timedelta = LONGEST_ROUND) -> Counter[str]:
    """Send what is due until nothing is left or the time is up; returns how many ended in which state."""
    ended: Counter[str] = Counter()
    deadline = monotonic() + longest.total_seconds()
    with SmtpTransport() as transport:
        while monotonic() < deadline and not _is_paused():
            with _claimed(database_now()) as rows:
                for parcel in parcels(rows):
                    ended.update(_send(parcel, transport))
            _pause_if_refused(transport)
            if not rows:
                break
    return ended


def _is_paused() -> bool:
    return Tick.objects.filter(name=PAUSED_UNTIL, ran_at__gt=database_now()).exists()


def _pause_if_refused(transport: SmtpTransport) -> None:
    """A server that refuses us for its policy is not asked with every mail we have; an operator has to look."""
    if transport.refused_by_policy >= REFUSALS_BEFORE_PAUSE:
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
        if not _locks("pg_try_advisory_xact_lock", claim):
            return 0
        rows = Notification.objects.select_for_update().filter(state=NotificationState.SENDING, claim=claim)
        return len([_settle(row, *_after_death(row)) for row in rows])


def _after_death(row: Notification) -> tuple[NotificationState, str]:
    is_in_doubt = row.handed_at is not None
    if is_in_doubt and not kind_of(row.kind).resend_if_in_doubt:
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
        due = Notification.objects.filter(state=NotificationState.QUEUED, next_attempt_at__lte=now)
        if held_before := restoring.held_before():
            due = due.filter(due_at__gte=held_before)
        ids = list(
            due.select_for_update(skip_locked=True).order_by("next_attempt_at").values_list("pk", flat=True)[:BATCH]
        )
        mine = Notification.objects.filter(pk__in=[*ids, *_also_due(due, ids)])
        mine.update(state=NotificationState.SENDING, claim=claim, claimed_at=now, handed_at=None)
    return list(mine.select_related("supporter").order_by("next_attempt_at"))


def _also_due(due: QuerySet[Notification], ids: list[UUID]) -> list[UUID]:
    """What else is due to the people of these rows: it may have to go in one mail with them."""
    people = Notification.objects.filter(pk__in=ids).values("supporter")
    rest = due.filter(supporter__in=people).exclude(pk__in=ids).select_for_update(skip_locked=True).order_by()
    return list(rest.values_list("pk", flat=True))


def _locks(function: str, claim: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [claim])
        row = cursor.fetchone()
    return bool(row and row[0])


def _send(parcel: Parcel, transport: SmtpTransport) -> list[str]:
    """Deal with claimed rows of one person; returns the state in which each ended.

    What is not true any more, or cannot be written, leaves the parcel; what is left goes in one mail while it is
    more than three, else apart.
    """
    ended = [_unfit(row) for row in parcel]
    fit = [row for row, state in zip(parcel, ended, strict=True) if not state]
    apart = [fit] if len(fit) > MOST_APART else [[row] for row in fit]
    return [state for state in ended if state] + [state for rows in apart for state in _hand_over(rows, transport)]


def _unfit(row: Notification) -> str:
    """The state in which a row ends without being sent, or "". Notes the facts as they stand now as what was told."""
    try:
        if reason := reason_against(row, database_now()):
            return _settle(row, NotificationState.CANCELLED, reason)
        facts = kind_of(row.kind).facts
        if facts is not None:
            row.told, row.revision = facts(row)
    except (OperationalError, SoftTimeLimitExceeded):
        # Neither says anything about this mail; its row is taken back by the next round.
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with this one, the others must go on
        return _poisoned(row, error)
    return ""


def _hand_over(rows: Parcel, transport: SmtpTransport) -> list[str]:
    """One mail about all of these rows."""
    try:
        first = leader(rows)
        mail = compose(first) if len(rows) == 1 else compose_together(first, rows)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - as above; one that cannot be written must not take others with it
        return [_poisoned(row, error) for row in rows] if len(rows) == 1 else _one_by_one(rows, transport)
    if not all(_mark_handed(row) for row in rows):
        return ["lost" for _row in rows]
    outcome = transport.hand_over(envelope_sender(first), first.supporter.email, mail)
    return [_record(row, outcome) for row in rows]


def _one_by_one(rows: Parcel, transport: SmtpTransport) -> list[str]:
    return [state for row in rows for state in _hand_over([row], transport)]


def reason_against(row: Notification, now: datetime) -> str:
    """Why this must not be sent any more, or "" when it is still true; asked at the moment of sending."""
    kind = kind_of(row.kind)
    if now >= row.stale_at:
        return "too late to be of use"
    if row.supporter.state == SupporterState.UNREACHABLE and not kind.is_essential:
        return "the address does not take mail"
    if row.supporter.state != SupporterState.ACTIVE and not kind.is_essential:
        return "the address is not confirmed"
    if _is_suppressed(row, now, kind):
        return "the address asked not to be written to"
    return kind.reason_against(row, now)


def _is_suppressed(row: Notification, now: datetime, kind: Kind) -> bool:
    """Whoever left may come back by an essential mail of their own asking; nothing else is let through."""
    found = people.suppressions(now).filter(address_lookup=row.supporter.email_lookup)
    return (found.exclude(reason=SuppressionReason.LEFT) if kind.is_essential else found).exists()


def _mark_handed(row: Notification) -> bool:
    """Write down that it may leave now; False when the claim was lost meanwhile."""
    mine = Notification.objects.filter(pk=row.pk, claim=row.claim, state=NotificationState.SENDING)
    return bool(mine.update(handed_at=timezone.now(), attempts=F("attempts") + 1, told=row.told, revision=row.revision))


def _record(row: Notification, outcome: Outcome) -> str:
    row.attempts += 1
    if outcome.verdict == Verdict.ACCEPTED:
        return _settle(row, NotificationState.SENT, "")
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
    pause = PAUSES[min(row.attempts, len(PAUSES)) - 1] * random.uniform(0.8, 1.2)  # noqa: S311 - spreading, not secrecy
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
