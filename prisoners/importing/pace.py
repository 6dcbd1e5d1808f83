"""How far work on a long file has come: rows are gone through by a pace, and whoever waits is told."""

from collections.abc import Collection, Iterator
from typing import TypeVar

Row = TypeVar("Row")

#: What is done with a file, in this order: it is opened; its rows are read, looked for in the record, compared with
#: each other and with the record. Then they are made ready to be written, and are written, some hundred at a time.
OPENING, READING, FINDING, ALIKE, COMPARING = "opening", "reading", "finding", "alike", "comparing"
WRITING, KEEPING = "writing", "keeping"
#: What is done to take one back.
CHECKING, REMOVING = "checking", "removing"


class Pace:
    """Goes through rows and tells nobody."""

    def begin(self, stage: str) -> None:
        """Something begins that has no rows to count."""

    def over(self, stage: str, rows: Collection[Row]) -> Iterator[Row]:
        """The rows, one after the other."""
        yield from rows


SILENT = Pace()
