"""Opens a spreadsheet that a stranger made: CSV in any common encoding, or XLSX; everything else is refused."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import ParseError
from zlib import error as zlib_error

from defusedxml import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from prisoners.importing.encodings import decode
from prisoners.importing.json_files import rows_of_json
from prisoners.importing.merged import merged_down
from prisoners.importing.plain import Value, plain
from prisoners.importing.refusals import FileRefused

MOST_BYTES = 10_000_000
#: What the standard library raises of a package that is cut off, damaged, locked or packed in a way it does not know.
CANNOT_UNPACK = (zipfile.BadZipFile, zlib_error, OSError, EOFError, NotImplementedError, RuntimeError)
MOST_UNPACKED = 150_000_000
MOST_PARTS = 2_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELL = 20_000
#: Blank rows that may stand between two that say something, before the rest counts as empty.
MOST_BLANK = 2_000

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
DELIMITERS = ",;\t|"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What spreadsheet programs write where they could not compute (ECMA-376, 18.17.3; and in Russian).
ERRORS = frozenset(
    (
        *("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!"),
        *("#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA"),
        *("#ССЫЛКА!", "#Н/Д", "#ЗНАЧ!", "#ИМЯ?", "#ДЕЛ/0!", "#ПУСТО!", "#ЧИСЛО!"),
    )
)


@dataclass(frozen=True)
class Line:
    """One row of a sheet that says something; `number` is the one that the spreadsheet program shows."""

    number: int
    values: tuple[Value, ...]


@dataclass
class Sheet:
    """One sheet; a CSV file has one, without a name. `uncomputed` are cells of formulas without a value.

    `merged` are cells over several rows: the number of the first row, and what the program calls them.
    """

    name: str
    lines: list[Line] = field(default_factory=list)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    is_1904: bool = False
    merged: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class Opened:
    """What a file holds, and how it was read where that had to be found out."""

    sheets: list[Sheet]
    notes: list[str] = field(default_factory=list)


def is_error(value: Value) -> bool:
    """Whether a cell holds what a program writes where it could not compute."""
    text = str(value or "").strip().upper()
    return text in ERRORS or re.fullmatch(r"(ERR|ОШ):\d{3}", text) is not None


def open_file(name: str, data: bytes, encoding: str = "") -> Opened:
    """Read a file by what it is, which its name must not belie; a text in the encoding that somebody said.

    Raises FileRefused with one clear sentence.
    """
    if len(data) > MOST_BYTES:
        raise FileRefused(_("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1_000_000})
    if not data.strip():
        raise FileRefused(_("The file is empty."))
    suffix = PurePath(name).suffix.lower()
    if suffix in TEXT_SUFFIXES:
        return _open_text(data, encoding)
    if suffix == ".xlsx":
        return _open_workbook(data)
    if suffix in (".xlsm", ".xltm", ".xlsb"):
        raise FileRefused(_("Workbooks with macros are not opened: save it as .xlsx or CSV."))
    if suffix == ".json":
        return Opened([Sheet("", list(_limited(enumerate(rows_of_json(data), 1))))])
    raise FileRefused(_("Only .csv, .tsv, .txt, .xlsx and .json files are read: save it as one of them."))


# --- text ------------------------------------------------------------------------------------------


def _open_text(data: bytes, said: str) -> Opened:
    if data.startswith((b"PK\x03\x04", OLE)):
        raise FileRefused(_("The name says text, but this is a workbook: rename it to .xlsx or save it as CSV."))
    text, encoding = decode(data, said)
    if "\0" in text:
        raise FileRefused(_("The file holds zero bytes: it is no text."))
    text, delimiter = _delimiter(text)
    sheet = Sheet("", list(_limited(enumerate(_records(text, delimiter), 1))))
    notes = [_("Read as %(encoding)s.") % {"encoding": encoding}] if encoding != "UTF-8" else []
    return Opened([sheet], notes)


def _delimiter(text: str) -> tuple[str, str]:
    """What separates the cells: said in the first line as some programs do, or what gives the most even rows."""
    first, _newline, rest = text.partition("\n")
    if match := re.fullmatch(r"sep=([,;|\t])\r?", first):
        return rest, match[1]
    return text, max(DELIMITERS, key=lambda one: _evenness(text[:60_000], one))


def _evenness(text: str, delimiter: str) -> int:
    """How many cells stand in rows of the commonest width above one."""
    widths = [len(row) for row in _lenient(text, delimiter) if len(row) > 1]
    if not widths:
        return 0
    width = max(set(widths), key=lambda one: (widths.count(one), one))
    return widths.count(width) * (width - 1)


def _lenient(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []


def _records(text: str, delimiter: str) -> Iterator[list[Value]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        if "field limit" in str(error):
            told = {"line": reader.line_num, "most": csv.field_size_limit()}
            raise FileRefused(_("Line %(line)s: a cell has more than %(most)s letters.") % told) from error
        values = {"line": reader.line_num, "said": str(error)}
        raise FileRefused(_("Line %(line)s: the quotation marks do not fit (%(said)s).") % values) from error


# --- workbooks -------------------------------------------------------------------------------------


def _open_workbook(data: bytes) -> Opened:
    if data.startswith(OLE):
        raise FileRefused(_("The workbook has a password or is of the old .xls kind: save it as .xlsx without one."))
    if not data.startswith(b"PK"):
        raise FileRefused(_("The name says .xlsx, but this is no workbook: save it again."))
    formulas = _check_package(data)
    try:
        return _read_workbook(data, formulas)
    except FileRefused:
        raise
    # The library raises whatever a damaged part makes it stumble over; the stranger's file is the only input here.
    except (
        *(InvalidFileException, DefusedXmlException, ParseError, zipfile.BadZipFile, zipfile.LargeZipFile),
        *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, OverflowError),
        *(NotImplementedError, RuntimeError, AssertionError, zlib_error),
    ) as error:
        raise FileRefused(_("The workbook is damaged: open it in a spreadsheet program and save it again.")) from error


def _check_package(data: bytes) -> bool:
    """Look at the package before anything is unpacked; whether a sheet has formulas."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _check_size(parts)
            types = package.read("[Content_Types].xml") if "[Content_Types].xml" in package.namelist() else b""
            _check_kind(types, [part.filename for part in parts])
            return any(_has_formula(package, part) for part in parts if "worksheets/" in part.filename)
    except CANNOT_UNPACK as error:
        raise FileRefused(_("The workbook is cut off or damaged: it cannot be unpacked.")) from error


