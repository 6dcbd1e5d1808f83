"""Partial dates: read, compared, said and returned, exactly as far as the source goes."""

from calendar import isleap
from datetime import date, timedelta
from typing import Any

import pytest
from babel import Locale
from edtf import parse_edtf, struct_time_to_date
from hypothesis import given
from hypothesis import strategies as st

from prisoners.date_words.shape import month_names
from prisoners.dates import (
    BadDate,
    PartialDate,
    Precision,
    after,
    anniversary,
    before,
    day_bounds_in_days,
    describe,
    from_date,
    parse,
    years_between,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
POINTS = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
MARKS = st.sampled_from(["", "?", "~", "%"])
MARKED = st.builds(str.__add__, POINTS, MARKS)


def is_readable(text: str) -> bool:
    try:
        parse(text)
    except BadDate:
        return False
    return True


INTERVALS = st.builds("{}/{}".format, MARKED | st.just(".."), MARKED | st.just("..")).filter(is_readable)
TEXTS = MARKED | INTERVALS


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2011", Precision.YEAR, date(2011, 1, 1), date(2011, 12, 31)),
        ("2011-04", Precision.MONTH, date(2011, 4, 1), date(2011, 4, 30)),
        ("2011-04-XX", Precision.MONTH, date(2011, 4, 1), date(2011, 4, 30)),
        ("2012-02", Precision.MONTH, date(2012, 2, 1), date(2012, 2, 29)),
        ("2011-12-16", Precision.DAY, date(2011, 12, 16), date(2011, 12, 16)),
        ("2019-08-09/2019-08-10", Precision.INTERVAL, date(2019, 8, 9), date(2019, 8, 10)),
        ("2011-12/2012", Precision.INTERVAL, date(2011, 12, 1), date(2012, 12, 31)),
        ("../2011-12-11", Precision.BEFORE, None, date(2011, 12, 11)),
        ("2011-12-17/..", Precision.AFTER, date(2011, 12, 17), None),
        ("XXXX-12-16", Precision.NO_YEAR, None, None),
        ("XXXX-02-29", Precision.NO_YEAR, None, None),
        ("XXXX-12", Precision.NO_YEAR, None, None),
        ("XXXX", Precision.UNKNOWN, None, None),
        (" 2011 ", Precision.YEAR, date(2011, 1, 1), date(2011, 12, 31)),
    ],
)
def test_parse_reads_how_much_is_known(
    text: str, precision: Precision, earliest: date | None, latest: date | None
) -> None:
    partial = parse(text)
    assert (partial.precision, partial.earliest, partial.latest) == (precision, earliest, latest)
    assert str(partial) == text.strip()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2023-02-29", "no such day"),
        ("2011-02-30", "no such day"),
        ("2011-13", "no such day"),
        ("2011-24", "no such day"),
        ("2011-04-00", "no such day"),
        ("2011-00", "no such day"),
        ("XXXX-02-30", "no such day"),
        ("0000", "year"),
        ("9999-12-31/..", "year"),
        ("/2019-06", "is not a date"),
        ("2019-06/", "is not a date"),
        ("../..", "no end"),
        ("2012/2011", "ends before it begins"),
        ("2011-05-02/2011-05-01", "ends before it begins"),
        ("XXXX-12-16/2011", "need a year"),
        ("", "is not a date"),
        ("04/05/2011", "is not a date"),
        ("5 May 2011", "is not a date"),
        ("2011-4-3", "is not a date"),
        ("2011-04-03T10:00", "is not a date"),
        ("201X", "is not a date"),
        ("2011-XX", "is not a date"),
        ("２０１１", "is not a date"),
        ("2011/2012/2013", "is not a date"),
        ("[2011,2012]", "is not a date"),
    ],
)
def test_parse_refuses_with_a_sentence_that_names_the_text(text: str, complaint: str) -> None:
    with pytest.raises(BadDate, match=complaint) as refused:
        parse(text)
    assert text in str(refused.value)


@given(TEXTS)
def test_bounds_agree_with_the_edtf_library(text: str) -> None:
    partial, second_opinion = parse(text), parse_edtf(text)
    for ours, theirs in (
        (partial.earliest, second_opinion.lower_strict()),
        (partial.latest, second_opinion.upper_strict()),
    ):
        assert ours == (None if isinstance(theirs, float) else struct_time_to_date(theirs))


@given(st.text(max_size=24) | st.text("0123456789-/.X~?%", max_size=24))
def test_parse_reads_or_refuses_but_never_breaks(text: str) -> None:
    if is_readable(text):
        partial = parse(text)
        assert parse(str(partial)) == partial
        assert not partial.earliest or not partial.latest or partial.earliest <= partial.latest


