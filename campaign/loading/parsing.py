"""From located nodes to shapes, noting every fault: unknown keys, kinds and sources, bad dates, wrong types."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import yaml
from django.utils.text import slugify
from django.utils.translation import gettext as _

from actions.choices import DeliveryOutcome, DemandState
from campaign.loading import words
from campaign.loading.faults import Faults
from campaign.loading.reader import Table
from campaign.loading.shapes import (
    Ancillary,
    CampaignFile,
    FileAction,
    FileCampaign,
    FileCustody,
    FileDemand,
    FileFact,
    FileFigure,
    FileMission,
    FileName,
    FilePerson,
    FilePlace,
    FileSource,
    FileStatement,
    Money,
    Said,
    Substitute,
    Term,
)
from campaign.loading.zones import is_zone
from prisoners.choices import CustodyEnd, CustodyKind, EventKind, NamePart, Stance
from prisoners.dates import PartialDate

COUNTRY = re.compile(r"[A-Z]{2}")
SCRIPT = re.compile(r"[A-Z][a-z]{3}")
CURRENCY = re.compile(r"[A-Z]{3}")


class Parser:
    """Reads one file; `faults` holds what was found wrong."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.sources: set[str] = set()

    def file(self, root: yaml.Node) -> CampaignFile:
        """The whole file."""
        top = Table(root, self.faults, _("A campaign file"))
        retrieved = top.day("retrieved", required=True)
        sources = {key: self.source(key, table) for key, table in top.each("sources", _("A source"))}
        self.sources = set(sources)
        campaign = top.table("campaign")
        read = CampaignFile(
            id=top.text("id"),
            retrieved=retrieved,
            sources=sources,
            places=[self.place(table) for table in top.tables("places", _("A place"))],
            missions=self.unique([self.mission(table) for table in top.tables("missions", _("A mission"))]),
            campaign=self.campaign(campaign) if campaign else None,
            persons=self.unique([self.person(table) for table in top.tables("persons", _("A person"))]),
        )
        self.time_note(top)
        if not (read.campaign or read.missions or read.persons or read.places):
            top.fault(_("There is neither a campaign nor a person, a mission or a place in this file."))
        if read.persons and not read.campaign:
            top.fault(_("A file with persons needs “campaign” with a title."))
        top.finish()
        return read

    def src(self, table: Table, key: str = "src") -> list[str]:
        """The sources of a fact; each must stand under `sources`."""
        known = table.texts(key, required=True)
        for one in known:
            if one not in self.sources:
                table.fault(_("The source “%(key)s” does not stand under “sources”.") % {"key": one}, key)
        return [one for one in dict.fromkeys(known) if one in self.sources]

    def unique(self, items: list) -> list:
        """The items, after noting each identifier that is used twice."""
        seen: set[str] = set()
        for item in items:
            if item.id and item.id in seen:
                self.faults.add(item.line, _("The id “%(id)s” is used twice.") % {"id": item.id})
            seen.add(item.id)
        return items

    def source(self, key: str, table: Table) -> FileSource:
        """One entry under `sources`."""
        notes = [table.text("note")]
        notes += [f"{name}: {table.text(name)}" for name in ("ref", "commit", "file") if name in table]
        updated = table.partial("updated")
        notes += [f"updated: {updated}"] if updated else []
        notes += ["read on a mirror host"] if table.flag("mirror") else []
        read = FileSource(
            line=table.line,
            key=key,
            title=table.text("title"),
            url=self.url(table, "url"),
            publisher=table.text("publisher"),
            date=table.partial("date"),
            language=table.text("lang"),
            note="; ".join(filter(None, notes)),
            has_file="file" in table,
        )
        table.finish()
        return read

    def url(self, table: Table, key: str) -> str:
        """An http address."""
        said = table.text(key)
        try:
            parts = urlsplit(said)
            is_good = not said or (parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in said)
        except ValueError:
            is_good = False
        if not is_good:
            table.fault(_("“%(url)s” is not an http address.") % {"url": said}, key)
        return said if is_good else ""

    def country(self, table: Table, key: str = "country", *, required: bool = False) -> str:
        """A country code."""
        said = table.text(key, required=required)
        if said and not COUNTRY.fullmatch(said):
            table.fault(_("“%(code)s” is not a country code (ISO 3166-1, two capitals).") % {"code": said}, key)
            return ""
        return said

    def zone(self, table: Table) -> str:
        """A time zone; an hour without one is no hour."""
        said = table.text("time_zone", required=True)
        if said and not is_zone(said):
            table.fault(_("“%(zone)s” is not a time zone such as Asia/Almaty.") % {"zone": said}, "time_zone")
            return ""
        return said

    def place(self, table: Table) -> FilePlace:
        """One entry under `places`."""
        read = FilePlace(
            table.line,
            table.text("place", required=True),
            self.country(table, required=True),
            self.zone(table),
        )
        table.finish()
        return read

    def time_note(self, top: Table) -> None:
        """The examples of distances from UTC are claims about the zones: they are checked, not stored."""
        note = top.table("time_note")
        if note is None:
            return
        note.text("text")
        self.src(note)
        for example in note.tables("examples", _("An example")):
            zone = example.text("zone", required=True)
            for key in example.values.keys() - {"zone"}:
                self.check_offset(example, zone, key)
            example.finish()
        note.finish()

    def check_offset(self, example: Table, zone: str, key: str) -> None:
        """Compare one claimed distance from UTC with the time zone database."""
        said = example.text(key)
        try:
            instant = datetime.fromisoformat(key).replace(tzinfo=ZoneInfo(zone) if is_zone(zone) else UTC)
        except ValueError:
            example.fault(_("“%(text)s” is not a day.") % {"text": key}, key)
            return
        offset = instant.utcoffset() or timedelta()
        if str(offset) != said:
            values = {"zone": zone, "day": key, "offset": offset}
            example.fault(_("%(zone)s was %(offset)s from UTC on %(day)s.") % values, key)

    def mission(self, table: Table) -> FileMission:
        """One entry under `missions`."""
        notes: list[str] = []
        src = self.src(table)
        address, as_of = self.addresses(table, notes, src)
        note = table.table("note")
        if note:
            notes.append(note.text("text", required=True))
            src += self.src(note)
            note.finish()
        for key, label in (("city_in_source", "city in the source"), ("kind_in_source", "kind in the source")):
            notes += [f"{label}: {table.text(key)}"] if key in table else []
        read = FileMission(
            line=table.line,
            id=table.text("id", required=True),
            of=self.country(table, "of", required=True),
            kind=table.word("kind", words.TARGETS, required=True),
            city=table.text("city", required=True),
            country=self.country(table, required=True),
            zone=self.zone(table),
            address=address,
            address_as_of=as_of,
            coordinates=self.coordinates(table),
            website=self.url(table, "website"),
            email=table.text("email"),
            phone=table.text("phone"),
            wikidata=table.text("wikidata"),
            notes=notes,
            src=list(dict.fromkeys(src)),
        )
        table.finish()
        return read

    def addresses(self, table: Table, notes: list[str], src: list[str]) -> tuple[str, PartialDate | None]:
        """The newest address found, with its source's date; the others, and other writings, become notes."""
        found = []
        for one in table.tables("addresses", _("An address")):
            text, as_of = one.text("text", required=True), one.partial("as_of")
            found.append((bool(one.flag("latest_found")), text, as_of))
            src += self.src(one)
            for key, label in (("as_printed", "as printed"), ("latin", "in Latin letters")):
                notes += [f"{label}: {one.text(key)}"] if key in one else []
            one.finish()
        if not found:
            return "", None
        newest = next((entry for entry in found if entry[0]), found[-1])
        for entry in found:
            if entry is not newest:
                notes.append(f"another address: {entry[1]}" + (f" ({entry[2]})" if entry[2] else ""))
        return newest[1], newest[2]

    def coordinates(self, table: Table) -> list[Decimal]:
        """Latitude and longitude in degrees."""
        found = table.numbers("coordinates")
        if found and (len(found) != 2 or abs(found[0]) > 90 or abs(found[1]) > 180):
            table.fault(_("Coordinates are a latitude and a longitude in degrees."), "coordinates")
            return []
        return [one.quantize(Decimal("0.00001")) for one in found]

    def person(self, table: Table) -> FilePerson:
        """One entry under `persons`."""
        conflicts = table.pairs("conflicts")
        birth, status = table.table("birth"), table.table("status")
        read = FilePerson(
            line=table.line,
            id=table.text("id", required=True),
            country=self.country(table),
            names=[self.name(one) for one in table.tables("names", _("A name"))],
            in_article=table.text("in_article"),
            roles=[self.said(one) for one in table.tables("role", _("A role"))],
            organisations=table.texts("organisations"),
            birth=self.birth(birth) if birth else None,
            ages=[self.said(one) for one in table.tables("age_statements", _("An age"))],
            co_defendants=[self.said(one) for one in table.tables("co_defendants", _("A co-defendant"))],
            status=self.status(status) if status else None,
            conflicts=conflicts,
            facts=[self.fact(one, conflicts) for one in table.tables("facts", _("A fact"))],
            custody=[self.custody(one) for one in table.tables("custody", _("A stretch of custody"))],
        )
        if not read.names:
            table.fault(_("A person needs at least one name."))
        self.country_of(read, table)
        self.unique(read.facts)
        self.unique_spellings(read)
        table.finish()
        return read

    def unique_spellings(self, person: FilePerson) -> None:
        seen: set[tuple[str, str]] = set()
        for name in person.names:
            if (name.text, name.lang) in seen:
                self.faults.add(name.line, _("The spelling “%(text)s” stands here twice.") % {"text": name.text})
            seen.add((name.text, name.lang))

    def country_of(self, person: FilePerson, table: Table) -> None:
        """Without `country`, the first letters of the id name it (kz-baltabay)."""
        prefix, dash, _rest = person.id.partition("-")
        person.country = person.country or (prefix.upper() if dash else "")
        if not COUNTRY.fullmatch(person.country):
            table.fault(_("A person needs “country”, or an id that begins with it (kz-…)."), "id")

    def name(self, table: Table) -> FileName:
        """One spelling."""
        script = table.text("script", required=True)
        if script and not SCRIPT.fullmatch(script):
            table.fault(_("“%(script)s” is not a script (ISO 15924, such as Latn).") % {"script": script}, "script")
        read = FileName(
            line=table.line,
            text=table.text("text", required=True),
            script=script,
            lang=table.text("lang"),
            part=table.word("part", NamePart.values) or NamePart.FULL,
            note=table.text("note"),
            src=self.src(table),
        )
        table.finish()
        return read

    def said(self, table: Table) -> Said:
        """A text with sources."""
        kind = table.word("kind", EventKind.values)
        read = Said(
            line=table.line,
            text=table.text("text", required=True),
            src=self.src(table),
            date=table.dated(),
            note=table.text("note"),
            by=table.text("by"),
            title=table.text("title"),
            kind=kind,
            time=table.clock("local_time"),
            number=table.whole("n") or 0,
        )
        table.finish()
        return read

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
            quote=quote,
            quote_language=table.text("quote_lang"),
            organisation=table.text("organisation"),
        )
        table.finish()
        return read

    def birth(self, table: Table) -> Said:
        """Date and place of birth."""
        read = Said(
            line=table.line,
            text=table.text("place"),
            src=self.src(table),
            date=table.dated(),
            note=table.text("derived"),
        )
        table.finish()
        return read

    def status(self, table: Table) -> Said:
        """A status as reported."""
        read = Said(
            line=table.line,
            text=table.text("value", required=True),
            src=self.src(table),
            date=table.dated("as_of"),
            note=table.text("note"),
        )
        table.finish()
        return read

    def custody(self, table: Table) -> FileCustody:
        """A stretch of custody with its begin and end."""
        start, end = table.partial("from", required=True), table.partial("until")
        if start and end and start.earliest and end.latest and end.latest < start.earliest:
            table.fault(_("Custody ends before it begins."), "until")
        read = FileCustody(
            line=table.line,
            start=start or PartialDate("", None, None),
            end=end,
            kind=table.word("kind", CustodyKind.values) or CustodyKind.UNKNOWN,
            ended_by=table.word("ended_by", CustodyEnd.values),
            city=table.text("city"),
            text=table.text("text"),
            src=self.src(table),
        )
        table.finish()
        return read

    def fact(self, table: Table, conflicts: Iterable[str]) -> FileFact:
        """One fact about a person."""
        kind = table.word("kind", words.FACT_KINDS, required=True)
        substitute = table.table("replaced_by")
        note = table.text("precision_note")
        text = table.text("text")
        table.flag("quote")
        read = FileFact(
            line=table.line,
            kind=kind,
            date=table.dated(),
            id=table.text("id"),
            text=f"{text} [{note}]".strip() if note else text,
            src=self.src(table),
            conflict=table.text("conflict"),
            city=table.text("city"),
            court=table.text("court"),
            judge=table.text("judge"),
            outcome=table.text("outcome"),
            by=table.text("by"),
            time=table.clock("time"),
            is_planned=bool(table.flag("planned")),
            term=self.term(table),
            sentence_kind=table.word("sentence_kind", words.SENTENCES),
            is_suspended=table.flag("suspended"),
            ancillary=[self.ancillary(one) for one in table.tables("ancillary", _("An ancillary sanction"))],
            articles=table.texts("articles"),
            amount=self.money(table),
            case=table.text("case"),
            replaces=table.text("replaces"),
            added_to=table.text("added_to"),
            replaced_by=self.substitute(substitute) if substitute else None,
        )
        if read.conflict and read.conflict not in conflicts:
            values = {"id": read.conflict}
            table.fault(_("The conflict “%(id)s” does not stand under the person's “conflicts”.") % values, "conflict")
        if kind == "hearing" and read.date is None and "date" not in table:
            table.fault(_("A hearing needs “date”."))
        table.finish()
        return read

    def term(self, table: Table, key: str = "term") -> Term:
        """A length."""
        inside = table.table(key)
        if inside is None:
            return Term()
        read = Term(inside.whole("years") or 0, inside.whole("months") or 0, inside.whole("days") or 0)
        if read.years > 200 or read.months > 2400 or read.days > 40000:
            inside.fault(_("This term is too long."))
            read = Term()
        inside.finish()
        return read

    def money(self, table: Table, key: str = "amount") -> Money | None:
        """A sum."""
        inside = table.table(key)
        if inside is None:
            return None
        value, currency = inside.whole("value"), inside.text("currency", required=True)
        inside.flag("approx")
        if "value" not in inside:
            inside.fault(_("A sum needs “value”."))
        if currency and not CURRENCY.fullmatch(currency):
            inside.fault(_("“%(code)s” is not a currency (ISO 4217).") % {"code": currency}, "currency")
        inside.finish()
        return None if value is None else Money(Decimal(value), currency)

    def ancillary(self, table: Table) -> Ancillary:
        """What is imposed beside a sentence; hours a year are told in words, plain hours are a number as well."""
        kind = table.word("kind", words.ANCILLARIES, required=True)
        text, hours = table.text("text"), table.whole("hours")
        per, years = table.text("per"), table.whole("years")
        count = f"{hours} hours" if hours else ""
        count += f" a {per}" if per else ""
        count += f" for {years} years" if years else ""
        label = kind if kind == "damages" else ""
        read = Ancillary(
            line=table.line,
            kind=kind,
            text=", ".join(filter(None, (label, count, text))),
            term=self.term(table),
            amount=self.money(table),
            hours=None if per else hours,
        )
        table.finish()
        return read

    def substitute(self, table: Table) -> Substitute:
        """What took the place of a term."""
        kinds = words.SENTENCES.keys() | words.ANCILLARIES.keys()
        kind = table.word("kind", kinds, required=True)
        read = Substitute(table.text("id"), kind, self.term(table), self.money(table))
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
            chronology=[self.said(one) for one in table.tables("strike_chronology", _("An event"))],
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
        low = high = None
        said = ""
        inside = table.table("value") if table.is_table("value") else None
        if inside:
            low, high = inside.whole("min"), inside.whole("max")
            inside.finish()
        elif table.is_number("value"):
            low = high = table.whole("value")
        else:
            said = table.text("value", required=True)
        is_lower_bound = bool(table.flag("at_least"))
        if low is not None and high is not None and low > high:
            table.fault(_("The lowest number is above the highest."), "value")
        read = FileFigure(
            line=table.line,
            about=table.text("about", required=True),
            low=low,
            high=None if is_lower_bound else high,
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
        if since and until and since.earliest and until.latest and until.latest < since.earliest:
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
        )
        table.finish()
        return read

    def action(self, table: Table) -> FileAction:
        """An action; several cities or countries stay one action."""
        several = table.texts("cities") + table.texts("countries")
        notes = [table.text(key) for key in ("context", "note", "conflict")]
        notes += ["announced; whether it took place is not known"] if table.flag("planned") else []
        turnout = table.table("turnout")
        read = FileAction(
            line=table.line,
            id=table.text("id"),
            date=table.dated(),
            time=table.clock("local_time"),
            form=table.text("form", required=True),
            city=table.text("city") or ", ".join(several),
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
