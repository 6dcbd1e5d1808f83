"""Where the headings of a campaigner's sheet stand, and what they are taken to mean."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from prisoners.importing import sheets
from prisoners.models import ConfidentialNote, Detention, Prisoner, Sanction
from tests.prisoners.test_importing import _csv, _report, _xlsx

pytestmark = pytest.mark.django_db

MERGED = [
    ["Person", None, None, "Arrest", None, "Sentence", None],
    ["Name", "Born", "Country", "Date", "Place", "Length", "Date"],
    ["Anna Example", "1980", "KZ", "19.04.2022", "Aktau", "5 years", "01.08.2022"],
]
RUSSIAN = [
    ["ФИО", "Страна", "Задержание", None, "Приговор", None],
    [None, None, "дата", "место", "срок", "дата"],
    ["Тест Двустрочный", "KZ", "19.04.2022", "Актау", "5 лет", "01.08.2022"],
]


def _merged(folder: Path, rows: list[list[Any]], *ranges: str) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for one in ranges:
        book.active.merge_cells(one)
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


@pytest.mark.parametrize(
    ("rows", "ranges"),
    [(MERGED, ("A1:C1", "D1:E1", "F1:G1")), (RUSSIAN, ("A1:A2", "B1:B2", "C1:D1", "E1:F1"))],
    ids=["merged across", "merged across and down"],
)
def test_headings_in_two_lines_are_read_together(
    tmp_path: Path, rows: list[list[Any]], ranges: tuple[str, ...]
) -> None:
    report = _report(_merged(tmp_path, rows, *ranges), "--commit")
    assert (report["new"], report["refused_rows"], report["ignored"]) == (1, 0, [])
    detention, sanction = Detention.internal.get(), Sanction.internal.get()
    assert (str(detention.started_on), str(detention.place)) == ("2022-04-19", rows[2][-3])
    assert (sanction.years, str(sanction.imposed_on)) == (5, "2022-08-01")


def test_heading_of_two_lines_is_mapped_by_both(tmp_path: Path) -> None:
    rows = [["Person", None], ["Name", "Country"], ["Anna Example", "KZ"]]
    rows[0].append("Arrest")
    rows[1] += ["Date", "Officer"]
    rows[2] += ["19.04.2022", "Major P."]
    report = _report(_merged(tmp_path, rows), "--map", "Arrest: Officer=notes")
    assert report["mapping"]["Arrest: Officer"] == "notes"
    assert report["new"] == 1


def test_title_above_the_headings_and_a_row_below_are_no_second_line(tmp_path: Path) -> None:
    rows = [["Prisoners"], ["Name", "Country", "Place"], ["Anna Example", "KZ", "prison"], ["Bert Example", "KZ", ""]]
    report = _report(_xlsx(tmp_path, *rows))
    assert [one["row"] for one in report["new_rows"]] == [3, 4]
    assert list(report["mapping"]) == ["Name", "Country", "Place"]


@pytest.mark.parametrize(("family", "given"), [("Фамилия", "Имя"), ("Surname", "Name"), ("Nachname", "Vorname")])
def test_name_beside_a_family_name_is_the_given_one(tmp_path: Path, family: str, given: str) -> None:
    report = _report(_csv(tmp_path, [family, given, "Country"], ["Тестова", "Мария", "KZ"]), "--commit")
    assert report["mapping"][given] == "given_name"
    assert [one.name for one in Prisoner.internal.all()] == ["Мария Тестова"]


@pytest.mark.parametrize(
    ("above", "below"),
    [("ФИО", ("Фамилия", "Имя")), ("Person", ("Surname", "Name")), ("Prisoner", ("Family", "Given"))],
)
def test_parts_of_a_name_below_one_heading_are_one_name(tmp_path: Path, above: str, below: tuple[str, str]) -> None:
    rows = [[above, None, "Sentence"], [*below, "Length"], ["Тестова", "Мария", "5 лет"]]
    report = _report(_merged(tmp_path, rows, "A1:B1"), "--commit", "--country", "KZ")
    assert list(report["mapping"].values()) == ["family_name", "given_name", "sentence"]
    assert [one.name for one in Prisoner.internal.all()] == ["Мария Тестова"]


def test_row_of_nothing_but_a_formula_hides_none_further_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_BLANK", 50)
    people = [[f"Person {number} Example", "KZ"] for number in range(60)]
    path = _xlsx(tmp_path, ["Name", "Country"], ['="Anna"'], *people, ["Bert Example", '="KZ"'])
    reasons = [one["row"] for one in _report(path)["refused"]]
    assert reasons == [2, 63]


def test_row_that_is_nothing_but_a_formula_is_refused_and_not_passed_over(tmp_path: Path) -> None:
    path = _xlsx(tmp_path, ["Name", "Country"], ['=HYPERLINK("https://press.example","Anna")'], ["Bert Example", "KZ"])
    report = _report(path)
    assert [(one["row"], one["column"]) for one in report["refused"]][:1] == [(2, "Name")]
    assert [one["row"] for one in report["new_rows"]] == [3]


def test_row_without_a_name_and_a_day_that_is_none_say_what_to_write(tmp_path: Path) -> None:
    path = _csv(tmp_path, ["Name", "Country", "Born"], ["", "KZ", "1980"], ["Anna Example", "KZ", "00.04.1980"])
    reasons = [one["reason"] for one in _report(path)["refused"]]
    assert reasons[0].endswith("A name that stands over several rows is written in each of them.")
    assert reasons[1] == "There is no day 0. Where the day is not known, write 1980-04."


TWICE = (
    ["Name", "Country", "Sentence", "Sentence", "Notes", "Notes", "Source"],
    ["Anna Example", "KZ", "5 years", "4 years", "left by the son", "asks for books", "https://p.example/1"],
)


def test_second_column_of_a_heading_is_left_out_or_kept_beside_the_first(tmp_path: Path) -> None:
    report = _report(_csv(tmp_path, *TWICE), "--commit")
    assert (report["new"], report["ignored"]) == (1, ["Sentence (D)"])
    assert report["mapping"]["Notes (F)"] == "notes"
    assert Sanction.internal.get().years == 5
    notes = sorted(one.body for one in ConfidentialNote.internal.all())
    assert notes == ["asks for books", "left by the son"]


@pytest.mark.parametrize("meant", ["Sentence (D)=sentence", "D=sentence"])
def test_second_column_of_a_heading_is_taken_instead_where_that_is_said(tmp_path: Path, meant: str) -> None:
    report = _report(_csv(tmp_path, *TWICE), "--map", "C=-", "--map", meant, "--commit")
    assert report["new"] == 1
    assert Sanction.internal.get().years == 4


def test_two_columns_of_one_meaning_may_say_the_same_and_nothing_else(tmp_path: Path) -> None:
    report = _report(
        _csv(
            tmp_path,
            ["Name", "Country", "Arrested", "Date of arrest", "Source"],
            ["Anna Example", "KZ", "2020-01-01", "01.01.2020", "https://p.example/1"],
            ["Berik Example", "KZ", "", "2021-01-01", "https://p.example/2"],
            ["Dina Example", "KZ", "2020-01-01", "2021-01-01", "https://p.example/3"],
        )
    )
    assert (report["new"], report["refused_rows"]) == (2, 1)
    [fault] = report["refused"]
    assert (fault["row"], fault["column"], fault["value"]) == (4, "Date of arrest", "2021-01-01")
    assert "“Arrested” says something else of the same: “2020-01-01”" in fault["reason"]


@pytest.mark.parametrize(("cells", "is_said"), [("C2:C4", True), ("B2:C2", False), ("A1:B1", False)])
def test_cells_that_are_merged_over_rows_are_said(tmp_path: Path, cells: str, is_said: bool) -> None:
    rows = [
        ["Name", "Country", "Arrested"],
        ["Anna Neil", "KZ", "2020"],
        ["Ivan Petrov", "KZ"],
        ["Olga Sidorova", "KZ"],
    ]
    notes = _report(_merged(tmp_path, rows, cells))["notes"]
    said = "Cells are merged over several rows (C2:C4): what stands in them is read for the first row alone."
    assert (said in notes, any("merged" in note for note in notes)) == (is_said, is_said)
