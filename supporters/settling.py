"""Settling: what the mail server said of each letter becomes the state of its rows, by few statements."""

import logging
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from supporters import claims
from supporters.choices import NotificationState
from supporters.claims import Owed
from supporters.clock import database_now
from supporters.kinds import kind_of, rank_of
from supporters.letters import Letter
from supporters.models import Supporter
from supporters.pushes import Push
from supporters.services.bounces import hard_bounce
from supporters.strict_words import MissingWord
from supporters.truth import Group
from supporters.verdicts import NO_TIME, Outcome, Verdict

log = logging.getLogger(__name__)

#: Pauses after the first, second, third … temporary failure; a fifth more or less, so that not all come back at once.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440))
#: So many rows at the most come back at the same moment.
TOGETHER = 250
#: After a doubt the pause is that of the third failure, an hour: the server may be just settling it.
DOUBT_STEP = 3
#: After so many failures to write the mail itself the row is left as failed, and the others go on.
POISONED_AFTER = 3


def record(
    groups: Sequence[Group], letters: Sequence[Letter], answers: Sequence[tuple[Letter, Outcome]]
) -> Iterator[str]:
    """Write down what became of the letters; gives the state in which each row ended."""
    taken = {row.key for letter, outcome in answers if outcome.verdict == Verdict.ACCEPTED for row in letter.rows}
    for group in groups:
        yield from _sent(group, [row.key for row in group.rows if row.key in taken])
    refused: dict[tuple[Outcome, int], list[Letter]] = defaultdict(list)
    for letter, outcome in answers:
        if outcome.verdict != Verdict.ACCEPTED:
            refused[outcome, max(row.attempts for row in letter.rows) + 1].append(letter)
    for (outcome, attempts), those in refused.items():
        yield from _judged(those, outcome, attempts)
    offered = {letter for letter, _outcome in answers}
    # Letters that were not offered to anybody.
    if left := [row for letter in letters if letter not in offered for row in letter.rows]:
        yield from _wait(left, database_now())


def cancel(rows: Sequence[Owed], reason: str) -> Iterator[str]:
    """What is not true any more is dropped with its reason."""
    claims.ended(_keys(rows), NotificationState.CANCELLED, reason)
    yield from [NotificationState.CANCELLED.value] * len(rows)


def poisoned(row: Owed, error: Exception) -> str:
    """A mail that cannot be written."""
    log.error("notification %s (%s) cannot be written: %s", row.key, row.kind, _named(error))
    reason = f"cannot be written: {_named(error)}"
    if row.attempts + 1 < POISONED_AFTER:
        return next(_later([row], row.attempts + 1, reason))
    claims.ended([row.key], NotificationState.FAILED, reason, tried=True)
    return NotificationState.FAILED.value


def _named(error: Exception) -> str:
    """An error by its class only, for its words may hold an address; those of a missing word are a template's."""
    return f"no {error}" if isinstance(error, MissingWord) else type(error).__name__


def _sent(group: Group, keys: Sequence[str]) -> Iterator[str]:
    """All that were told the same, by one statement."""
    if keys:
        claims.sent(keys, group.told, group.revision)
    yield from [NotificationState.SENT.value] * len(keys)


def _judged(letters: Sequence[Letter], outcome: Outcome, attempts: int) -> Iterator[str]:
    """What was not taken: whether the address is at fault, whether it is in doubt, or when it is tried again."""
    rows = [row for letter in letters for row in letter.rows]
    if outcome.verdict == Verdict.BAD_ADDRESS:
        yield from _bounced(letters, attempts, outcome.reason)
    elif outcome.verdict == Verdict.DOUBT:
        again = [row for row in rows if kind_of(row.kind).resend_if_in_doubt]
        yield from _apart(again, max(attempts, DOUBT_STEP), outcome.reason)
        held = [row for row in rows if not kind_of(row.kind).resend_if_in_doubt]
        yield from _failed(held, f"in doubt: {outcome.reason}")
    else:
        yield from _apart(rows, attempts, outcome.reason, outcome.rests)


def _bounced(letters: Sequence[Letter], attempts: int, reason: str) -> Iterator[str]:
    """Nobody is there; what went to a browser that has renewed its subscription meanwhile is tried again."""
    people = {str(one.pk): one for one in Supporter.objects.filter(pk__in={one.rows[0].supporter for one in letters})}
    for letter in letters:
        person = people.get(letter.rows[0].supporter)
        endpoint = letter.recipient if isinstance(letter, Push) else ""
        if person is None or hard_bounce(person, endpoint):
            yield from _failed(letter.rows, reason)
        else:
            yield from _apart(letter.rows, attempts, reason)


def _failed(rows: Sequence[Owed], reason: str) -> Iterator[str]:
    if rows:
        claims.ended(_keys(rows), NotificationState.FAILED, reason, tried=True)
    yield from [NotificationState.FAILED.value] * len(rows)


def _apart(rows: Sequence[Owed], attempts: int, reason: str, rests: timedelta = NO_TIME) -> Iterator[str]:
    """Not all at the same moment again; but all that one person gets together, so that it is one mail again."""
    parts = 1 + len(rows) // TOGETHER
    shared: dict[int, list[Owed]] = defaultdict(list)
    for row in rows:
        shared[int(row.supporter[:8], 16) % parts].append(row)
    for part, some in shared.items():
        yield from _later(some, attempts, reason, part, rests)


def _later(
    rows: Sequence[Owed], attempts: int, reason: str, part: int = 0, rests: timedelta = NO_TIME
) -> Iterator[str]:
    """Queue again after a pause that grows, and not before what `rests` is over; failed when that would be too late."""
    spread = random.Random(f"{rows[0].supporter[:8] if len(rows) == 1 else part}/{attempts}")  # noqa: S311 - no secret
    pause = max(PAUSES[min(attempts, len(PAUSES)) - 1] * spread.uniform(0.8, 1.2), rests * spread.uniform(1.0, 1.2))
    rank = min(rank_of(row.kind) for row in rows)
    waiting = claims.try_later(_keys(rows), database_now() + pause, rank, reason, least=attempts)
    yield from [NotificationState.QUEUED.value] * waiting
    yield from [NotificationState.FAILED.value] * (len(rows) - waiting)


def put_off(letters: Sequence[Letter], at: datetime) -> Iterator[str]:
    """These are over a limit, and wait until there is room for them (an instant)."""
    yield from _wait([row for letter in letters for row in letter.rows], at)


def put_back(rows: Sequence[Owed], at: datetime) -> Iterator[str]:
    """These were claimed on a way that is not theirs."""
    yield from _wait(rows, at)


def _wait(rows: Sequence[Owed], at: datetime) -> Iterator[str]:
    """As if nothing had been."""
    by_kind: dict[str, list[Owed]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    for kind, waiting in by_kind.items():
        claims.queue_again(_keys(waiting), at, rank_of(kind))
    yield from [NotificationState.QUEUED.value] * len(rows)


def _keys(rows: Sequence[Owed]) -> list[str]:
    return [row.key for row in rows]
