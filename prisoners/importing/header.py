"""Where the headings of a sheet stand, in one line or in two, and what each column is taken to mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from prisoners.columns import columns
from prisoners.importing.headings import GIVEN, LENGTH, PART_OF_A_NAME, WHEN
from prisoners.importing.sheets import Line, Sheet
from prisoners.importing.targets import IGNORE, Target, bare, guess, targets

HEADER_WITHIN = 40
#: What is kept of each column that says it.
GATHERED = frozenset({"sources", "notes"})
NAMING = frozenset({"names", "name", "slug", "family_name", "other_names"})
#: What stands above a day, and which day it then is.
_DAYS = {
    "custody_started_on": ("custody_started_on", "custody_place"),
    "custody_ended_on": ("custody_ended_on",),
    "sanction_imposed_on": ("sentence", "sentence_kind", "sanction_imposed_on", "sanction_court"),
    "born_on": ("born_on", "names"),
    "reported_on": ("status_report", "reported_on"),
}
_DAY_OF = {above: day for day, all_of_them in _DAYS.items() for above in all_of_them}


@dataclass
class Columns:
    """The columns of one sheet: below which row the data begin and what each column is taken to mean."""

    sheet: Sheet
    header: int
    headings: list[tuple[int, str, Target]]
    unknown: list[str]
    is_export: bool
    named: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True)
class _Heading:
    """What stands over a column: in one line, or in two with that of the upper one for all that it spans."""

    text: str
    above: str = ""

    @property
    def shown(self) -> str:
        """As it is named to the reader and in a mapping."""
        return f"{self.above}: {self.text}" if self.above and self.text else self.text or self.above


def find_columns(sheet: Sheet, chosen: Mapping[str, Target]) -> Columns | None:
    """The columns below the line with the most headings that are known, a column of names among them.

    Or below two lines, where together they say more than each: a heading that spans several columns in the upper one.
    """
    best: Columns | None = None
    for number, headings in _candidates(sheet.lines[:HEADER_WITHIN]):
        found = _meant(sheet, number, headings, chosen)
        names = {target.name for _n, _h, target in found.headings}
        if names & NAMING and (best is None or len(found.headings) > len(best.headings)):
            best = found
        if found.is_export and names & NAMING:
            break
    return best


def without_heading(found: Columns) -> list[str]:
    """A sentence on columns that hold something below an empty heading, by their letters."""
    below = [line.values for line in found.sheet.lines if line.number > found.header]
    filled = {number for values in below for number, value in enumerate(values) if value not in (None, "")}
    read = {number for number, _heading, _target in found.headings}
    letters = ", ".join(get_column_letter(number + 1) for number in sorted(filled - read - found.named))
    return [_("Columns without a heading were left out: %(columns)s.") % {"columns": letters}] if letters else []


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[int, list[_Heading]]]:
    """The headings as every line has them alone, then as each two lines that follow each other have them."""
    lines = [line for line in lines if not str(line.values[0] or "").startswith("#")]
    for line in lines:
        yield line.number, [_Heading(text) for text in _texts(line)]
    for upper, lower in pairwise(lines):
        if lower.number == upper.number + 1 and all(value is None or isinstance(value, str) for value in lower.values):
            yield lower.number, _together(_texts(upper), _texts(lower))


def _texts(line: Line) -> list[str]:
    return [" ".join(str(value).split()) if isinstance(value, str) else "" for value in line.values]


def _together(upper: list[str], lower: list[str]) -> list[_Heading]:
    """A heading of the upper line stands over what is below it and to the right, up to the next one."""
    width = max(len(upper), len(lower))
    upper, lower = ([*texts, *[""] * (width - len(texts))] for texts in (upper, lower))
    found, above = [], ""
    for over, text in zip(upper, lower, strict=True):
        above = over or (above if text else "")
        found.append(_Heading(text, above))
    return found


def _meant(sheet: Sheet, number: int, headings: list[_Heading], chosen: Mapping[str, Target]) -> Columns:
    texts = [one.text for one in headings]
    own = {one.name for one in columns()}
    is_export = "slug" in texts and sum(text in own for text in texts) >= len([text for text in texts if text]) * 0.6
    known, unknown, seen = [], [], set[str]()
    for place, one in enumerate(headings):
        letter = get_column_letter(place + 1)
        shown = f"{one.shown} ({letter})" if one.shown and one.shown in seen else one.shown
        asked = chosen.get(shown.casefold()) or chosen.get(letter.casefold())
        target = asked or (_guess(one, is_export) if one.shown else None)
        if not asked and not is_export and target is not None and target.name == "name" and "name" in seen:
            # The record has one name of a person; what a second column has is another spelling.
            target = targets()["other_names"]
        if not asked and target is not None and shown != one.shown and not gathers(target):
            target = None
        if target is not None and target.name != IGNORE:
            known.append((place, shown or letter, target))
        elif one.shown:
            unknown.append(shown)
        seen.add(one.shown)
    named = frozenset(place for place, one in enumerate(headings) if one.shown)
    return Columns(sheet, number, _given_names(known, headings, chosen), unknown, is_export, named)


def gathers(target: Target) -> bool:
    """Whether several columns may say it, one beside the other; of anything else the second would hide the first."""
    return target.does == "names" or target.name in GATHERED


def _guess(heading: _Heading, is_export: bool) -> Target | None:
    """What a heading says; below another one a day is of what stands above, and so is a length."""
    if not heading.above or not heading.text:
        return guess(heading.shown, is_export)
    above, text = guess(heading.above, is_export), bare(heading.text)
    if above is not None and above.name == "names" and text in PART_OF_A_NAME:
        return targets()[PART_OF_A_NAME[text]]
    if above is not None and text in WHEN and above.name in _DAY_OF:
        return targets()[_DAY_OF[above.name]]
    if above is not None and text in LENGTH and _DAY_OF.get(above.name) == "sanction_imposed_on":
        return guess(f"{above.name} ({heading.text})", is_export) or targets()["sentence"]
    return guess(heading.text, is_export)


def _given_names(
    known: list[tuple[int, str, Target]], headings: Sequence[_Heading], chosen: Mapping[str, Target]
) -> list[tuple[int, str, Target]]:
    """“Name” beside a column of family names is the given one."""
    names = {target.name for _place, _heading, target in known}
    if "family_name" not in names or "given_name" in names:
        return known
    given = targets()["given_name"]
    return [
        (place, heading, given)
        if target.name == "names" and bare(headings[place].text) in GIVEN and heading.casefold() not in chosen
        else (place, heading, target)
        for place, heading, target in known
    ]
