"""How importing says no: to a whole file, or to one cell."""

from prisoners.refusals import Refusal


class FileRefused(Refusal):
    """A file cannot be imported as it is; nothing was written."""


class CellRefused(Refusal):
    """A cell cannot be understood; the sentence says what was likely meant."""