@given(DAYS)
def test_from_date_is_that_day(day: date) -> None:
    partial = from_date(day)
    assert partial.is_day
    assert partial.earliest == partial.latest == day


@given(DAYS)
def test_before_and_after_leave_the_day_out(day: date) -> None:
    assert before(day).latest == day - timedelta(days=1)
    assert after(day).earliest == day + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2011", False, False), ("2011~", True, False), ("2011?", False, True), ("2011%", True, True)],
)
def test_marks_say_about_and_not_certain(text: str, approximate: bool, uncertain: bool) -> None:
    partial = parse(text)
    assert (partial.is_approximate, partial.is_uncertain) == (approximate, uncertain)


def test_interval_with_equal_ends_is_that_one_date() -> None:
    assert parse("2011-05/2011-05") == parse("2011-05")


def test_dates_sort_by_the_first_day_known_and_unknown_ones_last() -> None:
    ordered = ["../2010", "2011", "2011-04", "2011-12-16", "2011-12-16/..", "2012/2013", "XXXX", "XXXX-12-16"]
    assert [str(one) for one in sorted(map(parse, reversed(ordered)))] == ordered


@pytest.mark.parametrize(
    ("text", "english", "russian", "kazakh"),
    [
        ("2011", "in 2011", "в 2011 году", "2011 жылы"),
        ("2011-04", "in April 2011", "в апреле 2011 года", "2011 жылғы сәуірде"),
        ("2011-12-16", "16 December 2011", "16 декабря 2011 года", "2011 жылғы 16 желтоқсан"),
        ("2011~", "about 2011", "около 2011 года", "шамамен 2011 жылы"),
        ("2011-05~", "about May 2011", "около мая 2011 года", "шамамен 2011 жылғы мамырда"),
        ("2011-05?", "in May 2011 (not certain)", "в мае 2011 года (неточно)", "2011 жылғы мамырда (нақты емес)"),
        ("2011%", "about 2011 (not certain)", "около 2011 года (неточно)", "шамамен 2011 жылы (нақты емес)"),
        (
            "../2011-12-11",
            "before 12 December 2011",
            "до 12 декабря 2011 года",
            "2011 жылғы 12 желтоқсанға дейін",
        ),
        ("../2011-12-31", "before 1 January 2012", "до 1 января 2012 года", "2012 жылғы 1 қаңтарға дейін"),
        ("../2019-05", "before June 2019", "до июня 2019 года", "2019 жылғы маусымға дейін"),
        ("../2010", "before 2011", "до 2011 года", "2011 жылға дейін"),
        (
            "2011-12-17/..",
            "after 16 December 2011",
            "после 16 декабря 2011 года",
            "2011 жылғы 16 желтоқсаннан кейін",
        ),
        ("2019-01/..", "after December 2018", "после декабря 2018 года", "2018 жылғы желтоқсаннан кейін"),
        ("2012/..", "after 2011", "после 2011 года", "2011 жылдан кейін"),
        ("2019-08-09/2019-08-10", "9–10 August 2019", "9–10 августа 2019 года", "2019 жылғы 9–10 тамыз"),
        (
            "2019-07-30/2019-08-02",
            "30 July – 2 August 2019",
            "30 июля – 2 августа 2019 года",
            "2019 жылғы 30 шілде – 2 тамыз",
        ),
        (
            "2011-12-17/2012-01-05",
            "17 December 2011 – 5 January 2012",
            "17 декабря 2011 года – 5 января 2012 года",
            "2011 жылғы 17 желтоқсан – 2012 жылғы 5 қаңтар",
        ),
        ("2012-04/2012-06", "April–June 2012", "апрель–июнь 2012 года", "2012 жылғы сәуір–маусым"),
        (
            "2011-12/2012-01~",
            "December 2011 – January 2012 (approximate)",
            "декабрь 2011 года – январь 2012 года (приблизительно)",
            "2011 жылғы желтоқсан – 2012 жылғы қаңтар (шамамен)",
        ),
        ("2011/2013", "2011–2013", "2011–2013 годы", "2011–2013 жылдар"),
        ("2011/2013-02", "2011 – February 2013", "2011 год – февраль 2013 года", "2011 жыл – 2013 жылғы ақпан"),
        ("XXXX-08-04", "4 August, year not known", "4 августа, год неизвестен", "4 тамыз, жылы белгісіз"),
        ("XXXX-12", "in December, year not known", "в декабре, год неизвестен", "желтоқсанда, жылы белгісіз"),
        ("XXXX", "date not known", "дата неизвестна", "күні белгісіз"),
    ],
)
def test_describe_says_the_date_in_the_right_case(text: str, english: str, russian: str, kazakh: str) -> None:
    partial = parse(text)
    assert [describe(partial, one) for one in ("en", "ru", "kk")] == [english, russian, kazakh]


