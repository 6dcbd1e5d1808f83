"""The chain: from sanctions, custody and events to where a prisoner stands on any day, and why we say so.

Nothing here is stored and nothing asks the clock: the caller names the day (a civil day of the place).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from prisoners.choices import CustodyEnd, CustodyKind, EventKind, PublicationState, SanctionEnd, SanctionKind
from prisoners.custody import Days, Episode, Stretch, Window, episodes_of
from prisoners.dates import PartialDate, describe, from_date
from prisoners.models import Detention, Event, Hearing, Prisoner, Sanction, StatusReport
from prisoners.numbers import money
from prisoners.standing import AFTER_CUSTODY, BANS, CUSTODIAL, HELD, OF_CUSTODY, RESTRICTING, SHAPES, Standing
from prisoners.terms import Term, length_in_words

#: For so long after the last report custody of unknown length is presumed to go on; then it is an open question.
PRESUMED_FOR = timedelta(days=366)

#: Announcements of what may come: no reports of what was.
ANNOUNCED = frozenset({EventKind.EXPECTED_RELEASE})


@dataclass(frozen=True)
class Rows:
    """The facts about one prisoner from which the chain is computed; tests may make them without a database."""

    sanctions: tuple[Sanction, ...] = ()
    detentions: tuple[Detention, ...] = ()
    events: tuple[Event, ...] = ()
    other_days: tuple[date, ...] = ()


@dataclass(frozen=True)
class RunningBan:
    """A ban that runs, or may run: its end is a range, and `is_certain` says whether it runs in every reading."""

    sanction: Sanction
    ends_low: date | None
    ends_high: date | None
    is_certain: bool


@dataclass(frozen=True)
class ChainState:
    """Where a prisoner stands on `as_of`. Days are civil days, low and high; None for high is "not known".

    `is_held` is None where the dates, or a term that has passed without report, leave it open. `share_served` is
    a whole percentage of the running sentence. `basis` are sentences in the language active when it was computed.
    `last_reported_on` is the newest day, up to `as_of`, of which the record tells anything: a standing is never
    newer than that. `since` is when the present stretch of custody or of freedom began, as the sources say it.
    `episodes` are all that had begun by then; an end that nobody reported is likely after `certain_until`.
    """

    as_of: date
    status: Standing
    is_held: bool | None
    days_held_low: int = 0
    days_held_high: int | None = 0
    episode_days_low: int | None = None
    episode_days_high: int | None = None
    current_sanction: Sanction | None = None
    projected_release_low: date | None = None
    projected_release_high: date | None = None
    share_served: int | None = None
    bans: tuple[RunningBan, ...] = ()
    basis: tuple[str, ...] = ()
    last_reported_on: date | None = None
    since: PartialDate | None = None
    episodes: tuple[Episode, ...] = ()
    certain_until: date | None = None

    @property
    def label(self) -> str | Promise:
        """The standing in words (translated when shown)."""
        return self.status.label

    @property
    def days_left(self) -> Days | None:
        """The civil days until the running term ends by calculation; None where no term runs or its end is open."""
        low, high = self.projected_release_low, self.projected_release_high
        if low is None or high is None or high <= self.as_of:
            return None
        return Days(max(0, (low - self.as_of).days), (high - self.as_of).days)

    @property
    def half_term(self) -> Window | None:
        """The day on which half of the running term is over: halfway from the begin of this custody to its end."""
        low, high = self.projected_release_low, self.projected_release_high
        start = self.episodes[-1].first.start if self.episodes else None
        if start is None or None in (low, high, start.earliest, start.latest):
            return None
        return Window(_halfway(start.earliest, low), _halfway(start.latest, high))

    @property
    def shape(self) -> str:
        """One of the six shapes the pages draw: held, pretrial, restricted, free, died or unknown."""
        return SHAPES.get(self.status, "free")


@dataclass(frozen=True)
class Outline:
    """The part of a state that is kept for every day, and the days on which time alone may change it."""

    status: Standing
    is_held: bool | None
    may_be_held: bool
    since_on: date | None
    turns_on: frozenset[date]


def chain_of(prisoner: Prisoner, as_of: date) -> ChainState:
    """Where one prisoner stands on a day, from the public record."""
    return chains_of([prisoner], as_of)[prisoner.pk]


def chains_of(prisoners: Iterable[Prisoner], as_of: date) -> dict[int, ChainState]:
    """The same for many, by primary key, in five queries whatever their number."""
    ids = [prisoner.pk for prisoner in prisoners]
    rows = public_rows(ids)
    return {pk: state_of(rows[pk], as_of) for pk in ids}


def public_rows(ids: list[int]) -> dict[int, Rows]:
    """The published facts of these prisoners, by primary key; five queries whatever their number."""
    found: dict[int, dict[str, list[Any]]] = {pk: defaultdict(list) for pk in ids}
    for sanction in Sanction.public.filter(prisoner_id__in=ids):
        found[sanction.prisoner_id]["sanctions"].append(sanction)
    for detention in Detention.public.filter(prisoner_id__in=ids):
        found[detention.prisoner_id]["detentions"].append(detention)
    for pk, event in _events_of(ids):
        found[pk]["events"].append(event)
    for pk, day in _reported_days(ids):
        found[pk]["other_days"].append(day)
    return {pk: Rows(**{name: tuple(values) for name, values in lists.items()}) for pk, lists in found.items()}


def state_of(rows: Rows, as_of: date) -> ChainState:
    """Where a person with these facts stands on a day; pure."""
    return _Reading(rows, as_of).state()


def outline_of(rows: Rows, as_of: date) -> Outline:
    """The same in short, without words and numbers of days; pure."""
    return _Reading(rows, as_of).outline()


def days_of_change(rows: Rows) -> set[date]:
    """The days on which what holds of a person may change because a fact begins, ends or grows old; pure.

    Together with the `turns_on` of the outlines of these days they are all such days, since the chain compares
    its day with nothing else.
    """
    reports = sorted(set(_fact_days(rows)))
    silences = {day + PRESUMED_FOR + timedelta(days=1) for day in reports}
    bounds = {day for when in _dates_of(rows) if when for day in (when.earliest, when.latest) if day}
    return bounds | set(reports) | silences


def _events_of(ids: list[int]) -> Iterable[tuple[int, Event]]:
    links = Event.prisoners.through._default_manager.filter(
        prisoner_id__in=ids, event__state=PublicationState.PUBLISHED, event__is_planned=False
    ).select_related("event")
    return [(link.prisoner_id, link.event) for link in links.order_by("event__happened_earliest", "event_id")]


def _reported_days(ids: list[int]) -> Iterable[tuple[int, date]]:
    reports = StatusReport.public.filter(prisoner_id__in=ids).values_list("prisoner_id", "reported_earliest")
    hearings = Hearing.public.filter(case__defendant_rows__prisoner_id__in=ids).values_list(
        "case__defendant_rows__prisoner_id", "held_earliest"
    )
    return [(pk, day) for pk, day in chain(reports, hearings) if day is not None and pk in set(ids)]


class _Reading:
    """The facts about one person as they bear on one day: what was imposed, what was over, who was held."""

    def __init__(self, rows: Rows, as_of: date) -> None:
        self.rows, self.day = rows, as_of
        days = sorted(_fact_days(rows))
        self.first_day = days[0] if days else as_of
        self.newest_day = days[-1] if days else as_of
        self.last_reported_on = max((one for one in days if one <= as_of), default=None)
        self.by_id = {sanction.pk: sanction for sanction in rows.sanctions if sanction.pk is not None}
        self.replacements = {one.replaces_id: one for one in rows.sanctions if one.replaces_id}
        self.imposed = {id(one): self._imposed(one) for one in rows.sanctions}
        self.ended = {id(one): self._ended(one) for one in rows.sanctions}
        self.episodes = self._episodes()
        self.owners = {id(one): self._owner(one) for one in rows.sanctions if one.kind in CUSTODIAL}
        self.episode = self._present_episode()

    # --- when each sanction was imposed and ended --------------------------------------------------

    def _imposed(self, sanction: Sanction) -> Window:
        """A sanction of unknown day counts from the first day of which the record tells anything."""
        if sanction.imposed_on is None:
            return Window(self.first_day, self.first_day)
        return Window(_first(sanction.imposed_on), _last(sanction.imposed_on))

    def _ended(self, sanction: Sanction) -> Window | None:
        """An end without a day is taken from what replaced it, else as some day up to the newest fact."""
        if sanction.ended_on is not None:
            return Window(_first(sanction.ended_on), _last(sanction.ended_on))
        replacement = self.replacements.get(sanction.pk) if sanction.pk else None
        if replacement is not None:
            return self._imposed(replacement)
        return Window(_first(sanction.imposed_on), self.newest_day) if sanction.ended_by else None

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

    # --- custody --------------------------------------------------------------------------------------

    def _episodes(self) -> list[Episode]:
        stretches = [self._stretch(one) for one in self.rows.detentions]
        return episodes_of([*stretches, *self._inferred(stretches)], self.day)

    def _stretch(self, row: Detention) -> Stretch:
        release = None if row.ended_on is not None else self._release_after(_first(row.started_on))
        ended = release.happened_on if release is not None else row.ended_on
        end = None if ended is None else Window(ended.earliest, ended.latest)
        by = row.ended_by if release is None else CustodyEnd.RELEASED
        start = Window(_first(row.started_on), _last(row.started_on))
        return Stretch(start, end, row.kind, by, row.started_on, ended, row.sanction_id)

    def _release_after(self, day: date | None) -> Event | None:
        """The release that was reported for a stretch that has no end of its own, before the next stretch."""
        begins = (_first(one.started_on) for one in self.rows.detentions)
        later = min((begin for begin in begins if begin and _is_later(begin, day)), default=date.max)
        return next(
            (
                one
                for one in self.rows.events
                if one.kind == EventKind.RELEASE and _is_later(_last(one.happened_on), day) and _before(one, later)
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
            or (_low(one.start) <= until and (one.end is None or _high(one.end) >= _low(imposed)))
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
        open_then = [one for one in self.episodes if one.last.end is None or _high(one.last.end) >= _low(imposed)]
        return open_then[0] if open_then else None

    # --- the sentence that runs ----------------------------------------------------------------------

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
        return Window(_latest(end.earliest for end in known), _latest(end.latest for end in known))

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
            start = Window(_first(root.starts_on), _last(root.starts_on))
        return Window(*(term.after(day) if day else None for day in (start.earliest, start.latest)))

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

    # --- days ------------------------------------------------------------------------------------------

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
        limit = self._certain_until(projected)
        return sum((one.days(self.day, limit if one is self.episode else None) for one in self.episodes), Days())

    # --- standing ----------------------------------------------------------------------------------------

    def _died(self) -> bool:
        by_event = any(
            one.kind == EventKind.DEATH and _window(one.happened_on, self.first_day).has_begun(self.day)
            for one in self.rows.events
        )
        by_sanction = any(
            one.ended_by == SanctionEnd.DEATH and (end := self.ended[id(one)]) and end.has_come(self.day)
            for one in self.rows.sanctions
        )
        return by_event or by_sanction

    def _restricting(self) -> Sanction | None:
        """The sanction at large that is in force: of several the one that ends last; hours of work only if alone."""
        found = [one for one in self._in_force() if one.kind in RESTRICTING]
        main = [one for one in found if one.kind != SanctionKind.COMMUNITY_SERVICE] or found
        return max(main, key=self._how_long, default=None)

    def _how_long(self, sanction: Sanction) -> tuple[date, int]:
        return self._end_at_large(sanction) or date.max, self.rows.sanctions.index(sanction)

    def _standing(self, projected: Window) -> Standing:
        if self._died():
            return Standing.DIED
        if self.episode is not None:
            return self._standing_in(self.episode, projected)
        return self._standing_at_large()

    def _standing_in(self, episode: Episode, projected: Window) -> Standing:
        if episode.last.end is None and projected.has_come(self.day):
            return Standing.TERM_OVER
        if self._running() and _may_serve(episode.last.kind):
            return Standing.SERVING
        return OF_CUSTODY[CustodyKind(episode.last.kind)]

    def _standing_at_large(self) -> Standing:
        exile = self._newest_event(EventKind.EXILE)
        sanction = self._restricting()
        if exile is not None and not (self.episodes and _is_later(self.episodes[-1].last.start.earliest, exile)):
            return Standing.EXILED
        if sanction is not None:
            return self._standing_under(sanction)
        return self._standing_after_custody()

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
        is_free = released is not None and (arrested is None or released >= arrested)
        return Standing.RELEASED if is_free else Standing.UNKNOWN

    def _newest_event(self, kind: str) -> date | None:
        """The last possible day of the newest event of a kind that may have happened by then."""
        windows = [_window(one.happened_on, self.first_day) for one in self.rows.events if one.kind == kind]
        return max((_high(one) for one in windows if one.has_begun(self.day)), default=None)

    def _end_at_large(self, sanction: Sanction) -> date | None:
        """The last day to which a sanction at large may run, from its term or the time it is suspended for."""
        term = Term(months=sanction.suspended_for_months) if sanction.suspended_for_months else term_of(sanction)
        begin = _last(sanction.starts_on) or self.imposed[id(sanction)].latest
        return term.after(begin) if term and begin and not sanction.is_indefinite else None

    def _is_held(self, standing: Standing, projected: Window) -> bool | None:
        if standing not in HELD:
            return None if standing in (Standing.TERM_OVER, Standing.UNKNOWN) else False
        is_certain = self.episode is not None and self._certainly_in(self.episode)
        return True if is_certain and not self._is_stale(projected) else None

    def _certainly_in(self, episode: Episode) -> bool:
        """Whether the day lies after the begin and before the end of the episode in every reading."""
        end = episode.last.end
        return episode.first.start.has_come(self.day) and (end is None or not end.has_begun(self.day))

    # --- bans --------------------------------------------------------------------------------------------

    def _bans(self) -> tuple[RunningBan, ...]:
        bans = (self._ban(one) for one in self._in_force() if one.kind in BANS)
        return tuple(ban for ban in bans if ban.ends_high is None or ban.ends_high > self.day)

    def _ban(self, sanction: Sanction) -> RunningBan:
        window = self._end_of_ban(sanction)
        certain = self.imposed[id(sanction)].has_come(self.day) and (
            window.earliest is None or window.earliest > self.day
        )
        return RunningBan(sanction, window.earliest, window.latest, certain)

    def _end_of_ban(self, sanction: Sanction) -> Window:
        """A ban without a begin of its own counts from the verdict or, beside a prison sentence, from the release."""
        term, begin = term_of(sanction), self._begin_of_ban(sanction)
        if not term or sanction.is_indefinite:
            return Window(None, None)
        return Window(*(term.after(day) if day else None for day in (begin.earliest, begin.latest)))

    def _begin_of_ban(self, sanction: Sanction) -> Window:
        if sanction.starts_on is not None:
            return Window(_first(sanction.starts_on), _last(sanction.starts_on))
        imposed = self.imposed[id(sanction)]
        main = self.by_id.get(sanction.accompanies_id) if sanction.accompanies_id else None
        if main is None or main.kind not in CUSTODIAL or not self.episodes:
            return imposed
        end = self.episodes[-1].last.end
        return Window(imposed.earliest, end.latest if end else None)

    # --- the state and the reasons ------------------------------------------------------------------------

    def state(self) -> ChainState:
        projected = self._projected()
        standing = self._standing(projected)
        held = self._days_held(projected)
        now = self.episode.days(self.day, self._certain_until(projected)) if self.episode else Days(0, None)
        is_inside = self.episode is not None
        return ChainState(
            as_of=self.day,
            status=standing,
            is_held=self._is_held(standing, projected),
            days_held_low=held.low,
            days_held_high=held.high,
            episode_days_low=now.low if is_inside else None,
            episode_days_high=now.high if is_inside else None,
            current_sanction=self._current_sanction(),
            projected_release_low=projected.earliest,
            projected_release_high=projected.latest,
            share_served=self._share(projected),
            bans=self._bans(),
            basis=tuple(self._basis(projected)),
            last_reported_on=self.last_reported_on,
            since=self._since(),
            episodes=tuple(self.episodes),
            certain_until=self._certain_until(projected),
        )

    def outline(self) -> Outline:
        """What `Span` keeps."""
        projected = self._projected()
        standing = self._standing(projected)
        is_held = self._is_held(standing, projected)
        at_large = (self._end_at_large(one) for one in self.rows.sanctions)
        return Outline(
            status=standing,
            is_held=is_held,
            may_be_held=is_held is not False and standing != Standing.UNKNOWN,
            since_on=self.episode.first.start.earliest if self.episode is not None else None,
            turns_on=frozenset(day for day in (projected.earliest, projected.latest, *at_large) if day),
        )

    def _current_sanction(self) -> Sanction | None:
        main = [one for one in self._in_force() if one.kind not in BANS]
        running = self._running()
        at_large = self._restricting()
        found = running or ([at_large] if at_large else []) or [one for one in main if one.kind not in CUSTODIAL]
        return found[-1] if found else None

    def _since(self) -> PartialDate | None:
        if self.episode is not None:
            return self.episode.first.started_on
        return self.episodes[-1].last.ended_on if self.episodes else None

    def _basis(self, projected: Window) -> Iterable[str]:
        for sanction in self.rows.sanctions:
            if self.imposed[id(sanction)].has_begun(self.day):
                yield self._say_sanction(sanction)
        for episode in self.episodes:
            yield from (_say_stretch(one, self.day) for one in episode.stretches)
        if self._is_stale(projected):
            yield gettext("The length is not known and the last report is old: whether custody goes on is not known.")
        if self.episode is not None and projected.latest is not None:
            yield gettext("The term ends by calculation: %(day)s.") % {"day": _say_window(projected)}
            yield gettext(
                "The term is counted from the first day of this custody, day for day: no rule that counts remand "
                "otherwise is recorded. Share, half and days left follow from it."
            )
        if any(one.kind == SanctionKind.COMMUNITY_SERVICE for one in self._in_force()):
            yield gettext("Whether the hours of work were completed is not known.")
        if self._died():
            yield gettext("A death is recorded.")
        if not self.rows.sanctions and not self.episodes:
            yield gettext("No sentence and no custody are recorded for this day.")

    def _say_sanction(self, sanction: Sanction) -> str:
        said = gettext("Imposed: %(sanction)s, %(day)s.") % {
            "sanction": sanction_in_words(sanction),
            "day": _say_day(sanction.imposed_on),
        }
        end = self.ended[id(sanction)]
        if end is None or not end.has_begun(self.day) or not sanction.ended_by:
            return said
        how = gettext("Ended: %(how)s, %(day)s.") % {
            "how": SanctionEnd(sanction.ended_by).label,
            "day": _say_day(sanction.ended_on),
        }
        return f"{said} {how}"


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


def term_of(sanction: Sanction) -> Term:
    """The length of a sanction as pronounced."""
    return Term(sanction.years, sanction.months, sanction.days)


def sanction_in_words(sanction: Sanction) -> str:
    """Its kind and length in the active language: "imprisonment (7 years)"."""
    kind = str(SanctionKind(sanction.kind).label)
    amount = money(sanction.fine_amount, sanction.fine_currency) if sanction.fine_amount is not None else ""
    length = length_in_words(term_of(sanction), sanction.is_indefinite) or amount
    return f"{kind} ({length})" if length else kind


def _may_serve(kind: str) -> bool:
    """Titles of custody that a sentence turns into serving, where the record has no stretch of its own for it."""
    return kind in (CustodyKind.SERVING, CustodyKind.UNKNOWN, CustodyKind.DETAINED, CustodyKind.PRETRIAL)


def _dates_of(rows: Rows) -> Iterable[PartialDate | None]:
    """Every date that the chain may compare its day with."""
    for sanction in rows.sanctions:
        yield from (sanction.imposed_on, sanction.starts_on, sanction.ended_on)
    for detention in rows.detentions:
        yield from (detention.started_on, detention.ended_on)
    yield from (one.happened_on for one in rows.events)


def _fact_days(rows: Rows) -> Iterable[date]:
    """The days on which the facts lie, each as early as it may be: a report is never made newer than it is."""
    dates = chain(
        *((one.imposed_on, one.ended_on) for one in rows.sanctions),
        *((one.started_on, one.ended_on) for one in rows.detentions),
        (one.happened_on for one in rows.events if not one.is_planned and one.kind not in ANNOUNCED),
    )
    yield from (day for one in dates if (day := _first(one)))
    yield from rows.other_days


def _window(when: PartialDate | None, otherwise: date) -> Window:
    return Window(otherwise, otherwise) if when is None else Window(when.earliest, when.latest)


def _halfway(begin: date | None, end: date | None) -> date | None:
    return begin + (end - begin) // 2 if begin and end else None


def _first(when: PartialDate | None) -> date | None:
    """The first possible day (from the date itself: the columns beside it are filled only on saving)."""
    return when.earliest if when else None


def _last(when: PartialDate | None) -> date | None:
    return when.latest if when else None


def _low(window: Window) -> date:
    return window.earliest or date.min


def _high(window: Window) -> date:
    return window.latest or date.max


def _is_later(day: date | None, than: date | None) -> bool:
    return day is not None and (than is None or day > than)


def _before(event: Event, day: date) -> bool:
    return (_first(event.happened_on) or date.min) <= day


def _latest(days: Iterable[date | None]) -> date | None:
    """The latest of the days, or None when one of them is open."""
    known = list(days)
    return None if None in known else max(day for day in known if day is not None)


def _say_day(day: PartialDate | None) -> str:
    return describe(day, get_language() or "en") if day else gettext("date not known")


def _say_window(window: Window) -> str:
    ends = sorted({day for day in (window.earliest, window.latest) if day is not None})
    return " – ".join(_say_day(from_date(day)) for day in ends)


def _say_stretch(stretch: Stretch, day: date) -> str:
    begin = _say_day(stretch.started_on)
    if stretch.is_inferred:
        return gettext("No day of arrest is recorded; custody is counted from the sentence: %(begin)s.") % {
            "begin": begin
        }
    if stretch.end is None or not stretch.end.has_begun(day):
        return gettext("In custody from: %(begin)s. No end is recorded by this day.") % {"begin": begin}
    return gettext("In custody from: %(begin)s. Until: %(end)s (%(how)s).") % {
        "begin": begin,
        "end": _say_day(stretch.ended_on),
        "how": CustodyEnd(stretch.ended_by).label,
    }
