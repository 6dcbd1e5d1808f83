"""Reads one line of a sheet into what it says about one person: cells and faults."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prisoners.columns import split_members
from prisoners.dates import parse
from prisoners.importing.cells import read_cell, read_member
from prisoners.importing.header import Columns, gathers
from prisoners.importing.reading import Reading, text_of
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Line, Value
from prisoners.importing.targets import Target
from prisoners.importing.wanted import Fault, Given, Wanted, text_of_safe

SHOWN = 200
NOBODY = gettext_lazy("The row names nobody. A name that stands over several rows is written in each of them.")
_SIMPLE = {"sex": "gender", "country": "country"}


class Row:
    """Reads one line."""

    def __init__(self, found: Columns, line: Line, today: date) -> None:
        self.found, self.line, self.today = found, line, today
        self.wanted = Wanted(found.sheet.name, line.number, found.is_export)
        self.faults: list[Fault] = []
        self.parts: dict[str, Given] = {}
        self.articles: Given | None = None
        self.status: Given | None = None
        self.said: dict[str, tuple[Any, str, str]] = {}

    def read(self) -> tuple[Wanted | None, list[Fault]]:
        """What the line says; None for one that repeats the headings or fills no known column."""
        given = [(heading, target, value) for heading, target, value in self._cells()]
        if not given or all(text_of_safe(value) == heading for heading, _t, value in given):
            return None, self.faults
        for heading, target, value in given:
            self._take(heading, target, value)
        self._finish()
        return self.wanted, self.faults

    def _cells(self) -> Iterator[tuple[str, Target, Value]]:
        for number, heading, target in self.found.headings:
            value = self.line.values[number] if number < len(self.line.values) else None
            if (self.line.number, number) in self.found.sheet.uncomputed:
                self._fault(
                    heading,
                    "",
                    _("This formula was never computed: open the file in a spreadsheet program and save it."),
                )
            elif value is not None:
                yield heading, target, value

    def _take(self, heading: str, target: Target, value: Value) -> None:
        how = Reading(target, self.today, self.found.sheet.is_1904)
        try:
            if target.column is not None and target.column.group and self.found.is_export:
                self._take_members(heading, target, text_of(value), how)
            elif (found := read_cell(value, how)) is not None:
                self._refuse_contradiction(heading, target, found, text_of_safe(value))
                self._put(heading, target, found)
        except CellRefused as refused:
            self._fault(heading, text_of_safe(value), " ".join(str(reason) for reason in refused.reasons))

    def _refuse_contradiction(self, heading: str, target: Target, found: Any, text: str) -> None:
        """Of two columns that mean the same, one would hide what the other says."""
        before, column, said = self.said.setdefault(target.name, (found, heading, text))
        if before != found and not gathers(target):
            values = {"column": column, "value": said}
            raise CellRefused(_("“%(column)s” says something else of the same: “%(value)s”. Leave one out.") % values)

    def _take_members(self, heading: str, target: Target, text: str, how: Reading) -> None:
        column = target.column
        if column is None or column.is_computed:
            return
        members = self.wanted.groups.setdefault(column.group, [])
        for number, part in enumerate(split_members(text)):
            while len(members) <= number:
                members.append({})
            if (found := read_member(part, how)) is not None:
                members[number][column.field] = Given(found, heading)

    def _put(self, heading: str, target: Target, found: Any) -> None:
        given = Given(found, heading)
        name, column = target.name, target.column
        if target.does == "slug" and name == "slug":
            self.wanted.slug = found
        elif target.does == "names":
            self.wanted.names += [Given(one, heading) for one in found]
        elif target.does == "name_part":
            self.parts[name] = given
        elif target.does in _SIMPLE and (column is None or not column.group):
            self.wanted.own[_SIMPLE[target.does]] = given
        elif name == "sentence":
            self._put_sentences(heading, found)
        elif name == "sentence_kind":
            self.wanted.first("sanction")["kind"] = given
        elif name == "articles":
            self.articles = given
        elif name == "charges":
            self.wanted.first("charge")["text"] = given
        elif name == "status_report":
            self.status = given
        elif name == "reported_on":
            self.wanted.first("report")["reported_on"] = given
        elif name == "sources":
            self.wanted.groups.setdefault("source", []).extend(
                {key: Given(one, heading) for key, one in source.items()} for source in found
            )
        elif name == "notes":
            self.wanted.notes.append(found)
        elif column is not None and column.group:
            self.wanted.first(column.group)[column.field] = given
        elif column is not None and not column.is_computed:
            self.wanted.own[column.field] = given

    def _put_sentences(self, heading: str, found: list[dict[str, Any]]) -> None:
        """The first is what other columns speak of too; those that were imposed beside it come after."""
        first, *others = found
        self.wanted.first("sanction").update({key: Given(one, heading) for key, one in first.items() if key != "kind"})
        self.wanted.first("sanction").setdefault("kind", Given(first["kind"], heading))
        for other in others:
            member = {key: Given(one, heading) for key, one in {**other, "accompanies": 1}.items()}
            self.wanted.groups["sanction"].append(member)

    def _finish(self) -> None:
        self._join_name()
        self._spread_articles()
        self._spread_status()
        self._complete()
        if not self.wanted.slug and not self.wanted.name and not self.faults:
            self._fault("", "", str(NOBODY))

    def _join_name(self) -> None:
        """Family name, given name and patronymic of their own columns make one spelling, or two."""
        family, given, father = (self.parts.get(one) for one in ("family_name", "given_name", "patronymic"))
        if family is None and given is None:
            return
        heading = (family or given or Given("", "")).column
        words = [str(one.value) for one in (given, family) if one]
        self.wanted.names.insert(0, Given(" ".join(words), heading))
        if father and family and given:
            full = f"{family.value} {given.value} {father.value}"
            self.wanted.names.insert(1, Given(full, father.column))

    def _spread_articles(self) -> None:
        """Articles belong to the sentence where there is one, and otherwise to the accusation."""
        if self.articles is None:
            return
        group = "sanction" if self.wanted.groups.get("sanction") else "charge"
        value = "; ".join(self.articles.value) if group == "sanction" else self.articles.value
        self.wanted.first(group)["articles"] = Given(value, self.articles.column)

    def _spread_status(self) -> None:
        if self.status is None:
            return
        said, heading = self.status.value, self.status.column
        self.wanted.first("report")["text"] = Given(said["text"], heading)
        custody = self.wanted.groups.get("custody")
        if custody and "ended_on" in custody[0] and said["ended_by"]:
            custody[0].setdefault("ended_by", Given(said["ended_by"], heading))
        if custody and said["kind"] and not said["ended_by"]:
            custody[0].setdefault("kind", Given(said["kind"], heading))

    def _complete(self) -> None:
        """What cannot stand alone: a place without a day of arrest, a day of a report without words."""
        self._complete_custody()
        report = self.wanted.groups.get("report")
        if report and "text" not in report[0]:
            del self.wanted.groups["report"]
        for one in self.wanted.groups.get("sanction", []) if not self.wanted.is_export else []:
            one.setdefault("kind", Given("unknown", ""))
            for name in ("imposed_on", "court", "judge"):
                if given := self.wanted.groups["sanction"][0].get(name):
                    one.setdefault(name, given)

    def _complete_custody(self) -> None:
        """Custody has to begin: by the day it ended at the latest; a place alone is a situation as reported."""
        custody = self.wanted.groups.get("custody", [])
        if self.wanted.is_export or not custody or "started_on" in custody[0]:
            return
        ended = custody[0].get("ended_on")
        if ended is not None and ended.value.end is not None:
            custody[0]["started_on"] = Given(parse(f"../{ended.value.end.iso}"), ended.column)
            return
        del self.wanted.groups["custody"]
        if place := custody[0].get("place"):
            report = self.wanted.first("report")
            report["note" if "text" in report else "text"] = place

    def _fault(self, heading: str, value: str, reason: str) -> None:
        self.faults.append(Fault(self.found.sheet.name, self.line.number, heading, value[:SHOWN], reason))
