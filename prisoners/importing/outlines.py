"""What a file would do to the record: what is asked, and what is proposed row by row."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from prisoners.dates import PartialDate, say_date
from prisoners.importing.rows import Read
from prisoners.importing.wanted import Fault, Wanted
from prisoners.models import Prisoner

NEW, CHANGED, UNCHANGED, HELD, SKIPPED = "new", "changed", "unchanged", "held", "skipped"
HOLD, SAME, SKIP = "hold", "same", "skip"
LIKELY = (HOLD, NEW, SAME, SKIP)
#: What stands before the number of a row that is said to be the same person.
ROW = "row:"


@dataclass(frozen=True)
class Options:
    """What holds for a whole file. `decisions` are by row ("12" or "Sheet!12"): a word of LIKELY, a slug, row:N."""

    country: str = ""
    zone: str = ""
    likely: str = HOLD
    decisions: Mapping[str, str] = field(default_factory=dict)
    #: Where not, what readers would see at once is left for a publisher, and the rest is taken.
    may_change_public: bool = True


@dataclass(frozen=True)
class Like:
    """Somebody who is likely the same person: in the record (with a slug) or in another row of the file."""

    name: str
    slug: str = ""
    row: int = 0
    #: Of that row, where it is another one than the sheet of the row that is asked about.
    sheet: str = ""
    born_on: PartialDate | None = None
    #: Whether the row gives another date of birth: a slip, or a son.
    is_born_otherwise: bool = False
    #: The key of somebody in the record.
    pk: int | None = None

    @property
    def said(self) -> str:
        """How a decision names that person."""
        return self.slug or f"{ROW}{f'{self.sheet}!' if self.sheet else ''}{self.row}"

    @property
    def where(self) -> str:
        """Where that person stands, in words, and when born: by that one tells a slip from a son."""
        place = self.slug or self._row
        return _("%(where)s, born %(day)s") % {"where": place, "day": say_date(self.born_on)} if self.born_on else place

    @property
    def _row(self) -> str:
        said = _("row %(row)s of “%(sheet)s”") if self.sheet else _("row %(row)s")
        return said % {"row": self.row, "sheet": self.sheet}


@dataclass(frozen=True)
class Diff:
    """One value that would be written over another, or where there was none."""

    column: str
    old: str
    new: str


@dataclass(slots=True)
class Step:
    """One row of the record to make (`row` is None) or to change; "" is the group of the prisoner's own fields."""

    group: str
    row: Any
    values: dict[str, Any]
    position: int = 0


@dataclass(slots=True)
class Proposal:
    """What one row of the file would do."""

    wanted: Wanted
    key: str
    prisoner: Prisoner | None = None
    slug: str = ""
    verdict: str = NEW
    likes: list[Like] = field(default_factory=list)
    diffs: list[Diff] = field(default_factory=list)
    #: What is not written, since it would be seen at once.
    left: list[Diff] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    paired: dict[tuple[str, int], Any] = field(default_factory=dict)


@dataclass
class Outline:
    """What a whole file would do."""

    read: Read
    options: Options
    proposals: list[Proposal] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def count(self, verdict: str) -> int:
        """How many rows would do that."""
        return sum(one.verdict == verdict for one in self.proposals)

    @property
    def refused_rows(self) -> int:
        """How many rows have at least one fault."""
        return len({(one.sheet, one.row) for one in self.faults})

    @property
    def left(self) -> list[Proposal]:
        """Rows of which something is left for a publisher, and the rest is taken; of a refused one nothing is."""
        return [one for one in self.proposals if one.left and one.verdict in (CHANGED, UNCHANGED)]

    @property
    def is_change(self) -> bool:
        """Whether anything would be written."""
        return any(one.verdict in (NEW, CHANGED) for one in self.proposals)

    @property
    def fingerprint(self) -> str:
        """The same for the same outline: what is confirmed must be what was shown."""
        said = [
            (one.wanted.sheet, one.wanted.row, one.verdict, _key(one.prisoner), one.slug, one.diffs, one.left)
            for one in self.proposals
        ]
        return hashlib.sha256(repr((said, self.faults)).encode()).hexdigest()


def _key(prisoner: Prisoner | None) -> int:
    return prisoner.pk if prisoner else 0
