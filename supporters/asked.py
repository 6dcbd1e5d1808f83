"""What was asked already: a word that was owed to all who follow it is not asked about again until something stirs.

A round of the clock asks about the present, and most of that was told long ago: six hundred hearings of next week, each
at every tick. What all followers were owed is noted with all that the question depended on. Whatever may make somebody
new to it is put down by triggers (`Stir`); the next round takes those rows away and marks what they concern, to be
asked again: at once, or where that is very much, what has waited longest in each round. So a change that is committed
while a round asks is seen by that round, or by the next one.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from django.db import connection

#: One question at a time: two clocks that wrote the same words in another order would wait for one another for ever.
ONE_QUESTION = 7_283_452
#: So many words that something has stirred are asked again by one question in one round: one newcomer who follows
#: everything stirs all of them, and the others shall not wait for that.
MOST_AGAIN = 100
#: Of one word so many people are owed at first in one transaction, and in each further one so many times as many: the
#: first mails are on their way while the rest are written down, and who is killed meanwhile has little to make good.
FIRST_PART, GROWTH = 500, 4
#: Stands before what a word depends on (in the place of its first signs), once it is to be asked again, with the
#: instant at which it was first stirred: newcomers in each round stir it anew, and must not put it behind the others.
STIRRED = "~"
SINCE = "%Y%m%d%H%M%S%f"
MARK = len(STIRRED) + len("20260101000000000000")
# What is past is forgotten, and what stirs is marked, in one statement with the rows that said so.
FORGET = """
WITH stirred AS (DELETE FROM supporters_stir RETURNING word)
, words AS MATERIALIZED (SELECT COALESCE(array_agg(DISTINCT word::text), '{}') AS stirring FROM stirred)
, past AS (DELETE FROM supporters_asked WHERE ends_at < %(now)s)
UPDATE supporters_asked SET said = overlay(said placing %(mark)s from 1) FROM words
WHERE ends_at >= %(now)s AND NOT starts_with(said, %(stirred)s)
  AND (subject = ANY(stirring) OR topics::text[] && stirring)
"""
NOTE = """
INSERT INTO supporters_asked (name, said, subject, topics, ends_at)
VALUES (%(name)s, %(said)s, %(subject)s, %(topics)s, %(ends_at)s)
ON CONFLICT (name) DO UPDATE SET said = excluded.said, subject = excluded.subject, topics = excluded.topics,
                                 ends_at = excluded.ends_at
