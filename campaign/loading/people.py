"""Plans the rows of the record for each person of a file."""

from typing import Any

from anyascii import anyascii
from django.conf import settings
from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext as _

from campaign.loading import words
from campaign.loading.cases import Cases, PersonCases, free_slug
from campaign.loading.cites import merged
from campaign.loading.custody import Chain
from campaign.loading.grouping import Group, group
from campaign.loading.making import Sanction, Stretch, fact_key
from campaign.loading.places import Places
from campaign.loading.plan import Plan, Ref, Row, organisation_ref, sentence
from campaign.loading.shapes import CampaignFile, FileFact, FilePerson
from prisoners.choices import ConsentGround, EventKind, HearingKind, HearingStatus, NamePart
from prisoners.models import (
    Affiliation,
    Charge,
    ChargeStep,
    Detention,
    Disagreement,
    Event,
    Hearing,
    PersonName,
    Prisoner,
    Statement,
    StatusReport,
    Variant,
)
from prisoners.models import Sanction as SanctionRow
from prisoners.search import fold

LATIN = "Latn"
#: Languages whose readers are shown a name as a source in that language prints it.
OWN_NAMES = tuple(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)

#: The name of the field of a Variant that points to each kind of fact.
VARIANT_OF: dict[type[Model], str] = {
    Charge: "charge",
    Hearing: "hearing",
    SanctionRow: "sanction",
    Detention: "detention",
    Event: "event",
}


def name_of(person: FilePerson) -> str:
    """The name in the record: the first one in Latin letters, else the first."""
    full = [name for name in person.names if name.part == "full"] or person.names
    return next((name.text for name in full if name.script == "Latn"), full[0].text if full else person.id)


class People:
    """Plans all persons; `prisoners` are their rows by the file's ids."""

    def __init__(self, plan: Plan, file: CampaignFile, places: Places) -> None:
        self.plan, self.file, self.places = plan, file, places
        self.cases = Cases(plan)
        self.prisoners: dict[str, Ref] = {}
        self.demands: list[tuple[FileFact, Ref]] = []
        self.hearings: dict[tuple[str, HearingKind, str], tuple[str, Row]] = {}
        self.slugs: set[str] = set()

    def put(self) -> None:
        """Plan everything about everybody."""
        for person in self.file.persons:
            Person(self, person).put()
        self.cases.put_rows(self.prisoners)


