"""What somebody decided of single rows of a file: each answer is of a row that is there, or the file is refused."""

from collections import defaultdict

from django.utils.translation import gettext as _

from prisoners.dates import PartialDate
from prisoners.importing.one_person import born_of, may_be_one
from prisoners.importing.outlines import HOLD, LIKELY, ROW, SAME, Like, Outline, Proposal
from prisoners.importing.refusals import FileRefused
from prisoners.importing.wanted import Wanted
from prisoners.models import Prisoner

Place = tuple[str, int]


def like_in_record(wanted: Wanted, found: Prisoner) -> Like:
    """Somebody of the record who is likely the person of a row."""
    return Like(
        found.name,
        found.slug,
        born_on=found.born_on,
        is_born_otherwise=_differs(wanted, found.born_on),
        pk=found.pk,
    )


def like_of(wanted: Wanted, other: Wanted) -> Like:
    """Another row of the file that is likely the same person as this one."""
    sheet = other.sheet if other.sheet != wanted.sheet else ""
    born_on = born_of(other)
    return Like(other.name, "", other.row, sheet, born_on, _differs(wanted, born_on))


def _differs(wanted: Wanted, born_on: PartialDate | None) -> bool:
    return not may_be_one(born_of(wanted), born_on)


class Decisions:
    """The answers for the rows of a file. Raises FileRefused for one that names no row, or no other one."""

    def __init__(self, made: Outline) -> None:
        self.options = made.options
        self._places: dict[int, set[str]] = defaultdict(set)
        self._people = {(one.sheet, one.row) for one in made.read.wanted}
        for sheet, row in self._people | {(one.sheet, one.row) for one in made.read.faults}:
            self._places[row].add(sheet)
        self._said = {self._place(text): self._answer(text, said) for text, said in made.options.decisions.items()}

    @property
    def slugs(self) -> list[str]:
        """The prisoners of the record that are named."""
        return [said for said in self._said.values() if said not in LIKELY and not said.startswith(ROW)]

    def said(self, wanted: Wanted) -> str:
        """What was said of this very row, "" for nothing."""
        return self._said.get((wanted.sheet, wanted.row), "")

    def of(self, one: Proposal) -> str:
        """What holds for a row: what was said of it, or of all that are likely the same as somebody; "" for nothing.

        Raises FileRefused for a row that is said to be the same as nobody.
        """
        said = self.said(one.wanted) or (self._of_all(one.likes) if one.likes else "")
        if said != SAME:
            return said
        if not one.likes:
            told = {"row": one.wanted.row, "name": one.wanted.name}
            raise FileRefused(_("Row %(row)s: nobody is likely the same person as %(name)s; say who it is.") % told)
        return one.likes[0].said

    def _of_all(self, likes: list[Like]) -> str:
        """What was said of the whole file; it makes nobody one with who was born on another day: that is asked."""
        said = self.options.likely
        return HOLD if said == SAME and likes[0].is_born_otherwise else said

    def row_of(self, one: Proposal) -> Place | None:
        """The other row that a row is said to be of."""
        said = self.of(one) if one.likes or self.said(one.wanted) != SAME else ""
        return self._other(said, one.wanted.sheet) if said.startswith(ROW) else None

    def _answer(self, text: str, said: str) -> str:
        if not said:
            raise FileRefused(_("“%(row)s=” says nothing of that row.") % {"row": text})
        place = self._place(text)
        if said.startswith(ROW):
            other = self._other(said, place[0])
            if other not in self._people:
                raise FileRefused(_("The file has no person in the row “%(row)s”.") % {"row": said})
            if other == place:
                raise FileRefused(_("“%(row)s=%(said)s” says that a row is itself.") % {"row": text, "said": said})
        return said

    def _other(self, said: str, sheet: str) -> Place:
        """The row that "row:7" or "row:Sheet!7" names; without a sheet it is the same one. (“”, 0) for none."""
        named, mark, number = said.removeprefix(ROW).rpartition("!")
        return (named if mark else sheet, _whole(number))

    def _place(self, text: str) -> Place:
        """The row that "12" or "Sheet!12" names. Raises FileRefused where there is none, or are several."""
        named, mark, number = text.rpartition("!")
        row = _whole(number)
        sheets = self._places.get(row, set())
        if mark and named in sheets:
            return named, row
        if mark or not sheets:
            raise FileRefused(_("The file has no person in the row “%(row)s”.") % {"row": text})
        if len(sheets) > 1:
            said = {"row": row, "example": f"{min(sheets)}!{row}"}
            raise FileRefused(_("Several sheets have a row %(row)s: say which, such as “%(example)s”.") % said)
        return next(iter(sheets)), row


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0
