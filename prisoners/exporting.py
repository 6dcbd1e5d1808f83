"""The list as a file: whoever fits the filter, one row a person, in the columns that the import reads."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from openpyxl import Workbook

from prisoners import public_rows
from prisoners.chain import ChainState, chains_of
from prisoners.columns import Column, columns, join_list, join_members
from prisoners.filters import PrisonerFilter
from prisoners.importing.proposals import current
from prisoners.models import Hearing, Prisoner
from prisoners.spreadsheets import BOM, safe_cell
from prisoners.upcoming import coming_hearings

#: People whose facts are in memory at a time.
CHUNK = 500
POINTERS = {"replaces": "sanctions", "accompanies": "sanctions", "added_to": "sanctions", "sanction": "sanctions"}


@dataclass(frozen=True)
class Export:
    """Everybody who fits a filter that is understood, and what the file says of itself."""

    asked: PrisonerFilter

    @property
    def day(self) -> date:
        """Of which day it is (UTC)."""
        return self.asked.day

    @property
    def name(self) -> str:
        """The name of the file without its ending: what, which filter, which day."""
        words = "-".join(f"{name}-{value}" for name, value in self.asked.chosen().items())
        plain = "".join(one if one.isascii() and (one.isalnum() or one in "-_.") else "_" for one in words)
        return "-".join(part for part in ("prisoners", plain[:80], self.day.isoformat()) if part)

    def about(self) -> dict[str, Any]:
        """What it is, for a person and for a machine."""
        return {
            "title": gettext("Prisoners"),
            "source": f"{settings.SITE_ORIGIN}/",
            "filter": dict(self.asked.chosen()),
            "rows": self.asked.qs.count(),
            "day": self.day.isoformat(),
            "made_at": timezone.now().isoformat(timespec="seconds"),
            "licence": settings.DATA_LICENCE,
        }

    def rows(self) -> Iterator[dict[str, str]]:
        """One dictionary a person, every column in it; a constant number of queries for each 500 people."""
        rows = iter(self.asked.qs.iterator(chunk_size=CHUNK))
        while people := list(islice(rows, CHUNK)):
            states, hearings = chains_of(people, self.day), _next_hearings(people)
            yield from (_row(one, states[one.pk], hearings.get(one.pk)) for one in people)


def export_of(data: Any) -> Export:
    """The export of a query string's filters."""
    return Export(PrisonerFilter(data, queryset=public_rows.prisoners()))


def as_csv(export: Export) -> Iterator[str]:
    """CSV (RFC 4180) line by line, with a BOM so that names stay readable in a spreadsheet."""
    yield BOM
    for cells in _sheet(export):
        line = io.StringIO(newline="")
        csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
        yield line.getvalue()


def as_json(export: Export) -> Iterator[str]:
    """JSON person by person; what it is stands first."""
    yield json.dumps(export.about(), ensure_ascii=False)[:-1] + ', "prisoners": [\n'
    for number, row in enumerate(export.rows()):
        yield (",\n" if number else "") + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


def as_xlsx(export: Export) -> IO[bytes]:
    """A workbook, written to a file that has no name; a cell that begins like a formula is disarmed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("prisoners")
    for cells in _sheet(export):
        sheet.append(cells)
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    book.save(file)
    file.seek(0)
    return file


def _sheet(export: Export) -> Iterator[list[str]]:
    """What the file says of itself, each line begun by #, then the names of the columns, then the people."""
    about = export.about()
    asked = "; ".join(f"{name}={value}" for name, value in about.pop("filter").items())
    for name, value in {**about, "filter": asked or gettext("none: everybody")}.items():
        yield [f"# {name}: {value}"]
    known = columns()
    labels = [str(one.label) for one in known]
    yield [f"# {labels[0]}", *labels[1:]]
    yield [one.name for one in known]
    for row in export.rows():
        yield [safe_cell(row[one.name]) for one in known]


def _next_hearings(people: Sequence[Prisoner]) -> dict[int, date]:
    rows = Hearing.public.filter(coming_hearings(timezone.now()), case__defendants__in=people)
    found = rows.order_by("-held_earliest").values_list("case__defendants", "held_earliest")
    return {person: day for person, day in found if person is not None and day is not None}


def _row(person: Prisoner, state: ChainState, hearing: date | None) -> dict[str, str]:
    cells = {one.name: _text(getattr(person, one.field)) for one in columns() if not one.group and not one.is_computed}
    members = _members(person)
    for one in columns():
        if one.group:
            cells[one.name] = join_members(_cell(member, one, person) for member in members[one.group])
    return cells | {name: _text(value) for name, value in _computed(person, state, hearing).items()}


def _members(person: Prisoner) -> dict[str, list[Any]]:
    cases = list(person.cases.all())
    return {
        "spelling": list(person.names.all()),
        "role": list(person.affiliations.all()),
        "case": cases,
        "charge": [one for case in cases for one in case.charges.all() if one.prisoner_id == person.pk],
        "sanction": list(person.sanctions.all()),
        "custody": list(person.detentions.all()),
        "source": list({citation.source.pk: citation.source for citation in person.citations.all()}.values()),
    }


def _cell(member: Any, column: Column, person: Prisoner) -> str:
    if column.field in POINTERS and column.group in ("sanction", "custody"):
        keys = [one.pk for one in person.sanctions.all()]
        key = getattr(member, f"{column.field}_id")
        return str(keys.index(key) + 1) if key in keys else ""
    return _text(current(member, column.field))


def _computed(person: Prisoner, state: ChainState, hearing: date | None) -> dict[str, Any]:
    return {
        "status": state.status.value,
        "is_held": state.is_held,
        "days_held": state.days_held_low,
        "days_held_most": state.days_held_high,
        "release_expected": state.projected_release_high,
        "next_hearing": hearing,
        "last_reported_on": state.last_reported_on,
        "page": f"{settings.SITE_ORIGIN}/en/prisoners/{person.slug}/",
    }


def _text(value: Any) -> str:
    """As the import reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return join_list(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)
