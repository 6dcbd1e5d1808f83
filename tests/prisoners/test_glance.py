"""How long a file is, told without reading it."""

import pytest

from prisoners.importing.glance import SHORT_ROWS, is_long
from tests.prisoners.long_files import workbook


@pytest.mark.parametrize(
    ("name", "data", "long"),
    [
        ("list.csv", b"Name\n" * SHORT_ROWS, False),
        ("list.csv", b"Name\n" * (SHORT_ROWS + 1), True),
        ("list.json", b'{"a": 1},' * (SHORT_ROWS + 1), True),
        ("list.json", b'{"a": 1}\n\n', False),
        ("list.xlsx", b"PK\x03\x04 no workbook", False),
    ],
    ids=["short", "long", "long json", "short json", "no workbook"],
)
def test_how_long_a_file_is_can_be_told_without_reading_it(name: str, data: bytes, long: bool) -> None:
    assert is_long(name, data) is long


def test_how_long_a_workbook_is_can_be_told_without_reading_it() -> None:
    assert is_long("list.xlsx", workbook(SHORT_ROWS - 1)) is False
    assert is_long("list.xlsx", workbook(SHORT_ROWS + 1)) is True


def test_workbook_that_unpacks_to_too_much_is_not_unpacked_to_tell_how_long_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("prisoners.importing.glance.MOST_UNPACKED", 1_000)
    assert is_long("list.xlsx", workbook(SHORT_ROWS + 1)) is False
