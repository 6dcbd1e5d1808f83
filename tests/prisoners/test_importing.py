"""Spreadsheets as campaigners keep them: what comes in, what is refused and why, and how it is taken back."""

import csv
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from prisoners.choices import PublicationState, SanctionKind
from prisoners.importing.date_parts import DateStyle
from prisoners.importing.encodings import decode
from prisoners.importing.lengths import read_length
from prisoners.importing.messy_dates import read_date
from prisoners.importing.outlines import Options
from prisoners.importing.proposals import outline
from prisoners.importing.refusals import CellRefused, FileRefused
from prisoners.importing.rows import read_rows
from prisoners.importing.sentences import read_sentence
from prisoners.importing.sheets import open_file
from prisoners.models import Batch, Citation, Detention, PersonName, Place, Prisoner, Sanction, Source
from prisoners.services import imports
from prisoners.services.refusals import RecordRefused
from prisoners.terms import Term
from tests.queries import first_queries_of

TODAY = date(2026, 11, 24)
HEADS = ["ФИО / Name", "Дата рождения", "Дата ареста", "Срок", "Статья", "Место", "Источник", "Country"]
ERLAN = [
    "Балтабай Ерлан / Yerlan Baltabai",
    *("1962", "19.04.2019", "7 лет", "ст. 174 ч.2 УК", "Шымкент", "https://press.example/a", "KZ"),
]
SECOND = ["Erlan Baltabay", "", "", "", "", "", "", "KZ"]

pytestmark = pytest.mark.django_db


def _csv(folder: Path, *rows: list[str], name: str = "list.csv", encoding: str = "utf-8", delimiter: str = ";") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path = folder / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def _xlsx(folder: Path, *rows: list[Any], name: str = "list.xlsx") -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def _report(path: Path, *words: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command("import_prisoners", str(path), "--json", *words, stdout=out)
    return dict(json.loads(out.getvalue()))


def _counts(path: Path, *words: str) -> tuple[int, ...]:
    report = _report(path, *words)
    return tuple(report[name] for name in ("new", "changed", "unchanged", "held", "refused_rows"))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("April 2022", "2022-04"), ("19.04.2022", "2022-04-19"), ("04/2022", "2022-04"), ("44671", "2022-04-20")),
        *(("before 12 Dec 2011", "../2011-12-11"), ("16 декабря 2011 г.", "2011-12-16"), ("c. 2011", "2011~")),
        *(("2011 жылғы 16 желтоқсан", "2011-12-16"), ("16. Dezember 2011", "2011-12-16"), ("сәуір 2022", "2022-04")),
        *(
            ("mid-April 2022", "2022-04~"),
            ("сер. апреля 2022", "2022-04~"),
            ("сер.апреля 2022 г.", "2022-04~"),
            ("Сер апр. 2022", "2022-04~"),
            ("в середине апреля 2022", "2022-04~"),
            ("нач. 2022", "2022~"),
            ("кон. апреля 2022", "2022-04~"),
            ("прибл. 2022", "2022~"),
            ("27.XII.1980", "1980-12-27"),
            ("1980s", "1980/1989"),
            ("1980-е", "1980/1989"),
        ),
        *(("spring 2022", "2022-03/2022-05"), ("9–10.08.2019", "2019-08-09/2019-08-10"), ("2011~", "2011~")),
        *(("19 avril 2022", "2022-04-19"), ("1er août 2021", "2021-08-01"), ("févr. 2019", "2019-02")),
        *(("avant mai 2021", "../2021-04"), ("juin 2020", "2020-06"), ("juillet 2020", "2020-07")),
        *(("19 Nisan 2022", "2022-04-19"), ("Kasım 2020", "2020-11"), ("3 Ağustos 2021", "2021-08-03")),
        *(("IV.2022", "2022-04"), ("1980er", "1980/1989")),
    ],
)
def test_date_is_read_as_people_write_it(said: str, meant: str) -> None:
    assert str(read_date(said, DateStyle(), TODAY)) == meant


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("31 April 2022", "^In April 2022 there are 30 days and no day 31: was 30 April 2022 meant, or 1 May 2022"),
        ("04/05/2022", "whether the day or the month comes first"),
        ("19.04.22", "say the century"),
        ("16 December", "XXXX-12-16"),
        ("2011/12", "a month or two years"),
        ("winter 2021", "write which"),
        ("two days after", "not read as a date"),
        ("March 2099", "in the future"),
    ],
)
def test_date_is_refused_with_what_was_meant_when_it_can_be_two(said: str, reason: str) -> None:
    with pytest.raises(CellRefused, match=reason):
        read_date(said, DateStyle(), TODAY)


