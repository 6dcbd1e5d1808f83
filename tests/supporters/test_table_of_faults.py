"""The table of faults in the docs: each of its rows names what makes it happen, and that is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "mail.md").read_text(encoding="utf-8").partition("\n## ")[0]
ROWS = dict(re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", TABLE, re.MULTILINE)[1:])
FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py"))}


def is_there(shown_by: str) -> bool:
    """Whether a target of the Makefile, a file of tests, or a test whose name begins so is there."""
    if shown_by.startswith("make "):
        return f"\n{shown_by.removeprefix('make ')}:" in (ROOT / "Makefile").read_text(encoding="utf-8")
    begins = shown_by.rstrip("…")
    return begins in FILES or any(re.search(rf"^def {begins}", text, re.MULTILINE) for text in FILES.values())


def test_table_is_read() -> None:
    assert len(ROWS) >= 20
    assert not is_there("test_of_nothing_that_ever_was…")


@pytest.mark.parametrize("fault", ROWS)
def test_every_fault_is_made_to_happen(fault: str) -> None:
    named = re.findall(r"`([^`]+)`", ROWS[fault])
    assert named
    assert [one for one in named if not is_there(one)] == []
