"""Who the rows of a spreadsheet are: asked across its sheets, answered row by row, and never promised in vain."""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from prisoners.importing.outlines import Options
from prisoners.importing.proposals import outline
from prisoners.importing.rows import read_rows
from prisoners.importing.sheets import open_file
from prisoners.models import Detention, Prisoner
from prisoners.services import imports
from prisoners.services.refusals import RecordRefused
from tests.prisoners import make

pytestmark = pytest.mark.django_db

HEADS = ["ФИО", "Арест", "Освобождён", "Источник"]
MAN = "Двойной Тест Муратович"
HELD = [MAN, "05.03.2021", "", "https://press.example/1"]
FREE = [MAN, "05.03.2021", "01.02.2024", "https://press.example/1"]
NAMESAKES = (
    "name,country,arrested,source\nSerik Akhm,KZ,2021-03,https://p.example/4\nSerik Akhm,KZ,2019,https://p.example/5\n"
)


def _book(folder: Path, sheets: Mapping[str, Sequence[Sequence[str]]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(folder / "two.xlsx")
    return folder / "two.xlsx"


def _two_tabs(folder: Path) -> Path:
    return _book(folder, {"Сидят": [HEADS, HELD], "Освобождены": [HEADS, FREE]})


def _csv(folder: Path, text: str = NAMESAKES) -> Path:
    path = folder / "list.csv"
    path.write_text(text)
    return path


def _report(path: Path, *words: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command("import_prisoners", str(path), "--country", "KZ", "--json", *words, stdout=out)
    return dict(json.loads(out.getvalue()))


def test_same_man_on_two_sheets_is_held_until_somebody_says(tmp_path: Path) -> None:
    report = _report(_two_tabs(tmp_path), "--commit")
    assert (report["new"], report["held"]) == (1, 1)
    (asked,) = report["likely_same"]
    assert (asked["sheet"], asked["row"]) == ("Освобождены", 2)
    assert asked["of"] == [{"name": MAN, "row": 2, "sheet": "Сидят"}]


@pytest.mark.parametrize(
    "words",
    [
        ["--likely", "same"],
        ["--decide", "Освобождены!2=same"],
        ["--decide", "Освобождены!2=row:Сидят!2"],
    ],
    ids=["all", "one", "by its row"],
)
def test_two_sheets_on_one_man_come_in_as_one_and_say_nothing_new_the_second_time(
    tmp_path: Path, words: list[str]
) -> None:
    path = _two_tabs(tmp_path)
    assert _report(path, *words)["new"] == 1
    assert _report(path, "--commit", *words)["new"] == 1
    assert str(Detention.internal.get(prisoner__name=MAN).ended_on) == "2024-02-01"
    again = _report(path, "--commit", "--likely", "same")
    assert (again["new"], again["changed"], again["unchanged"], again["refused"]) == (0, 0, 1, [])


def test_rows_that_name_each_other_are_one_person_and_not_none(tmp_path: Path) -> None:
    path = _csv(tmp_path, NAMESAKES.replace("2019", "2021-03"))
    assert _report(path, "--commit", "--decide", "2=row:3", "--decide", "3=row:2")["new"] == 1


@pytest.mark.parametrize("words", [["--likely", "new"], ["--decide", "3=new"]], ids=["all", "one"])
def test_namesakes_of_one_file_are_two_people_and_stay_so(tmp_path: Path, words: list[str]) -> None:
    path = _csv(tmp_path)
    assert _report(path, *words)["new"] == 2
    assert _report(path, "--commit", *words)["new"] == 2
    assert Prisoner.internal.filter(name="Serik Akhm").count() == 2
    assert [_report(path, *more)["unchanged"] for more in ([], words)] == [2, 2]


def test_namesake_on_another_sheet_is_entered_where_that_is_said(tmp_path: Path) -> None:
    assert _report(_two_tabs(tmp_path), "--commit", "--decide", "Освобождены!2=new")["new"] == 2
    assert Prisoner.internal.filter(name=MAN).count() == 2


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("2=row:999", "no person in the row “row:999”"),
        ("2=row:2", "says that a row is itself"),
        ("99=new", "no person in the row “99”"),
        ("S!2=new", "no person in the row “S!2”"),
        ("=", "no person in the row “”"),
        ("=new", "no person in the row “”"),
        ("2=", "says nothing of that row"),
        ("2=same", "nobody is likely the same person as Quentin Onlyone"),
        ("²=new", "no person in the row"),
    ],
)
def test_answer_that_is_of_no_row_is_refused_and_nothing_is_written(tmp_path: Path, said: str, why: str) -> None:
    text = "name,country,arrested,source\nQuentin Onlyone,KZ,2021-03,https://p.example/4\nRobert Second,KZ,2019,\n"
    with pytest.raises(CommandError, match=why):
        _report(_csv(tmp_path, text), "--commit", "--decide", said)
    assert not Prisoner.internal.exists()


def test_row_that_stands_on_several_sheets_has_to_be_named_with_its_sheet(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Several sheets have a row 2"):
        _report(_two_tabs(tmp_path), "--commit", "--decide", "2=new")


def test_row_of_somebody_known_is_left_out_or_nobody_else(tmp_path: Path) -> None:
    path = _csv(tmp_path)
    _report(path, "--commit", "--likely", "new")
    assert _report(path, "--decide", "2=skip")["skipped"] == 1
    for said in ("nobody-at-all", "serik-akhm-2"):
        (fault,) = _report(path, "--decide", f"2={said}")["refused"]
        assert "This row is “serik-akhm” in the record" in fault["reason"]


def test_what_the_database_refuses_is_said_in_our_words(tmp_path: Path) -> None:
    path = _csv(tmp_path)
    found = outline(read_rows(open_file(path.name, path.read_bytes()), {}, date(2026, 11, 1)), Options(likely="new"))
    found.proposals[1].key = found.proposals[0].key
    with pytest.raises(RecordRefused, match="Row 3: The record cannot hold it as it is") as refused:
        imports.write(found, imports.File(path.name, path.read_bytes()), None)
    assert "key" not in str(refused.value)


def _born(folder: Path, *rows: str) -> Path:
    return _csv(folder, "\n".join(["name,gender,known for,born", *rows]))


def _marat() -> Prisoner:
    return make.a_prisoner("Marat Zhylanbayev", country="KZ", born_on="1963-08-19")


@pytest.mark.parametrize(
    "row",
    [
        "Marat Zhylanbayev,m,marathon runner,1963-08-20",
        "Marat Zhylanbayev,m,marathon runner,1963-08-18",
        "Marat Zhylanbayev,m,,1993-08-19",
        "Marat Zhylanbayev,m,,2001",
        "Marat Zhilanbaev,m,,1964",
        "Марат Жыланбаев,m,,1964",
    ],
    ids=("next day", "day before", "one digit", "father or son", "another spelling", "another script"),
)
def test_another_date_of_birth_is_asked_about_and_hides_nobody(tmp_path: Path, row: str) -> None:
    known = _marat()
    report = _report(_born(tmp_path, row))
    (asked,) = report["likely_same"]
    assert (asked["of"], report["new"], report["held"]) == ([{"name": known.name, "slug": known.slug}], 0, 1)


def test_a_name_that_is_less_alike_with_a_far_date_is_another_person(tmp_path: Path) -> None:
    _marat()
    report = _report(_born(tmp_path, "Murat Zhylanbay,m,,1985-02-03"))
    assert (report["likely_same"], report["new"]) == ([], 1)


def test_nobody_is_made_one_with_who_was_born_on_another_day_by_a_word_for_the_whole_file(tmp_path: Path) -> None:
    known = _marat()
    file = _born(tmp_path, "Marat Zhylanbayev,m,,1993-08-19")
    assert _report(file, "--likely", "same", "--commit")["held"] == 1
    known.refresh_from_db()
    assert (str(known.born_on), Prisoner.internal.count()) == ("1963-08-19", 1)
    assert _report(file, "--decide", "2=same")["changed"] == 1


def test_question_says_when_each_was_born_the_one_who_fits_first(tmp_path: Path) -> None:
    _marat()
    make.a_prisoner("Marat Zhylanbayev", country="KZ", born_on="1993-08-19", slug="marat-the-younger")
    path = _born(tmp_path, "Marat Zhylanbayev,m,,1993-08")
    made = outline(read_rows(open_file(path.name, path.read_bytes()), {}, date(2026, 1, 1)), Options(country="KZ"))
    assert [like.where for like in made.proposals[0].likes] == [
        "marat-the-younger, born 19 August 1993",
        "marat-zhylanbayev, born 19 August 1963",
    ]