def test_setting_of_a_column_decides_for_all_its_dates() -> None:
    assert str(read_date("04/05/22", DateStyle("mdy", 2000), TODAY)) == "2022-04-05"
    assert str(read_date("04/05/22", DateStyle("dmy", 2000), TODAY)) == "2022-05-04"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("14y", Term(14)), ("2.5 yrs", Term(2, 6)), ("5 лет 6 мес", Term(5, 6)), ("seven years", Term(7))),
        *(("6 yıl 3 ay hapis", Term(6, 3)), ("altı yıl", Term(6)), ("15 gün", Term(days=15))),
        *(("6 ans et 3 mois", Term(6, 3)), ("deux ans de prison", Term(2)), ("15 jours", Term(days=15))),
        *(
            ("полтора года", Term(1, 6)),
            ("15 суток", Term(0, 0, 15)),
            ("5 жыл 6 ай", Term(5, 6)),
            ("Seven (7) years", Term(7)),
        ),
    ],
)
def test_length_is_read_as_people_write_it(said: str, meant: Term) -> None:
    length = read_length(said, "")
    assert length is not None
    assert length.term == meant


@pytest.mark.parametrize("said", ["life", "пожизненное лишение свободы", "ПЛС", "réclusion à perpétuité", "müebbet"])
def test_life_is_read_as_people_write_it(said: str) -> None:
    length = read_length(said, "")
    assert length is not None and length.is_indefinite


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("10 years strict regime", {"kind": "prison", "regime": "maximum", "years": 10}),
        ("7 лет 6 месяцев колонии строгого режима", {"kind": "prison", "regime": "maximum", "years": 7, "months": 6}),
        ("4 года колонии общего режима", {"kind": "prison", "regime": "medium", "years": 4}),
        ("2,5 года в колонии-поселении", {"kind": "prison", "regime": "minimum", "years": 2, "months": 6}),
        ("3 years (suspended)", {"kind": "suspended_prison", "years": 3}),
        ("15 суток ареста", {"kind": "administrative_arrest", "days": 15}),
        ("15 days", {"kind": "administrative_arrest", "days": 15}),
        ("7 лет ИК строгого режима", {"kind": "prison", "regime": "maximum", "years": 7}),
        ("7 лет ИК", {"kind": "prison", "years": 7}),
        ("7 лет исправительной колонии общего режима", {"kind": "prison", "regime": "medium", "years": 7}),
        ("240 часов общественных работ", {"kind": "community_service", "hours": 240}),
        ("240 hours of community service", {"kind": "community_service", "hours": 240}),
        ("обязательные работы 200 ч.", {"kind": "community_service", "hours": 200}),
        ("общественные работы", {"kind": "community_service"}),
        ("fine 500000 KZT", {"kind": "fine", "fine_amount": 500_000, "fine_currency": "KZT"}),
        ("штраф 100 000 руб.", {"kind": "fine", "fine_amount": 100_000, "fine_currency": "RUB"}),
        ("fine of 1,500.50 USD", {"kind": "fine", "fine_amount": Decimal("1500.50"), "fine_currency": "USD"}),
        ("айыппұл 50000 теңге", {"kind": "fine", "fine_amount": 50_000, "fine_currency": "KZT"}),
        ("fine", {"kind": "fine"}),
    ],
)
def test_sentence_is_read_with_its_regime_or_its_fine(said: str, meant: dict[str, Any]) -> None:
    assert {name: value for name, value in (read_sentence(said, "") or {}).items() if value} == meant


