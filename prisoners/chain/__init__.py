"""The chain: from sanctions, custody and events to where a prisoner stands on any day, and why we say so.

Nothing here is stored and nothing asks the clock: the caller names the day (a civil day of the place). The facts
(`facts`) are read in layers, each a file that knows only those beneath it: when sanctions were imposed and ended
(`imposed`), who was held (`held`), what of it counts towards which sentence (`counting`), which term runs and how it is
counted (`running`, `tally`), the standing (`standings`), the bans (`bans`), and the whole with its reasons
(`reading`). The rules are those of `docs/counting.md`.
"""

from collections.abc import Iterable
from datetime import date

from prisoners.chain.facts import (
    PRESUMED_FOR,
    Accusation,
    Rows,
    accusation_of,
    days_of_change,
    public_rows,
)
from prisoners.chain.reading import Reading
from prisoners.chain.states import ChainState, Outline, RunningBan
from prisoners.chain.words import added_in_words, sanction_in_words, term_of
from prisoners.models import Prisoner

__all__ = [
    "PRESUMED_FOR",
    "Accusation",
    "ChainState",
    "Outline",
    "Rows",
    "RunningBan",
    "accusation_of",
    "added_in_words",
    "chain_of",
    "chains_of",
    "days_of_change",
    "outline_of",
    "public_rows",
    "sanction_in_words",
    "state_of",
    "term_of",
]


def chain_of(prisoner: Prisoner, as_of: date) -> ChainState:
    """Where one prisoner stands on a day, from the public record."""
    return chains_of([prisoner], as_of)[prisoner.pk]


def chains_of(prisoners: Iterable[Prisoner], as_of: date) -> dict[int, ChainState]:
    """The same for many, by primary key, in six queries whatever their number."""
    ids = [prisoner.pk for prisoner in prisoners]
    rows = public_rows(ids)
    return {pk: state_of(rows[pk], as_of) for pk in ids}


def state_of(rows: Rows, as_of: date) -> ChainState:
    """Where a person with these facts stands on a day; pure."""
    return Reading(rows, as_of).state()


def outline_of(rows: Rows, as_of: date) -> Outline:
    """The same in short, without words and numbers of days; pure."""
    return Reading(rows, as_of).outline()
