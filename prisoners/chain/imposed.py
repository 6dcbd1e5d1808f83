"""When each sanction was imposed and when it ended."""

from datetime import date

from prisoners.chain.days import first, high, low
from prisoners.chain.facts import Rows, fact_days
from prisoners.choices import SanctionEnd
from prisoners.custody import Window
from prisoners.models import Event, Sanction


class SanctionReading:
    """The facts about one person as they bear on one day; the layers above read custody, terms and standing."""

    def __init__(self, rows: Rows, as_of: date) -> None:
        self.rows, self.day = rows, as_of
        days = sorted(fact_days(rows))
        self.first_day = days[0] if days else as_of
        self.newest_day = days[-1] if days else as_of
        self.last_reported_on = max((one for one in days if one <= as_of), default=None)
        self.by_id = {sanction.pk: sanction for sanction in rows.sanctions if sanction.pk is not None}
        self.replacements = {one.replaces_id: one for one in rows.sanctions if one.replaces_id}
        self.imposed = {id(one): self._imposed(one) for one in rows.sanctions}
        self.ended = {id(one): self._ended(one) for one in rows.sanctions}

    def _happened(self, event: Event) -> Window:
        """An event without a day counts from the first day of which the record tells anything."""
        return self.rows.when(event, "happened_on") or Window(self.first_day, self.first_day)

    def _imposed(self, sanction: Sanction) -> Window:
        """A sanction of unknown day counts from the first day of which the record tells anything."""
        return self.rows.when(sanction, "imposed_on") or Window(self.first_day, self.first_day)

    def _ended(self, sanction: Sanction) -> Window | None:
        """An end without a day is taken from what replaced it, else as some day up to the newest fact.

        An early release that was revoked ended nothing.
        """
        if self._is_called_back(sanction):
            return None
        if (told := self.rows.when(sanction, "ended_on")) is not None:
            return told
        replacement = self.replacements.get(sanction.pk) if sanction.pk else None
        if replacement is not None:
            return self._imposed(replacement)
        return Window(first(sanction.imposed_on), self.newest_day) if sanction.ended_by else None

    def _is_called_back(self, sanction: Sanction) -> bool:
        """Whether an early release was revoked by the day: custody that began after it names the sentence again."""
        freed = self.rows.when(sanction, "ended_on")
        if sanction.ended_by != SanctionEnd.EARLY_RELEASE or freed is None or sanction.pk is None:
            return False
        begins = (self.rows.when(one, "started_on") for one in self.rows.detentions if one.sanction_id == sanction.pk)
        return any(begin and low(begin) >= high(freed) and begin.has_begun(self.day) for begin in begins)
