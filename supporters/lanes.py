"""One way out of a round: what is due on it is claimed, asked about and written while what was claimed leaves."""

import gc
import logging
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Condition
from time import monotonic
from types import TracebackType
from typing import Self

from supporters import answers, claims, rates, settling, truth
from supporters.carriers import Carriers, Load
from supporters.claims import Claim, Owed
from supporters.clock import database_now
from supporters.letters import Forms, Letter, Unwritten
from supporters.limits import limits
from supporters.models import Tick
from supporters.pushes import is_pushed
from supporters.truth import Group
from supporters.ways import Way

log = logging.getLogger(__name__)

#: Claims of one lane at a time: one on its way, one written, one being settled or claimed.
AT_ONCE = 3
#: After so many claims what refers to itself is looked for (`outbox.deliver`): a look goes through all that is in hand,
#: and a claim leaves little of it.
CLAIMS_A_CLEARING = 16
#: A claim is what leaves in so many seconds, so that what was asked about is still true when it goes: to a slow server
#: it is small.
AHEAD_SECONDS = 1.0
#: Rows of one claim at the least, once it is known how fast the server is: fewer would be all overhead.
FEWEST_ROWS = 40
#: Where nothing was due, or nobody took it, it is looked again after so long, if the other lane is at work still.
LOOK_AGAIN_SECONDS = 5.0
#: While mails are on their way the next ones may just be being written down.
LOOK_SOON_SECONDS = 0.1
#: So long after the last claim was made, what nobody has begun to hand over goes back.
PUT_ASIDE_AFTER_SECONDS = 30.0
POLICY_PAUSE = timedelta(hours=1)


@dataclass
class _Batch:
    """One claim on its way."""

    claim: Claim
    groups: list[Group] = field(default_factory=list)
    load: Load | None = None


class _Pace:
    """How much is worth claiming at once, by how fast the last claim left."""

    def __init__(self, first: int) -> None:
        self._rows = first
        self._since = monotonic()

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
        seconds = max(now - self._since, 0.001)
        self._since = now
        # A handful that is gone in no time says nothing of the server.
        if letters >= FEWEST_ROWS or seconds > AHEAD_SECONDS:
            self._rows = max(FEWEST_ROWS, int(letters / seconds * AHEAD_SECONDS))


