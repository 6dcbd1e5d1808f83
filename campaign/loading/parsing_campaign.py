"""The campaign of a file: its events, figures, statements, demands and actions."""

from dataclasses import replace

from django.utils.text import slugify
from django.utils.translation import gettext as _

from actions.choices import DeliveryOutcome, DemandState, ValueUnit
from actions.cities import BETWEEN
from campaign.loading import words
from campaign.loading.parsing_base import CURRENCY, ends_too_early
from campaign.loading.parsing_people import PersonParser
from campaign.loading.reader import Table
from campaign.loading.shapes import FileInvolved, FileRelation, Said
from campaign.loading.shapes_campaign import FileAction, FileCampaign, FileDemand, FileFigure, FileStatement, FileValue
from prisoners.choices import Channel, ConsentGround, EventRelation, InvolvementRole, Stance
from prisoners.models.involvements import is_private


class CampaignParser(PersonParser):
    """The layer of the campaign."""

    def statement(self, table: Table) -> FileStatement:
        """Who said what, with what stance; told, quoted or both."""
        quote = table.text("quote")
        read = FileStatement(
            line=table.line,
            text=table.text("text", required=not quote),
            src=self.src(table),
            date=table.dated(),
            by=table.text("by", required=True),
            stance=table.word("stance", Stance.values),
            channel=table.word("channel", Channel.values),
            speaker_role=table.text("role"),
            quote=quote,
            quote_language=table.text("quote_lang"),
            organisation=table.text("organisation"),
        )
        table.finish()
        return read

    def event(self, table: Table) -> Said:
        """An event of the chronology, with how it stands to others."""
        key = table.text("id")
        related = tuple(self.relation(one) for one in table.tables("related", _("A relation of events")))
        involved = tuple(self.involved(one) for one in table.tables("involved", _("A part in an event")))
        place, people = table.text("place"), tuple(table.texts("people"))
        flags = {"is_commemorated": table.flag("commemorated"), "is_planned": table.flag("planned")}
        said = {name: flag for name, flag in flags.items() if flag is not None}
        read = self.said(table)
        return replace(read, id=key, related=related, involved=involved, place=place, people=people, flags=said)

    def involved(self, table: Table) -> FileInvolved:
        """As what somebody, or a body, stood in an event."""
        read = FileInvolved(
            line=table.line,
            role=table.word("role", InvolvementRole.values, required=True),
            organisation=table.text("organisation"),
            person=table.text("person"),
            name=table.text("name"),
            note=table.text("note"),
            consent_ground=table.word("consent_ground", ConsentGround.values),
            src=self.src(table),
        )
        is_one = bool(read.person) != bool(read.organisation or read.name)
        if not is_one:
            table.fault(_("A part in an event needs a “person” alone, or an “organisation” or a “name”."), "role")
        if is_private(read.name, read.role) and not read.consent_ground:
            table.fault(_("A private person is named with a “consent_ground” alone."), "name")
        table.finish()
        return read

    def relation(self, table: Table) -> FileRelation:
        """How it stands to another event of the chronology."""
        relation = table.word("relation", EventRelation.values, required=True)
        read = FileRelation(table.line, relation, table.text("to", required=True), self.src(table))
        table.finish()
        return read

    def campaign(self, table: Table) -> FileCampaign:
        """The campaign."""
        slug = table.text("slug")
        if slug and slug != slugify(slug):
            table.fault(_("“%(slug)s” cannot stand in an address; use a-z, 0-9 and “-”.") % {"slug": slug}, "slug")
        read = FileCampaign(
            line=table.line,
            title=table.text("title", required=True),
            slug=slug,
            country=self.country(table),
            figures=[self.figure(one) for one in table.tables("casualties", _("A figure"))],
            note_on_numbers=table.text("note_on_numbers"),
            chronology=self.unique([self.event(one) for one in table.tables("strike_chronology", _("An event"))]),
            disputes=[self.dispute(one) for one in table.tables("strike_facts_in_conflict", _("A disagreement"))],
            demands=self.unique([self.demand(one) for one in table.tables("demands", _("A demand"))]),
            actions=self.unique([self.action(one) for one in table.tables("actions", _("An action"))]),
            anniversaries=[self.said(one) for one in table.tables("anniversaries", _("An anniversary"))],
            statements=[self.statement(one) for one in table.tables("union_statements", _("A statement"))],
        )
        table.finish()
        return read

    def dispute(self, table: Table) -> tuple[Said, list[str]]:
        """A point on which sources about the strike differ."""
        read = Said(table.line, table.text("about", required=True), self.src(table))
        claims = table.texts("claims", required=True)
        table.finish()
        return read, claims

    def figure(self, table: Table) -> FileFigure:
        """A quantity: a number, a range, or words."""
        low = high = best = None
        said = ""
        inside = table.table("value") if table.is_table("value") else None
        if inside:
            low, high, best = inside.whole("min"), inside.whole("max"), inside.whole("best")
            inside.finish()
        elif table.is_number("value"):
            low = high = table.whole("value")
        else:
            said = table.text("value", required=True)
        is_lower_bound, is_upper_bound = bool(table.flag("at_least")), bool(table.flag("at_most"))
        if is_lower_bound and is_upper_bound:
            table.fault(_("A figure is given as “at least” or as “at most”, not as both."), "at_most")
        if low is not None and high is not None and low > high:
            table.fault(_("The lowest number is above the highest."), "value")
        if best is not None and not (low or 0) <= best <= (best if high is None else high):
            table.fault(_("The best estimate lies outside the lowest and the highest number."), "value")
        read = FileFigure(
            line=table.line,
            about=table.text("about", required=True),
            low=None if is_upper_bound else low,
            high=None if is_lower_bound else high,
            best=best,
            is_lower_bound=is_lower_bound,
            words=said,
            kind=table.word("kind", words.COUNTERS, required=True),
            by=table.text("by"),
            as_of=table.partial("as_of"),
            event=table.text("event"),
            src=self.src(table),
        )
        table.finish()
        return read

    def demand(self, table: Table) -> FileDemand:
        """A demand."""
        since, until = table.partial("from", required=True), table.partial("until")
        if ends_too_early(since, until):
            table.fault(_("A demand ends before it is raised."), "until")
        read = FileDemand(
            line=table.line,
            id=table.text("id"),
            text=table.text("text", required=True),
            since=since,
            until=until,
            state=table.word("state", DemandState.values),
            supersedes=table.text("supersedes"),
            note="; ".join(filter(None, (table.text("note"), table.text("conflict")))),
            src=self.src(table),
            event=table.text("event"),
            value=self.value(table),
        )
        table.finish()
        return read

    def value(self, table: Table) -> FileValue | None:
        """What a demand claims in numbers: `number`, or `min` and `max`, in per cent, people or a currency."""
        inside = table.table("value")
        if inside is None:
            return None
        number, low, high = inside.whole("number"), inside.whole("min"), inside.whole("max")
        low, high = (low if number is None else number), (high if number is None else number)
        currency = inside.text("currency")
        unit = inside.word("unit", [ValueUnit.PERCENT, ValueUnit.PEOPLE]) or (ValueUnit.MONEY if currency else "")
        if currency and not CURRENCY.fullmatch(currency):
            inside.fault(_("“%(code)s” is not a currency (ISO 4217).") % {"code": currency}, "currency")
        if not unit or (currency and unit != ValueUnit.MONEY) or (low is None and high is None):
            inside.fault(_("A value needs a number, and either “unit” or “currency”."))
        if low is not None and high is not None and low > high:
            inside.fault(_("The lowest number is above the highest."), "min")
        read = FileValue(low, high, unit, currency, inside.text("of"))
        inside.finish()
        return read

    def action(self, table: Table) -> FileAction:
        """An action; several cities or countries stay one action."""
        cities, countries = table.texts("cities"), table.texts("countries")
        notes = [table.text(key) for key in ("context", "note", "conflict")]
        notes += ["announced; whether it took place is not known"] if table.flag("planned") else []
        turnout = table.table("turnout")
        read = FileAction(
            line=table.line,
            id=table.text("id"),
            date=table.dated(),
            time=table.clock("local_time"),
            form=table.text("form", required=True),
            city=table.text("city") or BETWEEN.join(filter(words.is_city, cities)),
            spread=", ".join(cities + countries),
            where=", ".join([*cities, *(words.of_country(one) for one in countries)]),
            country=self.country(table),
            at=table.text("at"),
            organiser=table.text("organiser"),
            text=table.text("text"),
            notes=[note for note in notes if note],
            src=self.src(table),
            people=table.texts("for"),
            turnout=(turnout.whole("low"), turnout.whole("high")) if turnout else (None, None),
            delivery=table.word("delivery", [one for one in DeliveryOutcome.values if one]),
        )
        if turnout:
            turnout.finish()
        table.finish()
        return read
