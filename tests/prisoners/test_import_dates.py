"""Dates as people type them in the languages of the pages and of those who keep such lists."""

from datetime import date

import pytest
from django.utils import translation

from prisoners.date_words import WORDS
from prisoners.dates import parse, say_date
from prisoners.importing.date_parts import DateStyle
from prisoners.importing.messy_dates import read_date
from prisoners.importing.refusals import CellRefused

TODAY = date(2026, 11, 24)


def _read(said: str) -> str:
    return str(read_date(said, DateStyle(), TODAY))


MONTHS = [
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "студзень люты сакавік красавік травень чэрвень ліпень жнівень верасень кастрычнік лістапад снежань",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "בינואר בפברואר במרס באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
]


@pytest.mark.parametrize("months", MONTHS)
def test_every_month_is_read_in_ukrainian_belarusian_and_hebrew(months: str) -> None:
    for number, month in enumerate(months.split(), 1):
        assert _read(f"19 {month} 2022") == f"2022-{number:02}-19"
        assert _read(f"{month.upper()} 2022") == f"2022-{number:02}"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("19 квітня 2022 року", "2022-04-19"),
        ("у лютому 2022 р.", "2022-02"),
        ("близько 19 травня 2022 року", "2022-05-19~"),
        ("до 19 червня 2022", "../2022-06-18"),
        ("після липня 2021", "2021-08/.."),
        ("навесні 2019", "2019-03/2019-05"),
        ("з 5 по 7 березня 2021", "2021-03-05/2021-03-07"),
        ("п'ятниця, 22 квітня 2022", "2022-04-22"),
        ("у п’ятницю 22 квітня 2022", "2022-04-22"),
        ("невідомо", "None"),
        ("у красавіку 2022 года", "2022-04"),
        ("каля 2 лютага 2021", "2021-02-02~"),
        ("пасля 3 жніўня 2021", "2021-08-04/.."),
        ("увосень 2020", "2020-09/2020-11"),
        ("\u200f19 באפריל 2022", "2022-04-19"),
        ("ב-19 באפריל 2022", "2022-04-19"),
        ("לפני 19 באפריל 2022", "../2022-04-18"),
        ("עד אפריל 2022", "../2022-04"),
        ("קיץ 2019", "2019-06/2019-08"),
        ("יום שלישי, 19 באפריל 2022", "2022-04-19"),
        ("לא ידוע", "None"),
        ("jusqu'au 3 mars 2020", "../2020-03-02"),
        ("peut-être mars 2020", "2020-03?"),
        ("printemps 2019", "2019-03/2019-05"),
        ("19 NİSAN 2022", "2022-04-19"),
        ("4 Mart 2022'den önce", "../2022-03-03"),
        ("yaz 2019", "2019-06/2019-08"),
    ],
)
def test_words_around_a_date_are_read_in_each_language(said: str, meant: str) -> None:
    assert _read(said) == meant


@pytest.mark.parametrize("language", WORDS)
def test_date_that_the_pages_say_is_read_as_what_it_was(language: str) -> None:
    """Who keeps a list copies from our pages into it."""
    texts = ["2019", "2019~", "2019?", "../2019", "2019/..", "2019/2020", "2019-03-04/2019-03-09"]
    texts += ["2019-03-04/2019-05-09", "2019-03/2019-05"]
    for month in range(1, 13):
        texts += [f"2022-{month:02}{day}{mark}" for day in ("", "-19") for mark in ("", "~", "?")]
        texts += [f"../2022-{month:02}-19", f"2022-{month:02}-19/.."]
    with translation.override(language):
        assert [_read(say_date(parse(text))) for text in texts] == texts


@pytest.mark.parametrize("said", ["March–May 2019", "март-май 2019 года", "Nov.-Dec. 2019", "2019 жылғы наурыз–мамыр"])
def test_two_months_are_not_taken_for_the_first(said: str) -> None:
    assert _read(said) in ("2019-03/2019-05", "2019-11/2019-12")


@pytest.mark.parametrize("said", ["March May 2019", "March/May 2019", "19-mai-juin 2020"])
def test_two_months_that_no_dash_joins_are_refused(said: str) -> None:
    with pytest.raises(CellRefused):
        _read(said)


def test_doubt_about_a_season_is_kept() -> None:
    assert _read("spring 2019?") == "2019-03?/2019-05?"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2024-W10", "2024-03-04/2024-03-10"),
        ("2024W10", "2024-03-04/2024-03-10"),
        ("2024-W10-3", "2024-03-06"),
        ("2020-W53", "2020-12-28/2021-01-03"),
    ],
)
def test_week_is_read_as_its_days(said: str, meant: str) -> None:
    assert _read(said) == meant


@pytest.mark.parametrize("said", ["2024-W53", "2024-W00", "2024-W10-8"])
def test_week_that_does_not_exist_is_refused(said: str) -> None:
    with pytest.raises(CellRefused):
        _read(said)