class Lane:
    """The claims of one way in one round; used in a `with` block.

    Claims nothing more after `deadline` (of the clock `monotonic`); `ended` counts what ended in which state.
    """

    def __init__(self, way: Way, deadline: float, news: Condition, ended: Counter[str]) -> None:
        self._way, self._deadline, self._news, self._ended = way, deadline, news, ended
        self._carriers = Carriers(way, news)
        self._forms = Forms()
        self._under_way: deque[_Batch] = deque()
        self._pace = _Pace(way.first_rows)
        self._rests_until = 0.0
        self._ended_claims = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Last of all, whatever went wrong: what is not settled is left to `take_back`."""
        try:
            self._carriers.__exit__(kind, error, at)
        finally:
            for one in self._under_way:
                one.claim.abandon()

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way."""
        return bool(self._under_way)

    @property
    def is_ready(self) -> bool:
        """Whether `step` would find something answered."""
        return any(one.load is None or self._carriers.has_news(one.load) for one in list(self._under_way)[:1])

    def step(self) -> bool:
        """Claim what there is room for, or settle what is answered; says whether anything was done."""
        if monotonic() >= self._deadline + PUT_ASIDE_AFTER_SECONDS:
            self._carriers.put_aside()
        return (self._may_begin() and self._begin()) or self._finish()

    def _may_begin(self) -> bool:
        # What a slow server would leave lying for long is not claimed before its time.
        is_wanted = self._carriers.waiting <= 2 * self._pace.rows
        is_room = len(self._under_way) < AT_ONCE and is_wanted and not self._carriers.is_stuck
        return is_room and self._rests_until <= monotonic() < self._deadline

    def _begin(self) -> bool:
        """Claim, ask and write; says whether there was anything."""
        now, asked_at = database_now(), monotonic()
        room = self._room(now)
        if room <= 0:
            self._rest(LOOK_SOON_SECONDS if self._under_way else LOOK_AGAIN_SECONDS)
            return False
        one = _Batch(Claim(now, room, is_push=self._way.is_push))
        self._under_way.append(one)
        letters = self._written(one, now)
        one.claim.journal.open_for(row.key for letter in letters for row in letter.rows)
        one.load = self._carriers.begin(letters, one.claim.journal, asked_at)
        if len(self._under_way) == 1:
            self._pace.begun()
        if not one.claim.is_any:
            self._rest(LOOK_AGAIN_SECONDS)
        return True

    def _room(self, now: datetime) -> int:
        """How many rows are worth claiming; none where nothing is due."""
        if not claims.is_any_due(now, self._way.pause, is_push=self._way.is_push):
            return 0
        is_limited = not self._way.is_push and limits()
        return min(self._pace.rows, rates.room_in_all(now)) if is_limited else self._pace.rows

    def _written(self, one: _Batch, now: datetime) -> list[Letter]:
        """What may leave now of a claim; the rest of it is settled."""
        found = truth.asked(self._on_this_way(one.claim.rows, now), now)
        for reason, rows in found.untrue.items():
            self._ended.update(settling.cancel(rows, reason))
        one.groups = found.true
        made = list(self._way.write(found.true, self._forms))
        broken = [*found.broken, *((each.row, each.error) for each in made if isinstance(each, Unwritten))]
        self._ended.update(settling.poisoned(row, error) for row, error in broken)
        letters = [each for each in made if isinstance(each, Letter)]
        # No mail server, and so no limit of one, takes part in a push.
        if self._way.is_push:
            return letters
        letters, waiting = rates.admit(letters, now)
        for at, those in waiting.items():
            self._ended.update(settling.put_off(those, at))
        return letters

    def _on_this_way(self, rows: Sequence[Owed], now: datetime) -> Sequence[Owed]:
        """What lies in the batch of the other way, whoever put it there, is queued again in one of its own."""
        astray = [row for row in rows if is_pushed(row) != self._way.is_push]
        if not astray:
            return rows
        self._ended.update(settling.put_back(astray, now))
        return [row for row in rows if is_pushed(row) == self._way.is_push]

    def _finish(self) -> bool:
        """Settle the oldest claim, if it is answered."""
        if not self._under_way:
            return False
        one = self._under_way[0]
        if one.load is not None:
            if not self._carriers.is_done(one.load):
                return False
            self._pace.left(len(one.load.answers))
            self._ended.update(settling.record(one.groups, one.load.letters, one.load.answers))
            answers.note(one.load.answers, is_push=self._way.is_push)
        one.claim.end()
        self._under_way.popleft()
        self._ended_claims += 1
        if self._ended_claims % CLAIMS_A_CLEARING == 0:
            gc.collect(0)
        if not self._under_way and self._carriers.is_stuck:
            self._begin_anew()
        elif not self._under_way and one.claim.is_any:
            self._rests_until = 0.0
        return True

    def _begin_anew(self) -> None:
        """A server that is away, or does not want us, is asked again later, on new connections."""
        if self._carriers.is_refused:
            self._pause()
        self._carriers.__exit__(None, None, None)
        self._carriers = Carriers(self._way, self._news)
        self._rest(LOOK_AGAIN_SECONDS)

    def _pause(self) -> None:
        """A server that refuses us for its policy is not asked with every letter we have; an operator has to look."""
        until = database_now() + POLICY_PAUSE
        Tick.objects.update_or_create(name=self._way.pause, defaults={"ran_at": until})
        log.error("the mail server refuses us by policy: nothing is sent until %s", until.isoformat())

    def _rest(self, seconds: float) -> None:
        self._rests_until = monotonic() + seconds
