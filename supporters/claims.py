"""Claims: which worker has which rows in its hands, and the way by which they leave those hands.

A claim lives as long as the database session that made it: it is an advisory lock, so that a killed worker's rows are
free at once, whatever the clocks say (and so that no connection pooler in transaction mode may stand between). It
takes whole batches, what is urgent first, by one statement that also reads all that sending needs.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from supporters.choices import NotificationState
from supporters.journal import Journal
from supporters.models import Notification

#: Rows of one claim, more or less. What it costs beside its mails is paid once; a small one keeps memory small.
MOST_ROWS = 4000
#: Claims are made one after the other; each takes some milliseconds.
ONE_AT_A_TIME = 7_283_451

LOOK = """
SELECT EXISTS (SELECT 1 FROM supporters_batch
               WHERE claim IS NULL AND is_push = %(is_push)s AND due_at <= %(now)s)
       AND NOT EXISTS (SELECT 1 FROM supporters_tick WHERE name = %(paused)s AND ran_at > %(now)s)
"""
# The first lives as long as the session, the second as long as the transaction.
LOCKS = "SELECT pg_try_advisory_lock(%(claim)s), pg_advisory_xact_lock(%(lock)s)"
HELD_BEFORE = "(SELECT held_before FROM supporters_restoremark WHERE id = 1)"
# What was due before a restored backup, and waits for a person, keeps its whole batch.
CLAIM = f"""
UPDATE supporters_batch SET claim = %(claim)s, claimed_at = %(now)s WHERE id IN (
    SELECT id FROM (
        SELECT id, sum(size) OVER (ORDER BY rank, due_at, id) - size AS before FROM (
            SELECT id, rank, due_at, size FROM supporters_batch waiting
            WHERE claim IS NULL AND is_push = %(is_push)s AND due_at <= %(now)s
              AND ({HELD_BEFORE} IS NULL OR NOT EXISTS (
                   SELECT 1 FROM supporters_notification held
                   WHERE held.batch = waiting.id AND held.state = 'queued' AND held.due_at < {HELD_BEFORE}))
            ORDER BY rank, due_at, id LIMIT %(most)s) due) cut
    WHERE before < %(most)s)
RETURNING id, word
"""  # noqa: S608 - of words of ours alone, as below
COLUMNS = """
    notification.id::text, person.id::text, kind, subject, occasion, revision, told::text, rate, attempts,
    extract(epoch FROM next_attempt_at)::float8, stale_at <= %(now)s,
    person.email, person.name, person.language, person.is_discreet, person.is_paused, person.state, COALESCE((
        SELECT suppression.reason FROM supporters_suppression suppression
        WHERE suppression.address_lookup = person.email_lookup
          AND (suppression.until_on IS NULL OR suppression.until_on > %(now)s::date)), '')
"""
TAKE = f"""
UPDATE supporters_notification notification SET state = 'sending' FROM supporters_supporter person
WHERE notification.batch = ANY(%(batches)s) AND notification.state = 'queued'
  AND person.id = notification.supporter_id
RETURNING {COLUMNS}
"""  # noqa: S608
# What else is due to the same people may have to go in one mail with that.
TAKE_ALSO_DUE = f"""
UPDATE supporters_notification notification SET state = 'sending', batch = %(batch)s
FROM supporters_supporter person, supporters_batch other
WHERE other.claim IS NULL AND other.due_at <= %(now)s AND notification.batch = other.id
  AND ({HELD_BEFORE} IS NULL OR notification.due_at >= {HELD_BEFORE})
  AND notification.state = 'queued' AND notification.supporter_id = ANY(%(people)s::uuid[])
  AND person.id = notification.supporter_id
RETURNING {COLUMNS}
"""  # noqa: S608
OTHER_WORDS = """
SELECT EXISTS (SELECT 1 FROM supporters_batch
               WHERE claim IS NULL AND is_push = %(is_push)s AND due_at <= %(now)s
                 AND (word = '' OR word <> ALL(%(words)s)))
"""
SENT = """
UPDATE supporters_notification
SET state = 'sent', told = %(told)s::jsonb, revision = %(revision)s, attempts = attempts + 1, reason = '',
    settled_at = clock_timestamp()
