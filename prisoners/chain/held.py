"""Who was held when: stretches of custody as recorded or inferred, and the episodes they form."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from prisoners.chain.days import first, high, is_later, low
from prisoners.chain.facts import Rows
from prisoners.chain.imposed import SanctionReading
from prisoners.choices import CustodyEnd, CustodyKind, EventKind, SanctionEnd
from prisoners.custody import Episode, Stretch, Window, episodes_of, with_transits
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
        recorded = [self._stretch(one) for one in self.rows.detentions]
        known = with_transits([*recorded, *self._inferred(recorded)])
        return episodes_of([self._until_release(one) if one.in_transit else one for one in known], self.day)

    def _stretch(self, row: Detention) -> Stretch:
        end = self.rows.when(row, "ended_on")
        start = self.rows.when(row, "started_on") or Window(None, None)
        held = Stretch(start, end, row.kind, row.ended_by, row.started_on, row.ended_on, row.sanction_id)
        return held if end is not None else self._until_release(held)

    def _until_release(self, stretch: Stretch) -> Stretch:
        """The same, ended by the release that was reported after it had begun and before other custody."""
        release = self._release_after(stretch.start.earliest)
        end = self.rows.when(release, "happened_on") if release is not None else None
        if release is None or end is None:
            return stretch
        return replace(stretch, end=end, ended_by=CustodyEnd.RELEASED, ended_on=release.happened_on)

    def _release_after(self, day: date | None) -> Event | None:
        """The release that was reported for a stretch that has no end of its own, before the next stretch."""
        begins = (first(one.started_on) for one in self.rows.detentions)
        later = min((begin for begin in begins if begin and is_later(begin, day)), default=date.max)
        return next(
            (
                one
                for one in self.rows.events
                if one.kind == EventKind.RELEASE and is_later(self._last_day(one), day) and before(one, later)
            ),
            None,
        )

    def _last_day(self, event: Event) -> date | None:
        when = self.rows.when(event, "happened_on")
        return when.latest if when is not None else None

    def _inferred(self, recorded: list[Stretch]) -> list[Stretch]:
        """What follows where no custody is recorded, in the order in which it happened.

        A prison sentence without any custody around it is read as custody from its first day; an arrest after all that
        is known has ended, as custody on grounds not known.
        """
        sentences, arrests = list[Stretch](), list[Stretch]()
        for fact in sorted(self._grounds(), key=self._begin_of):
            if isinstance(fact, Sanction) and not self._is_covered(fact, [*recorded, *arrests]):
                sentences.append(self._custody_of(fact))
            elif isinstance(fact, Event) and is_new(fact, [*recorded, *sentences, *arrests]):
                arrests.append(self._custody_since(fact))
        return [*sentences, *arrests]

    def _grounds(self) -> Iterable[Sanction | Event]:
        """From which custody may follow: prison sentences and arrests, as they stand in the record."""
        yield from (one for one in self.rows.sanctions if one.kind in CUSTODIAL and one.added_to_id is None)
        yield from (one for one in self.rows.events if one.kind == EventKind.ARREST and first(one.happened_on))

    def _begin_of(self, fact: Sanction | Event) -> date:
        return low(self.imposed[id(fact)]) if isinstance(fact, Sanction) else first(fact.happened_on) or date.min

    def _custody_since(self, arrest: Event) -> Stretch:
        held = Stretch(self._happened(arrest), None, started_on=arrest.happened_on, is_inferred=True, by_arrest=True)
        return self._until_release(held)

    def _is_covered(self, sanction: Sanction, stretches: list[Stretch]) -> bool:
        imposed, ended = self.imposed[id(sanction)], self.ended[id(sanction)]
        until = (ended.latest if ended else None) or date.max
        return any(
            (one.sanction_id is not None and one.sanction_id == sanction.pk)
            or (
                low(one.start) <= until
                and (one.end is None or goes_on(one, stretches) or high(one.end) >= low(imposed))
            )
            for one in stretches
        )

    def _custody_of(self, sanction: Sanction) -> Stretch:
        begin, imposed = sanction.starts_on, self.imposed[id(sanction)]
        start = Window(begin.earliest, begin.latest) if begin else imposed
        if sanction.starts_on is None and sanction.imposed_on is None:
            start = Window(self.first_day, None)
        by = _CUSTODY_END.get(SanctionEnd(sanction.ended_by), CustodyEnd.NOT_RECORDED)
        end, told = self.ended[id(sanction)], (begin or sanction.imposed_on, sanction.ended_on)
        held = Stretch(start, end, CustodyKind.SERVING, by, *told, sanction.pk, is_inferred=True)
        return self._until_release(held)

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
            return self._after_escapes(named[-1])
        imposed = self.imposed[id(sanction)]
        open_then = [one for one in self.episodes if one.last.end is None or high(one.last.end) >= low(imposed)]
        return self._after_escapes(open_then[0]) if open_then else None

    def _after_escapes(self, episode: Episode) -> Episode:
        """The episode, or the one in which somebody who escaped from it goes on serving."""
        for later in self.episodes[self.episodes.index(episode) + 1 :]:
            if episode.last.ended_by != CustodyEnd.ESCAPED:
                break
            episode = later
        return episode

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


def goes_on(stretch: Stretch, stretches: Iterable[Stretch]) -> bool:
    """Whether no end is known: none was reported, or a transfer after which no other custody is recorded."""
    if stretch.end is None or stretch.ended_by != CustodyEnd.TRANSFERRED:
        return stretch.end is None
    return not any(is_later(one.start.earliest, stretch.start.earliest) for one in stretches)


def before(event: Event, day: date) -> bool:
    return (first(event.happened_on) or date.min) <= day


def is_new(arrest: Event, stretches: list[Stretch]) -> bool:
    """Whether somebody was arrested again: some custody is known, and in any reading all of it had ended before."""
    day = first(arrest.happened_on)
    return bool(stretches) and day is not None and all(one.end is not None and high(one.end) < day for one in stretches)
