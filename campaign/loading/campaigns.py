"""Plans the rows of the campaign: its events, figures, statements, demands, actions and reports."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify
from django.utils.translation import gettext as _

from actions.choices import DemandState, TargetKind
from actions.models import Action, Campaign, Demand, Report, Target
from campaign.loading import words
from campaign.loading.cases import free_slug
from campaign.loading.cites import merged
from campaign.loading.parts import put_parts
from campaign.loading.places import Places
from campaign.loading.plan import Plan, Ref, Row, organisation_ref, refuse_places, sentence
from campaign.loading.shapes import (
    CampaignFile,
    FileAction,
    FileCampaign,
    FileDemand,
    FileFact,
    FileFigure,
    FileStatement,
    FileValue,
    Said,
)
from prisoners.choices import CounterKind, EventKind
from prisoners.dates import from_date
from prisoners.models import Disagreement, Event, EventLink, Figure, Source, Statement, Variant

#: How the figures' `event` names it: 16 December 2011, Zhanaozen.
#: What the files write where no organiser is known.
NOT_NAMED = "not named"
EVENT = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4}), (.+)")


class Campaigns:
    """Plans one campaign with all that hangs on it."""

    def __init__(self, plan: Plan, file: CampaignFile, told: FileCampaign, places: Places) -> None:
        self.plan, self.file, self.told, self.places = plan, file, told, places
        self.country = told.country or next((one.country for one in file.persons), "")
        self.links: dict[str, list[Ref]] = {"events": [], "statements": [], "figures": [], "prisoners": []}
        self.row: Row
        self.slugs: set[str] = set()
        self.demands: dict[str, Ref] = {}
        self.events: dict[str, Ref] = {}

    def put(self, prisoners: dict[str, Ref], demands: list[tuple[FileFact, Ref]]) -> None:
        """Plan all rows; `demands` are those raised for one prisoner."""
        self._campaign(prisoners)
        events = [self._chronicle(one, number, prisoners) for number, one in enumerate(self.told.chronology, 1)]
        self._relations(events)
        self._involved(events, prisoners)
        remembered = self._remembered(events)
        for number, figure in enumerate(self.told.figures, 1):
            self._figure(figure, number, remembered)
        self._disputes(remembered)
        for one in self.told.anniversaries:
            self._anniversary(one)
        for number, one in enumerate(self.told.statements, 1):
            self._statement(one, number)
        for number, demand in enumerate(self.told.demands, 1):
            self._demand(demand, number)
        for fact, prisoner in demands:
            self._demand_for(fact, prisoner)
        for action in self.told.actions:
            self._action(action, prisoners)

    def _campaign(self, prisoners: dict[str, Ref]) -> None:
        told = self.told
        if not self.country:
            self.plan.faults.add(told.line, _("A campaign needs “country”."))
        values = {
            "slug": told.slug or slugify(anyascii(told.title))[:110] or "campaign",
            "title": told.title,
            "country": self.country,
        }
        self.links["prisoners"] = list(prisoners.values())
        self.row = self.plan.add(Campaign, "campaign", told.line, values, links=self.links, once={"slug"})

    def _event(self, key: str, line: int, values: dict[str, Any], sources: list[str]) -> Row:
        row = self.plan.add(Event, key, line, {"country": self.country, **values}, sources=sources)
        self.links["events"].append(row.ref)
        return row

    def _chronicle(self, one: Said, number: int, prisoners: dict[str, Ref]) -> Row:
        values: dict[str, Any] = {
            "kind": one.kind or EventKind.OTHER,
            "title": one.title,
            "text": one.text,
            "happened_on": one.date,
            "local_time": one.time,
            **one.flags,
        }
        if one.place:
            values["place"], _zone = self.places.find(self.country, one.place, one.line)
        row = self._event(f"chronology/{one.date or number}", one.line, values, one.src)
        if one.people:
            row.links["prisoners"] = self._people(one.people, one.line, prisoners)
        return row

    def _people(self, names: Iterable[str], line: int, prisoners: dict[str, Ref]) -> list[Ref]:
        """The people of these ids; an id that nobody has is a fault."""
        for name in names:
            if name not in prisoners:
                self.plan.faults.add(line, _("No person has the id “%(id)s”.") % {"id": name})
        return [prisoners[name] for name in names if name in prisoners]

    def _relations(self, events: list[Row]) -> None:
        """How the events of the chronology stand to one another."""
        named = {one.id: row for one, row in zip(self.told.chronology, events, strict=True) if one.id}
        pairs = [(row, said) for one, row in zip(self.told.chronology, events, strict=True) for said in one.related]
        for row, said in pairs:
            other = named.get(said.to)
            if other is None or other is row:
                reason = _("“%(id)s” is not the id of another event of the chronology.") % {"id": said.to}
                self.plan.faults.add(said.line, reason)
                continue
            values = {"event": row.ref, "relation": said.relation, "other": other.ref}
            key = f"relation/{row.key.partition(':')[2]}/{said.relation}/{said.to}"
            self.plan.add(EventLink, key, said.line, values, sources=said.src)

    def _involved(self, events: list[Row], prisoners: dict[str, Ref]) -> None:
        """As what people and bodies stood in the events of the chronology."""
        for told, row in zip(self.told.chronology, events, strict=True):
            self.events |= {told.id: row.ref} if told.id else {}
            put_parts(self.plan, row, told.involved, prisoners)

    def _remembered(self, events: list[Row]) -> Row | None:
        """The event of which the figures speak; it is remembered each year."""
        named = next((one for one in self.told.figures if one.event), None)
        match = EVENT.fullmatch(named.event) if named else None
        if named is None or match is None:
            if self.told.figures:
                line = self.told.figures[0].line
                self.plan.faults.add(line, _("The first figure needs “event”, such as “16 December 2011, Zhanaozen”."))
            return None
        day = _day(match[1])
        if day is None:
            self.plan.faults.add(named.line, _("“%(text)s” is not a day.") % {"text": match[1]})
            return None
        row = next((one for one in events if one.values["happened_on"] == from_date(day)), None)
        if row is None:
            row = self._event(f"event/{day}", named.line, {"title": "", "happened_on": from_date(day)}, named.src)
        place, _zone = self.places.find(self.country, match[2], named.line)
        row.values |= {"kind": EventKind.KILLING, "place": place, "is_commemorated": True}
        row.values["title"] = row.values["title"] or named.event
        row.sources = merged(row.sources, named.src)
        return row

    def _figure(self, one: FileFigure, number: int, event: Row | None) -> None:
        values = {
            "event": event.ref if event else None,
            "about": one.about,
            "low": one.low,
            "high": one.high,
            "best": one.best,
            "is_lower_bound": one.is_lower_bound,
            "text": one.words,
            "counted_by_kind": words.COUNTERS.get(one.kind, CounterKind.UNKNOWN),
            "counted_by": one.by,
            "claimed_on": one.as_of,
        }
        key = f"figure/{one.about}/{one.as_of or 'undated'}"
        self.links["figures"].append(self.plan.add(Figure, key, one.line, values, sources=one.src).ref)

    def _disputes(self, event: Row | None) -> None:
        """Where sources about the strike differ; each claim stands beside the others."""
        if event is None:
            return
        if self.told.note_on_numbers:
            values = {"event": event.ref, "text": self.told.note_on_numbers}
            self.plan.add(Disagreement, "conflict/numbers", self.told.line, values)
        for about, claims in self.told.disputes:
            key = f"conflict/{slugify(about.text)}"
            values = {"event": event.ref, "text": sentence(about.text)}
            row = self.plan.add(Disagreement, key, about.line, values)
            text = f"{sentence(about.text)}: {'; '.join(claims)}"
            values = {"event": event.ref, "disagreement": row.ref, "text": text}
            self.plan.add(Variant, f"{key}/variant", about.line, values, sources=about.src)

    def _anniversary(self, one: Said) -> None:
        title = "1 year after" if one.number == 1 else f"{one.number} years after" if one.number else "Anniversary"
        values = {"kind": EventKind.OTHER, "title": title, "text": one.text, "happened_on": one.date}
        self._event(f"anniversary/{one.date}", one.line, values, one.src)

    def _statement(self, one: FileStatement, number: int) -> None:
        organisation = organisation_ref(self.plan, one.organisation, one.line) if one.organisation else None
        values = {
            "speaker": one.by,
            "organisation": organisation,
            "said_on": one.date,
            "text": one.text,
            "quote": one.quote,
            "quote_language": one.quote_language,
            "channel": one.channel,
            "speaker_role": one.speaker_role,
            "stance": one.stance,
        }
        key = f"statement/{one.date or number}"
        self.links["statements"].append(self.plan.add(Statement, key, one.line, values, sources=one.src).ref)

    def _demand(self, one: FileDemand, number: int) -> None:
        older = self.demands.get(one.supersedes)
        if one.supersedes and (older is None or one.supersedes == one.id):
            self.plan.faults.add(one.line, _("No earlier demand has the id “%(id)s”.") % {"id": one.supersedes})
        if one.event and one.event not in self.events:
            reason = _("“%(id)s” is not the id of an event of the chronology.") % {"id": one.event}
            self.plan.faults.add(one.line, reason)
        values = {
            "campaign": self.row.ref,
            "text": one.text,
            "raised_on": one.since,
            "ended_on": one.until,
            "status": one.state or _state(one),
            "supersedes": older,
            "event": self.events.get(one.event),
            "note": one.note,
            **_value(one.value),
        }
        key = f"demand/{'=' + one.id if one.id else one.since or number}"
        row = self._cited(Demand, key, one.line, values, one.src)
        self.demands |= {one.id: row.ref} if one.id else {}

    def _demand_for(self, fact: FileFact, prisoner: Ref) -> None:
        values = {
            "campaign": self.row.ref,
            "text": fact.text,
            "raised_on": fact.date,
            "ended_on": fact.until,
            "status": fact.state or (DemandState.ENDED if fact.until else DemandState.STANDING),
            "note": fact.by,
        }
        key = f"demand/{prisoner.key.partition(':')[2]}/{fact.date}"
        self._cited(Demand, key, fact.line, values, fact.src).links["prisoners"] = [prisoner]

    def _cited(self, model: type, key: str, line: int, values: dict[str, Any], sources: list[str]) -> Row:
        """A row of an action's floor names its sources by its own relation."""
        row = self.plan.add(model, key, line, values)
        refuse_places(self.plan, line, sources)
        row.links["sources"] = [source_ref(one) for one in sources]
        return row

    def _action(self, one: FileAction, prisoners: dict[str, Ref]) -> None:
        zone = self._zone(one)
        if not zone:
            return
        where = f" ({one.where})" if one.where else f", {one.city}" if one.city else ""
        named = one.spread or one.city
        title = f"{sentence(one.form)}{where}"
        when = str(one.date or "").replace("/", "-")
        values = {
            "slug": free_slug(slugify(anyascii(f"{one.form[:60]} {named[:30]} {when}"))[:110] or "action", self.slugs),
            "title": title if len(title) <= 200 else sentence(one.form)[:200],
            "kinds": words.action_kinds(one.form),
            "campaign": self.row.ref,
            "organised_by": "" if one.organiser.strip() == NOT_NAMED else one.organiser,
            "target": self._target(one),
            "venue": one.at,
            "city": one.city,
            "country": one.country[:2],
            "time_zone": zone,
            "held_on": one.date,
            "local_time": one.time,
            "starts_at": self.plan.starts_at(one.line, one.date, one.time, zone),
            "note": "; ".join(one.notes),
        }
        key = f"action/{'=' + one.id if one.id else '/'.join((when or 'undated', slugify(named) or 'several'))}"
        row = self._cited(Action, key, one.line, values, one.src)
        row.once = frozenset({"slug"})
        row.links["prisoners"] = self._people(one.people, one.line, prisoners)
        self._report(one, row)

    def _zone(self, one: FileAction) -> str:
        """The zone of the city; without a country there is no hour either, and days are counted in UTC."""
        if one.country:
            return self.places.zone(one.country, "" if one.spread else one.city, one.line)
        if one.time or (one.city and not one.spread):
            self.plan.faults.add(one.line, _("An action with a place or an hour needs “country”, for its time zone."))
            return ""
        return "UTC"

    def _target(self, one: FileAction) -> Ref | None:
        """The embassy in the city of the action, where the file or the record knows it."""
        if "embassy" not in one.at.lower():
            return None
        for row in self.plan.rows.values():
            if row.model is Target and (row.values["city"], row.values["kind"]) == (one.city, TargetKind.EMBASSY):
                return row.ref if row.values["of_country"] == self.country else None
        found = Target.internal.filter(
            of_country=self.country, city=one.city, kind=TargetKind.EMBASSY, import_key__isnull=False
        ).first()
        return Ref(Target, found.import_key) if found else None

    def _report(self, one: FileAction, action: Row) -> None:
        if not (one.text or any(number is not None for number in one.turnout) or one.delivery):
            return
        values = {
            "action": action.ref,
            "text": sentence(one.text),
            "turnout_low": one.turnout[0],
            "turnout_high": one.turnout[1],
            "counted_by_kind": CounterKind.UNKNOWN,
            "delivery": one.delivery,
        }
        self._cited(Report, f"report/{action.key.partition(':')[2]}", one.line, values, one.src)


def source_ref(key: str) -> Ref:
    """A source is named by its own key, in every file alike."""
    return Ref(Source, key)


def _value(one: FileValue | None) -> dict[str, Any]:
    """What a demand claims in numbers, as its row has it."""
    if one is None:
        return {"value_low": None, "value_high": None, "value_unit": "", "value_currency": "", "value_of": ""}
    return {
        "value_low": one.low,
        "value_high": one.high,
        "value_unit": one.unit,
        "value_currency": one.currency,
        "value_of": one.of,
    }


def _state(one: FileDemand) -> str:
    """Only what the file says: never delivered, until when it was raised, or nothing."""
    if "never read" in one.text or "never delivered" in one.text:
        return DemandState.UNDELIVERED
    return DemandState.ENDED if one.until else DemandState.STANDING


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007 - a civil day, read as one
    except ValueError:
        return None