@given(TEXTS, st.sampled_from(["en", "ru", "kk", "kk-KZ", "ru_RU", "fr", "x"]))
def test_describe_has_words_for_every_date_and_leaves_no_gap(text: str, language: str) -> None:
    words = describe(parse(text), language)
    assert words
    assert not set(words) & set("{}~?%/")
    assert "None" not in words


@pytest.mark.parametrize(
    ("first", "second", "bounds"),
    [
        ("2011-05-24", "2026-11-23", (5662, 5662)),
        ("2019-07-17", "2019-08-09/2019-08-10", (23, 24)),
        ("2011-04", "2011-06", (32, 90)),
        ("2019-08", "2019-08", (0, 30)),
        ("../2011-12-11", "2011-12-16", (5, None)),
        ("2011-12-16", "2012/..", (16, None)),
        ("2011-12-16", "XXXX", (None, None)),
        ("2012-01-02", "2012-01-01", (-1, -1)),
    ],
)
def test_days_between_are_given_as_fewest_and_most(
    first: str, second: str, bounds: tuple[int | None, int | None]
) -> None:
    assert day_bounds_in_days(parse(first), parse(second)) == bounds


@given(DAYS, DAYS)
def test_days_between_exact_days_are_their_difference(first: date, second: date) -> None:
    assert day_bounds_in_days(from_date(first), from_date(second)) == ((second - first).days,) * 2


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("2011-12-16", 2026, date(2026, 12, 16)),
        ("2011-12-16~", 2026, date(2026, 12, 16)),
        ("2012-02-29", 2026, date(2026, 2, 28)),
        ("2012-02-29", 2028, date(2028, 2, 29)),
        ("XXXX-02-29", 2026, date(2026, 2, 28)),
        ("XXXX-12-16", 2026, date(2026, 12, 16)),
        ("2011-12-16", 2011, None),
        ("2011-12-16", 2010, None),
        ("2011-12", 2026, None),
        ("2011", 2026, None),
        ("XXXX-12", 2026, None),
        ("XXXX", 2026, None),
        ("../2011-12-16", 2026, None),
        ("2011-12-16/..", 2026, None),
        ("2011-12-16/2011-12-17", 2026, None),
    ],
)
def test_anniversary_returns_for_days_only(text: str, year: int, day: date | None) -> None:
    assert anniversary(parse(text), year) == day


@given(DAYS, st.integers(1, 200))
def test_years_between_a_day_and_its_anniversary_are_whole(day: date, years: int) -> None:
    partial = from_date(day)
    returned = anniversary(partial, day.year + years)
    assert returned is not None
    assert years_between(partial, returned) == years
    assert years_between(partial, returned - timedelta(days=1)) == years - 1
    assert returned.day == day.day or (day.day == 29 and not isleap(returned.year))


@pytest.mark.parametrize("text", ["2011", "2011-12", "XXXX-12-16", "../2011-12-16", "2011-12-16/2011-12-17"])
def test_years_between_are_not_counted_from_less_than_a_day(text: str) -> None:
    assert years_between(parse(text), date(2026, 12, 16)) is None


def test_partial_date_is_not_smaller_than_something_else() -> None:
    other: Any = "2011"
    with pytest.raises(TypeError):
        parse("2011") < other  # noqa: B015 - comparing is the test
    assert parse("2011") != other
    assert isinstance(parse("2011"), PartialDate)


def test_months_are_in_their_own_language_whichever_was_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("babel.localedata._cache", {})
    assert Locale("he").months["stand-alone"]["wide"][10] == "אוקטובר"
    found = {language: month_names(language, keeps_capitals=True)["name"][9] for language in ("he", "tr", "de", "fr")}
    assert found == {"he": "אוקטובר", "tr": "Ekim", "de": "Oktober", "fr": "octobre"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("he", "באוקטובר 2019"),
        ("tr", "Ekim 2019 içinde"),
        ("de", "im Oktober 2019"),
        ("fr", "en octobre 2019"),
        ("ru", "в октябре 2019 года"),
        ("en", "in October 2019"),
    ],
)
def test_month_is_said_in_every_language(language: str, said: str) -> None:
    assert describe(parse("2019-10"), language) == said
