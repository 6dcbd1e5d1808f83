"""Which sentence runs, when it ends by calculation, and how many days have been served."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import chain

from prisoners.chain.counting import DONE, REMAND, CountedReading, clipped
from prisoners.chain.days import first, high, last, latest, low
from prisoners.chain.facts import PRESUMED_FOR
from prisoners.chain.tally import Tally
from prisoners.chain.words import term_of
from prisoners.choices import CustodyKind
from prisoners.credit import Credit, credit_of
from prisoners.custody import Days, Episode, Stretch, Window, days_of, ways_of
from prisoners.models import Sanction
from prisoners.standing import CUSTODIAL
from prisoners.terms import Term


class TermReading(CountedReading):
    """The terms that run on a day, by calculation from the custody that counts towards them."""

    @cached_property
    def _running(self) -> list[Sanction]:
        """The prison sentences that are served in the present episode, oldest first."""
        return [one for one in self._in_force() if self.episode is not None and self._belongs(one)]

    def _belongs(self, sanction: Sanction) -> bool:
        return sanction.kind in CUSTODIAL and self.owners.get(id(sanction)) == self.episode

    def _projected(self) -> Window:
        """When the running sentences end: the last of those that run beside one another; open where one has no end."""
        if not self.tallies or len(self.tallies) < len(self._roots):
            return Window(None, None)
        ends = [one.ends for one in self.tallies]
        return Window(latest(end.earliest for end in ends), latest(end.latest for end in ends))

    def _leading(self, projected: Window) -> Tally | None:
        """The term of which share and half are told: of those that run beside one another the one that ends last."""
        if projected.earliest is None:
            return None
        return max(self.tallies, key=lambda one: (low(one.ends), high(one.ends)), default=None)

    @cached_property
    def _roots(self) -> list[Sanction]:
        running = {one.pk for one in self._running}
        return [one for one in self._running if self._added_to(one) not in running - {None}]

    def _group(self, root: Sanction) -> list[Sanction]:
        group = [root]
        for one in self._running:
            first_of_it = self._added_to(one)
            if first_of_it is not None and first_of_it in {member.pk for member in group}:
                group.append(one)
        return group

    def _added_to(self, sanction: Sanction) -> int | None:
        """To which sentence one is added: what took the place of that one, where it was replaced as on appeal."""
        key, seen = sanction.added_to_id, set[int]()
        while key in self.replacements and key not in seen and self.replacements[key] is not sanction:
            seen.add(key)
            key = self.replacements[key].pk
        return key

    @cached_property
    def tallies(self) -> list[Tally]:
        """How each term that runs is counted; those of unknown length, or without one, are left out."""
        return [one for one in map(self._tally, self._roots) if one is not None]

    def _tally(self, root: Sanction) -> Tally | None:
        group = self._group(root)
        if self.episode is None or any(one.is_indefinite or not term_of(one) for one in group):
            return None
        *runs, run = self._counted(self._family(group))
        before, begin, named = list(chain.from_iterable(runs)), run[0].start, self._begin_of_count(root)
        if named is not None:
            before = clipped(before, named)
            begin = named if low(named) > low(begin) or (root.starts_on is not None and not before) else begin
        counted = clipped(run, begin)
        spells = ways_of(before, run[0].start.latest or self.day)
        return Tally(
            root=root,
            term=sum((term_of(one) for one in group), Term()),
            begin=begin,
            judged=self.imposed[id(root)],
            run=tuple([replace(counted[0], start=begin), *counted[1:]] if counted else []),
            sure=tuple(spells[0]),
            possible=None if spells[1] is None else tuple(spells[1]),
            remand=self._in_remand(root, [*before, *run]) if named is None else Days(),
            credit=self._credit(root),
            is_named=named is not None and begin == named,
        )

    def _begin_of_count(self, root: Sanction) -> Window | None:
        """From when a term counts that does not begin with custody: its own day, or the end of the one it follows."""
        if root.starts_on is not None:
            return Window(first(root.starts_on), last(root.starts_on))
        key = self._added_to(root)
        before = self.by_id.get(key) if key is not None else None
        return self.ended[id(before)] if before is not None and before.ended_by in DONE else None

    def _credit(self, sanction: Sanction) -> Credit:
        """What a day in remand counts as: by the verdict, else by the law under the regime that was ordered."""
        if sanction.remand_counts_as is not None:
            rate = Fraction(sanction.remand_counts_as)
            return Credit(rate, rate)
        if not sanction.regime:
            return Credit()
        return credit_of(sanction.prisoner.country, last(sanction.imposed_on), sanction.regime)

    def _in_remand(self, root: Sanction, counted: Iterable[Stretch]) -> Days:
        """The days of remand before the verdict; those until an appeal was decided are not known apart."""
        judged = self.imposed[id(root)].latest
        if judged is None or root.imposed_on is None:
            return Days()
        return days_of([one for one in counted if one.kind in REMAND and not one.is_inferred], judged)

    def _share(self, projected: Window) -> int | None:
        leading = self._leading(projected)
        return leading.share(self.day) if leading is not None else None

    def _is_open(self) -> bool:
        """Whether the person is held by the last report, and no end was reported."""
        return self.episode is not None and self.episode.last.end is None

    def _is_served_out(self) -> bool:
        """Whether all that was served in this custody has ended, as by a pardon, and only its own end is missing."""
        if self.episode is None or not self._is_open() or self.episode.last.kind != CustodyKind.SERVING:
            return False
        ends = self._ends_of_served(self.episode)
        return bool(ends) and all(end is not None and end.has_come(self.day) for end in ends)

    def _ends_of_served(self, episode: Episode) -> list[Window | None]:
        return [self.ended[id(one)] for one in self.rows.sanctions if self.owners.get(id(one)) == episode]

    def _is_without_term(self) -> bool:
        """Whether a sentence for life, or without a term, is served: it goes on until something ends it."""
        return any(one.is_indefinite for one in self._running)

    def _is_stale(self, projected: Window) -> bool:
        """Whether custody of no known length has not been reported for so long that it cannot be presumed."""
        if not self._is_open() or projected.earliest is not None or self._is_without_term() or self._is_served_out():
            return False
        return self.day - (self.last_reported_on or self.day) > PRESUMED_FOR

    def _certain_until(self, projected: Window) -> date | None:
        """The day up to which custody without a reported end is certain; None where it is on the day itself."""
        if self.episode is None or not self._is_open():
            return None
        if self._is_served_out():
            return max(low(end) for end in self._ends_of_served(self.episode) if end is not None)
        return self.last_reported_on if self._is_stale(projected) else projected.earliest

    def _days_held(self, projected: Window) -> Days:
        stretches = [stretch for one in self.episodes for stretch in one.stretches]
        return days_of(stretches, self.day, self._certain_until(projected))
