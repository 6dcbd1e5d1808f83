"""The table of kinds in the docs says what the code does."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from supporters.kinds import Kind, called, every_kind

DOCS = Path(__file__).parents[2] / "docs" / "mail.md"
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def rows() -> dict[str, tuple[str, str]]:
    """By kind, what the table says of digests and of doubt."""
    text = DOCS.read_text(encoding="utf-8").partition("# Kinds of mail\n")[2].partition("\n# ")[0]
    found = ROW.findall(text)
    assert len(found) == len({row[0] for row in found})
    return {name: (digest, doubt) for name, _tells, _when, digest, doubt in found}


def digest(kind: Kind) -> str:
    """In the words of the table."""
    if not kind.is_alert:
        return "is no alert"
    return "may wait" if kind.waits else "never"


def test_every_kind_stands_in_the_table_with_its_manners() -> None:
    said = {kind.name: (digest(kind), "sent again" if kind.resend_if_in_doubt else "held") for kind in every_kind()}
    assert rows() == said


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_kind_has_a_name_of_its_own_in_every_language(language: str) -> None:
    with translation.override(language):
        names = {kind.name: called(kind.name) for kind in every_kind()}
    assert [code for code, name in names.items() if name == code] == []
    assert len(set(names.values())) == len(names)
    if language != "en":
        with translation.override("en"):
            assert [code for code, name in names.items() if name == called(code)] == []
