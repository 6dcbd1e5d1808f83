"""From the sheets of a file to what each row says about one person, and every fault."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from prisoners.importing.cell_words import SUMS_UP
from prisoners.importing.header import Columns, find_columns, without_heading
from prisoners.importing.pace import READING, SILENT, Pace
from prisoners.importing.refusals import FileRefused
from prisoners.importing.row_reading import SHOWN, Row
from prisoners.importing.sheets import Line, Opened, Sheet, Value, is_error
from prisoners.importing.targets import Target, target_of
from prisoners.importing.wanted import Fault, Wanted, text_of_safe

#: So many merged cells are named.
MOST_MERGED = 10


@dataclass
class Read:
    """What a file says, row by row, and every cell that cannot be understood."""

    wanted: list[Wanted] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    columns: list[Columns] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_rows(
    opened: Opened, mapping: Mapping[str, str], today: date, sheets: list[str] | None = None, pace: Pace = SILENT
) -> Read:
    """Understand every sheet that has headings. Raises FileRefused where none names a person."""
    read = Read(notes=list(opened.notes))
    chosen = {heading.strip().casefold(): target_of(text) for heading, text in mapping.items()}
    for sheet in _asked_for(opened, sheets or []):
        found = find_columns(sheet, chosen)
        if found is None:
            if sheet.lines:
                read.notes.append(
                    _("The sheet “%(name)s” has no headings that name people; it was left out.") % {"name": sheet.name}
                )
            continue
        read.columns.append(found)
        read.notes += [*without_heading(found), *_merged(found)]
        _read_sheet(found, read, today, pace)
    _refuse_without_columns(read, opened, chosen)
    return read


def _asked_for(opened: Opened, names: list[str]) -> list[Sheet]:
    """The sheets of these names, or all. Raises FileRefused where one is not there."""
    there = [sheet.name for sheet in opened.sheets if sheet.name]
    if names and not there:
        raise FileRefused(_("This file has no sheets to choose from: leave --sheet out."))
    if missing := [name for name in names if name not in there]:
        said = {"name": ", ".join(missing), "names": ", ".join(f"“{name}”" for name in there)}
        raise FileRefused(_("There is no sheet “%(name)s”. There are: %(names)s.") % said)
    return [sheet for sheet in opened.sheets if not names or sheet.name in names]


def _refuse_without_columns(read: Read, opened: Opened, chosen: Mapping[str, Target]) -> None:
    if not any(sheet.lines for sheet in opened.sheets):
        raise FileRefused(_("The file has no rows."))
    if not read.columns:
        heads = [str(value) for sheet in opened.sheets for line in sheet.lines[:1] for value in line.values if value][
            :12
        ]
        raise FileRefused(
            _("No heading is known to hold names. The first row says: %(heads)s. Map one, such as “%(head)s=names”.")
            % {"heads": ", ".join(heads), "head": heads[0] if heads else _("Name")}
        )
    seen = {heading.strip().casefold() for found in read.columns for _n, heading, _t in found.headings}
    seen |= {heading.strip().casefold() for found in read.columns for heading in found.unknown}
    seen |= {get_column_letter(place + 1).casefold() for found in read.columns for place in found.named}
    if missing := [heading for heading in chosen if heading not in seen]:
        raise FileRefused(_("The file has no column “%(heading)s”.") % {"heading": ", ".join(missing)})
    if not read.wanted and not read.faults:
        raise FileRefused(_("Below the headings there are no rows."))


def _read_sheet(found: Columns, read: Read, today: date, pace: Pace) -> None:
    twice = [text for text, count in Counter(heading for _n, heading, _t in found.headings).items() if count > 1]
    if twice:
        raise FileRefused(
            _("The heading “%(heading)s” stands over two columns; name them apart.") % {"heading": twice[0]}
        )
    for line in pace.over(READING, found.sheet.lines):
        if line.number <= found.header or _is_remark(line.values[0]):
            continue
        if (total := _total(found, line)) is not None:
            read.notes.append(_("Row %(row)s sums up the list (“%(text)s”); it was left out.") % total)
            continue
        wanted, faults = Row(found, line, today).read()
        read.faults += faults
        if wanted is not None and not faults:
            read.wanted.append(wanted)


def _merged(found: Columns) -> list[str]:
    """Of merged cells below the headings the first row alone has what stands in them: that is not passed over."""
    names = [name for row, name in found.sheet.merged if row > found.header]
    if not names:
        return []
    said = {"cells": ", ".join(names[:MOST_MERGED]) + (" …" if len(names) > MOST_MERGED else "")}
    return [
        _("Cells are merged over several rows (%(cells)s): what stands in them is read for the first row alone.") % said
    ]


def _is_remark(value: Value) -> bool:
    return str(value or "").startswith("#") and not is_error(value)


def _total(found: Columns, line: Line) -> dict[str, Any] | None:
    """Where a line sums up the list, in the place of a name or before a mere number: its number and what it says."""
    places = [number for number, _heading, target in found.headings if target.does == "names"]
    said = [text_of_safe(line.values[number]) for number in places if number < len(line.values)]
    if not any(sign.isalpha() for one in said for sign in one):
        said = [text_of_safe(value) for value in line.values]
    first = next((one for one in said if one), "")
    return {"row": line.number, "text": first[:SHOWN]} if SUMS_UP.match(first) else None
