"""What a file would do to the record, row by row: new, changed (old and new), unchanged, refused, likely the same."""

from collections.abc import Iterable, Mapping
from typing import Any

from anyascii import anyascii
from django.utils.translation import gettext as _

from prisoners.columns import Kind
from prisoners.importing.decisions import Decisions, like_in_record, like_of
from prisoners.importing.known import Addresses, Known, Places, plain, usual_zone
from prisoners.importing.likeness import Names
from prisoners.importing.one_person import born_of, keys_of, may_be_asked, merged, values_of
from prisoners.importing.outlines import (
    CHANGED,
    HELD,
    HOLD,
    LIKELY,
    NEW,
    ROW,
    SKIP,
    SKIPPED,
    UNCHANGED,
    Diff,
    Options,
    Outline,
    Proposal,
    Step,
)
from prisoners.importing.refusals import FileRefused
from prisoners.importing.rows import Fault, Given, Member, Read, Wanted
from prisoners.importing.saying import FIELDS, POINTERS, SINGLE, current, is_equal, is_known_by, is_same, show
from prisoners.models import Detention, Prisoner, Sanction
from prisoners.models.base import Publishable
from prisoners.refusals import Refusal
from prisoners.search import fold
from prisoners.services import detentions, sanctions
from prisoners.services.possible_days import BEFORE_BIRTH, is_before_birth
from prisoners.times import zone_or_refuse


def outline(read: Read, options: Options) -> Outline:
    """Compare what a file says with the record; writes nothing. Raises FileRefused for options that cannot be."""
    made = Outline(read, options, faults=list(read.faults), notes=list(read.notes))
    _check_options(options)
    return _Comparison(made).make()


def _as_kept(text: str) -> str:
    """By what two spellings are told to be one."""
    return fold(text) if text.isascii() else text.casefold()


def _check_options(options: Options) -> None:
    if options.likely not in LIKELY:
        raise FileRefused(
            _("“%(word)s” is not known here; known are: %(names)s.")
            % {"word": options.likely, "names": ", ".join(LIKELY)}
        )
    try:
        zone_or_refuse(options.zone or "UTC")
    except Refusal as refused:
        raise FileRefused(refused.reasons) from refused


