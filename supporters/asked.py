"""What was asked already: a word that was owed to all who follow it is not asked about again until something stirs.

A round of the clock asks about the present, and most of that was told long ago: six hundred hearings of next week, each
at every tick. What all followers were owed is noted with all that the question depended on. Whatever may make somebody
new to it is put down by triggers (`Stir`); the next round takes those rows away and marks what they concern, to be
asked again: at once, or where that is very much, a part of it in each round. So a change that is committed while a
round asks is seen by that round, or by the next one.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import connection

#: One round at a time: another one asks everything, and notes nothing.
ONE_ROUND = 7_283_452
#: So many words that something has stirred are asked again by one question in one round: one newcomer who follows
#: everything stirs all of them, and the others shall not wait for that.
MOST_AGAIN = 100
#: Stands before what a word depends on (in the place of its first sign), once it is to be asked again.
STIRRED = "!"
# What is past is forgotten, and what stirs is marked, in one statement with the rows that said so.
FORGET = """
WITH stirred AS (DELETE FROM supporters_stir RETURNING word)
, words AS MATERIALIZED (SELECT COALESCE(array_agg(DISTINCT word::text), '{}') AS stirring FROM stirred)
, past AS (DELETE FROM supporters_asked WHERE ends_at < %(now)s)
UPDATE supporters_asked SET said = overlay(said placing %(stirred)s from 1) FROM words
WHERE ends_at >= %(now)s AND NOT starts_with(said, %(stirred)s)
  AND (subject = ANY(stirring) OR topics::text[] && stirring)
"""
NOTE = """
INSERT INTO supporters_asked (name, said, subject, topics, ends_at)
VALUES (%(name)s, %(said)s, %(subject)s, %(topics)s, %(ends_at)s)
ON CONFLICT (name) DO UPDATE SET said = excluded.said, subject = excluded.subject, topics = excluded.topics,
                                 ends_at = excluded.ends_at
"""


class _Round:
    """What one question of a round finds noted, read when it first asks for it, and what it notes itself."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._known: dict[str, str] | None = None
        self._is_alone = True
        self._new: list[Mapping[str, Any]] = []
        self._again = 0

    def knows(self, name: str, said: str) -> bool:
        """Whether it need not be asked: nothing has stirred since, or it has its turn in a later round."""
        if self._known is None:
            self._known = self._read()
        known = self._known.get(name, "")
        if not known.startswith(STIRRED) or known[1:] != said[1:]:
            return known == said
        self._again += 1
        return self._again > MOST_AGAIN

    def note(self, row: Mapping[str, Any]) -> None:
        if self._is_alone:
            self._new.append(row)

    def write(self) -> None:
        if self._new:
            with connection.cursor() as cursor:
                cursor.executemany(NOTE, self._new)

    def _read(self) -> dict[str, str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_ROUND])
            self._is_alone = cursor.fetchone()[0]
            if not self._is_alone:
                return {}
            cursor.execute(FORGET, {"now": self._now, "stirred": STIRRED})
            cursor.execute("SELECT name, said FROM supporters_asked")
            return dict(cursor.fetchall())


_ROUND: ContextVar[_Round | None] = ContextVar("round", default=None)


@contextmanager
def remembered(now: datetime) -> Iterator[None]:
    """Within the transaction of one question of a round: what is known is passed over, what is new is noted."""
    one = _Round(now)
    before = _ROUND.set(one)
    try:
        yield
        one.write()
    finally:
        _ROUND.reset(before)


def is_known(statement: str, values: Mapping[str, Any]) -> bool:
    """Whether this was asked of all whom it may concern, and nothing has stirred since; outside a round never."""
    one = _ROUND.get()
    return one is not None and one.knows(values["name"], _said(statement, values))


def note(statement: str, values: Mapping[str, Any], ends_at: datetime) -> None:
    """This was asked now; of no use after `ends_at` (an instant)."""
    one = _ROUND.get()
    if one is not None:
        row = {name: values[name] for name in ("name", "subject", "topics")}
        one.note({**row, "said": _said(statement, values), "ends_at": ends_at})


def _said(statement: str, values: Mapping[str, Any]) -> str:
    """All that the answer depends on beside the readers: the words of the statement too, for they may change."""
    return sha256((statement + json.dumps(values, sort_keys=True, default=str)).encode()).hexdigest()
