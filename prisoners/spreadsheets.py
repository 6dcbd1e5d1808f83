"""Lists for a spreadsheet, in which no cell can become a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

#: What a spreadsheet takes for the beginning of a formula or command, and the full-width twins of these signs.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"
#: ISO/IEC 29500 leaves it open; no spreadsheet takes more.
LONGEST_CELL = 32_767

ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = "urn:oasis:names:tc:opendocument:xmlns"
ODS_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<office:document-content xmlns:office="{NAMES}:office:1.0" xmlns:table="{NAMES}:table:1.0" '
    f'xmlns:text="{NAMES}:text:1.0" office:version="1.3">'
    "<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
)
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<manifest:manifest xmlns:manifest="{NAMES}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV (RFC 4180): every cell quoted, lines ended by CRLF, a BOM so that names stay readable.

    A cell that begins like a formula, blanks before it or not, gets an apostrophe in front (OWASP, CSV injection).
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([safe_cell(str(cell)) for cell in row] for row in rows)
    return BOM + sheet.getvalue()


def csv_lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The same line by line, for lists that are too long to be held in memory; cells as they are given."""
    yield BOM
    for cells in rows:
        line = io.StringIO(newline="")
        csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
        yield line.getvalue()


def as_ods(title: str, rows: Iterable[Iterable[str]]) -> bytes:
    """One sheet as OpenDocument (ISO/IEC 26300), made in memory; every cell says it is text, so none is a formula."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>" for cells in rows)
    table = f"<table:table table:name={quoteattr(fitting(title) or 'Sheet')}>{lines}</table:table>"
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        # Part 2, 3.3: the first file, not packed, so that what it is stands at its beginning.
        package.writestr("mimetype", ODS, ZIP_STORED)
        package.writestr("content.xml", ODS_CONTENT.format(table=table))
        package.writestr("META-INF/manifest.xml", ODS_MANIFEST)
    return file.getvalue()


def _ods_cell(text: str) -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in fitting(text).splitlines() or [""])
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def fitting(text: str) -> str:
    """What a cell of a workbook can hold: no control characters (XML 1.0, 2.2), and so many letters."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_CELL]


def safe_cell(text: str) -> str:
    """The text of a cell, disarmed. `plain_cell` takes back what this adds, so apostrophes count as blanks here."""
    return f"'{text}" if _is_dangerous(text) else text


def plain_cell(text: str) -> str:
    """The text of a cell as it was before `safe_cell`."""
    return text[1:] if text.startswith("'") and _is_dangerous(text) else text


def _is_dangerous(text: str) -> bool:
    bare = text.lstrip("'")
    return bare.startswith(DANGEROUS) or bare.lstrip().startswith(DANGEROUS)