@pytest.mark.parametrize(
    "said",
    [
        "fine 500000",
        "штраф 50 МРП",
        "fine 3 million KZT",
        "20000 часов общественных работ",
        "240 часов",
        "strict regime forever",
    ],
)
def test_sentence_is_refused_when_it_is_not_clear(said: str) -> None:
    with pytest.raises(CellRefused):
        read_sentence(said, "")


@pytest.mark.parametrize(
    ("said", "is_two"),
    [
        ("Petrov Ivan; Orlov Pavel", True),
        ("Petrov I.\nOrlov P.", True),
        ("Yerlan Baltabai; Ерлан Балтабай", False),
        ("Max Bokayev / Maksat", False),
        ("Aron Atabek; Aron Edigeev", False),
    ],
)
def test_several_people_in_one_cell_are_refused_and_several_spellings_are_not(
    tmp_path: Path, said: str, is_two: bool
) -> None:
    report = _report(_csv(tmp_path, ["Name", "Country"], [said, "KZ"]))
    assert (report["new"], len(report["refused"])) == ((0, 1) if is_two else (1, 0))


@pytest.mark.parametrize(
    ("said", "spellings"),
    [
        ("Балтабай\nЕрлан", ["Балтабай Ерлан"]),
        ("Baltabai\nYerlan Nurlanuly", ["Baltabai Yerlan Nurlanuly"]),
        ("Baltabai\nБалтабай", ["Baltabai", "Балтабай"]),
        ("Baltabai\nBaltabay", ["Baltabai", "Baltabay"]),
        ("Yerlan Baltabai\nYerzhan", ["Yerlan Baltabai", "Yerzhan"]),
    ],
)
def test_name_that_is_broken_over_lines_is_one_name_and_spellings_below_each_other_are_not(
    tmp_path: Path, said: str, spellings: list[str]
) -> None:
    _report(_csv(tmp_path, ["Name", "Country"], [said, "KZ"]), "--commit")
    assert [one.text for one in PersonName.internal.order_by("pk")] == spellings


@pytest.mark.parametrize("said", ["* those marked are ill", "Note: checked in May"])
def test_what_stands_below_a_list_is_nobody(tmp_path: Path, said: str) -> None:
    report = _report(_csv(tmp_path, ["Name", "Country"], ["Ivan Petrov", "KZ"], [said, ""]), "--country", "KZ")
    assert (report["new"], [one["reason"] for one in report["refused"]]) == (1, ["This is not a name."])


@pytest.mark.parametrize("said", ["Total: 110", "Итого 12", "ВСЕГО", "Барлығы 7"])
def test_line_that_sums_up_the_list_is_left_out_and_said(tmp_path: Path, said: str) -> None:
    path = _csv(
        tmp_path, ["Name", "Sentence"], ["Ivan Petrov", "7 лет"], [said, "4 чел."], ["Всеволод Тоталов", "2 года"]
    )
    report = _report(path, "--country", "KZ")
    assert (report["new"], report["refused"]) == (2, [])
    assert f"Row 3 sums up the list (“{said}”); it was left out." in report["notes"]


@pytest.mark.parametrize("count", ["4", ""])
def test_line_that_sums_up_the_list_before_the_names_is_left_out_too(tmp_path: Path, count: str) -> None:
    path = _csv(tmp_path, ["№", "Name"], ["1", "Ivan Petrov"], ["Total", "Olga Smirnova"], ["Итого:", count])
    report = _report(path, "--country", "KZ")
    assert (report["new"], report["refused"]) == (2, [])
    assert "Row 4 sums up the list (“Итого:”); it was left out." in report["notes"]


def test_count_of_days_with_an_hour_is_a_day(tmp_path: Path) -> None:
    path = _csv(tmp_path, ["Name", "Arrested"], ["Ivan Petrov", "44671.5"], ["Olga Smirnova", "44671"])
    assert _report(path, "--country", "KZ")["refused"] == []


@pytest.mark.parametrize("said", ["7", "2.3 yrs", "a long time"])
def test_length_is_refused_when_it_is_not_clear(said: str) -> None:
    with pytest.raises(CellRefused):
        read_length(said, "")


def test_nothing_is_written_before_it_is_committed(tmp_path: Path) -> None:
    assert _counts(_csv(tmp_path, HEADS, ERLAN)) == (1, 0, 0, 0, 0)
    assert not Prisoner.internal.exists()


