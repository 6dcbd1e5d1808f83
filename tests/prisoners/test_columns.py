"""The columns of a spreadsheet of prisoners: they stand as documented, and their cells read back as written."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from prisoners.columns import Kind, columns, groups, join_list, join_members, members, split_list, split_members
from prisoners.spreadsheets import DANGEROUS, plain_cell, safe_cell

TEXTS = st.text(alphabet="aЯ|;\\ '=\n", max_size=12).map(str.strip)
DOCUMENT = Path(__file__).parents[2] / "docs/columns.md"


@given(st.lists(TEXTS, max_size=5))
def test_members_read_back_as_written(values: list[str]) -> None:
    assert split_members(join_members(values)) == (values if any(values) else [])


@given(st.lists(st.lists(TEXTS.filter(bool), max_size=3), min_size=1, max_size=3))
def test_lists_inside_members_read_back_as_written(values: list[list[str]]) -> None:
    cell = join_members(join_list(one) for one in values)
    assert [split_list(one) for one in split_members(cell)] == (values if any(values) else [])


def test_members_are_lined_up_by_their_place_in_the_cell() -> None:
    cells = {"custody_kind": "pretrial | serving", "custody_ended_on": "2019-07-17"}
    assert members(cells, ["custody_kind", "custody_ended_on"]) == [
        {"custody_kind": "pretrial", "custody_ended_on": "2019-07-17"},
        {"custody_kind": "serving", "custody_ended_on": ""},
    ]


def test_each_column_has_a_name_of_its_own_and_a_label() -> None:
    names = [one.name for one in columns()]
    assert len(names) == len(set(names))
    assert all(str(one.label) for one in columns())
    assert {"name_ru", "name_kk", "summary_ru", "summary_kk"} < set(names)


def test_kinds_follow_the_fields_of_the_record() -> None:
    kinds = {one.name: one.kind for one in columns()}
    assert kinds["born_on"] == Kind.DATE
    assert kinds["verified_on"] == Kind.DAY
    assert kinds["can_be_written_to"] == Kind.YES_OR_NO
    assert kinds["charge_articles"] == Kind.LIST
    assert kinds["sanction_years"] == Kind.NUMBER
    assert kinds["sanction_replaces"] == Kind.POSITION
    assert kinds["custody_kind"] == Kind.WORD
    assert groups()["spelling"][0].name == "spelling_text"


def test_every_column_is_documented_once() -> None:
    rows = [line.split("|")[1].strip().strip("`") for line in DOCUMENT.read_text().splitlines() if line[:3] == "| `"]
    assert rows == [one.name for one in columns()]


@given(st.text(alphabet="='+-@\t\r\n a＝", max_size=5))
def test_a_disarmed_cell_is_no_formula_and_reads_back(text: str) -> None:
    assert not safe_cell(text).lstrip().startswith(DANGEROUS)
    assert plain_cell(safe_cell(text)) == text
