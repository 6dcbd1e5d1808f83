"""Lists for a spreadsheet, in which no cell can become a formula."""

import csv
import io
from collections.abc import Iterable

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


def safe_cell(text: str) -> str:
    """The text of a cell, disarmed. `plain_cell` takes back what this adds, so apostrophes count as blanks here."""
    return f"'{text}" if _is_dangerous(text) else text


def plain_cell(text: str) -> str:
    """The text of a cell as it was before `safe_cell`."""
    return text[1:] if text.startswith("'") and _is_dangerous(text) else text


def _is_dangerous(text: str) -> bool:
    bare = text.lstrip("'")
    return bare.startswith(DANGEROUS) or bare.lstrip().startswith(DANGEROUS)
