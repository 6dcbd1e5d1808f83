"""Plans the rows of the campaign: its events, figures, statements and disputes; its deeds are the layer below."""

import re
from datetime import date, datetime
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify
from django.utils.translation import gettext as _

from actions.models import Campaign
from campaign.loading import words
from campaign.loading.cites import merged
from campaign.loading.deeds import Deeds
from campaign.loading.parts import put_parts
from campaign.loading.plan import Ref, Row, organisation_ref, sentence
from campaign.loading.shapes import FileFact, Said
from campaign.loading.shapes_campaign import FileFigure, FileStatement
from prisoners.choices import CounterKind, EventKind
from prisoners.dates import from_date
from prisoners.models import Disagreement, Event, EventLink, Figure, Statement, Variant

#: How the figures' `event` names it: 16 December 2011, Zhanaozen.
EVENT = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4}), (.+)")


class Campaigns(Deeds):
    """Plans one campaign with all that hangs on it."""

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


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007 - a civil day, read as one
    except ValueError:
        return None
