"""How far work on a long file has come, in one line of a terminal that is written over."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

from django.core.management.base import OutputWrapper

from prisoners.import_progress import STAGES
from prisoners.importing.pace import SILENT, Pace

Row = TypeVar("Row")

#: Seconds between two writings of the line.
EVERY = 0.2
#: To the begin of the line, and clear to its end (ECMA-48, 8.3.41).
OVER = "\r\x1b[K"


class OnTerminal(Pace):
    """Goes through rows and says how far it is."""

    def __init__(self, terminal: OutputWrapper) -> None:
        self._terminal = terminal
        self._said_at = 0.0

    def begin(self, stage: str) -> None:
        self._say(stage, 0, 0)

    def over(self, stage: str, rows: Collection[Row]) -> Iterator[Row]:
        for done, row in enumerate(rows):
            if not done or monotonic() - self._said_at > EVERY:
                self._say(stage, done, len(rows))
            yield row

    def clear(self) -> None:
        """Leave a clean line to what is said in the end."""
        self._write(OVER)

    def _say(self, stage: str, done: int, rows: int) -> None:
        words, _begin, _end = STAGES[stage]
        self._said_at = monotonic()
        self._write(OVER + str(words) % {"done": done, "rows": rows or "…"})

    def _write(self, text: str) -> None:
        self._terminal.write(text, style_func=str, ending="")
        self._terminal.flush()


@contextmanager
def pace_on(terminal: OutputWrapper) -> Iterator[Pace]:
    """Says how far it has come where somebody looks on, and nothing to a file or a pipe."""
    if not terminal.isatty():
        yield SILENT
        return
    pace = OnTerminal(terminal)
    try:
        yield pace
    finally:
        pace.clear()
