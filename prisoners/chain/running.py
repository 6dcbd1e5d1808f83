"""Which sentence runs, when it ends by calculation, and how many days have been served."""

from datetime import date, timedelta
from fractions import Fraction

from prisoners.chain.days import first, last, latest
from prisoners.chain.facts import PRESUMED_FOR
from prisoners.chain.held import CustodyReading
from prisoners.chain.words import term_of
from prisoners.choices import CustodyKind
from prisoners.credit import Credit, credit_of
from prisoners.custody import Days, Window, days_of
from prisoners.models import Sanction
from prisoners.standing import CUSTODIAL
from prisoners.terms import Term

#: Titles under which somebody waits for a verdict.
REMAND = frozenset({CustodyKind.DETAINED, CustodyKind.PRETRIAL})


class TermReading(CustodyReading):
    """The terms that run on a day, by calculation from the begin of custody."""

    def _running(self) -> list[Sanction]:
        """The prison sentences that are served in the present episode, oldest first."""
        return [one for one in self._in_force() if self.episode is not None and self._belongs(one)]

    def _belongs(self, sanction: Sanction) -> bool:
        return sanction.kind in CUSTODIAL and self.owners.get(id(sanction)) == self.episode

    def _projected(self) -> Window:
        """When the running sentences end: the begin of custody and all terms that are added to one another."""
        ends = [self._end_of_group(root) for root in self._roots()]
        if not ends or any(end is None for end in ends):
            return Window(None, None)
        known = [end for end in ends if end is not None]
        return Window(latest(end.earliest for end in known), latest(end.latest for end in known))

    def _roots(self) -> list[Sanction]:
        running = {one.pk for one in self._running()}
        return [one for one in self._running() if one.added_to_id is None or one.added_to_id not in running]

    def _end_of_group(self, root: Sanction) -> Window | None:
        group = self._group(root)
        term = sum((term_of(one) for one in group), Term())
        if self.episode is None or not all(term_of(one) for one in group) or any(one.is_indefinite for one in group):
            return None
        start = self.episode.first.start
        if root.starts_on is not None:
            start = Window(first(root.starts_on), last(root.starts_on))
        least, most = self._gained(root)
        return Window(
            term.after(start.earliest) - timedelta(days=most) if start.earliest else None,
            term.after(start.latest) - timedelta(days=least) if start.latest else None,
        )

    def _gained(self, root: Sanction) -> tuple[int, int]:
        """By how many days remand shortens the term beyond day for day, at least and at most."""
        days = self._in_remand(root)
        credit = self._credit(root)
        return credit.days_gained(days.low)[0], credit.days_gained(days.low if days.high is None else days.high)[1]

    def _credit(self, sanction: Sanction) -> Credit:
        """What a day in remand counts as: by the verdict, else by the law under the regime that was ordered."""
        if sanction.remand_counts_as is not None:
            rate = Fraction(sanction.remand_counts_as)
            return Credit(rate, rate)
        if not sanction.regime:
            return Credit()
        return credit_of(sanction.prisoner.country, last(sanction.imposed_on), sanction.regime)

    def _in_remand(self, sanction: Sanction) -> Days:
        """The days of this custody before the verdict; those until an appeal was decided are not known apart."""
        judged = last(sanction.imposed_on)
        if self.episode is None or judged is None or sanction.starts_on is not None:
            return Days()
        before = [one for one in self.episode.stretches if one.kind in REMAND and not one.is_inferred]
        return days_of(before, judged)

    def _group(self, root: Sanction) -> list[Sanction]:
        group = [root]
        for one in self._running():
            if one.added_to_id is not None and one.added_to_id in {member.pk for member in group}:
                group.append(one)
        return group

    def _share(self, projected: Window) -> int | None:
        start = self.episode.first.start.earliest if self.episode else None
        if start is None or projected.earliest is None or projected.earliest <= start:
            return None
        served = self.episode.days(self.day).low if self.episode else 0
        return max(0, min(100, 100 * served // (projected.earliest - start).days))

    def _is_open(self) -> bool:
        """Whether the person is held by the last report, and no end was reported."""
        return self.episode is not None and self.episode.last.end is None

    def _is_stale(self, projected: Window) -> bool:
        """Whether custody of no known length has not been reported for so long that it cannot be presumed."""
        newest = self.last_reported_on or self.day
        return self._is_open() and projected.earliest is None and self.day - newest > PRESUMED_FOR

    def _certain_until(self, projected: Window) -> date | None:
        if not self._is_open():
            return None
        return self.last_reported_on if self._is_stale(projected) else projected.earliest

    def _days_held(self, projected: Window) -> Days:
        stretches = [stretch for one in self.episodes for stretch in one.stretches]
        return days_of(stretches, self.day, self._certain_until(projected))
