"""Which prosecution a charge, a hearing or a sentence belongs to, and the rows of the cases."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from anyascii import anyascii
from django.utils.text import slugify

from campaign.loading.cites import merged
from campaign.loading.custody import Chain
from campaign.loading.grouping import Group
from campaign.loading.making import Sanction
from campaign.loading.plan import Plan, Ref, Row
from campaign.loading.shapes import FileFact, FilePerson
from prisoners.dates import PartialDate, describe
from prisoners.models import Case

#: A charge or hearing so long before a verdict belongs to another prosecution.
TOO_LONG = timedelta(days=730)
OF_THE_LAST_SENTENCE = ("parole", "early release", "oversight")


@dataclass
class Prosecution:
    """A case in the making."""

    key: str
    line: int
    country: str
    told_on: PartialDate | None
    city: str = ""
    people: dict[str, str] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def judged_on(self) -> date:
        """The first possible day of the verdict; the first of all days when none is known."""
        return (self.told_on.earliest if self.told_on else None) or date.min

    def title(self, *, exact: bool = False) -> str:
        """The defendant and the year, or the first of several, the city and the year; with the date if `exact`."""
        names, year = list(self.people.values()), str(self.judged_on.year) if self.judged_on > date.min else ""
        year = describe(self.told_on, "en") if exact and self.told_on else year
        if len(names) > 1:
            where = " ".join(filter(None, (self.city, year)))
            return ", ".join(filter(None, (f"{names[0]} and others", where)))
        return ", ".join(filter(None, (names[0], year)))


@dataclass
class Cases:
    """All cases of a file."""

    plan: Plan
    made: dict[str, Prosecution] = field(default_factory=dict)
    rows: dict[str, Ref] = field(default_factory=dict)

    def of_person(self, person: FilePerson, name: str, chain: Chain, groups: list[Group]) -> "PersonCases":
        """The cases of one person: one for each sentence that does not replace another."""
        return PersonCases(self, person, name, chain, groups)

    def enter(self, key: str, fact: FileFact, person: FilePerson, name: str) -> Prosecution:
        """The case of that key, with this person among its defendants."""
        case = self.made.setdefault(key, Prosecution(key, fact.line, person.country, fact.date, fact.city))
        case.people.setdefault(person.id, name)
        case.sources = merged(case.sources, fact.src)
        return case

    def ref(self, case: Prosecution) -> Ref:
        """What rows refer to; the row itself is planned once all defendants are known."""
        return Ref(Case, f"{self.plan.scope}:{case.key}")

    def put_rows(self, prisoners: dict[str, Ref]) -> None:
        """Plan a row for each case."""
        slugs: set[str] = set()
        titles = Counter(case.title() for case in self.made.values())
        for case in self.made.values():
            title = case.title(exact=titles[case.title()] > 1)
            slug = free_slug(slugify(anyascii(title))[:110] or "case", slugs)
            values = {
                "slug": slug,
                "title": title,
                "country": case.country,
                "description": "\n".join(case.notes),
            }
            row = Row(Case, f"{self.plan.scope}:{case.key}", case.line, values, once=frozenset({"slug"}))
            row.sources = case.sources
            row.links = {"defendants": [prisoners[one] for one in case.people if one in prisoners]}
            self.plan.put(row)


class PersonCases:
    """Finds the case of each fact of one person."""

    def __init__(self, cases: Cases, person: FilePerson, name: str, chain: Chain, groups: list[Group]) -> None:
        self.cases, self.person, self.name = cases, person, name
        self.order = {id(one.main): place for place, one in enumerate(groups)}
        self.of_sanction: dict[int, Prosecution] = {}
        self.sentences: list[tuple[FileFact, Prosecution]] = []
        for made in chain.sanctions:
            self._place(made)

    def of(self, fact: FileFact) -> Prosecution:
        """The case of a charge or a hearing."""
        if fact.case:
            return self._named(fact)
        after = [case for told, case in self.sentences if self._leads_to(fact, told)]
        before = [case for told, case in self.sentences if self._follows(fact, told)]
        if before and (fact.kind == "appeal" or any(word in fact.text + fact.outcome for word in OF_THE_LAST_SENTENCE)):
            return before[-1]
        if after:
            return after[0]
        if before and fact.kind != "charge":
            return before[-1]
        return self._own(fact)

    def _place(self, made: Sanction) -> None:
        if made.root is not made and id(made.root) in self.of_sanction:
            self.of_sanction[id(made)] = self.of_sanction[id(made.root)]
            return
        fact = made.fact
        if fact is None or fact.kind != "sentence":
            return
        case = self._named(fact) if fact.case else self.cases.enter(self._key(fact), fact, self.person, self.name)
        self.of_sanction[id(made)] = case
        self.sentences.append((fact, case))

    def _key(self, fact: FileFact) -> str:
        """People sentenced by one court on one day stand in one case."""
        if fact.date and fact.date.is_day and fact.city:
            return f"case/{fact.date}/{slugify(fact.city)}"
        return f"case/{self.person.id}/{fact.date or 'undated'}"

    def _named(self, fact: FileFact) -> Prosecution:
        return self.cases.enter(f"case/={fact.case}", fact, self.person, self.name)

    def _own(self, fact: FileFact) -> Prosecution:
        year = fact.date.earliest.year if fact.date and fact.date.earliest else "undated"
        return self.cases.enter(f"case/{self.person.id}/charged-{year}", fact, self.person, self.name)

    def _leads_to(self, fact: FileFact, told: FileFact) -> bool:
        if fact.earliest == date.max or told.earliest == date.max:
            return self.order[id(fact)] < self.order[id(told)]
        return fact.earliest <= told.latest and told.earliest - fact.latest <= TOO_LONG

    def _follows(self, fact: FileFact, told: FileFact) -> bool:
        if fact.earliest == date.max or told.earliest == date.max:
            return self.order[id(fact)] > self.order[id(told)]
        return fact.latest >= told.earliest


def free_slug(slug: str, taken: set[str]) -> str:
    """The slug, with a number when the file has used it already."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    taken.add(free)
    return free
