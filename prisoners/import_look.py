"""A look at a spreadsheet, as a page shows it: what was read and compared with the record, or why that cannot be."""

from typing import Any

from django.utils import timezone

from prisoners.import_forms import Choices
from prisoners.import_page import columns_meant, what_it_would_do
from prisoners.importing.outlines import Outline
from prisoners.importing.pace import OPENING, SILENT, Pace
from prisoners.importing.proposals import outline
from prisoners.importing.refusals import EncodingNotKnown
from prisoners.importing.rows import Read, read_rows
from prisoners.importing.sheets import Opened, open_file
from prisoners.models import Batch, Staff
from prisoners.refusals import Refusal, Sentence
from prisoners.services import importing, imports


class Look:
    """One look at a file: what it would do, and every reason why that cannot be said.

    `is_gone` is one that cannot be opened, whatever is chosen: it is not kept.
    """

    def __init__(self, file: imports.File, choices: Choices, pace: Pace = SILENT) -> None:
        self.file, self.choices, self.pace = file, choices, pace
        self.opened: Opened | None = None
        self.read: Read | None = None
        self.outline: Outline | None = None
        self.reasons: list[Sentence] = []
        self.is_gone = False

    def compare(self) -> "Look":
        """What the file would do; what cannot be read is said in `reasons`."""
        try:
            self.read_file()
            self.outline = outline(self.read, self.choices.options, self.pace) if self.read else None
        except Refusal as refused:
            self.reasons = refused.reasons
            is_another_tried = self.choices.encoding or isinstance(refused, EncodingNotKnown)
            self.is_gone = self.opened is None and not is_another_tried
        return self

    def read_file(self) -> Read:
        """What the file says. Raises FileRefused."""
        self.pace.begin(OPENING)
        self.opened = open_file(self.file.name, self.file.data, self.choices.encoding)
        self.read = read_rows(self.opened, self.choices.mapping, timezone.now().date(), pace=self.pace)
        return self.read

    def commit(self, by: Staff, shown: str) -> Batch:
        """Write what was shown. Raises Refusal, then nothing is written."""
        return importing.commit(
            self.read_file(),
            self.choices.options,
            self.file,
            by,
            shown=shown,
            skip_refused=self.choices.skip_refused,
            pace=self.pace,
        )

    def look_again(self, refused: Refusal) -> "Look":
        """What it would do now, since it was not written for these reasons."""
        self.compare()
        self.reasons = refused.reasons
        return self

    def answer(self) -> dict[str, Any]:
        """All that the page says, of kinds that JSON has."""
        return {
            "reasons": [str(reason) for reason in self.reasons],
            "columns": columns_meant(self.read, self.opened),
            **(what_it_would_do(self.outline) if self.outline else {}),
        }