def _check_size(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FileRefused(_("Unpacked, the workbook would be larger than is read here."))


def _check_kind(types: bytes, names: list[str]) -> None:
    if b"macroEnabled" in types or any("vbaProject" in name for name in names):
        raise FileRefused(_("Workbooks with macros are not opened: save it as .xlsx or CSV."))
    if b"spreadsheetml" not in types:
        raise FileRefused(_("The name says .xlsx, but this is no workbook: save it again."))


def _has_formula(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    tail = b""
    with package.open(part) as stream:
        while block := stream.read(1_000_000):
            if b"<f>" in (seen := tail + block) or b"<f " in seen:
                return True
            tail = block[-2:]
    return False


def _read_workbook(data: bytes, has_formulas: bool) -> Opened:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    opened = Opened([])
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            opened.notes.append(_("The hidden sheet “%(name)s” was left out.") % {"name": sheet.title})
            continue
        sheet.reset_dimensions()
        lines = list(_limited(enumerate(sheet.iter_rows(values_only=True), 1)))
        merged = merged_down(data, sheet._worksheet_path)
        opened.sheets.append(Sheet(sheet.title, lines, is_1904=book.epoch.year == 1904, merged=merged))
    if has_formulas:
        _mark_uncomputed(data, opened)
    return opened


def _mark_uncomputed(data: bytes, opened: Opened) -> None:
    """A formula that no program has computed looks like an empty cell: that must not pass for "not known"."""
    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    for sheet in opened.sheets:
        source = book[sheet.name]
        source.reset_dimensions()
        known = {line.number: line.values for line in sheet.lines}
        last = max(known, default=0)
        for number, row in enumerate(source.iter_rows(values_only=True), 1):
            if number - last > MOST_BLANK:
                break
            values = known.get(number, ())
            found = {
                (number, column)
                for column, value in enumerate(row)
                if isinstance(value, str)
                and value.startswith("=")
                and (column >= len(values) or values[column] is None)
            }
            sheet.uncomputed |= found
            last = max(last, number if found else 0)
            if found and not values:
                sheet.lines.append(Line(number, (None,)))
        sheet.lines.sort(key=lambda line: line.number)


# --- both ------------------------------------------------------------------------------------------


def _limited(rows: Iterable[tuple[int, Iterable[Any]]]) -> Iterator[Line]:
    """Rows that say something, without the blank cells after the last; a sheet beyond all measure is refused."""
    found = last = 0
    for number, row in rows:
        if number - last > MOST_BLANK:
            return
        values = _trimmed(row, number)
        if values:
            found, last = found + 1, number
            if found > MOST_ROWS:
                raise FileRefused(
                    _(
                        "The sheet has more than %(most)s rows: split it into files of fewer, each with the headings, "
                        "and import one after the other."
                    )
                    % {"most": MOST_ROWS}
                )
            yield Line(number, values)


def _trimmed(row: Iterable[Any], number: int) -> tuple[Value, ...]:
    values = [plain(value) for value in row]
    while values and values[-1] is None:
        values.pop()
    if len(values) > MOST_COLUMNS:
        raise FileRefused(_("The sheet has more than %(most)s columns.") % {"most": MOST_COLUMNS})
    if any(isinstance(value, str) and len(value) > MOST_CELL for value in values):
        what = {"row": number, "most": MOST_CELL}
        raise FileRefused(_("Row %(row)s: a cell is longer than %(most)s characters.") % what)
    return tuple(values)
