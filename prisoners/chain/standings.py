"""Where a person stands on a day, in custody or at large."""

from datetime import date

from prisoners.chain.days import high, is_later, last, low
from prisoners.chain.facts import PRESUMED_FOR
from prisoners.chain.trials import TrialReading
from prisoners.chain.words import term_of
from prisoners.choices import CustodyEnd, CustodyKind, EventKind, SanctionEnd, SanctionKind
from prisoners.custody import Episode, Window
from prisoners.models import Sanction
from prisoners.standing import (
    AFTER_CUSTODY,
    AT_LARGE,
    BEFORE_TRIAL,
    HELD,
    OF_CUSTODY,
    OUT_OF_SIGHT,
    RESTRICTING,
    Standing,
)
from prisoners.terms import Term


class StandingReading(TrialReading):
    """The one word for a day; nobody types it."""

    def _died(self) -> bool:
        by_sanction = any(
            one.ended_by == SanctionEnd.DEATH and (end := self.ended[id(one)]) and end.has_come(self.day)
            for one in self.rows.sanctions
        )
        return bool(self._deaths()) or by_sanction

    def _deaths(self) -> list[Window]:
        """When deaths are reported that may have come by the day."""
        told = (self._happened(one) for one in self.rows.events if one.kind == EventKind.DEATH)
        return [one for one in told if one.has_begun(self.day)]

    def _died_in_custody(self, projected: Window) -> bool:
        """Whether the last recorded custody ended by the death, or the death lies within it in every reading.

        Custody without an end is known to have lasted as long as its term runs, for life without end; where the length
        is not known, as long as is presumed.
        """
        held = self.episodes[-1].last if self.episodes else None
        if held is None or held.is_inferred or held.ended_by == CustodyEnd.DIED:
            return held is not None and not held.is_inferred
        until = low(held.end) if held.end is not None else projected.earliest or high(held.start)
        if held.end is None and projected.earliest is None and held.start.latest is not None:
            until = date.max if self._is_without_term() else until + PRESUMED_FOR
        return any(held.start.has_come(low(one)) and high(one) < until for one in self._deaths())

    def _restricting(self) -> Sanction | None:
        """The sanction at large that is in force: of several the one that ends last; hours of work only if alone."""
        found = [one for one in self._in_force() if one.kind in RESTRICTING]
        main = [one for one in found if one.kind != SanctionKind.COMMUNITY_SERVICE] or found
        return max(main, key=self._how_long, default=None)

    def _how_long(self, sanction: Sanction) -> tuple[date, int]:
        return self._end_at_large(sanction) or date.max, self.rows.sanctions.index(sanction)

    def _standing(self, projected: Window) -> Standing:
        if self._died():
            return Standing.DIED_IN_CUSTODY if self._died_in_custody(projected) else Standing.DIED
        if self.episode is not None:
            return self._standing_in(self.episode, projected)
        return self._standing_at_large()

    def _standing_in(self, episode: Episode, projected: Window) -> Standing:
        if episode.last.end is None and projected.has_come(self.day):
            return Standing.TERM_OVER
        if self._is_served_out():
            return Standing.TERM_OVER
        if self._running and may_serve(episode.last.kind):
            return Standing.SERVING
        return OF_CUSTODY[CustodyKind(episode.last.kind)]

    def _standing_at_large(self) -> Standing:
        if (out_of_sight := self._out_of_sight()) is not None:
            return out_of_sight
        sanction = self._restricting()
        standing = self._standing_under(sanction) if sanction is not None else self._standing_after_custody()
        return Standing.ON_TRIAL_FREE if standing in BEFORE_TRIAL and self._is_on_trial() else standing

    def _out_of_sight(self) -> Standing | None:
        """In exile, wanted or missing, by the newest such event that nothing has ended since."""
        days = {one: day for kind, one in OUT_OF_SIGHT.items() if (day := self._newest_event(kind)) is not None}
        newest = max(days, key=lambda one: days[one], default=None)
        if newest is None or (self.episodes and is_later(self.episodes[-1].last.start.earliest, days[newest])):
            return None
        return newest if newest == Standing.EXILED or not self._was_seen(days[newest]) else None

    def _was_seen(self, since: date) -> bool:
        """Whether somebody was released, by an event or from custody, on that day or later."""
        released = self._newest_event(EventKind.RELEASE)
        left = self.episodes[-1].last.end if self.episodes else None
        return (released is not None and released >= since) or (left is not None and high(left) >= since)

    def _standing_under(self, sanction: Sanction) -> Standing:
        """Of a sanction whose end cannot be computed, hours of work for one, an old report tells nothing of today."""
        end = self._end_at_large(sanction)
        if end is not None:
            return Standing.SENTENCE_OVER if end <= self.day else RESTRICTING[SanctionKind(sanction.kind)]
        is_old = self.day - (self.last_reported_on or self.day) > PRESUMED_FOR
        return Standing.SENTENCE_OPEN if is_old else RESTRICTING[SanctionKind(sanction.kind)]

    def _standing_after_custody(self) -> Standing:
        if self.episodes:
            ended_by = self.episodes[-1].last.ended_by
            return AFTER_CUSTODY.get(CustodyEnd(ended_by), Standing.RELEASED)
        released, arrested = self._newest_event(EventKind.RELEASE), self._newest_event(EventKind.ARREST)
        if arrested is None and released is None:
            return Standing.NOT_HELD if self._is_punished_at_large() else Standing.UNKNOWN
        is_free = released is not None and (arrested is None or released >= arrested)
        return Standing.RELEASED if is_free else Standing.UNKNOWN

    def _is_punished_at_large(self) -> bool:
        """Whether a sanction that leaves people at large was imposed and stood, and no charge has been brought since.

        Asked only of those of whom neither custody nor an arrest is recorded.
        """
        imposed = (one for one in self.rows.sanctions if self.imposed[id(one)].has_begun(self.day))
        stood = (one for one in imposed if one.ended_by != SanctionEnd.OVERTURNED or not self._is_over(one))
        is_punished = any(one.kind in AT_LARGE for one in stood)
        return is_punished and not any(self._stands(one) for one in self.rows.accusations)

    def _end_at_large(self, sanction: Sanction) -> date | None:
        """The last day to which a sanction at large may run."""
        counted = self._counted_at_large(sanction)
        return counted[0].after(counted[1]) if counted else None

    def _counted_at_large(self, sanction: Sanction) -> tuple[Term, date] | None:
        """The term of a sanction at large, or the time it is suspended for, and the last day on which it may begin."""
        term = Term(months=sanction.suspended_for_months) if sanction.suspended_for_months else term_of(sanction)
        begin = last(sanction.starts_on) or self.imposed[id(sanction)].latest
        return (term, begin) if term and begin and not sanction.is_indefinite else None

    def _is_held(self, standing: Standing, projected: Window) -> bool | None:
        if standing not in HELD:
            return None if standing in (Standing.TERM_OVER, Standing.MISSING, Standing.UNKNOWN) else False
        is_certain = self.episode is not None and self._certainly_in(self.episode)
        return True if is_certain and not self._is_stale(projected) else None

    def _certainly_in(self, episode: Episode) -> bool:
        """Whether the day lies after the begin and before the end of the episode in every reading."""
        end = episode.last.end
        return episode.first.start.has_come(self.day) and (end is None or not end.has_begun(self.day))


def may_serve(kind: str) -> bool:
    """Titles of custody that a sentence turns into serving, where the record has no stretch of its own for it."""
    return kind in (CustodyKind.SERVING, CustodyKind.UNKNOWN, CustodyKind.DETAINED, CustodyKind.PRETRIAL)
