"""Cells as people write them that are read whole or not at all: two sentences, errors, days that cannot be, JSON."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from prisoners.choices import SanctionKind
from prisoners.importing.date_parts import DateStyle
from prisoners.importing.messy_dates import read_date
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sentences import read_sentences
from prisoners.models import Detention, PersonName, Prisoner, Sanction
from prisoners.services import detentions, prisoners
from prisoners.services.refusals import RecordRefused
from tests.factories import PersonNameFactory, PrisonerFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def _report(path: Path, *words: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command("import_prisoners", str(path), "--json", *words, stdout=out)
    return dict(json.loads(out.getvalue()))


def _csv(folder: Path, *rows: list[str]) -> Path:
    path = folder / "list.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _refused(folder: Path, *rows: list[str]) -> str:
    (fault,) = _report(_csv(folder, *rows))["refused"]
    return str(fault["reason"])


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("2 years and a fine of 500 000 KZT", 2),
        ("3 года; штраф 500000 тенге", 3),
        ("5 (пять) лет и штраф 500 000 тг", 5),
        ("штраф 500000 тенге, лишение свободы на 4 года", 4),
    ],
)
def test_sentence_and_the_fine_beside_it_are_two(said: str, years: int) -> None:
    found = {one["kind"]: one for one in read_sentences(said, "") or []}
    assert set(found) == {SanctionKind.PRISON, SanctionKind.FINE}
    assert found[SanctionKind.PRISON]["years"] == years
    assert (found[SanctionKind.FINE]["fine_amount"], found[SanctionKind.FINE]["fine_currency"]) == (
        Decimal(500_000),
        "KZT",
    )


@pytest.mark.parametrize(
    ("said", "kind", "length"),
    [
        ("5 (пять) лет", SanctionKind.PRISON, (5, 0, 0)),
        ("пять (5) лет 6 (шесть) месяцев", SanctionKind.PRISON, (5, 6, 0)),
        ("7 (seven) years", SanctionKind.PRISON, (7, 0, 0)),
        ("15 days administrative", SanctionKind.ADMINISTRATIVE_ARREST, (0, 0, 15)),
        ("15 суток административного ареста", SanctionKind.ADMINISTRATIVE_ARREST, (0, 0, 15)),
        ("5 years and 6 months", SanctionKind.PRISON, (5, 6, 0)),
    ],
)
def test_length_is_read_with_what_stands_beside_it(said: str, kind: str, length: tuple[int, int, int]) -> None:
    (found,) = read_sentences(said, "") or []
    assert (found["kind"], (found["years"], found["months"], found["days"])) == (kind, length)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("5 (шесть) лет", "differ"),
        ("2 years and a fine of 500 000", "2 years; fine 500000 KZT"),
        ("2 years, fine 5 USD, fine 7 USD", "2 years; fine 500000 KZT"),
        ("2 years and something", "not read as a length"),
    ],
)
def test_sentence_that_is_half_understood_is_refused(said: str, why: str) -> None:
    with pytest.raises(CellRefused, match=why):
        read_sentences(said, "")


@pytest.mark.parametrize("said", ["-3 years", "−3 года", "-3 years suspended", "-3", -3, -2.5])
@pytest.mark.parametrize("unit", ["", "years"])
def test_length_below_zero_is_refused(said: str | float, unit: str) -> None:
    with pytest.raises(CellRefused, match="below zero"):
        read_sentences(said, unit)


def test_hours_of_work_come_in_and_change_nothing_the_second_time(tmp_path: Path) -> None:
    heads = ["Name", "Country", "Sentence", "Source"]
    path = _csv(tmp_path, heads, ["Anna Neil", "KZ", "240 часов общественных работ", "https://p.example/a"])
    _report(path, "--commit")
    work = Sanction.internal.get()
    assert (work.kind, work.hours, work.years) == (SanctionKind.COMMUNITY_SERVICE, 240, 0)
    again = _report(path, "--commit")
    assert (again["unchanged"], again["changes"], again["refused"]) == (1, [], [])


@pytest.mark.parametrize(
    "said",
    [
        "четверг, 21 апреля 2022",
        "Thursday, 21 April 2022",
        "Thu 21.04.2022",
        "в четверг 21 апреля 2022 г.",
        "21 Nisan 2022 Perşembe",
        "Donnerstag, den 21. April 2022",
        "2022-04-21 (чт)",
        "jeudi 21 avril 2022",
    ],
)
def test_day_of_the_week_beside_a_date_is_read_over(said: str) -> None:
    assert str(read_date(said, DateStyle(), TODAY)) == "2022-04-21"


def test_day_of_the_week_that_does_not_fit_is_refused() -> None:
    with pytest.raises(CellRefused, match="does not fit: 21 April 2022 is no “пятница”"):
        read_date("пятница, 21 апреля 2022", DateStyle(), TODAY)


@pytest.mark.parametrize("heading", ["name", "Name"])
def test_second_column_of_names_is_another_spelling(tmp_path: Path, heading: str) -> None:
    heads = [heading, heading, "Country", "Source"]
    report = _report(_csv(tmp_path, heads, ["Anna Neil", "Анна Нил", "KZ", "https://p.example/a"]), "--commit")
    assert (report["new"], report["ignored"]) == (1, [])
    assert {one.text for one in PersonName.internal.all()} == {"Anna Neil", "Анна Нил"}


def test_two_sentences_of_a_cell_come_in_and_change_nothing_the_second_time(tmp_path: Path) -> None:
    heads = ["Name", "Country", "Sentence", "Source"]
    path = _csv(tmp_path, heads, ["Anna Neil", "KZ", "2 years and a fine of 500 000 KZT", "https://p.example/a"])
    _report(path, "--commit")
    fine = Sanction.internal.get(kind=SanctionKind.FINE)
    assert (fine.accompanies and fine.accompanies.years) == 2
    again = _report(path, "--commit")
    assert (again["unchanged"], again["changes"], again["refused"]) == (1, [], [])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("с 5 по 7 марта 2021", "2021-03-05/2021-03-07"),
        ("from 5 to 7 March 2021", "2021-03-05/2021-03-07"),
        ("5 или 6 марта 2021", "2021-03-05/2021-03-06"),
        ("5 or 6 March 2021", "2021-03-05/2021-03-06"),
        ("5 марта или 6 апреля 2021", ""),
        ("05.03.2021 или 06.04.2021", "2021-03-05/2021-04-06"),
    ],
)
def test_days_between_which_it_was_are_read_as_an_interval(said: str, meant: str) -> None:
    if meant:
        assert str(read_date(said, DateStyle(), TODAY)) == meant
    else:
        with pytest.raises(CellRefused):
            read_date(said, DateStyle(), TODAY)


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#ССЫЛКА!", "#Н/Д", "Err:502", "#spill!"])
@pytest.mark.parametrize("column", ["Name", "Sentence", "Arrested", "Source", "Articles", "Notes", "Sex"])
def test_error_of_a_spreadsheet_is_an_error_in_every_column(tmp_path: Path, error: str, column: str) -> None:
    heads = ["Country", "Name", "Sentence", "Arrested", "Source", "Articles", "Notes", "Sex"]
    row = ["KZ", "Anna Neil", *[""] * 6]
    row[heads.index(column)] = error
    assert "this cell is an error" in _refused(tmp_path, heads, row)


def test_row_that_begins_with_an_error_is_not_taken_for_a_remark(tmp_path: Path) -> None:
    assert "this cell is an error" in _refused(tmp_path, ["name", "country"], ["#N/A", "KZ"])


@pytest.mark.parametrize("heading", ["name", "Family name", "ФИО"])
def test_number_is_no_name(tmp_path: Path, heading: str) -> None:
    assert "not a name" in _refused(tmp_path, [heading, "country"], ["12345", "KZ"])


def test_arrest_before_the_birth_is_refused(tmp_path: Path) -> None:
    heads = ["name", "country", "born_on", "arrested"]
    assert "before the person was born" in _refused(tmp_path, heads, ["Anna Neil", "KZ", "2021-01-01", "2020-01-01"])
    assert _report(_csv(tmp_path, heads, ["Anna Neil", "KZ", "2020", "2020-01-01"]))["refused"] == []


def test_release_that_is_still_to_come_is_refused(tmp_path: Path) -> None:
    heads = ["name", "country", "arrested", "released"]
    assert "in the future" in _refused(tmp_path, heads, ["Anna Neil", "KZ", "2022-01-01", "2031-01-01"])


def test_birth_is_not_moved_past_what_the_record_says(tmp_path: Path) -> None:
    anna = PrisonerFactory(slug="anna", name="Anna Neil", country="KZ")
    detentions.detain(anna, started_on="2020-01-01")
    anna.born_on = "2021"
    with pytest.raises(RecordRefused, match="before the person was born"):
        prisoners.keep(anna)
    assert "before the person" in _refused(tmp_path, ["slug", "name", "born_on"], ["anna", "Anna Neil", "2021"])


def test_custody_in_the_future_is_refused_by_its_service() -> None:
    with pytest.raises(RecordRefused, match="in the future"):
        detentions.detain(PrisonerFactory(), started_on="2999-01-01")
    assert not Detention.internal.exists()


def test_spelling_that_begins_like_a_formula_goes_out_and_in_the_same(tmp_path: Path) -> None:
    anna = PrisonerFactory(slug="anna", name="Anna Neil", summary="Tra\u202cde \u2067union\u2069")
    for text in ("'=Anna", "=Anna", "''+Anna"):
        PersonNameFactory(prisoner=anna, text=text)
    for suffix in ("csv", "xlsx", "json"):
        _same_again(tmp_path, suffix)
    assert PersonName.internal.filter(text="'=Anna").exists()


def _same_again(folder: Path, suffix: str) -> None:
    answer = Client().get(f"/en/prisoners/export.{suffix}")
    path = folder / f"out.{suffix}"
    path.write_bytes(answer.getvalue())
    report = _report(path)
    assert (report["changes"], report["refused"], report["unchanged"]) == ([], [], 1)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ('{"prisoners": [{"name": ', "no JSON"),
        ('{"people": []}', "no list of prisoners"),
        ("[]", "no list of prisoners"),
        ("[1]", "no list of prisoners"),
        ('[{"name": ["A"], "country": "KZ"}]', "a list or an object"),
        ('[{"name": NaN}]', "no JSON"),
        ("[" * 100_000, "no JSON"),
    ],
    ids=["cut", "other", "empty", "numbers", "deep", "nan", "nested"],
)
def test_json_that_is_no_export_is_refused_with_one_sentence(tmp_path: Path, said: str, why: str) -> None:
    path = tmp_path / "list.json"
    path.write_text(said)
    with pytest.raises(CommandError, match=why):
        _report(path)
    assert not Prisoner.internal.exists()


def test_rebuilding_the_search_names_those_who_have_no_spelling() -> None:
    anna = PrisonerFactory(name="Anna Neil")
    unnamed = PrisonerFactory(name="A woman of forty", is_unnamed=True)
    PersonName.internal.all().delete()
    call_command("rebuild_search", stdout=io.StringIO())
    assert [one.text for one in PersonName.internal.filter(prisoner=anna)] == ["Anna Neil"]
    assert not PersonName.internal.filter(prisoner=unnamed).exists()


def test_long_name_is_found_though_in_latin_letters_it_is_longer() -> None:
    long = "Щ" * 200
    assert prisoners.enter(name=long, slug="long", country="KZ").names.get().text == long


@pytest.mark.parametrize(
    ("one", "other", "script"),
    [("Анна Нил", "Ерлан Примеров", "Cyrl"), ("Anna Neil", "Yerlan Example", "Latn"), ("ธงชัย", "ปรีดี", "Thai")],
)
def test_first_spelling_says_in_which_script_it_is(tmp_path: Path, one: str, other: str, script: str) -> None:
    assert prisoners.enter(name=one, slug="anna", country="KZ").names.get().script == script
    _report(_csv(tmp_path, ["Name", "Country", "Source"], [other, "KZ", "https://p.example/a"]), "--commit")
    assert PersonName.internal.get(text=other).script == script


@pytest.mark.parametrize("value", ["1e999", "-1e999", "1" * 400, "1e300"])
@pytest.mark.parametrize("column", ["born_on", "sentence", "children", "arrested", "notes"])
def test_number_beyond_all_numbers_is_refused_in_its_cell(tmp_path: Path, value: str, column: str) -> None:
    path = tmp_path / "list.json"
    path.write_text(f'[{{"name": "Anna Neil", "country": "KZ", "{column}": {value}}}]')
    report = _report(path)
    assert report["new"] + report["refused_rows"] == 1


@pytest.mark.parametrize(
    "said", ["9" * 400, "9" * 5000 + " years", "9" * 5000 + " (five) years", "fine 1" + " 000" * 5 + " KZT"]
)
@pytest.mark.parametrize("unit", ["", "years"])
def test_sentence_beyond_all_numbers_is_refused(said: str, unit: str) -> None:
    with pytest.raises(CellRefused):
        read_sentences(said, unit)


def test_half_of_a_letter_is_refused_in_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(r'[{"name": "Anna \ud800 Neil", "country": "KZ"}, {"name": "Ivan Petrov", "country": "KZ"}]')
    report = _report(path, "--commit", "--skip-refused")
    assert ["Letters were lost" in one["reason"] for one in report["refused"]] == [True]
    assert [one.text for one in PersonName.internal.all()] == ["Ivan Petrov"]


def test_marks_of_direction_around_a_cell_are_no_part_of_it(tmp_path: Path) -> None:
    path = _csv(tmp_path, ["name", "country"], ["\u200f\u00a0אהוד כהן\u200e", "\u200fIL\u200f"])
    _report(path, "--commit")
    assert [(one.text, one.prisoner.country) for one in PersonName.internal.all()] == [("אהוד כהן", "IL")]
