"""Plans who somebody is: the person, the spellings, the roles, and what sources told in passing."""

from typing import Any

from anyascii import anyascii
from django.conf import settings
from django.utils.text import slugify

from campaign.loading.cases import Cases, PersonCases, free_slug
from campaign.loading.cites import merged
from campaign.loading.custody import Chain
from campaign.loading.grouping import group
from campaign.loading.places import Places
from campaign.loading.plan import Plan, Ref, Row, organisation_ref, sentence
from campaign.loading.shapes import FileFact, FilePerson
from campaign.loading.shapes_file import CampaignFile
from prisoners.choices import ConsentGround, EventKind, HearingKind, NamePart
from prisoners.models import (
    Affiliation,
    Disagreement,
    Event,
    PersonName,
    Prisoner,
    Statement,
    StatusReport,
)
from prisoners.search import fold

LATIN = "Latn"
#: Languages whose readers are shown a name as a source in that language prints it.
OWN_NAMES = tuple(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


def name_of(person: FilePerson) -> str:
    """The name in the record: the first one in Latin letters, else the first."""
    full = [name for name in person.names if name.part == "full"] or person.names
    return next((name.text for name in full if name.script == "Latn"), full[0].text if full else person.id)


class Gathered:
    """What is planned for all people of a file; `prisoners` are their rows by the file's ids."""

    def __init__(self, plan: Plan, file: CampaignFile, places: Places) -> None:
        self.plan, self.file, self.places = plan, file, places
        self.cases = Cases(plan)
        self.prisoners: dict[str, Ref] = {}
        self.demands: list[tuple[FileFact, Ref]] = []
        self.hearings: dict[tuple[str, HearingKind, str], tuple[str, Row]] = {}
        self.slugs: set[str] = set()


class PersonWho:
    """The layer of who somebody is."""

    def __init__(self, people: Gathered, person: FilePerson) -> None:
        self.people, self.person, self.plan = people, person, people.plan
        self.name = name_of(person)
        self.groups = group(person, people.plan.faults)
        self.chain = Chain(person, self.groups, people.plan.faults).walk()
        self.ref = self._prisoner()
        self.disagreements = {key: self._disagreement(key, text) for key, text in person.conflicts.items()}
        self.cases: PersonCases = people.cases.of_person(person, self.name, self.chain, self.groups)

    def _prisoner(self) -> Ref:
        person, birth = self.person, self.person.birth
        slug = free_slug(slugify(anyascii(self.name))[:110] or slugify(person.id), self.people.slugs)
        values = {
            "slug": slug,
            "name": self.name,
            "country": person.country,
            "summary": sentence(person.roles[0].text) if person.roles else "",
            "born_on": birth.date if birth else None,
            "consent_ground": ConsentGround.ALREADY_PUBLIC,
        }
        sources = [*(birth.src if birth else []), *(person.names[0].src if person.names else [])]
        sources += person.roles[0].src if person.roles else []
        values |= self._own_names()
        row = self.plan.add(Prisoner, person.id, person.line, values, sources=sources, once={"slug", "consent_ground"})
        self.people.prisoners[person.id] = row.ref
        return row.ref

    def _own_names(self) -> dict[str, str]:
        """The name as readers of a language write it, where a source prints it so; others read the record's."""
        full = [one for one in self.person.names if one.part == NamePart.FULL and one.script != LATIN]
        return {f"name_{code}": next((one.text for one in full if one.lang == code), "") for code in OWN_NAMES}

    def _disagreement(self, key: str, text: str) -> Ref:
        values = {"prisoner": self.ref, "text": text}
        return self.plan.add(Disagreement, f"{self.person.id}/conflict/{key}", self.person.line, values).ref

    def _names(self) -> None:
        for name in self.person.names:
            values = {
                "prisoner": self.ref,
                "text": name.text,
                "script": name.script,
                "language": name.lang,
                "part": name.part,
                "note": name.note,
                "folded": fold(name.text)[:250],
            }
            key = f"{self.person.id}/name/{name.lang}/{slugify(fold(name.text))}"
            self.plan.add(PersonName, key, name.line, values, sources=name.src)

    def _roles(self) -> None:
        person = self.person
        organisations = {name: organisation_ref(self.plan, name, person.line) for name in person.organisations}
        for number, role in enumerate(self.person.roles, 1):
            short = {name.partition(" (")[0]: ref for name, ref in organisations.items()}
            named = next((ref for name, ref in short.items() if name in role.text), None)
            values = {
                "prisoner": self.ref,
                "role": role.text,
                "kind": role.sort,
                "held_on": role.date,
                "organisation": named,
            }
            self.plan.add(Affiliation, f"{self.person.id}/role/{number}", role.line, values, sources=role.src)

    def _told_about(self) -> None:
        """What sources told in passing: a status, an age, the article's own words, where somebody was born."""
        person = self.person
        if person.status:
            said = person.status
            values = {"prisoner": self.ref, "text": said.text, "reported_on": said.date, "note": said.note}
            self.plan.add(StatusReport, f"{person.id}/status", said.line, values, sources=said.src)
        for number, age in enumerate(person.ages, 1):
            text = f"age given as {age.text}" + (f" ({age.note})" if age.note else "")
            self._statement(f"age/{number}", age.line, {"text": text}, age.src)
        article = next((one for one in self.people.file.sources.values() if one.has_file), None)
        if person.in_article and article:
            values = {"speaker": article.publisher, "said_on": article.date, "text": person.in_article}
            self._statement("article", person.line, values, [article.key])
        if person.birth and person.birth.text:
            self._born(person.birth.text)

    def _co_defendants(self) -> None:
        """Who stood beside this person, in words, on the newest of the person's cases."""
        told = [case for _fact, case in self.cases.sentences]
        for said in self.person.co_defendants if told else []:
            told[-1].notes.append(said.text)
            told[-1].sources = merged(told[-1].sources, said.src)

    def _born(self, place: str) -> None:
        birth = self.person.birth
        if birth is None:
            return
        values = {"kind": EventKind.OTHER, "title": f"Born in {place}"[:200], "happened_on": birth.date}
        links = {"prisoners": [self.ref]}
        self.plan.add(Event, f"{self.person.id}/birth", birth.line, values, sources=birth.src, links=links)

    def _statement(self, key: str, line: int, values: dict[str, Any], sources: list[str]) -> Row:
        links = {"prisoners": [self.ref]}
        return self.plan.add(Statement, f"{self.person.id}/{key}", line, values, sources=sources, links=links)
