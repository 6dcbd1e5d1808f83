"""Several connections at once: the letters of the claims are shared out to as many as are worth opening.

Each connection has a thread of its own, which takes letters from one pile. The thread that claims and settles goes on
meanwhile: it writes the letters of the next claim while those of the last are on their way.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from threading import Condition, Thread
from types import TracebackType
from typing import Protocol, Self

from supporters import stopping
from supporters.journal import Journal, Mark
from supporters.letters import Letter
from supporters.push_transport import PushTransport
from supporters.pushes import Push
from supporters.transports import Leaving, Outcome, SmtpTransport, Verdict

#: Connections of one worker at the most, and letters that are worth one more: each may have one mail in doubt.
MOST_CONNECTIONS = 4
LETTERS_A_CONNECTION = 200
#: The same of pushes, each of which is a journey there and back of its own.
MOST_HANDS = 8
PUSHES_A_HAND = 5
#: So many refusals for reasons of policy stop the sending: it is our fault, not the readers'.
REFUSALS_BEFORE_PAUSE = 10
#: A server that is away is not asked with every letter we have, each time until the time is out.
FAILURES_BEFORE_PAUSE = 3

Answer = tuple[Letter, Outcome]
MARKS = {Verdict.ACCEPTED: Mark.TAKEN, Verdict.DOUBT: Mark.LEAVING}


class Load:
    """The letters of one claim on their way, and what became of them."""

    def __init__(self, letters: Sequence[Letter], journal: Journal) -> None:
        self.letters, self.journal = letters, journal
        self.answers: list[Answer] = []
        #: How many answers there will be: fewer than letters, once some were put aside.
        self.wanted = len(letters)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing more to wait for."""
        return len(self.answers) >= self.wanted


class Transport(Protocol):
    """A way out: one connection of it, in the hands of one thread."""

    refused_by_policy: int
    failures_in_a_row: int

    def carry(self, letters: Iterator[Letter], leaving: Leaving) -> Iterator[tuple[Letter, Outcome]]:
        """Hand over one after the other; says what became of each and raises nothing."""

    def close(self) -> None:
        """No more."""


class _Way:
    """The letters that go one way, and the threads that carry them."""

    def __init__(self, kind: type[Transport], most: int, letters_each: int) -> None:
        self.kind, self._most, self._letters_each = kind, most, letters_each
        self.pile: deque[tuple[Letter, Load]] = deque()
        self.threads: list[Thread] = []

    def missing(self) -> int:
        """How many more threads the letters that wait are worth."""
        return min(self._most, 1 + len(self.pile) // self._letters_each) - len(self.threads)


class Carriers:
    """The connections of one worker, kept open from claim to claim; used in a `with` block."""

    def __init__(self) -> None:
        self._transports: list[Transport] = []
        self._mails = _Way(SmtpTransport, MOST_CONNECTIONS, LETTERS_A_CONNECTION)
        self._pushes = _Way(PushTransport, MOST_HANDS, PUSHES_A_HAND)
        self._ways = (self._mails, self._pushes)
        self._news = Condition()
        self._is_over = False
        self._failure: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """What lies on the pile stays there; what is on its way arrives."""
        with self._news:
            for way in self._ways:
                way.pile.clear()
            self._is_over = True
            self._news.notify_all()
        for thread in (thread for way in self._ways for thread in way.threads):
            thread.join()
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
        """Whether no more letters are to be offered now: it is of no use, or this worker was told to stop."""
        if stopping.is_asked():
            return True
        is_away = any(transport.failures_in_a_row >= FAILURES_BEFORE_PAUSE for transport in self._transports)
        return is_away or self.is_refused

    def begin(self, letters: Sequence[Letter], journal: Journal) -> Load:
        """Put them on the pile; the journal knows each step before it is made."""
        load = Load(letters, journal)
        if self.is_stuck:
            load.wanted = 0
            return load
        pushes = [letter for letter in letters if isinstance(letter, Push)]
        mails = [letter for letter in letters if not isinstance(letter, Push)] if pushes else letters
        for way, those in ((self._mails, mails), (self._pushes, pushes)):
            with self._news:
                way.pile.extend((letter, load) for letter in those)
                self._news.notify_all()
            for _number in range(way.missing() if those else 0):
                self._connect(way)
        return load

    def finish(self, load: Load) -> list[Answer]:
        """Wait until all are answered. Stuck, the rest is taken from the pile and has no answer."""
        with self._news:
            self._news.wait_for(lambda: load.is_done or self._failure is not None)
            if self._failure is not None:
                raise self._failure
        return load.answers

    def _connect(self, way: _Way) -> None:
        transport = way.kind()
        thread = Thread(target=self._work, args=(transport, way), daemon=True)
        self._transports.append(transport)
        way.threads.append(thread)
        thread.start()

    def _work(self, transport: Transport, way: _Way) -> None:
        try:
            while self._wait(way):
                _Hand(self, way).carry(transport)
        except BaseException as failure:  # noqa: BLE001 - told to whoever waits for the letters
            with self._news:
                self._failure = failure
                self._news.notify_all()

    def _wait(self, way: _Way) -> bool:
        """Until there are letters; False when there will be none."""
        with self._news:
            self._news.wait_for(lambda: way.pile or self._is_over)
            return not self._is_over

    @staticmethod
    def take(way: _Way) -> tuple[Letter, Load] | None:
        """The next letter, if there is one now."""
        try:
            return way.pile.popleft()
        except IndexError:
            return None

    def answer(self, letter: Letter, load: Load, outcome: Outcome) -> None:
        """What became of a letter that was taken; once it is of no use to go on, all that are left are put aside."""
        load.answers.append((letter, outcome))
        if stopping.is_asked() or (outcome.verdict != Verdict.ACCEPTED and self.is_stuck):
            for way in self._ways if stopping.is_asked() else (self._mails,):
                self._put_aside(way)
        if load.is_done:
            with self._news:
                self._news.notify_all()

    def _put_aside(self, way: _Way) -> None:
        with self._news:
            while taken := self.take(way):
                taken[1].wanted -= 1
            self._news.notify_all()


class _Hand(Iterator[Letter]):
    """What one connection takes from the pile, with the claims to which it belongs."""

    def __init__(self, carriers: Carriers, way: _Way) -> None:
        self._carriers, self._way = carriers, way
        self._held: dict[Letter, Load] = {}

    def __next__(self) -> Letter:
        taken = self._carriers.take(self._way)
        if taken is None:
            raise StopIteration
        self._held[taken[0]] = taken[1]
        return taken[0]

    def carry(self, transport: Transport) -> None:
        """Until there is nothing to take."""
        for letter, outcome in transport.carry(self, self._leaving):
            load = self._held.pop(letter)
            mark = MARKS.get(outcome.verdict, Mark.NOT_TAKEN)
            for row in letter.rows:
                load.journal.put(row.key, mark)
            self._carriers.answer(letter, load, outcome)

    def _leaving(self, letter: Letter) -> None:
        journal = self._held[letter].journal
        for row in letter.rows:
            journal.put(row.key, Mark.LEAVING)
