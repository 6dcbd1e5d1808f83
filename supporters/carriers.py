"""Several connections at once: the letters of a batch are shared out to as many as are worth opening."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from types import TracebackType
from typing import Self

from supporters.journal import Journal, Mark
from supporters.letters import Letter
from supporters.transports import Outcome, SmtpTransport, Verdict

#: Connections of one worker at the most, and letters that are worth one more: each may have one mail in doubt.
MOST_CONNECTIONS = 4
LETTERS_A_CONNECTION = 400
#: So many refusals for reasons of policy stop the sending: it is our fault, not the readers'.
REFUSALS_BEFORE_PAUSE = 10
#: A server that is away is not asked with every letter we have, each time until the time is out.
FAILURES_BEFORE_PAUSE = 3

Answer = tuple[Letter, Outcome]
MARKS = {Verdict.ACCEPTED: Mark.TAKEN, Verdict.DOUBT: Mark.LEAVING}


class Carriers:
    """The connections of one worker, kept open from batch to batch; used in a `with` block."""

    def __init__(self) -> None:
        self._transports: list[SmtpTransport] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for transport in self._transports:
            transport.close()

    @property
    def refused_by_policy(self) -> int:
        """How often the server refused us for reasons of policy since the connections were opened."""
        return sum(transport.refused_by_policy for transport in self._transports)

    @property
    def is_refused(self) -> bool:
        """Whether the server does not want our mail at all."""
        return self.refused_by_policy >= REFUSALS_BEFORE_PAUSE

    @property
    def is_stuck(self) -> bool:
        """Whether it is of no use to offer more letters now."""
        is_away = any(transport.failures_in_a_row >= FAILURES_BEFORE_PAUSE for transport in self._transports)
        return is_away or self.is_refused

    def carry(self, letters: Sequence[Letter], journal: Journal) -> list[Answer]:
        """Hand them over; the journal knows each step before it is made. Stuck, it leaves the rest unanswered."""
        transports = self._enough_for(len(letters))
        shared = _Shared(letters, self)
        if len(transports) == 1:
            return _carry(transports[0], shared, journal)
        with ThreadPoolExecutor(len(transports)) as threads:
            work = [threads.submit(_carry, transport, shared, journal) for transport in transports]
            return [answer for one in work for answer in one.result()]

    def _enough_for(self, count: int) -> list[SmtpTransport]:
        wanted = min(MOST_CONNECTIONS, 1 + count // LETTERS_A_CONNECTION)
        self._transports += [SmtpTransport() for _ in range(wanted - len(self._transports))]
        return self._transports[:wanted]


class _Shared(Iterator[Letter]):
    """One pile of letters from which several connections take."""

    def __init__(self, letters: Sequence[Letter], carriers: Carriers) -> None:
        self._letters, self._carriers, self._lock = iter(letters), carriers, Lock()

    def __next__(self) -> Letter:
        if self._carriers.is_stuck:
            raise StopIteration
        with self._lock:
            return next(self._letters)


def _carry(transport: SmtpTransport, letters: Iterator[Letter], journal: Journal) -> list[Answer]:
    def leaving(letter: Letter) -> None:
        journal.put((row.pk for row in letter.rows), Mark.LEAVING)

    answers = []
    for letter, outcome in transport.carry(letters, leaving):
        journal.put((row.pk for row in letter.rows), MARKS.get(outcome.verdict, Mark.NOT_TAKEN))
        answers.append((letter, outcome))
    return answers
