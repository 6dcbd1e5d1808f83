"""The people of a campaign file: who they are, and every fact about them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from actions.choices import DemandState
from campaign.loading import words
from campaign.loading.parsing_base import ends_too_early
from campaign.loading.parsing_places import PlaceParser
from campaign.loading.reader import Table
from campaign.loading.shapes import Ancillary, FileCustody, FileFact, FileName, FilePerson, FileStep, Said, Substitute
from prisoners.choices import (
    ChargeStatus,
    Confinement,
    CustodyEnd,
    CustodyKind,
    EventKind,
    NamePart,
    RoleKind,
    Stance,
    Whereabouts,
)
from prisoners.dates import PartialDate
from prisoners.services import charges

COUNTRY = re.compile(r"[A-Z]{2}")
SCRIPT = re.compile(r"[A-Z][a-z]{3}")


class PersonParser(PlaceParser):
    """The layer of people and facts."""

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
            roles=[self.role(one) for one in table.tables("role", _("A role"))],
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

    def role(self, table: Table) -> Said:
        """What the person was, and of which sort that is where the file says so."""
        kind = table.word("sort", RoleKind.values)
        return replace(self.said(table), sort=kind)

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
        if ends_too_early(start, end):
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
            confinement=table.word("confinement", Confinement.values),
            whereabouts=table.word("whereabouts", Whereabouts.values),
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
            history=self.history(table),
            stance=table.word("stance", Stance.values) if kind == "statement" else "",
            until=table.partial("until") if kind == "demand" else None,
            state=table.word("state", DemandState.values) if kind == "demand" else "",
        )
        if ends_too_early(read.date, read.until):
            table.fault(_("A demand ends before it is raised."), "until")
        if read.conflict and read.conflict not in conflicts:
            values = {"id": read.conflict}
            table.fault(_("The conflict “%(id)s” does not stand under the person's “conflicts”.") % values, "conflict")
        if kind == "hearing" and read.date is None and "date" not in table:
            table.fault(_("A hearing needs “date”."))
        if read.history and kind != "charge":
            table.fault(_("Only a charge has a “history”."), "history")
        table.finish()
        return read

    def history(self, table: Table) -> list[FileStep]:
        """Since when a charge stood where, in the order of its days; each line once."""
        steps = [self.step(one) for one in table.tables("history", _("A line of the history of a charge"))]
        seen: set[tuple[str, str]] = set()
        for step in steps:
            if (step.status, str(step.since)) in seen:
                self.faults.add(step.line, str(charges.ALREADY_THERE))
            seen.add((step.status, str(step.since)))
        return steps

    def step(self, table: Table) -> FileStep:
        """One line of the history of a charge."""
        known = [one for one in ChargeStatus.values if one != ChargeStatus.UNKNOWN]
        status, since = table.word("status", known, required=True), table.partial("since", required=True)
        if since is not None and since.earliest is None:
            table.fault(str(charges.WITHOUT_FIRST_DAY), "since")
        read = FileStep(table.line, status, since or PartialDate("", None, None), self.src(table))
        table.finish()
        return read

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