def test_row_becomes_drafts_that_rest_on_the_file_and_its_sources(tmp_path: Path) -> None:
    _report(_csv(tmp_path, HEADS, ERLAN), "--commit")
    prisoner = Prisoner.internal.get()
    sanction, custody = Sanction.internal.get(), Detention.internal.get()
    assert (prisoner.name, prisoner.slug, str(prisoner.born_on)) == ("Yerlan Baltabai", "yerlan-baltabai", "1962")
    assert {name.text for name in PersonName.internal.all()} == {"Yerlan Baltabai", "Балтабай Ерлан"}
    assert (sanction.years, sanction.kind, sanction.articles) == (7, SanctionKind.PRISON, "ст. 174 ч.2 УК")
    assert (str(custody.started_on), custody.place) == ("2019-04-19", Place.objects.get(name="Шымкент"))
    assert {row.state for row in (prisoner, sanction, custody)} == {PublicationState.DRAFT}
    assert not Prisoner.public.exists()
    assert Citation.internal.filter(sanction=sanction).count() == 2
    assert set(Source.internal.values_list("url", "is_confidential")) == {
        ("", True),
        ("https://press.example/a", False),
    }


def test_file_changes_nothing_the_second_time(tmp_path: Path) -> None:
    path = _csv(tmp_path, HEADS, ERLAN)
    _report(path, "--commit")
    assert _counts(path, "--commit") == (0, 0, 1, 0, 0)
    assert (Prisoner.internal.count(), Batch.internal.count()) == (1, 1)


@pytest.mark.parametrize("committed_first", [False, True])
def test_two_spellings_of_one_man_are_held_until_somebody_says(tmp_path: Path, committed_first: bool) -> None:
    path = _csv(tmp_path, HEADS, ERLAN, SECOND)
    if committed_first:
        _report(path, "--commit")
    report = _report(path, "--commit")
    assert [one["row"] for one in report["likely_same"]] == [3]
    assert (report["held"], Prisoner.internal.count()) == (1, 1)
    _report(path, "--commit", "--likely", "same")
    assert Prisoner.internal.count() == 1
    _report(path, "--commit", "--decide", "3=new")
    assert Prisoner.internal.count() == 2


def test_changed_cell_shows_old_and_new(tmp_path: Path) -> None:
    _report(_csv(tmp_path, HEADS, ERLAN), "--commit")
    longer = [*ERLAN[:3], "8 лет", *ERLAN[4:]]
    report = _report(_csv(tmp_path, HEADS, longer), "--commit")
    assert [(one["column"], one["old"], one["new"]) for one in report["changes"]] == [("Срок", "7", "8")]
    assert Sanction.internal.get().years == 8


def test_refused_rows_stop_the_commit_unless_they_are_skipped(tmp_path: Path) -> None:
    path = _csv(tmp_path, HEADS, ERLAN, ["Ivan Petrov", "31.04.1980", "", "", "", "", "", "KZ"])
    out = io.StringIO()
    with pytest.raises(CommandError, match="Nothing was written"):
        call_command("import_prisoners", str(path), "--commit", "--json", stdout=out)
    refused = json.loads(out.getvalue())["refused"]
    assert [(one["row"], one["column"], one["value"]) for one in refused] == [(3, "Дата рождения", "31.04.1980")]
    assert not Prisoner.internal.exists()
    assert _counts(path, "--commit", "--skip-refused") == (1, 0, 0, 0, 1)
    assert Prisoner.internal.count() == 1


def test_import_is_taken_back_as_a_whole(tmp_path: Path) -> None:
    path = _csv(tmp_path, HEADS, ERLAN)
    _report(path, "--commit")
    call_command("import_prisoners", str(path), "--take-back", stdout=io.StringIO())
    left = (Prisoner, PersonName, Sanction, Detention, Source, Citation)
    assert [model._base_manager.count() for model in left] == [0] * 6
    assert Batch.internal.get().taken_back_at is not None


