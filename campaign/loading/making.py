"""Sanctions and stretches of custody in the making, and what a fact of a file says of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from campaign.loading import words
from campaign.loading.grouping import Group
from campaign.loading.shapes import NO_TERM, Ancillary, FileFact, FilePerson, Money, Term
from prisoners.choices import CustodyEnd, CustodyKind, SanctionEnd, SanctionKind
from prisoners.dates import PartialDate, parse

PAROLE_TAKES = timedelta(days=60)
LONG_AGO = date(1000, 1, 1)
#: On one day, things happen in this order.
RANKS = {"acquittal_overturned": 0, "arrest": 1, "remand": 2, "transfer": 4, "early_discharge": 5, "release": 6}


@dataclass
class Sanction:
    """A sanction in the making."""

    line: int
    key: str
    kind: SanctionKind
    imposed_on: PartialDate | None
    group: Group | None = None
    fact: FileFact | None = None
    term: Term = NO_TERM
    amount: Money | None = None
    hours: int | None = None
    text: str = ""
    starts_on: PartialDate | None = None
    replaces: "Sanction | None" = None
    accompanies: "Sanction | None" = None
    added_to: "Sanction | None" = None
    ended_by: SanctionEnd = SanctionEnd.NOT_ENDED
    ended_on: PartialDate | None = None
    sources: list[str] = field(default_factory=list)
    readings: list[FileFact] = field(default_factory=list)

    @property
    def is_custodial(self) -> bool:
        """Whether it means being locked up."""
        return self.kind in words.CUSTODIAL

    @property
    def root(self) -> "Sanction":
        """The sanction of its case that it goes back to."""
        above = self.replaces or self.accompanies
        return above.root if above else self

    def end(self, by: SanctionEnd, on: PartialDate | None) -> None:
        """Note what ended it, unless something already has."""
        if not self.ended_by:
            self.ended_by, self.ended_on = by, on


@dataclass
class Stretch:
    """A stretch of custody in the making."""

    line: int
    start: PartialDate
    kind: CustodyKind
    sources: list[str]
    sanction: Sanction | None = None
    city: str = ""
    text: str = ""
    end: PartialDate | None = None
    ended_by: CustodyEnd = CustodyEnd.NOT_RECORDED
    facility: str = ""
    confinement: str = ""
    whereabouts: str = ""
    readings: list[FileFact] = field(default_factory=list)

    def may_hold(self, fact: FileFact) -> bool:
        """Whether a fact may lie in this stretch."""
        end = (self.end.latest if self.end else None) or date.max
        return first(self.start) <= fact.latest and fact.earliest <= end


def fact_key(person: FilePerson, one: Group) -> str:
    """What names a fact again when the file comes back changed: its id, or its kind and date."""
    fact = one.main
    return f"{person.id}/{fact.kind}/{'=' + fact.id if fact.id else fact.date or 'undated'}"


def in_time(groups: list[Group]) -> list[Group]:
    """In the order of time; a fact without a day stays where the file has it."""
    placed, last = [], date.min
    for one in groups:
        day = one.main.latest if one.main.kind in ("release", "death") else one.main.earliest
        last = last if day == date.max else day
        placed.append((last, RANKS.get(one.main.kind, 3), one))
    return [one for _day, _rank, one in sorted(placed, key=lambda entry: entry[:2])]


def sentence_kind(fact: FileFact) -> SanctionKind:
    """The kind of sanction that a sentence is, as far as the file tells."""
    kind = words.SENTENCES.get(fact.sentence_kind, SanctionKind.UNKNOWN)
    if fact.is_suspended and kind in (SanctionKind.PRISON, SanctionKind.UNKNOWN):
        return SanctionKind.SUSPENDED_PRISON
    return kind


def substitute_kind(fact: FileFact, old: Sanction | None) -> SanctionKind:
    """What a commutation put in the place of the term that ran."""
    if fact.sentence_kind or fact.is_suspended:
        return sentence_kind(fact)
    named = next((kind for phrase, kind in words.SUBSTITUTES.items() if phrase in fact.text), None)
    return named or (old.kind if old and fact.term else SanctionKind.UNKNOWN)


def ancillary(main: Sanction, extra: Ancillary, number: int) -> Sanction:
    """What a sentence imposed beside the main thing."""
    made = Sanction(extra.line, f"{main.key}/beside/{extra.kind}", words.ANCILLARIES[extra.kind], main.imposed_on)
    made.term, made.amount, made.hours, made.accompanies = extra.term, extra.amount, extra.hours, main
    made.text = "" if extra.hours and extra.text == f"{extra.hours} hours" else extra.text
    return made


def is_ban(made: Sanction) -> bool:
    """Whether a ban told later may be this one: it stood beside a term that no court has changed since."""
    main = made.accompanies
    is_open = main is not None and main.ended_by != SanctionEnd.COMMUTATION
    return made.kind == SanctionKind.ACTIVITY_BAN and made.starts_on is None and is_open


def is_over(made: Sanction, day: date, stretches: Sequence[Stretch] = ()) -> bool:
    """Whether its term was over before that day: it stands still between two stretches of custody."""
    begin = made.imposed_on.latest if made.imposed_on else None
    return bool(begin and made.term and made.term.after(begin) + _breaks(stretches, begin, day) < day)


def _breaks(stretches: Sequence[Stretch], begin: date, day: date) -> timedelta:
    """How long somebody was surely not held between stretches that end after `begin` and go on before `day`."""
    ends = ((one.end.latest if one.end else None, first(two.start)) for one, two in pairwise(stretches))
    gaps = (until - over for over, until in ends if over and begin <= over < until <= day)
    return sum(gaps, timedelta())


def grants_parole(other: Group, release: Group) -> bool:
    """Whether a hearing granted the release that was told soon after it."""
    fact = other.main
    if fact.kind != "hearing" or "granted" not in fact.outcome or fact.date is None:
        return False
    return (
        first(other.date) <= release.latest_of_date() and release.earliest_of_date() - first(other.date) <= PAROLE_TAKES
    )


def first(when: PartialDate | None) -> date:
    """The first possible day; long ago where none is known."""
    return (when.earliest if when else None) or LONG_AGO


def not_before(end: PartialDate, start: PartialDate) -> PartialDate:
    """Narrow an end that is told by its year or month to what can come after the begin."""
    if end.earliest and end.latest and start.earliest and end.earliest < start.earliest <= end.latest:
        return parse(f"{start.earliest}/{end.latest}")
    return end


def certain(one: Stretch) -> bool:
    """Whether there is a day on which this stretch certainly held, as the database counts it."""
    if one.start.latest is None:
        return False
    return one.end is None or (one.end.earliest is not None and one.end.earliest >= one.start.latest)
