"""The lists of spellings: what the record has, what is asked for, how that came about, and from where."""

from pathlib import Path
from typing import NamedTuple


class Spelling(NamedTuple):
    """One line of the list."""

    record: str
    asked: str
    how: str
    origin: str


def _read(name: str) -> list[Spelling]:
    lines = Path(__file__).with_name(name).read_text().splitlines()
    return [Spelling(*line.split("\t")) for line in lines if not line.startswith("#")]


SPELLINGS = _read("variants.tsv")
#: Those for which the search was never changed: they say what it does with names that nobody thought of.
UNSEEN = _read("unseen.tsv")
RECORD = list(dict.fromkeys(one.record for one in SPELLINGS))