class _Comparison:
    """Goes through the rows once to find who they are, and once to compare."""

    def __init__(self, made: Outline) -> None:
        self.made, self.options = made, made.options
        self.wanted = made.read.wanted
        self.keys = keys_of(self.wanted)
        self.decisions = Decisions(self.made)
        known_slugs = [one.slug for one in self.wanted if one.slug]
        needs_names = any(not one.slug for one in self.wanted) or bool(known_slugs)
        self.known = Known([*known_slugs, *self.decisions.slugs], self.keys, needs_names)
        self.in_file: Names[int] = Names(self.known.names.words)
        self.places = Places()
        self.country = self.options.country or self._only_country()

    def make(self) -> Outline:
        for wanted, key in zip(self.wanted, self.keys, strict=True):
            self.made.proposals.append(Proposal(wanted, key))
        self._find_people()
        self._merge_rows()
        people = [one.prisoner for one in self.made.proposals if one.prisoner is not None]
        self.known.read_facts(people, any(one.notes for one in self.wanted))
        self._compare()
        self._give_addresses()
        self.made.faults.sort(key=lambda fault: (fault.sheet, fault.row))
        return self.made

    # --- who it is ---------------------------------------------------------------------------------

    def _only_country(self) -> str:
        found = list(Prisoner.internal.order_by().values_list("country", flat=True).distinct()[:2])
        if len(found) == 1 and any("country" not in one.own and not one.slug for one in self.wanted):
            self.made.notes.append(
                _("Rows without a country got that of everybody in the record: %(country)s.") % {"country": found[0]}
            )
        return found[0] if len(found) == 1 else ""

    def _find_people(self) -> None:
        seen: dict[int, int] = {}
        likely = {number: self.known.names.scored(one.wanted.spellings) for number, one in self._unknown()}
        self.known.fetch({pk for pks in likely.values() for pk in pks})
        for number, one in enumerate(self.made.proposals):
            found = self._known(one)
            if found is not None and found.pk in seen:
                values = {"row": self.made.proposals[seen[found.pk]].wanted.row}
                self._fault(one, "", _("The same person stands in row %(row)s.") % values)
            elif found is not None:
                one.prisoner = found
                seen[found.pk] = number
                self._check_known(one, found)
            else:
                self._find_like(one, likely[number])
            if one.verdict == NEW and one.prisoner is None:
                for name in one.wanted.spellings:
                    self.in_file.add(number, name)

    def _check_known(self, one: Proposal, found: Prisoner) -> None:
        """What was said of a row of which it is known who it is: to leave it out, or nothing else than that."""
        said = self.decisions.said(one.wanted)
        if said == SKIP:
            one.verdict = SKIPPED
        elif said in self.decisions.slugs and self.known.by_slug.get(said) != found:
            what = {"slug": found.slug, "said": said}
            self._fault(one, "", _("This row is “%(slug)s” in the record, and not “%(said)s”.") % what)

    def _known(self, one: Proposal) -> Prisoner | None:
        """Whom the row names by an address, or who came in by the same row before."""
        return self.known.by_slug.get(one.wanted.slug) if one.wanted.slug else self.known.by_key.get(one.key)

    def _unknown(self) -> Iterable[tuple[int, Proposal]]:
        return ((number, one) for number, one in enumerate(self.made.proposals) if self._known(one) is None)

    def _find_like(self, one: Proposal, likely: Mapping[int, float]) -> None:
        people = [(self.known.by_pk[pk], score) for pk, score in likely.items() if pk in self.known.by_pk]
        one.likes = [
            like_in_record(one.wanted, found) for found, score in people if self._fits(one.wanted, found, score)
        ]
        rows = self.in_file.scored(one.wanted.spellings).items()
        others = [(self.made.proposals[number].wanted, score) for number, score in rows]
        one.likes += [like_of(one.wanted, other) for other, score in others if self._fits_row(one.wanted, other, score)]
        one.likes.sort(key=lambda like: like.is_born_otherwise)
        self._decide(one)

    def _fits(self, wanted: Wanted, found: Prisoner, likeness: float) -> bool:
        country = wanted.own.get("country")
        is_elsewhere = country is not None and country.value != found.country
        return not is_elsewhere and may_be_asked(born_of(wanted), found.born_on, likeness)

    def _fits_row(self, wanted: Wanted, other: Wanted, likeness: float) -> bool:
        one, two = wanted.own.get("country"), other.own.get("country")
        is_elsewhere = one is not None and two is not None and one.value != two.value
        return not is_elsewhere and may_be_asked(born_of(wanted), born_of(other), likeness)

    def _decide(self, one: Proposal) -> None:
        said = self.decisions.of(one)
        if said in (HOLD, SKIP):
            one.verdict = HELD if said == HOLD else SKIPPED
        elif said and said != NEW and not said.startswith(ROW):
            self._same_as(one, said)

    def _same_as(self, one: Proposal, said: str) -> None:
        found = self.known.by_slug.get(said) or next((p for p in self.known.by_pk.values() if p.slug == said), None)
        if found is None:
            self._fault(one, "", _("There is no prisoner with the address “%(slug)s”.") % {"slug": said})
        else:
            one.prisoner = found

    def _merge_rows(self) -> None:
        """Rows that were said to be the same person as another row, or the same prisoner, become one."""
        by_row = {(one.wanted.sheet, one.wanted.row): one for one in self.made.proposals}
        by_person: dict[int, Proposal] = {}
        into: dict[int, Proposal] = {}
        for one in self.made.proposals:
            place = self.decisions.row_of(one)
            first = by_row[place] if place else None
            if one.prisoner is not None and first is None:
                first = by_person.setdefault(one.prisoner.pk, one)
            while first is not None and id(first) in into:
                # That row was said to be somebody else's too: two rows that name each other are one, and not none.
                first = into[id(first)]
            if first is not None and first is not one and one.verdict == NEW:
                into[id(one)] = first
                self._merge(first, one)

    def _merge(self, first: Proposal, one: Proposal) -> None:
        for column, given in merged(first.wanted, one.wanted):
            values = {"row": first.wanted.row}
            self._fault(one, column, _("Row %(row)s says otherwise of the same person.") % values, show(given.value))
        if one.verdict == NEW:
            one.verdict = SKIPPED
            first.wanted.also_rows.append(one.wanted.row)

    # --- what differs ------------------------------------------------------------------------------

    def _compare(self) -> None:
        for one in self.made.proposals:
            if one.verdict != NEW:
                continue
            if one.prisoner is None:
                self._enter(one)
            else:
                self._compare_with(one, one.prisoner)

    def _enter(self, one: Proposal) -> None:
        country = one.wanted.own.setdefault("country", Given(self.country, ""))
        if not country.value:
            self._fault(one, "", _("The country is missing: add a column, or choose one for the file."))
        if not one.wanted.name:
            self._fault(one, "", _("The row names nobody."))
        one.steps = [Step("", None, {name: given.value for name, given in one.wanted.own.items()})]
        for group, members in one.wanted.groups.items():
            for number, member in enumerate(members):
                if member:
                    one.steps.append(Step(group, None, values_of(member), number))
        self._check_facts(one)

    def _compare_with(self, one: Proposal, prisoner: Prisoner) -> None:
        one.slug = prisoner.slug
        self._compare_own(one, prisoner)
        facts = self.known.facts[prisoner.pk]
        self._compare_names(one, prisoner, facts["spelling"])
        for group, members in one.wanted.groups.items():
            if group != "source" and (group != "spelling" or one.wanted.is_export):
                self._compare_group(one, group, members, facts[group])
        self._compare_sources(one, prisoner)
        if new := [note for note in one.wanted.notes if note not in self.known.notes[prisoner.pk]]:
            one.diffs.append(Diff(_("note"), "", "; ".join(new)[:200]))
        self._check_facts(one)
        if one.verdict == NEW:
            one.verdict = CHANGED if one.diffs else UNCHANGED

    def _compare_own(self, one: Proposal, prisoner: Prisoner) -> None:
        values = {}
        for name, given in one.wanted.own.items():
            if name != "slug" and plain(getattr(prisoner, name)) != plain(given.value):
                values[name] = given.value
                self._differs(one, prisoner, Diff(given.column, show(getattr(prisoner, name)), show(given.value)))
        if values and not self._is_left(prisoner):
            one.steps.append(Step("", prisoner, values))

    def _compare_names(self, one: Proposal, prisoner: Prisoner, rows: list[Any]) -> None:
        have = {_as_kept(row.text) for row in rows}
        fresh = [given for given in one.wanted.names if _as_kept(str(given.value)) not in have]
        for given in fresh:
            self._differs(one, prisoner, Diff(given.column, "", str(given.value)))
        if self._is_left(prisoner):
            one.wanted.names = [given for given in one.wanted.names if given not in fresh]

    def _compare_sources(self, one: Proposal, prisoner: Prisoner) -> None:
        """Behind facts that are new, sources are drafts as these are; behind the person they would be seen at once."""
        have, is_beside_new = self.known.sources[prisoner.pk], any(step.row is None for step in one.steps)
        for member in one.wanted.groups.get("source", []):
            names = {str(member[name].value) for name in ("key", "url", "title") if name in member}
            if not names or names & have:
                continue
            given = next(iter(member.values()))
            diff = Diff(given.column, "", show(given.value))
            if self._is_left(prisoner) and not is_beside_new:
                one.left.append(diff)
            else:
                one.diffs.append(diff)
                one.steps.append(Step("source", None, values_of(member)))

    def _is_left(self, row: Any) -> bool:
        """Whether readers see this row already and somebody else has to change it."""
        return not self.options.may_change_public and row.is_published

    def _differs(self, one: Proposal, row: Any, diff: Diff) -> None:
        (one.left if self._is_left(row) else one.diffs).append(diff)

    def _compare_group(self, one: Proposal, group: str, members: list[Member], rows: list[Any]) -> None:
        pairs = self._pair(one, group, members, rows)
        for number, (member, row) in enumerate(zip(members, pairs, strict=True)):
            if row is None and member:
                self._add_member(one, group, member, number)
            elif row is not None:
                one.paired[group, number] = row
                self._compare_member(one, group, member, row, number)

    def _add_member(self, one: Proposal, group: str, member: Member, number: int) -> None:
        """A fact is a draft; a spelling, or a tie to a case of the record, is seen with the person."""
        said = [Diff(given.column, "", show(given.value)) for given in member.values() if given.column]
        is_seen = group == "spelling" or (group == "case" and "slug" in member)
        if is_seen and one.prisoner is not None and self._is_left(one.prisoner):
            one.left += said
            return
        one.diffs += said
        one.steps.append(Step(group, None, values_of(member), number))

    def _compare_member(self, one: Proposal, group: str, member: Member, row: Any, number: int) -> None:
        values = {}
        seen = row if isinstance(row, Publishable) or one.prisoner is None else one.prisoner
        for name, given in member.items():
            if name in POINTERS and FIELDS[(group, name)].kind is Kind.POSITION:
                continue
            if not given.column or is_same(row, name, given.value):
                continue
            values[name] = given.value
            self._differs(one, seen, Diff(given.column, show(current(row, name)), show(given.value)))
        if values and not self._is_left(seen):
            one.steps.append(Step(group, row, values, number))

    def _pair(self, one: Proposal, group: str, members: list[Member], rows: list[Any]) -> list[Any]:
        """Which row of the record each member is: equal in all, then by what it is known by, then by order."""
        left, pairs = list(rows), [None] * len(members)
        for fits in (is_equal, is_known_by):
            for number, member in enumerate(members):
                if pairs[number] is None and member:
                    row = next((row for row in left if fits(group, row, member)), None)
                    if row is not None:
                        pairs[number] = row
                        left.remove(row)
        open_ones = [number for number, row in enumerate(pairs) if row is None and members[number]]
        if one.wanted.is_export and group != "case":
            for number, row in zip(open_ones, left, strict=False):
                pairs[number] = row
        elif group in SINGLE and open_ones and len(left) == 1:
            pairs[open_ones[0]] = left[0]
        elif group in SINGLE and open_ones and len(left) > 1:
            column = next((given.column for given in members[0].values() if given.column), "")
            said = _("The record has %(count)s of these, and none is this one: change them there.")
            self._fault(one, column, said % {"count": len(left)})
        return pairs

    # --- what cannot be ------------------------------------------------------------------------------

    def _check_facts(self, one: Proposal) -> None:
        """What the services of the nouns would refuse, as far as it can be told without writing."""
        others: list[Detention] = []
        self._check_birth(one)
        for step in one.steps:
            if step.group in ("sanction", "custody") and step.row is None:
                self._check_fact(one, step, others)
            self._check_place(one, step)
            self._check_pointers(one, step)

    def _check_birth(self, one: Proposal) -> None:
        """A birth that the row changes is not after what the record says of the person."""
        if one.prisoner is None or "born_on" not in one.wanted.own:
            return
        facts = self.known.facts[one.prisoner.pk]
        days = [*(row.started_on for row in facts["custody"]), *(row.imposed_on for row in facts["sanction"])]
        if is_before_birth(born_of(one.wanted), filter(None, days)):
            self._fault(one, one.wanted.own["born_on"].column, str(BEFORE_BIRTH))

    def _check_fact(self, one: Proposal, step: Step, others: list[Detention]) -> None:
        values = {name: value for name, value in step.values.items() if name not in _RELATIONS}
        column = self._column(one, step)
        try:
            if step.group == "sanction":
                reasons = sanctions.reasons_against(Sanction(prisoner=_as_told(one), **values))
            else:
                made = Detention(prisoner=_as_told(one), **values)
                known = self.known.facts[one.prisoner.pk]["custody"] if one.prisoner else []
                reasons = detentions.reasons_against(made, [*known, *others])
                others.append(made)
        except (TypeError, ValueError) as error:
            reasons = [str(error)]
        for reason in reasons:
            self._fault(one, column, str(reason))

    def _check_place(self, one: Proposal, step: Step) -> None:
        name = step.values.get("place")
        if not name:
            return
        country = self._country(one)
        zone = step.values.get("place_zone", "")
        try:
            zone_or_refuse(zone or "UTC")
        except Refusal as refused:
            self._fault(one, self._column(one, step), str(refused), zone)
            return
        if self.places.place(name, country, zone) is None and not zone and not self.zone_for(country):
            said = _("The time zone of this place is not known: choose one for the file.")
            self._fault(one, self._column(one, step, "place"), said, name)

    def zone_for(self, country: str) -> str:
        """The zone of a new place: the one chosen for the file, or the country's where all its clocks agree."""
        return self.options.zone or usual_zone(country)

    def _country(self, one: Proposal) -> str:
        if one.prisoner is not None:
            return one.prisoner.country
        return str(one.wanted.own["country"].value) if "country" in one.wanted.own else ""

    def _check_pointers(self, one: Proposal, step: Step) -> None:
        count = len(one.wanted.groups.get("sanction", []))
        for name in POINTERS:
            if isinstance(value := step.values.get(name), int) and value > count:
                said = _("The row has no sanction number %(number)s.") % {"number": value}
                self._fault(one, self._column(one, step, name), said, str(value))

    def _column(self, one: Proposal, step: Step, name: str = "") -> str:
        members = one.wanted.groups.get(step.group, [])
        member = members[step.position] if step.position < len(members) else {}
        if name in member:
            return member[name].column
        return next((given.column for given in member.values() if given.column), "")

    def _fault(self, one: Proposal, column: str, reason: str, value: str = "") -> None:
        one.verdict = "refused"
        self.made.faults.append(Fault(one.wanted.sheet, one.wanted.row, column, value, reason))

    def _give_addresses(self) -> None:
        fresh = [one for one in self.made.proposals if one.verdict == NEW]
        if not fresh:
            return
        addresses = Addresses()
        for one in fresh:
            one.slug = addresses.free(one.wanted.slug or anyascii(one.wanted.name))


def _as_told(one: Proposal) -> Prisoner:
    """The person of a row as far as the days of the facts beside depend on it."""
    born = one.prisoner.born_on if one.prisoner else None
    return Prisoner(pk=one.prisoner.pk if one.prisoner else 0, born_on=born_of(one.wanted) or born)


_RELATIONS = frozenset({"place", "place_zone", "case", *POINTERS})