WHERE id = ANY(%(keys)s::uuid[]) AND state = 'sending'
"""
ENDED = """
UPDATE supporters_notification SET state = %(state)s, reason = %(reason)s, attempts = attempts + %(more)s,
                                   settled_at = clock_timestamp()
WHERE id = ANY(%(keys)s::uuid[]) AND state = 'sending'
"""
QUEUED_AGAIN = """
WITH made AS (INSERT INTO supporters_batch (rank, due_at, size, word, is_push)
              SELECT %(rank)s, %(at)s, %(size)s, '', EXISTS (
                  SELECT 1 FROM supporters_notification row JOIN supporters_supporter person
                      ON person.id = row.supporter_id AND length(person.email) = 0
                  WHERE row.id = %(first)s) RETURNING id)
UPDATE supporters_notification
SET state = 'queued', reason = %(reason)s, attempts = GREATEST(attempts + %(more)s, %(least)s),
    next_attempt_at = %(at)s, batch = made.id
FROM made
WHERE supporters_notification.id = ANY(%(keys)s::uuid[]) AND state = 'sending'
  AND (stale_at > %(at)s OR %(more)s = 0)
"""
IN_THE_MAIL_OF = """
UPDATE supporters_notification SET mailed_with = %(head)s WHERE id = ANY(%(keys)s::uuid[]) AND state = 'sending'
"""
# Never one in which something waits still, whatever went wrong before.
FORGET = """
DELETE FROM supporters_batch ended WHERE claim = %(claim)s AND NOT EXISTS (
    SELECT 1 FROM supporters_notification left_over
    WHERE left_over.batch = ended.id AND left_over.state IN ('queued', 'sending'))
