"""What the chain says of a person on a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.functional import Promise

from prisoners.custody import Days, Episode, Window
from prisoners.dates import PartialDate
from prisoners.models import Sanction
from prisoners.standing import HELD, SHAPES, Standing


@dataclass(frozen=True)
class RunningBan:
    """A ban that runs, or may run: its end is a range, and `is_certain` says whether it runs in every reading."""

    sanction: Sanction
    ends_low: date | None
    ends_high: date | None
    is_certain: bool


#: Of whom nobody knows whether they are in custody at all.
UNSEEN = (Standing.MISSING, Standing.UNKNOWN)


@dataclass(frozen=True)
class ChainState:
    """Where a prisoner stands on `as_of`. Days are civil days, low and high; None for high is "not known".

    `is_held` is None where the dates, or a term that has passed without report, leave it open. `share_served` is
    a whole percentage of the running sentence, and `half_term` the day on which half of it is served. `basis` are
    sentences in the language active when first asked for them.
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
    half_term: Window | None = None
    share_served: int | None = None
    bans: tuple[RunningBan, ...] = ()
    last_reported_on: date | None = None
    since: PartialDate | None = None
    episodes: tuple[Episode, ...] = ()
    certain_until: date | None = None
    reasons: Callable[[], Iterable[str]] = field(default=tuple, compare=False, repr=False)

    @cached_property
    def basis(self) -> tuple[str, ...]:
        """From what this was computed; lists of many people never ask."""
        return tuple(self.reasons())

    @property
    def may_be_held(self) -> bool:
        """Whether somebody is held, or was when last heard of and may still be."""
        return self.is_held is not False and self.status not in UNSEEN

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
    def shape(self) -> str:
        """One of the six shapes the pages draw: held, pretrial, restricted, free, died or unknown.

        Whether somebody of whom nothing was heard for long is still held is not known, and is drawn so.
        """
        if self.is_held is None and self.status in HELD:
            return "unknown"
        return SHAPES.get(self.status, "free")


@dataclass(frozen=True)
class Outline:
    """The part of a state that is kept for every day, and the days on which time alone may change it."""

    status: Standing
    is_held: bool | None
    may_be_held: bool
    since_on: date | None
    half_on: date | None
    term_ends_on: date | None
    turns_on: frozenset[date]
