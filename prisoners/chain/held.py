"""Who was held when: stretches of custody as recorded or inferred, and the episodes they form."""

from datetime import date

from prisoners.chain.days import first, high, is_later, last, low
from prisoners.chain.facts import Rows
from prisoners.chain.imposed import SanctionReading
from prisoners.choices import CustodyEnd, CustodyKind, EventKind, SanctionEnd
from prisoners.custody import Episode, Stretch, Window, episodes_of
from prisoners.models import Detention, Event, Sanction
from prisoners.standing import CUSTODIAL

_CUSTODY_END = {
    SanctionEnd.NOT_ENDED: CustodyEnd.NOT_RECORDED,
    SanctionEnd.SERVED: CustodyEnd.SERVED,
    SanctionEnd.PARDON: CustodyEnd.PARDONED,
    SanctionEnd.AMNESTY: CustodyEnd.AMNESTIED,
    SanctionEnd.EARLY_RELEASE: CustodyEnd.EARLY,
    SanctionEnd.OVERTURNED: CustodyEnd.RELEASED,
    SanctionEnd.REPLACEMENT: CustodyEnd.RELEASED,
    SanctionEnd.DEATH: CustodyEnd.DIED,
}


class CustodyReading(SanctionReading):
    """The episodes of custody up to a day, and the sentence that is served in each."""

    def __init__(self, rows: Rows, as_of: date) -> None:
        super().__init__(rows, as_of)
        self.episodes = self._episodes()
        self.owners = {id(one): self._owner(one) for one in rows.sanctions if one.kind in CUSTODIAL}
        self.episode = self._present_episode()

    def _episodes(self) -> list[Episode]:
        stretches = [self._stretch(one) for one in self.rows.detentions]
        return episodes_of([*stretches, *self._inferred(stretches)], self.day)

    def _stretch(self, row: Detention) -> Stretch:
        release = None if row.ended_on is not None else self._release_after(first(row.started_on))
        ended = release.happened_on if release is not None else row.ended_on
        end = None if ended is None else Window(ended.earliest, ended.latest)
        by = row.ended_by if release is None else CustodyEnd.RELEASED
        start = Window(first(row.started_on), last(row.started_on))
        return Stretch(start, end, row.kind, by, row.started_on, ended, row.sanction_id)

    def _release_after(self, day: date | None) -> Event | None:
        """The release that was reported for a stretch that has no end of its own, before the next stretch."""
        begins = (first(one.started_on) for one in self.rows.detentions)
        later = min((begin for begin in begins if begin and is_later(begin, day)), default=date.max)
        return next(
            (
                one
                for one in self.rows.events
                if one.kind == EventKind.RELEASE and is_later(last(one.happened_on), day) and before(one, later)
            ),
            None,
        )

    def _inferred(self, stretches: list[Stretch]) -> list[Stretch]:
        """A prison sentence in a record without any custody around it is read as custody from its first day."""
        return [
            self._custody_of(one)
            for one in self.rows.sanctions
            if one.kind in CUSTODIAL and one.added_to_id is None and not self._is_covered(one, stretches)
        ]

    def _is_covered(self, sanction: Sanction, stretches: list[Stretch]) -> bool:
        imposed, ended = self.imposed[id(sanction)], self.ended[id(sanction)]
        until = (ended.latest if ended else None) or date.max
        return any(
            (one.sanction_id is not None and one.sanction_id == sanction.pk)
            or (low(one.start) <= until and (one.end is None or high(one.end) >= low(imposed)))
            for one in stretches
        )

    def _custody_of(self, sanction: Sanction) -> Stretch:
        begin = sanction.starts_on or sanction.imposed_on
        start = Window(begin.earliest, begin.latest) if begin else Window(self.first_day, None)
        release = self._release_after(start.earliest)
        ended = release.happened_on if release else sanction.ended_on
        end = Window(ended.earliest, ended.latest) if ended else self.ended[id(sanction)]
        by = (
            CustodyEnd.RELEASED
            if release
            else _CUSTODY_END.get(SanctionEnd(sanction.ended_by), CustodyEnd.NOT_RECORDED)
        )
        return Stretch(start, end, CustodyKind.SERVING, by, begin, ended, sanction.pk, is_inferred=True)

    def _present_episode(self) -> Episode | None:
        if not self.episodes or not self.episodes[-1].last.may_hold(self.day):
            return None
        return self.episodes[-1]

    def _owner(self, sanction: Sanction) -> Episode | None:
        """The episode in which a prison sentence is served: the one that names it, else the one it falls into."""
        named = [
            one for one in self.episodes if any(s.sanction_id == sanction.pk for s in one.stretches if s.sanction_id)
        ]
        if named:
            return named[-1]
        imposed = self.imposed[id(sanction)]
        open_then = [one for one in self.episodes if one.last.end is None or high(one.last.end) >= low(imposed)]
        return open_then[0] if open_then else None

    def _is_over(self, sanction: Sanction) -> bool:
        end, owner = self.ended[id(sanction)], self.owners.get(id(sanction))
        return bool(end and end.has_come(self.day)) or (owner is not None and self._is_final(owner))

    def _is_final(self, episode: Episode) -> bool:
        """Whether an episode is over and did not end by an escape, so that what was served in it is done with."""
        return episode.last.is_over(self.day) and episode.last.ended_by != CustodyEnd.ESCAPED

    def _in_force(self) -> list[Sanction]:
        return [
            one for one in self.rows.sanctions if self.imposed[id(one)].has_begun(self.day) and not self._is_over(one)
        ]


def before(event: Event, day: date) -> bool:
    return (first(event.happened_on) or date.min) <= day