"""
# The journal, which is held still, keeps others from the claim until it is gone.
END = f"WITH gone AS ({FORGET}) SELECT pg_advisory_unlock(%(claim)s)"


class Owed(NamedTuple):
    """A claimed row as far as sending thousands of them needs it; address and name are sealed still."""

    key: str
    supporter: str
    kind: str
    subject: str
    occasion: str
    revision: int
    #: JSON, as the database writes it.
    told: str
    rate: str
    attempts: int
    #: Seconds since 1970.
    waiting_since: float
    is_stale: bool
    email: bytes
    name: bytes
    language: str
    is_discreet: bool
    is_paused: bool
    person_state: str
    #: Why nobody may write to the address ("" for no reason).
    suppressed: str

    # So that what is asked about many rows at once need not know which sort of row it is.
    @property
    def pk(self) -> UUID:
        """The key of the notification."""
        return UUID(self.key)

    @property
    def supporter_id(self) -> UUID:
        """The key of the person."""
        return UUID(self.supporter)


class Claim:
    """Some batches of one way out in the hands of this worker, with the journal of what became of each row."""

    def __init__(self, now: datetime, most: int | None = None, *, is_push: bool = False) -> None:
        self.number = secrets.randbits(62)
        self.rows: list[Owed] = []
        #: Whether there was anything to claim; batches may turn out to be empty.
        self.is_any = False
        self._stack = ExitStack()
        # Before the claim: whoever finds this claim without its worker can tell that nothing had left.
        self.journal = Journal(self.number)
        self._stack.callback(self.journal.close)
        self._is_locked = True
        self._stack.callback(self._unlock)
        try:
            self._take({"now": now, "most": most or MOST_ROWS, "is_push": is_push})
        except BaseException:
            self._stack.close()
            raise

    def end(self) -> None:
        """All rows are settled."""
        _run(END, {"claim": self.number})
        self._is_locked = False
        self._stack.close()
        self.journal.forget()

    def abandon(self) -> None:
        """Leave the rows to `take_back`; nothing of it may be on its way any more."""
        self._stack.close()

    def _take(self, asked: Mapping[str, Any]) -> None:
        with transaction.atomic():
            values: dict[str, Any] = {"claim": self.number, **asked}
            _read(LOCKS, {**values, "lock": ONE_AT_A_TIME})
            batches = _read(CLAIM, values)
            self.is_any = bool(batches)
            if batches:
                values["batches"], values["words"] = ([row[number] for row in batches] for number in (0, 1))
                self.rows = [Owed._make(row) for row in _read(TAKE, values)]
                self.rows += self._also_due(values)

    def _also_due(self, values: dict[str, Any]) -> list[Owed]:
        """Nobody is owed the same word twice: while only one word is due, there is nothing to look for."""
        is_one_word = len(set(values["words"])) == 1 and values["words"][0]
        if not self.rows or (is_one_word and not _read(OTHER_WORDS, values)[0][0]):
            return []
        values |= {"batch": values["batches"][0], "people": array({row.supporter for row in self.rows})}
        return [Owed._make(row) for row in _read(TAKE_ALSO_DUE, values)]

    def _unlock(self) -> None:
        if self._is_locked and connection.is_usable():
            locks("pg_advisory_unlock", self.number)


def array(keys: Iterable[str]) -> str:
    """Keys (UUIDs) as one literal of an array: a list becomes thousands of constants, each looked at by itself."""
    return f"{{{','.join(keys)}}}"


def one_at_a_time() -> None:
    """Until the end of the transaction no other worker claims, or counts against the limits."""
    _run("SELECT pg_advisory_xact_lock(%(lock)s)", {"lock": ONE_AT_A_TIME})


def is_any_due(now: datetime, paused: str, *, is_push: bool = False) -> bool:
    """Whether there is anything to claim on one way out: asked before a claim is made for nothing, as at most ticks.

    Nothing is due until the instant of the row (Tick) that `paused` names.
    """
    return bool(_read(LOOK, {"now": now, "paused": paused, "is_push": is_push})[0][0])


def open_claims() -> list[int]:
    """The numbers of all claims, those of living workers too."""
    return [row[0] for row in _read("SELECT DISTINCT claim FROM supporters_batch WHERE claim IS NOT NULL", {})]


def rows_of(claim: int) -> list[tuple[str, str]]:
    """Of the rows that a claim has in its hands still: key and kind."""
    statement = """
        SELECT notification.id::text, kind FROM supporters_notification notification
        JOIN supporters_batch batch ON batch.id = notification.batch
        WHERE batch.claim = %(claim)s AND state = 'sending' FOR UPDATE OF notification"""
    return [(row[0], row[1]) for row in _read(statement, {"claim": claim})]


def forget(claim: int) -> None:
    """The rows of a claim are settled."""
    _run(FORGET, {"claim": claim})


def locks(function: str, claim: int) -> bool:
    """What a function of PostgreSQL about advisory locks answers."""
    return bool(_read(f"SELECT {function}(%(claim)s)", {"claim": claim})[0][0])


def full(keys: Iterable[str]) -> dict[str, Notification]:
    """The rows as models, with their people: for what cannot be said of many at once."""
    rows = Notification.objects.select_related("supporter").filter(pk__in=list(keys))
    return {str(row.pk): row for row in rows}


def sent(keys: Sequence[str], told: str, revision: int) -> None:
    """These were taken by the mail server; what was told (JSON) is kept."""
    _run(SENT, {"keys": array(keys), "told": told, "revision": revision})


def in_the_mail_of(head: str, keys: Iterable[str]) -> None:
    """These stand behind the link of one mail, by the key of the row at its head; written down before it leaves."""
    _run(IN_THE_MAIL_OF, {"head": head, "keys": array(keys)})


def ended(keys: Sequence[str], state: NotificationState, reason: str = "", *, tried: bool = False) -> None:
    """These are over; `tried` counts one more attempt."""
    _run(ENDED, {"keys": array(keys), "state": state, "reason": reason, "more": int(tried)})


def queue_again(keys: Sequence[str], at: datetime, rank: int) -> None:
    """These wait until `at` (an instant), together, as if nothing had been."""
    _queue(keys, {"at": at, "rank": rank, "reason": "", "more": 0, "least": 0})


def try_later(keys: Sequence[str], at: datetime, rank: int, reason: str, least: int = 0) -> int:
    """These were tried and are tried again at `at`; those of no use by then are failed. Returns how many wait.

    From then on at least so many attempts are counted.
    """
    waiting = _queue(keys, {"at": at, "rank": rank, "reason": reason, "more": 1, "least": least})
    if waiting < len(keys):
        ended(keys, NotificationState.FAILED, reason, tried=True)
    return waiting


def _queue(keys: Sequence[str], values: Mapping[str, Any]) -> int:
    """All of them go one way: what a claim has in its hands does."""
    return _run(QUEUED_AGAIN, {"keys": array(keys), "first": keys[0], "size": len(keys), **values})


def _read(statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _run(statement: str, values: Mapping[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount
