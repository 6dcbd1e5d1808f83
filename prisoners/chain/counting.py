"""Which custody counts towards a prison sentence: what was served of it before, and remand in its case."""

from collections.abc import Iterable
from dataclasses import replace

from prisoners.chain.days import high, low, window
from prisoners.chain.held import CustodyReading
from prisoners.choices import CustodyEnd, CustodyKind, SanctionEnd, SanctionKind
from prisoners.custody import Episode, Stretch, Window
from prisoners.models import Sanction
from prisoners.standing import BANS, CUSTODIAL, DECIDING, RESTRICTING

#: Titles under which somebody waits for a verdict.
REMAND = frozenset({CustodyKind.DETAINED, CustodyKind.PRETRIAL})
#: After these nothing of a sentence is left, and what was served of it counts towards no other one.
DONE = frozenset({SanctionEnd.SERVED, SanctionEnd.EARLY_RELEASE, SanctionEnd.PARDON, SanctionEnd.AMNESTY})
#: Ends of remand after which the same case goes on.
CASE_GOES_ON = frozenset({CustodyEnd.BAIL, CustodyEnd.ESCAPED})


class CountedReading(CustodyReading):
    """The stretches of custody that count towards each sentence."""

    def _counted(self, family: list[Sanction]) -> list[list[Stretch]]:
        """Stretches that count, in runs: the last one lasts, and between two of them lies time that does not count.

        `family` is a sentence with those that are added to it and those whose place it took.
        """
        runs: list[list[Stretch]] = [[]]
        for episode in self.episodes:
            if runs[-1]:
                runs.append([])
            for stretch in episode.stretches:
                if self._counts(stretch, episode, family):
                    runs[-1].append(stretch)
                elif runs[-1]:
                    runs.append([])
        found = [run for run in runs if run]
        lasts = bool(runs[-1]) and self.episode is not None and runs[-1][-1] == self.episode.last
        return found if lasts or self.episode is None else [*found, list(self.episode.stretches)]

    def _counts(self, stretch: Stretch, episode: Episode, family: list[Sanction]) -> bool:
        if episode == self.episode or self._is_served_in(episode, family):
            return not self._was_for_another(stretch, family)
        return stretch.kind in REMAND and not stretch.is_inferred and self._is_remand_of(episode, family)

    def _is_served_in(self, episode: Episode, family: list[Sanction]) -> bool:
        """Whether an episode names one of these sentences, or one of them was imposed in it."""
        names = {one.pk for one in family if one.pk is not None}
        return any(one.sanction_id in names for one in episode.stretches) or any(
            self._is_imposed_in(one, episode) for one in family
        )

    def _is_imposed_in(self, sanction: Sanction, episode: Episode) -> bool:
        imposed, left = self.imposed[id(sanction)], episode.last.end
        return high(imposed) >= low(episode.first.start) and (left is None or low(imposed) <= high(left))

    def _was_for_another(self, stretch: Stretch, family: list[Sanction]) -> bool:
        """Whether a sentence was served then that was done with before the first of these was imposed."""
        other = self.by_id.get(stretch.sanction_id) if stretch.sanction_id is not None else None
        if other is None or any(other.pk == one.pk for one in family):
            return False
        end = self.ended[id(other)] if other.ended_by in DONE else _end_of_arrest(stretch, other)
        return end is not None and high(end) <= low(self._judged(family))

    def _is_remand_of(self, episode: Episode, family: list[Sanction]) -> bool:
        """Whether remand that ended before the verdict was in the case of these sentences, as far as the record says.

        It was, where a charge of their case had been brought by its end; and after bail or an escape, where no charge
        of their case is newer, none of another case is as old, and nothing else was imposed meanwhile.
        """
        left, judged = episode.last.end, self._judged(family)
        if left is None or high(left) > low(judged) or episode.last.ended_by in DECIDING:
            return False
        cases = {one.case_id for one in family if one.case_id is not None}
        charged = [(one.case_id, day) for one in self.rows.accusations if cases and (day := one.first_told)]
        by_then = {case for case, day in charged if low(window(day, self.first_day)) <= high(left)}
        if any(case in cases for case, _day in charged) or by_then:
            return bool(by_then & cases)
        return episode.last.ended_by in CASE_GOES_ON and not any(self._others_between(episode, family))

    def _others_between(self, episode: Episode, family: list[Sanction]) -> Iterable[Sanction]:
        """What else was imposed since an episode began and before the first of these sentences was."""
        begin, judged = low(episode.first.start), low(self._judged(family))
        mine = {id(one) for one in family}
        for one in self.rows.sanctions:
            if id(one) not in mine and one.kind not in BANS and begin <= low(self.imposed[id(one)]) <= judged:
                yield one

    def _judged(self, family: list[Sanction]) -> Window:
        """When the first of these was imposed."""
        return min((self.imposed[id(one)] for one in family), key=low)

    def _family(self, group: list[Sanction]) -> list[Sanction]:
        """These sentences with those whose place they took, as on appeal; not those that were pardoned or served."""
        found = list(group)
        for one in found:
            earlier = self.by_id.get(one.replaces_id) if one.replaces_id is not None else None
            is_same = earlier is not None and (earlier.kind in CUSTODIAL or earlier.kind in RESTRICTING)
            if earlier is not None and is_same and earlier.ended_by not in DONE and earlier not in found:
                found.append(earlier)
        return found

    def _not_counted(self, family: list[Sanction]) -> list[Stretch]:
        """Remand that had ended before the verdict, of which the record does not say in which case it was."""
        counted = [one for run in self._counted(family) for one in run]
        return [
            stretch
            for episode in self.episodes
            if episode != self.episode and episode.last.ended_by not in DECIDING
            for stretch in episode.stretches
            if stretch.kind in REMAND and not stretch.is_inferred and stretch not in counted
            if stretch.sanction_id is None and high(stretch.start) <= low(self._judged(family))
        ]


def _end_of_arrest(stretch: Stretch, sanction: Sanction) -> Window | None:
    """When an administrative arrest was over that was served as one: it has no end but that of its days."""
    is_arrest = stretch.kind == CustodyKind.ADMINISTRATIVE and sanction.kind == SanctionKind.ADMINISTRATIVE_ARREST
    return stretch.end if is_arrest else None


def clipped(stretches: Iterable[Stretch], begin: Window) -> list[Stretch]:
    """What lies of these after a begin."""
    found = (one for one in stretches if one.end is None or high(one.end) > low(begin))
    return [replace(one, start=begin) if low(one.start) < low(begin) else one for one in found]
