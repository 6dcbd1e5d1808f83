"""Reads an export in JSON as the table that it is: its first row are the names, and every object is a row."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from prisoners.importing.refusals import FileRefused
from prisoners.spreadsheets import safe_cell

#: Under which name an export keeps its rows.
ROWS = "prisoners"
#: Halves of letters that JSON can say by themselves (RFC 8259, section 8.2) and no text can hold.
HALVES = re.compile(r"[\ud800-\udfff]")


def rows_of_json(data: bytes) -> Iterator[list[Any]]:
    """The names, then the values of each object (RFC 8259). Raises FileRefused for other than flat objects."""
    objects = _objects(data)
    names = list(dict.fromkeys(name for one in objects for name in one))
    yield [safe_cell(HALVES.sub("\ufffd", name)) for name in names]
    for number, one in enumerate(objects, 1):
        yield [_cell(one.get(name), number) for name in names]


def _objects(data: bytes) -> list[dict[str, Any]]:
    try:
        said = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise FileRefused(_("The file is no JSON in UTF-8, or breaks off.")) from error
    rows = said.get(ROWS) if isinstance(said, dict) else said
    if not isinstance(rows, list) or not rows or not all(isinstance(one, dict) for one in rows):
        raise FileRefused(_("The file holds no list of prisoners as an export has it."))
    return rows


def _cell(value: Any, number: int) -> Any:
    """A value; texts are disarmed as in other files, since the cells of all files are read in one way."""
    if isinstance(value, dict | list):
        raise FileRefused(_("Object %(number)s: a value is a list or an object, and not a text.") % {"number": number})
    return safe_cell(HALVES.sub("\ufffd", value)) if isinstance(value, str) else value


def _no_number(text: str) -> Any:
    raise ValueError(text)
