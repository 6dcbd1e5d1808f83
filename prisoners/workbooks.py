"""A workbook of one sheet (ISO/IEC 29500) that leaves while it is made, however long the list is."""

from collections.abc import Generator, Iterable, Iterator
from io import BytesIO
from typing import IO, cast
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from prisoners.spreadsheets import fitting

SHEET = "xl/worksheets/sheet1.xml"
SHEET_BEGINS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_ENDS = b"</sheetData></worksheet>"
#: So many octets of a workbook are sent at a time.
WORTH_SENDING = 16_384


def workbook(title: str, rows: Iterable[Iterable[str]]) -> Generator[bytes]:
    """The parts of a workbook: the first rows leave before the last are asked for."""
    sink = _Sink()
    with ZipFile(cast(IO[bytes], sink), "w", ZIP_DEFLATED) as package:
        for name, data in _frame(title):
            package.writestr(name, data)
        yield sink.taken()
        with package.open(SHEET, "w") as sheet:
            sheet.write(SHEET_BEGINS)
            for number, cells in enumerate(rows, 1):
                sheet.write(_row(number, cells).encode())
                if sink.is_full:
                    yield sink.taken()
            sheet.write(SHEET_ENDS)
    yield sink.taken()


class _Sink:
    """Where a package is written to that nobody goes back in; what is written is taken away."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0

    def write(self, data: bytes) -> int:
        """Keep it until it is taken."""
        self._parts.append(bytes(data))
        self._length += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    @property
    def is_full(self) -> bool:
        """Whether it is worth sending."""
        return self._length >= WORTH_SENDING

    def taken(self) -> bytes:
        """All that was written since the last time."""
        parts, self._parts, self._length = self._parts, [], 0
        return b"".join(parts)


def _frame(title: str) -> Iterator[tuple[str, bytes]]:
    """The files of a package around its sheet, as the library makes them."""
    book = Workbook(write_only=True)
    book.create_sheet(title)
    made = BytesIO()
    book.save(made)
    with ZipFile(made) as package:
        yield from ((name, package.read(name)) for name in package.namelist() if name != SHEET)


def _row(number: int, cells: Iterable[str]) -> str:
    drawn = "".join(_cell(f"{get_column_letter(at)}{number}", cell) for at, cell in enumerate(cells, 1) if cell)
    return f'<row r="{number}">{drawn}</row>'


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(fitting(text))}</t></is></c>'
