"""From a person's facts to the chain: what was imposed, what took its place, and the stretches of custody."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from campaign.loading import words
from campaign.loading.faults import Faults
from campaign.loading.grouping import Group
from campaign.loading.shapes import NO_TERM, Ancillary, FileFact, FilePerson, Money, Substitute, Term
from prisoners.choices import CustodyEnd, CustodyKind, SanctionEnd, SanctionKind
from prisoners.dates import PartialDate, parse

#: A release told within this time after the decision is the release that the decision brought.
SOON = timedelta(days=31)
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
        return _first(self.start) <= fact.latest and fact.earliest <= end


class Chain:
    """Walks through the facts of one person in the order of time."""

    def __init__(self, person: FilePerson, groups: list[Group], faults: Faults) -> None:
        self.person, self.groups, self.faults = person, groups, faults
        self.sanctions: list[Sanction] = []
        self.stretches: list[Stretch] = []
        self.now: Stretch | None = None
        self.named: dict[str, Sanction] = {}
        self.pardoned: Group | None = None
        #: Facts about a prison that found their stretch of custody.
        self.housed: set[int] = set()

    def walk(self) -> "Chain":
        """Go through all facts; `sanctions` and `stretches` hold what came of them."""
        self._check_names()
        for one in _in_time(self.groups):
            if not one.main.is_planned:
                getattr(self, f"_on_{one.main.kind}", self._nothing)(one)
        if self.person.custody:
            self.stretches = [self._stated(index) for index in range(len(self.person.custody))]
        self._check_overlaps()
        for one in self.groups:
            if one.main.kind == "facility":
                self._hold_in(one)
        return self

    def _hold_in(self, one: Group) -> None:
        """Where a source says that somebody was held belongs to the stretch of its day, else to the last one served."""
        dated = one.date is not None
        fits = [made for made in self.stretches if not made.facility and (not dated or made.may_hold(one.main))]
        served = [made for made in fits if made.kind == CustodyKind.SERVING] or ([] if dated else fits)
        if not served:
            return
        made = served[-1]
        made.facility, made.readings = one.main.text, list(one.readings)
        made.sources = list(dict.fromkeys([*made.sources, *one.sources]))
        self.housed.add(id(one))

    def _nothing(self, one: Group) -> None:
        """Most facts change nothing in the chain."""

    def _check_names(self) -> None:
        """Nothing replaces itself, and nothing is added to itself."""
        for fact in (one.main for one in self.groups):
            for other in filter(None, (fact.replaces, fact.added_to)):
                if other == fact.id:
                    self.faults.add(fact.line, _("A sanction cannot replace itself or be added to itself."))

    def _on_arrest(self, one: Group) -> None:
        if self.now is None:
            self._open(one, CustodyKind.DETAINED)

    def _on_remand(self, one: Group) -> None:
        if self.now is None:
            self._open(one, CustodyKind.PRETRIAL)
        else:
            self.now.kind = CustodyKind.PRETRIAL

    def _on_sentence(self, one: Group) -> None:
        made = self._make(one, _sentence_kind(one.main), one.main.term)
        self._link(made, one.main)
        self._beside(made, one)
        if made.kind == SanctionKind.ADMINISTRATIVE_ARREST:
            self._serve_administrative(made, one)
        elif made.is_custodial:
            self._serve(made, one)
        else:
            self._let_go(one, CustodyEnd.RELEASED)

    def _on_commutation(self, one: Group) -> None:
        old = self._running_term()
        made = self._make(one, _substitute_kind(one.main, old), one.main.term)
        made.replaces = old
        if old:
            old.end(SanctionEnd.COMMUTATION, one.date)
        if not made.is_custodial and made.kind != SanctionKind.UNKNOWN:
            self._let_go(one, CustodyEnd.RELEASED)

    def _on_appeal(self, one: Group) -> None:
        old = self._running_term()
        if old and one.main.term and one.main.outcome == "reduced":
            made = self._make(one, old.kind, one.main.term)
            made.replaces = old
            old.end(SanctionEnd.REPLACEMENT, one.date)

    def _on_pardon(self, one: Group) -> None:
        if "refused" in one.main.outcome:
            return
        old = self._running_term()
        if old:
            old.end(SanctionEnd.PARDON, one.date)
        if one.main.replaced_by:
            self._substitute(one, one.main.replaced_by, old)
        self.pardoned = one
        self._let_go(one, CustodyEnd.PARDONED)

    def _on_acquittal_overturned(self, one: Group) -> None:
        running = [made for made in self.sanctions if not made.accompanies and not made.ended_by]
        for made in running[-1:]:
            made.end(SanctionEnd.OVERTURNED, one.date)

    def _on_early_discharge(self, one: Group) -> None:
        running = [made for made in self.sanctions if not made.accompanies and not made.ended_by]
        for made in running[-1:]:
            made.end(SanctionEnd.EARLY_RELEASE, one.date)
        if self.now:
            self._close(one.date, CustodyEnd.EARLY, one.sources)

    def _on_transfer(self, one: Group) -> None:
        if self.now is None or one.date is None or one.earliest_of_date() < _first(self.now.start):
            return
        before = self.now
        self._close(one.date, CustodyEnd.TRANSFERRED, one.sources)
        kind = CustodyKind.HOUSE_ARREST if "house arrest" in one.main.text else before.kind
        self._open(one, kind, before.sanction)

    def _on_release(self, one: Group) -> None:
        if self.now is None:
            return
        how, served = self._how_released(one), self.now.sanction
        self._close(one.date, how, one.sources)
        for made in self.sanctions:
            if (made.kind == SanctionKind.PRISON or made is served) and how in words.ENDS:
                made.end(words.ENDS[how], one.date)

    def _on_death(self, one: Group) -> None:
        if self.now:
            self._end_by_death(one)
        for made in self.sanctions:
            if not _is_over(made, one.main.earliest):
                made.end(SanctionEnd.DEATH, one.date)

    def _on_ban(self, one: Group) -> None:
        main = [made for made in self.sanctions if not made.accompanies]
        same = next((made for made in reversed(self.sanctions) if _is_ban(made) and made.term == one.main.term), None)
        if same and one.main.term:
            same.starts_on = one.date
            same.readings.append(one.main)
            return
        made = self._make(one, SanctionKind.ACTIVITY_BAN, one.main.term)
        made.accompanies = main[-1] if main else None

    def _make(self, one: Group, kind: SanctionKind, term: Term) -> Sanction:
        made = Sanction(one.main.line, fact_key(self.person, one), kind, one.date, one, one.main, term)
        made.text, made.sources, made.readings = one.main.text, one.sources, list(one.readings)
        made.amount = one.main.amount
        self.sanctions.append(made)
        if one.main.id:
            self.named[one.main.id] = made
        return made

    def _beside(self, main: Sanction, one: Group) -> None:
        for number, extra in enumerate(one.main.ancillary, 1):
            made = _ancillary(main, extra, number)
            made.sources = one.sources
            self.sanctions.append(made)

    def _link(self, made: Sanction, fact: FileFact) -> None:
        made.replaces = self._earlier(made, fact.replaces)
        made.added_to = self._earlier(made, fact.added_to)
        if made.replaces:
            made.replaces.end(SanctionEnd.REPLACEMENT, made.imposed_on)
        elif not made.added_to and made.kind == SanctionKind.PRISON:
            made.added_to = self._served_now(fact)

    def _earlier(self, made: Sanction, name: str) -> Sanction | None:
        """The sanction that a fact names; it has to come before the one that replaces it."""
        found = self.named.get(name)
        if name and found is None:
            self.faults.add(made.line, _("“%(id)s” names no sanction that comes before this one.") % {"id": name})
        return None if found is made else found

    def _served_now(self, fact: FileFact) -> Sanction | None:
        """A prison term imposed on somebody who still serves one is added to it."""
        if self.now is None or self.now.kind != CustodyKind.SERVING:
            return None
        running = [one for one in self.sanctions[:-1] if one.kind == SanctionKind.PRISON and not one.ended_by]
        return running[-1] if running and not _is_over(running[-1], fact.earliest) else None

    def _substitute(self, one: Group, said: Substitute, old: Sanction | None) -> None:
        kind = words.SENTENCES.get(said.kind) or words.ANCILLARIES[said.kind]
        made = Sanction(one.main.line, f"{fact_key(self.person, one)}/instead", kind, one.date)
        made.fact, made.term, made.amount, made.replaces = one.main, said.term, said.amount, old
        made.text, made.sources = one.main.text, one.sources
        self.sanctions.append(made)
        if said.id:
            self.named[said.id] = made

    def _running_term(self) -> Sanction | None:
        running = [one for one in self.sanctions if not one.accompanies and not one.ended_by]
        return running[-1] if running else None

    def _serve(self, made: Sanction, one: Group) -> None:
        if one.date is None or (made.added_to and self.now):
            return
        self._fill_after_administrative(one)
        if self.now:
            if self.now.kind == CustodyKind.DETAINED:
                self.now.kind = CustodyKind.PRETRIAL
            self._close(one.date, CustodyEnd.NOT_RECORDED, one.sources)
        self._open(one, CustodyKind.SERVING, made)

    def _serve_administrative(self, made: Sanction, one: Group) -> None:
        if one.date is None:
            return
        if self.now and self.now.start == one.date:
            self.now.kind, self.now.sanction = CustodyKind.ADMINISTRATIVE, made
            return
        if self.now:
            self._close(one.date, CustodyEnd.NOT_RECORDED, one.sources)
        self._open(one, CustodyKind.ADMINISTRATIVE, made)

    def _fill_after_administrative(self, one: Group) -> None:
        """Held on after the days of an administrative arrest: under which title, the file does not say."""
        held = self.now
        if held is None or held.kind != CustodyKind.ADMINISTRATIVE or held.sanction is None or not held.start.is_day:
            return
        over = held.sanction.term.after(_first(held.start))
        if over < one.main.earliest:
            self._close(parse(over.isoformat()), CustodyEnd.NOT_RECORDED, [])
            self.now = Stretch(held.line, parse(over.isoformat()), CustodyKind.UNKNOWN, held.sources)
            self.now.text = f"counted from the end of the {held.sanction.term} of administrative arrest"
            self.stretches.append(self.now)

    def _open(self, one: Group, kind: CustodyKind, sanction: Sanction | None = None) -> None:
        if one.date is None or one.date.earliest is None:
            return
        # The city of a sentence is where the court sat, not where the sentence is served.
        city = "" if one.main.kind == "sentence" and kind == CustodyKind.SERVING else one.main.city
        self.now = Stretch(one.main.line, one.date, kind, one.sources, sanction, city, one.main.text)
        self.stretches.append(self.now)

    def _close(self, on: PartialDate | None, how: CustodyEnd, sources: list[str]) -> None:
        if self.now is None or on is None:
            return
        self.now.end, self.now.ended_by = _not_before(on, self.now.start), how
        self.now.sources = list(dict.fromkeys([*self.now.sources, *sources]))
        self.now = None

    def _let_go(self, one: Group, how: CustodyEnd) -> None:
        """A decision that frees, unless the file tells the release itself soon after."""
        if self.now is None or one.date is None:
            return
        for other in self.groups:
            told = other.date if other.main.kind == "release" else None
            if (
                told
                and told.latest
                and told.latest >= one.earliest_of_date()
                and _first(told) <= one.latest_of_date() + SOON
            ):
                return
        self._close(one.date, how, one.sources)

    def _how_released(self, one: Group) -> CustodyEnd:
        pardoned = self.pardoned
        if pardoned and _first(pardoned.date) - SOON <= one.earliest_of_date() <= pardoned.latest_of_date() + SOON:
            return CustodyEnd.PARDONED
        said = words.release_kind(one.main.text)
        if said == CustodyEnd.RELEASED and any(_grants_parole(other, one) for other in self.groups):
            return CustodyEnd.EARLY
        return said

    def _end_by_death(self, one: Group) -> None:
        """Death ends custody; where the term was over long before, only that custody had ended by then is known."""
        held = self.now
        if held is None or one.date is None:
            return
        main = next((made for made in self.sanctions if made.is_custodial), None)
        if main and _is_over(main, one.main.earliest):
            begin = _first(held.start) if "/" in str(held.start) else held.start
            self._close(parse(f"{begin}/{one.latest_of_date()}"), CustodyEnd.NOT_RECORDED, one.sources)
        else:
            self._close(one.date, CustodyEnd.DIED, one.sources)

    def _stated(self, index: int) -> Stretch:
        said = self.person.custody[index]
        made = Stretch(said.line, said.start, CustodyKind(said.kind), said.src, None, said.city, said.text)
        made.end, made.ended_by = said.end, CustodyEnd(said.ended_by)
        made.confinement, made.whereabouts = said.confinement, said.whereabouts
        return made

    def _check_overlaps(self) -> None:
        ordered = sorted(self.stretches, key=lambda one: _first(one.start))
        for earlier, later in pairwise(ordered):
            certain_end = earlier.end.earliest if earlier.end else date.max
            begin = later.start.latest
            if certain_end and begin and begin < certain_end and _certain(earlier) and _certain(later):
                self.faults.add(later.line, _("This stretch of custody overlaps an earlier one."))


def fact_key(person: FilePerson, one: Group) -> str:
    """What names a fact again when the file comes back changed: its id, or its kind and date."""
    fact = one.main
    return f"{person.id}/{fact.kind}/{'=' + fact.id if fact.id else fact.date or 'undated'}"


def _in_time(groups: list[Group]) -> list[Group]:
    """In the order of time; a fact without a day stays where the file has it."""
    placed, last = [], date.min
    for one in groups:
        day = one.main.latest if one.main.kind in ("release", "death") else one.main.earliest
        last = last if day == date.max else day
        placed.append((last, RANKS.get(one.main.kind, 3), one))
    return [one for _day, _rank, one in sorted(placed, key=lambda entry: entry[:2])]


def _sentence_kind(fact: FileFact) -> SanctionKind:
    kind = words.SENTENCES.get(fact.sentence_kind, SanctionKind.UNKNOWN)
    if fact.is_suspended and kind in (SanctionKind.PRISON, SanctionKind.UNKNOWN):
        return SanctionKind.SUSPENDED_PRISON
    return kind


def _substitute_kind(fact: FileFact, old: Sanction | None) -> SanctionKind:
    if fact.sentence_kind or fact.is_suspended:
        return _sentence_kind(fact)
    named = next((kind for phrase, kind in words.SUBSTITUTES.items() if phrase in fact.text), None)
    return named or (old.kind if old and fact.term else SanctionKind.UNKNOWN)


def _ancillary(main: Sanction, extra: Ancillary, number: int) -> Sanction:
    made = Sanction(extra.line, f"{main.key}/beside/{extra.kind}", words.ANCILLARIES[extra.kind], main.imposed_on)
    made.term, made.amount, made.hours, made.accompanies = extra.term, extra.amount, extra.hours, main
    made.text = "" if extra.hours and extra.text == f"{extra.hours} hours" else extra.text
    return made


def _is_ban(made: Sanction) -> bool:
    """Whether a ban told later may be this one: it stood beside a term that no court has changed since."""
    main = made.accompanies
    is_open = main is not None and main.ended_by != SanctionEnd.COMMUTATION
    return made.kind == SanctionKind.ACTIVITY_BAN and made.starts_on is None and is_open


def _is_over(made: Sanction, day: date) -> bool:
    begin = made.imposed_on.latest if made.imposed_on else None
    return bool(begin and made.term and made.term.after(begin) < day)


def _grants_parole(other: Group, release: Group) -> bool:
    fact = other.main
    if fact.kind != "hearing" or "granted" not in fact.outcome or fact.date is None:
        return False
    return (
        _first(other.date) <= release.latest_of_date()
        and release.earliest_of_date() - _first(other.date) <= PAROLE_TAKES
    )


def _first(when: PartialDate | None) -> date:
    return (when.earliest if when else None) or LONG_AGO


def _not_before(end: PartialDate, start: PartialDate) -> PartialDate:
    """Narrow an end that is told by its year or month to what can come after the begin."""
    if end.earliest and end.latest and start.earliest and end.earliest < start.earliest <= end.latest:
        return parse(f"{start.earliest}/{end.latest}")
    return end


def _certain(one: Stretch) -> bool:
    """Whether there is a day on which this stretch certainly held, as the database counts it."""
    if one.start.latest is None:
        return False
    return one.end is None or (one.end.earliest is not None and one.end.earliest >= one.start.latest)
