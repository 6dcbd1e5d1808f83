"""Plans the rows of the record for each person of a file: who they are, what happened, and the chain."""

from campaign.loading.making import Sanction, Stretch
from campaign.loading.person_facts import PersonFacts
from campaign.loading.person_who import Gathered
from campaign.loading.plan import Ref
from prisoners.models import (
    Detention,
)
from prisoners.models import Sanction as SanctionRow


class People(Gathered):
    """Plans all persons."""

    def put(self) -> None:
        """Plan everything about everybody."""
        for person in self.file.persons:
            Person(self, person).put()
        self.cases.put_rows(self.prisoners)


class Person(PersonFacts):
    """Plans everything about one person."""

    def put(self) -> None:
        """Plan the rows in the order in which they lean on one another."""
        self._names()
        self._roles()
        self._told_about()
        self._co_defendants()
        for one in self.groups:
            self._fact(one)
        sanctions: dict[int, Ref] = {}
        for made in _leaning(self.chain.sanctions):
            sanctions[id(made)] = self._sanction(made, sanctions)
        for number, stretch in enumerate(self.chain.stretches, 1):
            self._stretch(stretch, number, sanctions)

    def _sanction(self, made: Sanction, refs: dict[int, Ref]) -> Ref:
        fact, case = made.fact, self.cases.of_sanction.get(id(made))
        values = {
            "prisoner": self.ref,
            "case": self.people.cases.ref(case) if case else None,
            "kind": made.kind,
            "imposed_on": made.imposed_on,
            "starts_on": made.starts_on,
            "court": fact.court if fact else "",
            "judge": fact.judge if fact else "",
            "place": self._place(fact)[0] if fact and fact.city else None,
            "years": made.term.years,
            "months": made.term.months,
            "days": made.term.days,
            "hours": made.hours,
            "fine_amount": made.amount.value if made.amount else None,
            "fine_currency": made.amount.currency if made.amount else "",
            "articles": ", ".join(fact.articles) if fact else "",
            "text": made.text,
            "ended_by": made.ended_by,
            "ended_on": made.ended_on if made.ended_by else None,
        }
        for name in ("replaces", "accompanies", "added_to"):
            other = getattr(made, name)
            values[name] = refs.get(id(other)) if other else None
        key = f"{made.key}/sanction" if fact and fact.kind != "sentence" else made.key
        row = self.plan.add(SanctionRow, key, made.line, values, sources=made.sources)
        self._variants(row, made.readings)
        return row.ref

    def _stretch(self, stretch: Stretch, number: int, sanctions: dict[int, Ref]) -> None:
        values = {
            "prisoner": self.ref,
            "sanction": sanctions.get(id(stretch.sanction)),
            "kind": stretch.kind,
            "place": self._place_of(stretch),
            "started_on": stretch.start,
            "ended_on": stretch.end,
            "ended_by": stretch.ended_by,
            "confinement": stretch.confinement,
            "whereabouts": stretch.whereabouts,
            "text": stretch.text,
        }
        key = f"{self.person.id}/custody/{number}"
        row = self.plan.add(Detention, key, stretch.line, values, sources=stretch.sources)
        self._variants(row, stretch.readings)

    def _place_of(self, stretch: Stretch) -> Ref | None:
        """The prison, where a source names it, else the city."""
        country, places = self.person.country, self.people.places
        if stretch.facility:
            return places.facility(country, stretch.facility, stretch.line)
        return places.find(country, stretch.city, stretch.line)[0] if stretch.city else None


def _leaning(sanctions: list[Sanction]) -> list[Sanction]:
    """Each after those that it leans on, else in the order given."""
    done: list[Sanction] = []
    waiting = list(sanctions)
    while waiting:
        ready = [one for one in waiting if not any(_is_in(other, waiting) for other in _leans_on(one))]
        done += ready or waiting
        waiting = [one for one in waiting if not _is_in(one, done)]
    return done


def _is_in(one: Sanction, sanctions: list[Sanction]) -> bool:
    return any(one is other for other in sanctions)


def _leans_on(one: Sanction) -> list[Sanction]:
    return [other for other in (one.replaces, one.accompanies, one.added_to) if other]
