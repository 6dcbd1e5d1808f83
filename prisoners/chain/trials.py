"""Who is at liberty while a court has still to decide."""

from collections.abc import Iterable
from datetime import date

from prisoners.chain.days import high, is_later, low, window
from prisoners.chain.facts import PRESUMED_FOR, Accusation
from prisoners.chain.running import TermReading
from prisoners.choices import CustodyEnd, EventKind
from prisoners.standing import DECIDING, OPEN_CHARGES


class TrialReading(TermReading):
    """Charges that stand, and whether the person is known to be at large meanwhile."""

    def _is_on_trial(self) -> bool:
        """Known to be at large, with a charge that stands; asked only of those who are not held.

        Nobody is said to be at liberty only because no custody is recorded, and what was not reported for long is not
        presumed to go on.
        """
        if self.day - (self.last_reported_on or self.day) > PRESUMED_FOR:
            return False
        left_free = self._left_free_on()
        if any(self._stands(one) for one in self.rows.accusations):
            return left_free is not None or self._is_seen_free()
        is_decided = any(list(self._told(one)) for one in self.rows.accusations)
        return left_free is not None and not is_decided and not self._is_judged_since(left_free)

    def _left_free_on(self) -> date | None:
        """The day of the newest decision to leave the person at liberty until the trial, if no custody came after."""
        day = self._newest_event(EventKind.LEFT_FREE)
        is_over = bool(self.episodes) and is_later(self.episodes[-1].last.start.earliest, day)
        return None if is_over else day

    def _is_seen_free(self) -> bool:
        """Whether a release is recorded, as the end of the last custody or by itself."""
        return bool(self.episodes) or self._newest_event(EventKind.RELEASE) is not None

    def _stands(self, accusation: Accusation) -> bool:
        """Whether a charge stands on the day, and neither a sentence nor the end of custody has decided it since."""
        told = list(self._told(accusation))
        if not told or told[-1][1] not in OPEN_CHARGES:
            return False
        since = told[-1][0]
        return not self._is_judged_since(since, accusation.case_id) and not self._was_let_go_since(since)

    def _told(self, accusation: Accusation) -> Iterable[tuple[date, str]]:
        """The lines of its history that may have begun by the day, each by its first possible day."""
        windows = ((window(when, self.first_day), status) for when, status in accusation.lines)
        return ((low(one), status) for one, status in windows if one.has_begun(self.day))

    def _is_judged_since(self, since: date, case: int | None = None) -> bool:
        """Whether a sanction was imposed on that day or later, in that case where both are known."""
        return any(
            self.imposed[id(one)].has_begun(self.day)
            and low(self.imposed[id(one)]) >= since
            and (case is None or one.case_id in (None, case))
            for one in self.rows.sanctions
        )

    def _was_let_go_since(self, since: date) -> bool:
        """Whether the last custody ended, on that day or later, in a way that leaves nothing to be tried."""
        last = self.episodes[-1].last if self.episodes else None
        if last is None or last.end is None or CustodyEnd(last.ended_by) not in DECIDING:
            return False
        return high(last.end) >= since

    def _newest_event(self, kind: str) -> date | None:
        """The last possible day of the newest event of a kind that may have happened by then."""
        windows = [self._happened(one) for one in self.rows.events if one.kind == kind]
        return max((high(one) for one in windows if one.has_begun(self.day)), default=None)