class Person:
    """Plans everything about one person."""

    def __init__(self, people: People, person: FilePerson) -> None:
        self.people, self.person, self.plan = people, person, people.plan
        self.name = name_of(person)
        self.groups = group(person, people.plan.faults)
        self.chain = Chain(person, self.groups, people.plan.faults).walk()
        self.ref = self._prisoner()
        self.disagreements = {key: self._disagreement(key, text) for key, text in person.conflicts.items()}
        self.cases: PersonCases = people.cases.of_person(person, self.name, self.chain, self.groups)

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

    def _fact(self, one: Group) -> None:
        kind = one.main.kind
        if id(one) in self.chain.housed:
            return
        if kind in words.EVENTS or (kind == "appeal" and not (one.main.outcome or one.main.court)):
            self._event(one)
        elif kind == "charge":
            self._charge(one)
        elif kind in ("hearing", "appeal"):
            self._hearing(one)
        elif kind == "statement":
            self._said(one)
        elif kind == "demand":
            self.people.demands.append((one.main, self.ref))

    def _event(self, one: Group) -> None:
        fact = one.main
        kind, title = words.EVENTS.get(fact.kind, EventKind.APPEAL), words.TITLES.get(fact.kind, "")
        if fact.kind == "pardon" and "refused" in fact.outcome:
            kind, title = EventKind.OTHER, "Pardon refused"
        values = {
            "kind": kind,
            "title": title,
            "text": _event_text(fact),
            "happened_on": one.date,
            "local_time": fact.time,
            "place": self._place(fact)[0] if fact.city else None,
            "country": self.person.country,
            "is_planned": fact.is_planned,
        }
        links = {"prisoners": [self.ref]}
        key = fact_key(self.person, one)
        row = self.plan.add(Event, key, fact.line, values, sources=one.sources, links=links)
        self._variants(row, one.readings)

    def _charge(self, one: Group) -> None:
        fact, case = one.main, self.people.cases.ref(self.cases.of(one.main))
        values = {
            "case": case,
            "prisoner": self.ref,
            "text": fact.text,
            "articles": fact.articles,
            "brought_on": one.date,
            "amount": fact.amount.value if fact.amount else None,
            "currency": fact.amount.currency if fact.amount else "",
        }
        row = self.plan.add(Charge, fact_key(self.person, one), fact.line, values, sources=one.sources)
        self._variants(row, one.readings)
        for step in fact.history:
            told = {"charge": row.ref, "status": step.status, "since_on": step.since}
            key = f"{fact_key(self.person, one)}/step/{step.status}/{step.since}"
            self.plan.add(ChargeStep, key, step.line, told, sources=step.src)

    def _hearing(self, one: Group) -> None:
        """One sitting of a court is one hearing, also when the file tells it of several defendants."""
        fact = one.main
        default = HearingKind.APPEAL if fact.kind == "appeal" else HearingKind.TRIAL_SESSION
        case, kind = self.cases.of(fact), words.hearing_kind(f"{fact.outcome} {fact.text}", default)
        same = self.people.hearings.get((case.key, kind, str(one.date)))
        if same and same[0] != self.person.id and same[1].values["outcome"] in ("", _outcome(fact)):
            self._merge(same[1], one)
            return
        place, zone = self._hearing_place(fact, case.city if kind == default and fact.latest < case.judged_on else "")
        if not zone:
            return
        values = {
            "case": self.people.cases.ref(case),
            "kind": kind,
            "status": HearingStatus.HELD,
            "place": place,
            "court": fact.court,
            "judge": fact.judge,
            "held_on": one.date,
            "local_time": fact.time,
            "starts_at": self.plan.starts_at(fact.line, one.date, fact.time, zone),
            "text": fact.text,
            "outcome": _outcome(fact),
            "decision": words.decision(fact.outcome),
        }
        row = self.plan.add(Hearing, fact_key(self.person, one), fact.line, values, sources=one.sources)
        self.people.hearings[case.key, kind, str(one.date)] = (self.person.id, row)
        self._variants(row, one.readings)

    def _merge(self, row: Row, one: Group) -> None:
        told = {"outcome": _outcome(one.main), "text": one.main.text, "court": one.main.court}
        for name, value in (told | {"decision": words.decision(one.main.outcome)}).items():
            row.values[name] = row.values[name] or value
        row.sources = merged(row.sources, one.sources)
        self._variants(row, one.readings)

    def _said(self, one: Group) -> None:
        fact = one.main
        text = fact.text + (f" ({fact.city})" if fact.city else "")
        values = {"speaker": fact.by or self.name, "said_on": one.date, "text": text, "stance": fact.stance}
        self._statement(fact_key(self.person, one).partition("/")[2], fact.line, values, one.sources)

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

    def _variants(self, row: Row, readings: list[FileFact]) -> None:
        for number, fact in enumerate(readings, 1):
            values = {
                VARIANT_OF[row.model]: row.ref,
                "disagreement": self.disagreements.get(fact.conflict),
                "reported_on": fact.date,
                "text": _reading(fact),
            }
            key = f"{row.key.partition(':')[2]}/variant/{row.model._meta.model_name}/{number}"
            self.plan.add(Variant, key, fact.line, values, sources=fact.src)

    def _place(self, fact: FileFact) -> tuple[Ref | None, str]:
        return self.people.places.find(self.person.country, fact.city, fact.line)

    def _hearing_place(self, fact: FileFact, city_of_case: str) -> tuple[Ref | None, str]:
        """The hearing's own city, the one in the court's name, the one of the verdict to come, or the country."""
        country, places = self.person.country, self.people.places
        city = fact.city or places.of_court(country, fact.court)
        if not city and fact.kind != "appeal" and not fact.court:
            city = city_of_case
        return places.find(country, city, fact.line) if city else places.somewhere_in(country, fact.line)


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


def _outcome(fact: FileFact) -> str:
    return fact.outcome + (f" to {fact.term}" if fact.outcome == "reduced" and fact.term else "")


def _event_text(fact: FileFact) -> str:
    """The words of the source, with the court and the outcome where the file gives them apart."""
    parts = [f"{fact.court}:" if fact.court and fact.text else fact.court, fact.text]
    text = " ".join(filter(None, parts))
    extra = [f"outcome: {fact.outcome}" if fact.outcome else "", fact.by]
    return "; ".join(filter(None, [text, *extra]))


def _reading(fact: FileFact) -> str:
    """A differing report in words."""
    beside = [" ".join(filter(None, (one.kind.replace("_", " "), one.text))) for one in fact.ancillary]
    kind = fact.sentence_kind.replace("_", " ")
    kind = f"suspended {kind}" if fact.is_suspended and kind else kind
    parts = [kind, str(fact.term), fact.court, fact.city, fact.outcome, ", ".join(fact.articles), *beside, fact.text]
    return "; ".join(filter(None, parts)) or (_("reported as of this date") if fact.date else _("reported as such"))
