"""Who the rows of a file are: known to the record, likely known, standing in the file twice, or new."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from prisoners.importing.decisions import like_in_record, like_of
from prisoners.importing.ground import Ground
from prisoners.importing.likeness import Names
from prisoners.importing.one_person import born_of, may_be_asked, merged
from prisoners.importing.outlines import HELD, HOLD, NEW, ROW, SKIP, SKIPPED, Proposal
from prisoners.importing.pace import ALIKE, FINDING, Pace
from prisoners.importing.saying import show
from prisoners.importing.wanted import Wanted
from prisoners.models import Prisoner


class WhoIsWho:
    """Finds the person of every row, and makes rows of one person one."""

    def __init__(self, ground: Ground, pace: Pace) -> None:
        self.ground, self.made, self.pace = ground, ground.made, pace
        self.known, self.decisions = ground.known, ground.decisions
        self.in_file: Names[int] = Names(self.known.names.words)

    def find(self) -> None:
        """Give each proposal its prisoner or its likes, as far as anybody decided; then join rows of one person."""
        self._find_people()
        self._merge_rows()

    def _find_people(self) -> None:
        seen: dict[int, int] = {}
        unknown = self.pace.over(FINDING, list(self._unknown()))
        likely = {number: self.known.names.scored(one.wanted.spellings) for number, one in unknown}
        self.known.fetch({pk for pks in likely.values() for pk in pks})
        for number, one in enumerate(self.pace.over(ALIKE, self.made.proposals)):
            found = self._known(one)
            if found is not None and found.pk in seen:
                values = {"row": self.made.proposals[seen[found.pk]].wanted.row}
                self.ground.fault(one, "", _("The same person stands in row %(row)s.") % values)
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
            self.ground.fault(one, "", _("This row is “%(slug)s” in the record, and not “%(said)s”.") % what)

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
            self.ground.fault(one, "", _("There is no prisoner with the address “%(slug)s”.") % {"slug": said})
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
            self.ground.fault(
                one, column, _("Row %(row)s says otherwise of the same person.") % values, show(given.value)
            )
        if one.verdict == NEW:
            one.verdict = SKIPPED
            first.wanted.also_rows.append(one.wanted.row)
