"""The whole state of a day, and the sentences that say from what it was computed."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.utils.translation import gettext

from prisoners.chain.bans import BanReading
from prisoners.chain.states import UNSEEN, ChainState, Outline
from prisoners.chain.tally import Tally
from prisoners.chain.words import added_in_words, sanction_in_words, say_day, say_days, say_stretch, say_window, term_of
from prisoners.choices import SanctionEnd, SanctionKind
from prisoners.custody import Days, Window
from prisoners.dates import PartialDate, from_date
from prisoners.models import Sanction
from prisoners.numbers import number
from prisoners.standing import BANS, CUSTODIAL, Standing
from prisoners.terms import Term


class Reading(BanReading):
    """The uppermost layer: what is said of a person on a day."""

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
            half_term=self._half(projected),
            share_served=self._share(projected),
            bans=self._bans(),
            last_reported_on=self.last_reported_on,
            since=self._since(),
            episodes=tuple(self.episodes),
            certain_until=self._certain_until(projected),
            reasons=partial(self._basis, projected),
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
            may_be_held=is_held is not False and standing not in UNSEEN,
            since_on=self.episode.first.start.earliest if self.episode is not None else None,
            half_on=self._half_day(projected),
            term_ends_on=projected.earliest if projected.earliest == projected.latest else None,
            turns_on=frozenset(day for day in (projected.earliest, projected.latest, *at_large) if day),
        )

    def _half(self, projected: Window) -> Window | None:
        leading = self._leading(projected)
        return leading.half if leading is not None else None

    def _half_day(self, projected: Window) -> date | None:
        """The half of the term where it is known to the day."""
        half = self._half(projected)
        return half.earliest if half is not None and half.earliest == half.latest else None

    def _current_sanction(self) -> Sanction | None:
        main = [one for one in self._in_force() if one.kind not in BANS]
        running = self._running
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
            yield from (say_stretch(one, self.day) for one in episode.stretches)
        if self._is_served_out():
            yield gettext("The sentence was ended, and no release is recorded.")
        if self._is_open() and self._is_without_term():
            yield gettext("The sentence has no term: custody is taken to go on until something else is reported.")
        if self._is_stale(projected):
            yield gettext("The length is not known and the last report is old: whether custody goes on is not known.")
        if self.episode is not None and projected.latest is not None:
            yield gettext("The term ends by calculation: %(day)s.") % {"day": say_window(projected)}
            yield from self._say_sums()
            yield from dict.fromkeys(self._say_how_it_is_counted())
        yield from self._say_end_at_large()
        if any(one.kind == SanctionKind.COMMUNITY_SERVICE for one in self._in_force()):
            yield gettext("Whether the hours of work were completed is not known.")
        if self._standing(projected) == Standing.ON_TRIAL_FREE:
            yield gettext("A charge stands, or the person was left at liberty until the trial; no custody is recorded.")
        if self._standing(projected) == Standing.NOT_HELD:
            yield gettext("A sanction without custody was imposed, and neither custody nor an arrest is recorded.")
        if self._died():
            yield gettext("A death is recorded.")
        if not self.rows.sanctions and not self.episodes:
            yield gettext("No sentence and no custody are recorded for this day.")

    def _say_sums(self) -> Iterable[str]:
        """Which terms make the one that runs."""
        for group in map(self._group, self._roots):
            if len(group) > 1:
                yield gettext("Terms added to one another: %(terms)s. Together: %(sum)s.") % {
                    "terms": ", ".join(term_of(one).in_words() for one in group),
                    "sum": sum(map(term_of, group), Term()).carried().in_words(),
                }

    def _say_end_at_large(self) -> Iterable[str]:
        """When the sanction ends, or ended, under which somebody is or was at large, and how that is counted."""
        sanction = self._restricting() if self.episode is None else None
        counted = self._counted_at_large(sanction) if sanction is not None else None
        if counted is not None:
            term, begin = counted
            yield gettext("End by calculation: %(day)s (%(length)s from %(begin)s).") % {
                "day": say_day(from_date(term.after(begin))),
                "length": term.in_words(),
                "begin": say_day(from_date(begin)),
            }

    def _say_how_it_is_counted(self) -> Iterable[str]:
        """From what share, half and days left follow."""
        for tally in self.tallies:
            begin = self._say_begin(tally)
            yield from filter(None, (begin, self._say_credit(tally, bool(begin))))
            yield from self._say_not_counted(tally)

    def _say_begin(self, tally: Tally) -> str:
        """From when a term counts, where that is not simply the first day of this custody; "" there."""
        told = {"day": say_window(tally.begin), "days": say_days(tally.before)}
        if tally.root.starts_on is not None and tally.is_named:
            return (
                gettext("The term counts from the day that the record names for it, not from custody: %(day)s.") % told
            )
        if tally.is_named:
            return gettext("The term counts from the end of the one to which it is added: %(day)s.") % told
        if tally.before.high != 0:
            return (
                gettext(
                    "The term is counted from the first day of this custody (%(day)s), less the days of earlier "
                    "custody that count too: %(days)s. Time at large does not count."
                )
                % told
            )
        if self.episode is not None and tally.begin != self.episode.first.start:
            return gettext("The term counts from %(day)s: another sentence was served before, and had ended.") % told
        return ""

    def _say_credit(self, tally: Tally, is_begin_said: bool) -> str:
        """What a day in remand counts as."""
        if tally.credit and tally.remand.high != 0:
            return self._say_rule(tally)
        if tally.is_named or tally.credit:
            return gettext(
                "No days in remand before the verdict are counted otherwise: a day is a day. Share, half and days left "
                "follow from it."
            )
        if is_begin_said:
            return gettext(
                "A day is a day: no rule that counts remand otherwise is recorded. Share, half and days left follow "
                "from it."
            )
        return gettext(
            "The term is counted from the first day of this custody, day for day: no rule that counts remand "
            "otherwise is recorded. Share, half and days left follow from it."
        )

    def _say_rule(self, tally: Tally) -> str:
        told = {"days": say_days(tally.remand), "rate": number(float(tally.credit.most)), "law": tally.credit.law}
        if tally.credit.law:
            return (
                gettext(
                    "Days in remand before the verdict: %(days)s. By law each counts as %(rate)s days of the term "
                    "(%(law)s), with exceptions that the record cannot judge: the earliest day of release is "
                    "counted so, the latest day for day. Share, half and days left follow from it."
                )
                % told
            )
        return (
            gettext(
                "Days in remand before the verdict: %(days)s. Each counts as %(rate)s days of the term, as the "
                "verdict says. Share, half and days left follow from it."
            )
            % told
        )

    def _say_not_counted(self, tally: Tally) -> Iterable[str]:
        for stretch in self._not_counted(self._family([tally.root])) if not tally.is_named else ():
            yield gettext(
                "Not counted, since the record does not say that it was in this case: remand from %(day)s."
            ) % {"day": say_day(stretch.started_on)}

    def _say_addition(self, sanction: Sanction) -> str:
        first = self.by_id.get(sanction.added_to_id) if sanction.added_to_id is not None else None
        return added_in_words(first)

    def _say_sanction(self, sanction: Sanction) -> str:
        said = gettext("Imposed: %(sanction)s, %(day)s.") % {
            "sanction": sanction_in_words(sanction),
            "day": "; ".join(filter(None, (say_day(sanction.imposed_on), self._say_addition(sanction)))),
        }
        if self._is_called_back(sanction):
            revoked = gettext("The early release was revoked: custody for this sentence went on later.")
            return f"{said} {revoked}"
        end = self.ended[id(sanction)]
        if end is None or not end.has_begun(self.day) or not sanction.ended_by:
            return said
        how = gettext("Ended: %(how)s, %(day)s.") % {
            "how": SanctionEnd(sanction.ended_by).label,
            "day": say_day(sanction.ended_on),
        }
        return f"{said} {how}"