def test_change_is_taken_back_to_the_old_value(tmp_path: Path) -> None:
    _report(_csv(tmp_path, HEADS, ERLAN), "--commit")
    path = _csv(tmp_path, HEADS, [*ERLAN[:3], "8 лет", *ERLAN[4:]], name="later.csv")
    _report(path, "--commit")
    call_command("import_prisoners", str(path), "--take-back", stdout=io.StringIO())
    assert Sanction.internal.get().years == 7


def test_import_is_not_taken_back_when_somebody_edited_since(tmp_path: Path) -> None:
    path = _csv(tmp_path, HEADS, ERLAN)
    _report(path, "--commit")
    Sanction.internal.get().save()
    with pytest.raises(CommandError, match="changed after the import"):
        call_command("import_prisoners", str(path), "--take-back")
    assert Prisoner.internal.count() == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8_r", "cp866", "mac_cyrillic"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_is_read_in_every_common_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    row = [*ERLAN[:6], "", "KZ"]
    path = _csv(tmp_path, HEADS, row, encoding=encoding, delimiter=delimiter)
    assert [one["name"] for one in _report(path)["new_rows"]] == ["Yerlan Baltabai"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866"])
def test_text_all_in_capitals_is_read_in_its_encoding(encoding: str) -> None:
    text = "ФИО;СТАТЬЯ;СРОК\nИВАНОВ ИВАН ПЕТРОВИЧ;205;5 ЛЕТ\nБАЛТАБАЙ ЕРЛАН;179;7 ЛЕТ\n"
    assert decode(text.encode(encoding))[0] == text
    assert decode("ЧЕХОВ".encode("cp1251")) == ("ЧЕХОВ", "Windows-1251")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_command_says_how_far_it_has_come_to_a_terminal_and_to_nothing_else(tmp_path: Path) -> None:
    path, terminal, pipe = _csv(tmp_path, HEADS, ERLAN), _Terminal(), io.StringIO()
    call_command("import_prisoners", str(path), "--commit", "--json", stdout=io.StringIO(), stderr=terminal)
    said = terminal.getvalue().split("\r\x1b[K")
    assert said[:3] == ["", "The file is being opened.", "Rows that were read: 0 of 2."]
    assert "Parts that were written: 0 of" in said[-2] and said[-1] == ""
    call_command("import_prisoners", str(path), "--take-back", stdout=io.StringIO(), stderr=pipe)
    assert (pipe.getvalue(), Prisoner.internal.count()) == ("", 0)


def test_line_of_progress_is_gone_before_a_refusal_is_told(tmp_path: Path) -> None:
    terminal = _Terminal()
    with pytest.raises(CommandError):
        call_command("import_prisoners", str(_csv(tmp_path, ["Colour"], ["red"])), stderr=terminal)
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_workbook_with_titles_blanks_and_real_dates_is_read(tmp_path: Path) -> None:
    rows = [["List of prisoners"], [], ["", "Name", "Arrested", "Sentence (years)", "Country"]]
    path = _xlsx(tmp_path, *rows, [None, "Larisa Kharkova", date(2017, 7, 25), 4, "Kazakhstan"], [], [])
    _report(path, "--commit")
    assert (str(Detention.internal.get().started_on), Sanction.internal.get().years) == ("2017-07-25", 4)


def test_formula_that_was_never_computed_is_refused(tmp_path: Path) -> None:
    path = _xlsx(tmp_path, ["Name", "Country", "Born"], ["Larisa Kharkova", "KZ", "=1960+1"])
    assert [one["column"] for one in _report(path)["refused"]] == ["Born"]


def _macro(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    return out.getvalue()


def _bomb(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/zeros", b"\0" * 160_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "spoil", "reason"),
    [
        ("list.xlsx", lambda data: data[: len(data) // 2], "cut off or damaged"),
        ("list.xlsx", _macro, "macros"),
        ("list.xlsx", _bomb, "larger than is read here"),
        ("list.xlsx", lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, "password"),
        ("list.xlsx", lambda data: b"Name,Born\nA B,1960\n", "no workbook"),
        ("list.csv", lambda data: data, "this is a workbook"),
        ("list.xlsm", lambda data: data, "macros"),
        ("list.pdf", lambda data: data, "Only .csv"),
        ("list.csv", lambda data: b" \n", "empty"),
        ("list.csv", lambda data: b'Name,Born\n"A B,1960\n', "quotation marks"),
        ("list.csv", lambda data: b"Colour,Taste\nred,sweet\n", "No heading is known"),
        ("list.csv", lambda data: b"Name,Born\nA\0B,1960\n", "zero bytes"),
    ],
)
def test_file_is_refused_with_one_sentence(tmp_path: Path, name: str, spoil: Any, reason: str) -> None:
    data = _xlsx(tmp_path, ["Name", "Born"], ["A B", 1960], name="good.xlsx").read_bytes()
    (tmp_path / name).write_bytes(spoil(data))
    with pytest.raises(CommandError, match=reason):
        call_command("import_prisoners", str(tmp_path / name))


def test_mapping_says_what_a_strange_heading_means(tmp_path: Path) -> None:
    path = _csv(tmp_path, ["Who", "When"], ["Larisa Kharkova", "04/05/2017"])
    words = ["--map", "Who=names", "--map", "When=custody_started_on:mdy", "--country", "KZ"]
    _report(path, *words, "--commit")
    assert str(Detention.internal.get().started_on) == "2017-04-05"


def test_kind_of_a_sentence_in_brackets_and_two_people_in_a_cell_are_seen(tmp_path: Path) -> None:
    heads = ["Name", "Country", "Born", "Sentence"]
    rows = [["Anna Neil", "KZ", "1969 г.р.", "3 years (suspended)"], ["Ivan Ivanov and Petr Petrov", "KZ", "", ""]]
    report = _report(_csv(tmp_path, heads, *rows), "--commit", "--skip-refused")
    assert [one["row"] for one in report["refused"]] == [3]
    assert Sanction.internal.get().kind == SanctionKind.SUSPENDED_PRISON


def test_hostile_cells_are_kept_out(tmp_path: Path) -> None:
    heads = ["Name", "Country", "Source"]
    path = _csv(tmp_path, heads, ["Larisa\u202e Kharkova", "KZ", ""], ["Ivan Petrov", "KZ", "javascript:alert(1)"])
    report = _report(path)
    assert [one["name"] for one in report["new_rows"]] == ["Larisa Kharkova"]
    assert [one["row"] for one in report["refused"]] == [3]


def test_record_in_its_own_columns_is_unchanged_or_changed_by_position(tmp_path: Path) -> None:
    heads = ["slug", "name", "country", "sanction_kind", "sanction_years", "sanction_replaces", "custody_started_on"]
    row = ["yerlan-baltabai", "Yerlan Baltabai", "KZ", "prison | fine", "7 | ", " | 1", "2019-04-19 | 2021-01"]
    ended = [*row, "2019-08-09 | "]
    path = _csv(tmp_path, [*heads, "custody_ended_on"], ended)
    _report(path, "--commit")
    fine = Sanction.internal.get(kind=SanctionKind.FINE)
    assert fine.replaces is not None
    assert _counts(path) == (0, 0, 1, 0, 0)
    path = _csv(tmp_path, [*heads, "custody_ended_on"], [*ended[:4], "8 | ", *ended[5:]])
    assert [(one["old"], one["new"]) for one in _report(path)["changes"]] == [("7", "8")]


def test_preview_asks_the_same_number_of_queries_for_many_rows(tmp_path: Path) -> None:
    rows = [[f"Person{number} Family{number}", *[""] * 6, "KZ"] for number in range(300)]
    file = _csv(tmp_path, HEADS, *rows)
    assert len(first_queries_of(_report, file)) <= 40
    assert _report(file)["new"] > 0


def test_row_that_only_the_database_refuses_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    path = _csv(tmp_path, ["Name", "Country"], ["Anna Neil", "KZ"], ["Ivan Petrov", "KZ"])
    found = outline(read_rows(open_file(path.name, path.read_bytes()), {}, TODAY), Options())
    found.proposals[1].steps[0].values["gender"] = "unknown"
    with pytest.raises(RecordRefused, match="Row 3"):
        imports.write(found, imports.File(path.name, path.read_bytes()), None)
    assert not Prisoner.internal.exists()


def test_import_of_new_people_asks_few_questions_of_the_database(tmp_path: Path) -> None:
    words = ["Karim", "Marat", "Zhanna", "Oleg", "Timur", "Saule", "Farida", "Ruslan", "Boris", "Galina"]
    people = [
        [
            f"{one} {other}ov",
            "1962",
            "19.04.2019",
            "7 лет",
            "ст. 174",
            "Шымкент",
            f"https://press.example/{one}{other}",
            "KZ",
        ]
        for one in words
        for other in words
    ]
    asked = first_queries_of(_report, _csv(tmp_path, HEADS, *people), "--commit", "--likely", "new")
    assert (len(asked) <= 80, Prisoner.internal.count()) == (True, 100)
    assert Citation.internal.filter(sanction__isnull=False).count() == 200
    history = Sanction.internal.first().history.get()  # type: ignore[union-attr]
    assert history.pgh_context.metadata["batch"] == Batch.internal.get().pk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Name,,Country\nA Bcd,told,KZ\n", "Columns without a heading were left out: B."),
        ('Name,Country\n"=HYPERLINK(""http://x.example"")",KZ\n', "This is not a name."),
        ("Name,Country\n@SUM,KZ\n", "This is not a name."),
        (f"Name,Country\n{'x' * 140_000},KZ\n", "Line 2: a cell has more than 131072 letters."),
        ("Name,Country,Sentence\nA Bcd,KZ,5\n", "Write “5 years”"),
    ],
)
def test_what_is_odd_in_a_sheet_is_said_and_read_as_nothing_else(text: str, said: str) -> None:
    try:
        read = read_rows(open_file("list.csv", text.encode()), {}, date(2026, 12, 10))
    except FileRefused as refused:
        assert said in str(refused)
    else:
        assert any(said in one for one in [*read.notes, *(str(fault) for fault in read.faults)])


@pytest.mark.parametrize("said", ["Q1", "ZZ", "XX", "EU", "Atlantis", "KZT"])
@pytest.mark.parametrize("how", [(), ("--commit",)], ids=["preview", "commit"])
def test_country_of_a_file_that_there_is_not_is_refused_in_words(
    tmp_path: Path, said: str, how: tuple[str, ...]
) -> None:
    path, out = _csv(tmp_path, ["Name"], ["Yerlan Baltabai"]), io.StringIO()
    with pytest.raises(CommandError, match=f"“{said}” is no country"):
        call_command("import_prisoners", str(path), "--country", said, "--json", *how, stdout=out)
    report = json.loads(out.getvalue())
    assert (report["committed"], f"“{said}” is no country" in report["error"]) == (False, True)
    assert not Prisoner.internal.exists()


@pytest.mark.parametrize("said", ["ZZ", "XX", "EU", "QO"])
def test_cell_with_a_country_that_there_is_not_is_refused(tmp_path: Path, said: str) -> None:
    [refused] = _report(_csv(tmp_path, ["Name", "Country"], ["Yerlan Baltabai", said]))["refused"]
    assert (refused["value"], "country is not known" in refused["reason"]) == (said, True)


@pytest.mark.parametrize("said", ["KZ", "kz", "Kazakhstan", "Казахстан", "Қазақстан", "Kasachstan"])
def test_country_of_a_file_is_read_as_that_of_a_cell(tmp_path: Path, said: str) -> None:
    path = _csv(tmp_path, ["Name"], ["Yerlan Baltabai"])
    assert _report(path, "--country", said, "--commit")["committed"] is True
    assert Prisoner.internal.get().country == "KZ"


def test_sheet_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = _xlsx(tmp_path, ["Name", "Country"], ["Yerlan Baltabai", "KZ"])
    with pytest.raises(CommandError, match=r"There is no sheet “Nope”\. There are: “Sheet”\."):
        _report(path, "--sheet", "Nope")
    assert _report(path, "--sheet", "Sheet")["new"] == 1
    with pytest.raises(CommandError, match="no sheets to choose from"):
        _report(_csv(tmp_path, ["Name"], ["Yerlan Baltabai"]), "--sheet", "Nope")
