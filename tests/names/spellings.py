"""The list of spellings: what the record has, what is asked for, how that came about, and from where."""

from pathlib import Path
from typing import NamedTuple


class Spelling(NamedTuple):
    """One line of the list."""

    record: str
    asked: str
    how: str
    origin: str


_LINES = Path(__file__).with_name("variants.tsv").read_text().splitlines()
SPELLINGS = [Spelling(*line.split("\t")) for line in _LINES if not line.startswith("#")]
RECORD = list(dict.fromkeys(one.record for one in SPELLINGS))
