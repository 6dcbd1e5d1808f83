"""The outbox: claims what is due, asks whether it is still true, hands it over, and writes down what became of it.

PostgreSQL is the queue; a ring of Celery's bell that is lost or doubled changes nothing. While the letters of one claim
are on their way, the next is claimed, asked about and written.
"""

import gc
import logging
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

from django.db import transaction

from supporters import claims, journal, rates, settling, stopping, truth
from supporters.carriers import Carriers, Load
from supporters.choices import NotificationState
from supporters.claims import Claim
from supporters.clock import database_now
from supporters.journal import Mark
from supporters.kinds import UnknownKind, kind_of, rank_of
from supporters.letters import Forms, Letter, Unwritten
from supporters.limits import limits
from supporters.models import Tick
from supporters.truth import Group, reason_against
from supporters.ways import written

__all__ = ["deliver", "reason_against", "take_back"]

log = logging.getLogger(__name__)

LONGEST_ROUND = timedelta(minutes=3)
#: Claims of one worker at a time: one on its way, one written, one being settled or claimed.
AT_ONCE = 3
#: A claim is what leaves in so many seconds, so that what was asked about is still true when it goes: to a slow mail
#: server it is small. The first one is, too: the sooner something is on its way.
AHEAD_SECONDS = 1.0
LEAST_ROWS = 500
POLICY_PAUSE = timedelta(hours=1)
IN_DOUBT = "in doubt: the worker died while handing it over"
PAUSED_UNTIL = "sending paused until"


@dataclass
class Round:
    """One claim on its way."""

    claim: Claim
    groups: list[Group] = field(default_factory=list)
    load: Load | None = None


class _Pace:
    """How much is worth claiming at once, by how fast the last claim left."""

    def __init__(self) -> None:
        self._rows, self._since = LEAST_ROWS, monotonic()

    @property
    def rows(self) -> int:
        """Of the next claim."""
        return min(self._rows, claims.MOST_ROWS)

    def begun(self) -> None:
        """The first letters are on their way; those after them leave without a pause."""
        self._since = monotonic()

    def left(self, letters: int) -> None:
        """So many were answered since the last ones."""
        now = monotonic()
        a_second = letters / max(now - self._since, 0.001)
        self._rows, self._since = max(LEAST_ROWS, int(a_second * AHEAD_SECONDS)), now


def deliver(longest: timedelta = LONGEST_ROUND) -> Counter[str]:
    """Send what is due until nothing is left or the time is up; returns how many ended in which state."""
    # Looking for circles among all that a worker holds costs as much as the sending; each round leaves few.
    gc.disable()
    try:
        return _Delivery(monotonic() + longest.total_seconds()).run()
    finally:
        gc.enable()


def take_back() -> int:
    """Queue again what a worker that has died left behind; returns how many rows.

    A row that had not been handed over is simply queued. One that may have left is sent again under the same
    Message-ID, or marked as failed for a person to see, as its kind says.
    """
    return sum(_take_back(claim) for claim in claims.open_claims())


class _Delivery:
    """The rounds of one call."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._forms = Forms()
        self._ended: Counter[str] = Counter()
        self._under_way: deque[Round] = deque()
        self._pace = _Pace()

    def run(self) -> Counter[str]:
        with ExitStack() as stack:
            # Last of all, whatever went wrong: what is not settled is left to `take_back`.
            stack.callback(self._abandon)
            carriers = stack.enter_context(Carriers())
            while self._may_go_on(carriers) and self._begin(carriers):
                while len(self._under_way) >= AT_ONCE:
                    self._finish(carriers)
            while self._under_way:
                self._finish(carriers)
            _pause_if_refused(carriers)
        return self._ended

    def _may_go_on(self, carriers: Carriers) -> bool:
        is_over = monotonic() >= self._deadline or stopping.is_asked()
        return not is_over and not carriers.is_stuck

    def _abandon(self) -> None:
        for one in self._under_way:
            one.claim.abandon()

    def _begin(self, carriers: Carriers) -> bool:
        """Claim, ask and write; says whether there was anything."""
        now = database_now()
        if not claims.is_any_due(now, PAUSED_UNTIL):
            return False
        room = min(self._pace.rows, rates.room_in_all(now)) if limits() else self._pace.rows
        if room <= 0:
            return False
        one = Round(Claim(now, room))
        self._under_way.append(one)
        found = truth.asked(one.claim.rows, now)
        for reason, rows in found.untrue.items():
            self._ended.update(settling.cancel(rows, reason))
        one.groups = found.true
        made = list(written(found.true, self._forms))
        broken = [*found.broken, *((each.row, each.error) for each in made if isinstance(each, Unwritten))]
        self._ended.update(settling.poisoned(row, error) for row, error in broken)
        letters, waiting = rates.admit([each for each in made if isinstance(each, Letter)], now)
        for at, those in waiting.items():
            self._ended.update(settling.put_off(those, at))
        one.claim.journal.open_for(row.key for letter in letters for row in letter.rows)
        one.load = carriers.begin(letters, one.claim.journal)
        if len(self._under_way) == 1:
            self._pace.begun()
        return one.claim.is_any

    def _finish(self, carriers: Carriers) -> None:
        """Wait for the oldest claim and settle it."""
        one = self._under_way[0]
        if one.load is not None:
            answers = carriers.finish(one.load)
            self._pace.left(len(answers))
            self._ended.update(settling.record(one.groups, one.load.letters, answers))
        one.claim.end()
        self._under_way.popleft()
        gc.collect(0)


def _pause_if_refused(carriers: Carriers) -> None:
    """A server that refuses us for its policy is not asked with every mail we have; an operator has to look."""
    if carriers.is_refused:
        until = database_now() + POLICY_PAUSE
        Tick.objects.update_or_create(name=PAUSED_UNTIL, defaults={"ran_at": until})
        log.error("the mail server refuses us by policy: nothing is sent until %s", until.isoformat())


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
