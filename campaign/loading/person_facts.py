"""Plans what happened to somebody: events, charges, hearings and statements, with what other sources say of them."""

from django.db.models import Model
from django.utils.translation import gettext as _

from campaign.loading import words
from campaign.loading.cites import merged
from campaign.loading.grouping import Group
from campaign.loading.making import fact_key
from campaign.loading.person_who import PersonWho
from campaign.loading.plan import Ref, Row
from campaign.loading.shapes import FileFact
from prisoners.choices import EventKind, HearingKind, HearingStatus
from prisoners.models import (
    Charge,
    ChargeStep,
    Detention,
    Event,
    Hearing,
    Variant,
)
from prisoners.models import Sanction as SanctionRow

#: The name of the field of a Variant that points to each kind of fact.
VARIANT_OF: dict[type[Model], str] = {
    Charge: "charge",
    Hearing: "hearing",
    SanctionRow: "sanction",
    Detention: "detention",
    Event: "event",
}


class PersonFacts(PersonWho):
    """The layer of facts."""

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
