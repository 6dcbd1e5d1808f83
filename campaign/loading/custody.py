"""From a person's facts to the chain: what was imposed, what took its place, and the stretches of custody."""

from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from campaign.loading import words
from campaign.loading.cites import merged
from campaign.loading.faults import Faults
from campaign.loading.grouping import Group
from campaign.loading.making import (
    Sanction,
    Stretch,
    ancillary,
    certain,
    fact_key,
    first,
    grants_parole,
    in_time,
    is_ban,
    is_over,
    not_before,
    sentence_kind,
    substitute_kind,
)
from campaign.loading.shapes import FileFact, FilePerson, Substitute, Term
from prisoners.choices import CustodyEnd, CustodyKind, SanctionEnd, SanctionKind
from prisoners.dates import PartialDate, parse

#: A release told within this time after the decision is the release that the decision brought.
SOON = timedelta(days=31)


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
        for one in in_time(self.groups):
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
        made.sources = merged(made.sources, one.sources)
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
        made = self._make(one, sentence_kind(one.main), one.main.term)
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
        made = self._make(one, substitute_kind(one.main, old), one.main.term)
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
        if self.now is None or one.date is None or one.earliest_of_date() < first(self.now.start):
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
            if not is_over(made, one.main.earliest, self.stretches):
                made.end(SanctionEnd.DEATH, one.date)

    def _on_ban(self, one: Group) -> None:
        main = [made for made in self.sanctions if not made.accompanies]
        same = next((made for made in reversed(self.sanctions) if is_ban(made) and made.term == one.main.term), None)
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
            made = ancillary(main, extra, number)
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
        return running[-1] if running and not is_over(running[-1], fact.earliest, self.stretches) else None

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
        over = held.sanction.term.after(first(held.start))
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
        self.now.end, self.now.ended_by = not_before(on, self.now.start), how
        self.now.sources = merged(self.now.sources, sources)
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
                and first(told) <= one.latest_of_date() + SOON
            ):
                return
        self._close(one.date, how, one.sources)

    def _how_released(self, one: Group) -> CustodyEnd:
        pardoned = self.pardoned
        if pardoned and first(pardoned.date) - SOON <= one.earliest_of_date() <= pardoned.latest_of_date() + SOON:
            return CustodyEnd.PARDONED
        said = words.release_kind(one.main.text)
        if said == CustodyEnd.RELEASED and any(grants_parole(other, one) for other in self.groups):
            return CustodyEnd.EARLY
        return said

    def _end_by_death(self, one: Group) -> None:
        """Death ends custody; where the term was over long before, only that custody had ended by then is known."""
        held = self.now
        if held is None or one.date is None:
            return
        main = next((made for made in self.sanctions if made.is_custodial), None)
        if main and is_over(main, one.main.earliest, self.stretches):
            begin = first(held.start) if "/" in str(held.start) else held.start
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
        ordered = sorted(self.stretches, key=lambda one: first(one.start))
        for earlier, later in pairwise(ordered):
            certain_end = earlier.end.earliest if earlier.end else date.max
            begin = later.start.latest
            if certain_end and begin and begin < certain_end and certain(earlier) and certain(later):
                self.faults.add(later.line, _("This stretch of custody overlaps an earlier one."))