"""


class Owing(NamedTuple):
    """How many were owed a word, and whether that is all of them; the rest has its turn in the next part."""

    new: int
    is_whole: bool


#: Owes a word to so many people at the most; None for all of them.
Run = Callable[[int | None], Owing]


@dataclass(frozen=True)
class _Question:
    """What to ask of the database about a word, and how it is noted that it was."""

    run: Run
    row: Mapping[str, Any]


class Part:
    """What a part of one question finds noted, read when it first asks for it, and what it notes itself."""

    def __init__(self, now: datetime, most: int) -> None:
        self._now, self._most = now, most
        #: Whether a word was owed to some and not to all: the question is to be asked again at once.
        self.is_cut = False
        #: Whether something that was stirred waits for its turn: the question is to be asked again in the next round.
        self.is_left = False
        self._found: dict[str, str] | None = None
        self._new: list[Mapping[str, Any]] = []
        self._again: list[tuple[str, _Question]] = []
        #: What is to be done once all were owed what this question owes them, and nothing waits for its turn.
        self.last: list[Callable[[], object]] = []

    @property
    def _known(self) -> dict[str, str]:
        if self._found is None:
            self._found = self._read()
        return self._found

    def knows(self, name: str, said: str) -> bool:
        """Whether it need not be asked: nothing has stirred since."""
        return self._known.get(name) == said

    def ask(self, question: _Question) -> int:
        """Ask it at once, or note that it has to be asked `again`; returns how many are new."""
        known, said = self._known.get(question.row["name"], ""), question.row["said"]
        if known.startswith(STIRRED) and known[MARK:] == said[MARK:]:
            self._again.append((known[:MARK], question))
            return 0
        return self._run(question)

    def again(self) -> int:
        """Ask again what has waited longest, of equals what the planner names first; returns how many are new."""
        waiting = sorted(self._again, key=lambda one: one[0])
        self._again = []
        self.is_left |= len(waiting) > MOST_AGAIN
        return sum(self._run(question) for _mark, question in waiting[:MOST_AGAIN])

    def write(self) -> None:
        """Note what was asked in full."""
        for note in [] if self.is_cut or self.is_left else self.last:
            note()
        if self._new:
            with connection.cursor() as cursor:
                cursor.executemany(NOTE, self._new)

    def run(self, run: Run) -> Owing:
        """Owe a word to as many as make a part."""
        owing = run(self._most)
        self.is_cut |= not owing.is_whole
        return owing

    def _run(self, question: _Question) -> int:
        owing = self.run(question.run)
        if owing.is_whole:
            self._new.append(question.row)
        return owing.new

    def _read(self) -> dict[str, str]:
        with connection.cursor() as cursor:
            mark = f"{STIRRED}{self._now.astimezone(UTC).strftime(SINCE)}"
            cursor.execute(FORGET, {"now": self._now, "stirred": STIRRED, "mark": mark})
            cursor.execute("SELECT name, said FROM supporters_asked")
            return dict(cursor.fetchall())


_PART: ContextVar[Part | None] = ContextVar("part", default=None)
_IS_AFRESH: ContextVar[bool] = ContextVar("is_afresh", default=False)


@contextmanager
def remembered(now: datetime, most: int = FIRST_PART) -> Iterator[Part]:
    """Within the transaction of one question of a round: what is known is passed over, what is new is noted.

    What something has stirred is asked again at its end, by `again`. Each word is owed to `most` people: where it is
    owed to more, the part says so (`is_cut`), and nothing is noted of the word before a part has found all of them.
    Another clock waits until the transaction has ended, and then asks about what is left.
    """
    one = Part(now, most)
    before = _PART.set(None if is_afresh() else one)
    try:
        if not is_afresh():
            _wait_for_others()
        yield one
        one.write()
    finally:
        _PART.reset(before)


@contextmanager
def afresh() -> Iterator[None]:
    """Within it every question is asked as if nothing had been asked before, and nothing is noted."""
    before = _IS_AFRESH.set(True)
    try:
        yield
    finally:
        _IS_AFRESH.reset(before)


def is_afresh() -> bool:
    """Whether what was asked before is to be left aside."""
    return _IS_AFRESH.get()


def is_known(statement: str, values: Mapping[str, Any]) -> bool:
    """Whether this was asked of all whom it may concern, and nothing has stirred since; outside a round never."""
    one = _PART.get()
    return one is not None and one.knows(values["name"], _said(statement, values))


def ask(run: Run, statement: str, values: Mapping[str, Any], ends_at: datetime) -> int:
    """Ask this (`run`), of no use after `ends_at` (an instant), and note it; returns how many are new.

    What something has stirred has its turn at the end of the question, or of that of a later round.
    """
    one = _PART.get()
    if one is None:
        return run(None).new
    row = {name: values[name] for name in ("name", "subject", "topics")}
    return one.ask(_Question(run, {**row, "said": _said(statement, values), "ends_at": ends_at}))


def ask_always(run: Run) -> int:
    """Ask what is noted nowhere; returns how many are new."""
    one = _PART.get()
    return run(None).new if one is None else one.run(run).new


def again() -> int:
    """What this question has to ask again: the hundred that have waited longest. Returns how many are new."""
    one = _PART.get()
    return one.again() if one is not None else 0


def is_cut() -> bool:
    """Whether a word of this part was owed to some and not yet to all who follow it."""
    one = _PART.get()
    return one is not None and one.is_cut


def when_whole(note: Callable[[], object]) -> None:
    """Have something noted in this transaction, unless the question is to be asked again for those who are left.

    Or in the next round, for words that wait for their turn.
    """
    one = _PART.get()
    if one is None:
        note()
    else:
        one.last.append(note)


def _wait_for_others() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_QUESTION])


def _said(statement: str, values: Mapping[str, Any]) -> str:
    """All that the answer depends on beside the readers: the words of the statement too, for they may change."""
    return sha256((statement + json.dumps(values, sort_keys=True, default=str)).encode()).hexdigest()
