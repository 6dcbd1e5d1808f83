"""Several connections at once: the letters of the claims are shared out to as many as are worth opening.

Each connection has a thread of its own, which takes letters from one pile. The thread that claims and settles goes on
meanwhile: it writes the letters of the next claim while those of the last are on their way.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from threading import Condition, Thread
from time import monotonic
from types import TracebackType
from typing import Self

from supporters import stopping
from supporters.journal import Journal, Mark
from supporters.letters import Letter
from supporters.verdicts import ACCEPTED, Outcome, Verdict
from supporters.ways import Transport, Way

#: So many refusals for reasons of policy stop the sending: it is our fault, not the readers'.
REFUSALS_BEFORE_PAUSE = 10
#: A server that is away is not asked with every letter we have, each time until the time is out.
FAILURES_BEFORE_PAUSE = 3
#: So long after it was asked whether it is true, and wanted, a letter is still offered.
#: What a slow server leaves on the pile for longer goes back and is asked about anew.
FRESH_SECONDS = 10.0

Answer = tuple[Letter, Outcome]
MARKS = {Verdict.ACCEPTED: Mark.TAKEN, Verdict.DOUBT: Mark.LEAVING}


class Load:
    """The letters of one claim on their way, and what became of them."""

    def __init__(self, letters: Sequence[Letter], journal: Journal, asked_at: float) -> None:
        self.letters, self.journal = letters, journal
        self.answers: list[Answer] = []
        #: How many answers there will be: fewer than letters, once some were put aside.
        self.wanted = len(letters)
        self.fresh_until = asked_at + FRESH_SECONDS

    @property
    def is_done(self) -> bool:
        """Whether there is nothing more to wait for."""
        return len(self.answers) >= self.wanted


class Carriers:
    """The connections of one worker on one way, kept open from claim to claim; used in a `with` block.

    Whoever waits for an answer waits for `news`, which several may share.
    """

    def __init__(self, way: Way, news: Condition) -> None:
        self._way, self._news = way, news
        self._make = way.transports()
        self._transports: list[Transport] = []
        self._pile: deque[tuple[Letter, Load]] = deque()
        self._threads: list[Thread] = []
        self._is_over = False
        self._failure: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """What lies on the pile stays there; what is on its way arrives."""
        with self._news:
            self._pile.clear()
            self._is_over = True
            self._news.notify_all()
        for thread in self._threads:
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

    @property
    def waiting(self) -> int:
        """How many letters lie on the pile."""
        return len(self._pile)

    def begin(self, letters: Sequence[Letter], journal: Journal, asked_at: float) -> Load:
        """Put them on the pile; the journal knows each step before it is made.

        `asked_at` is when they were asked about (of the clock `monotonic`).
        """
        load = Load(letters, journal, asked_at)
        if self.is_stuck:
            load.wanted = 0
            return load
        with self._news:
            self._pile.extend((letter, load) for letter in letters)
            self._news.notify_all()
        for _number in range(self._missing()):
            self._connect()
        return load

    def is_done(self, load: Load) -> bool:
        """Whether nothing more is to be waited for. Raises what went wrong with a connection of ours itself."""
        if self._failure is not None:
            raise self._failure
        return load.is_done

    def has_news(self, load: Load) -> bool:
        """Whether `is_done` has something to say."""
        return load.is_done or self._failure is not None

    def put_aside(self) -> None:
        """What lies on the pile has no answer; what is on its way still has."""
        while taken := self.take():
            self._has_no_answer(taken[1])

    def take(self) -> tuple[Letter, Load] | None:
        """The next letter, if there is one now; those that have lain too long are put aside."""
        while self._pile:
            try:
                letter, load = self._pile.popleft()
            except IndexError:
                return None
            if monotonic() < load.fresh_until:
                return letter, load
            self._has_no_answer(load)
        return None

    def _has_no_answer(self, load: Load) -> None:
        with self._news:
            load.wanted -= 1
            if load.is_done:
                self._news.notify_all()

    def answer(self, letter: Letter, load: Load, outcome: Outcome) -> None:
        """What became of a letter that was taken; once it is of no use to go on, all that are left are put aside."""
        load.answers.append((letter, outcome))
        if stopping.is_asked() or (outcome.verdict != Verdict.ACCEPTED and self.is_stuck):
            self.put_aside()
        if load.is_done:
            with self._news:
                self._news.notify_all()

    def _missing(self) -> int:
        """How many more connections the letters that wait are worth."""
        wanted = 1 + len(self._pile) // self._way.letters_a_connection if self._pile else 0
        return min(self._way.most_connections, wanted) - len(self._threads)

    def _connect(self) -> None:
        transport = self._make()
        thread = Thread(target=self._work, args=(transport,), daemon=True)
        self._transports.append(transport)
        self._threads.append(thread)
        thread.start()

    def _work(self, transport: Transport) -> None:
        try:
            while self._wait():
                _Hand(self).carry(transport)
        except BaseException as failure:  # noqa: BLE001 - told to whoever waits for the letters
            with self._news:
                self._failure = failure
                self._news.notify_all()

    def _wait(self) -> bool:
        """Until there are letters; False when there will be none."""
        with self._news:
            self._news.wait_for(lambda: self._pile or self._is_over)
            return not self._is_over


class _Hand(Iterator[Letter]):
    """What one connection takes from the pile, with the claims to which it belongs."""

    def __init__(self, carriers: Carriers) -> None:
        self._carriers = carriers
        self._held: dict[Letter, Load] = {}

    def __next__(self) -> Letter:
        taken = self._carriers.take()
        if taken is None:
            raise StopIteration
        self._held[taken[0]] = taken[1]
        return taken[0]

    def carry(self, transport: Transport) -> None:
        """Until there is nothing to take."""
        for letter, outcome in transport.carry(self, self._leaving):
            load = self._held.pop(letter)
            mark = Mark.TAKEN if outcome is ACCEPTED else MARKS.get(outcome.verdict, Mark.NOT_TAKEN)
            for row in letter.rows:
                load.journal.put(row.key, mark)
            self._carriers.answer(letter, load, outcome)

    def _leaving(self, letter: Letter) -> None:
        journal = self._held[letter].journal
        for row in letter.rows:
            journal.put(row.key, Mark.LEAVING)
