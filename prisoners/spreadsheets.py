"""Lists for a spreadsheet, in which no cell can become a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO

from openpyxl import Workbook

#: What a spreadsheet takes for the beginning of a formula or command, and the full-width twins of these signs.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"


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


def workbook(title: str, rows: Iterable[Iterable[str]]) -> IO[bytes]:
    """A workbook of one sheet, written row by row to a file that has no name; whoever takes it closes it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for cells in rows:
        sheet.append(list(cells))
    file = TemporaryFile()  # noqa: SIM115 - the caller closes it
    book.save(file)
    file.seek(0)
    return file


def safe_cell(text: str) -> str:
    """The text of a cell, disarmed. `plain_cell` takes back what this adds, so apostrophes count as blanks here."""
    return f"'{text}" if _is_dangerous(text) else text


def plain_cell(text: str) -> str:
    """The text of a cell as it was before `safe_cell`."""
    return text[1:] if text.startswith("'") and _is_dangerous(text) else text


def _is_dangerous(text: str) -> bool:
    bare = text.lstrip("'")
    return bare.startswith(DANGEROUS) or bare.lstrip().startswith(DANGEROUS)
