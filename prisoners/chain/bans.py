"""Bans that run beside or after a sentence."""

from prisoners.chain.days import first, last
from prisoners.chain.standings import StandingReading
from prisoners.chain.states import RunningBan
from prisoners.chain.words import term_of
from prisoners.custody import Window
from prisoners.models import Sanction
from prisoners.standing import BANS, CUSTODIAL


class BanReading(StandingReading):
    """The bans of a day, each with the range of its end."""

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
            return Window(first(sanction.starts_on), last(sanction.starts_on))
        imposed = self.imposed[id(sanction)]
        main = self.by_id.get(sanction.accompanies_id) if sanction.accompanies_id else None
        if main is None or main.kind not in CUSTODIAL or not self.episodes:
            return imposed
        end = self.episodes[-1].last.end
        return Window(imposed.earliest, end.latest if end else None)
