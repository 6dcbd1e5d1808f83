"""Reads the names in a cell: several spellings of one person, and nothing that is no name."""

import re
from datetime import date
from itertools import combinations

from django.utils.translation import gettext as _

from prisoners.importing.cell_words import BELOW_A_LIST, BETWEEN_NAMES, BRACKETS, ON_A_LINE, TWO_PEOPLE
from prisoners.importing.date_spellings import NOTHING
from prisoners.importing.folded import fold
from prisoners.importing.name_words import alike, words
from prisoners.importing.reading import Reading, text_of
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value
from prisoners.scripts_of_names import script_of

#: How formulas and commands of spreadsheets begin, and no name does.
FORMULA = ("=", "@", "+", "|")


def read_names(value: Value, how: Reading) -> list[str] | None:
    """Several spellings in one cell: parted by a slash, semicolon or line, or one in brackets behind the other."""
    if isinstance(value, date | int | float):
        raise CellRefused(_("This is not a name."))
    said = text_of(value)
    if fold(said) in NOTHING:
        return None
    if said.startswith(FORMULA) or BELOW_A_LIST.match(said):
        raise CellRefused(_("This is not a name."))
    if how.target.name == "names":
        said = _on_one_line(said)
    parts = [part for piece in BETWEEN_NAMES.split(said) for part in _unbracketed(piece)]
    if any(TWO_PEOPLE.match(part.strip()) for part in parts) or _are_strangers(said):
        raise CellRefused(_("These look like two people: give each a row."))
    names = [name for part in parts if (name := _one_name(part))]
    if any(len(name) > 200 for name in names):
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 200})
    return list(dict.fromkeys(names)) or None


def _on_one_line(said: str) -> str:
    """A name that was broken within its cell, the family name above the rest: nobody is called by each of the words."""
    first, *others = said.split("\n")
    above, below = words(first), words(" ".join(others))
    is_one_name = len(above) == 1 and below and len({script_of(line) for line in (first, *others)}) == 1
    is_spelling = any(alike(above[0], word) for word in below) if above else True
    return " ".join((first, *others)) if is_one_name and not is_spelling and not BETWEEN_NAMES.search(first) else said


def _are_strangers(said: str) -> bool:
    """Whether what stands on several lines, or between semicolons, are whole names without a word in common."""
    names = [words(part) for part in ON_A_LINE.split(said)]
    written_out = [[word for word in one if len(word.text) > 1] for one in names if len(one) > 1]
    return any(
        not any(alike(word, other) for word in one for other in another)
        for one, another in combinations(written_out, 2)
    )


def _unbracketed(text: str) -> list[str]:
    match = BRACKETS.match(text.strip())
    return [match[1], match[2]] if match else [text]


def _one_name(text: str) -> str:
    """One spelling; "Family, Given" is turned round, a number in front is dropped."""
    text = re.sub(r"^\d+[.)]\s+", "", " ".join(text.split())).strip(" ,.;-–—")
    family, comma, given = text.partition(", ")
    if comma and " " not in family and len(given.split()) <= 2 and "," not in given:
        text = f"{given} {family}"
    if text and not any(one.isalpha() for one in text):
        raise CellRefused(_("This is not a name."))
    return text
