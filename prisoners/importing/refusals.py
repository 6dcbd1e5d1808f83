"""How importing says no: to a whole file, or to one cell."""

from prisoners.refusals import Refusal


class FileRefused(Refusal):
    """A file cannot be imported as it is; nothing was written."""


class EncodingNotKnown(FileRefused):
    """Nobody but a person can say in which encoding a text was saved."""


class CellRefused(Refusal):
    """A cell cannot be understood; the sentence says what was likely meant."""
