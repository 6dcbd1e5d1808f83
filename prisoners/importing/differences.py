"""What differs between the rows of a file and the record, value by value, and what each row would write."""

from typing import Any

from django.utils.translation import gettext as _

from prisoners.columns import Kind
from prisoners.importing.ground import Ground
from prisoners.importing.known import plain
from prisoners.importing.one_person import values_of
from prisoners.importing.outlines import CHANGED, NEW, UNCHANGED, Diff, Proposal, Step
from prisoners.importing.pace import COMPARING, Pace
from prisoners.importing.possible import Possible
from prisoners.importing.saying import FIELDS, POINTERS, SINGLE, current, is_equal, is_known_by, is_same, show
from prisoners.importing.wanted import Given, Member
from prisoners.models import Prisoner
from prisoners.models.base import Publishable
from prisoners.search import fold


class Differences:
    """Compares each row with the person of the record that it is, or enters it as a new one."""

    def __init__(self, ground: Ground, country: str) -> None:
        self.ground, self.options, self.known = ground, ground.options, ground.known
        #: Of rows that name none.
        self.country = country
        self.possible = Possible(ground)

    def find(self, pace: Pace) -> None:
        """Say of every row that nobody held back what it would write."""
        for one in pace.over(COMPARING, self.ground.made.proposals):
            if one.verdict != NEW:
                continue
            if one.prisoner is None:
                self._enter(one)
            else:
                self._compare_with(one, one.prisoner)

    def _enter(self, one: Proposal) -> None:
        country = one.wanted.own.setdefault("country", Given(self.country, ""))
        if not country.value:
            self.ground.fault(one, "", _("The country is missing: add a column, or choose one for the file."))
        if not one.wanted.name:
            self.ground.fault(one, "", _("The row names nobody."))
        one.steps = [Step("", None, {name: given.value for name, given in one.wanted.own.items()})]
        for group, members in one.wanted.groups.items():
            for number, member in enumerate(members):
                if member:
                    one.steps.append(Step(group, None, values_of(member), number))
        self.possible.check(one)

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
        self.possible.check(one)
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
            self.ground.fault(one, column, said % {"count": len(left)})
        return pairs


def _as_kept(text: str) -> str:
    """By what two spellings are told to be one."""
    return fold(text) if text.isascii() else text.casefold()
