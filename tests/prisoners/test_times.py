"""Civil time in a place and the instant it means."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from actions.models import Action
from actions.words import zone as action_zone
from prisoners.dates import parse
from prisoners.models import Hearing, Place
from prisoners.times import (
    BadTime,
    instant_of,
    local_day_start,
    said_twice,
    say_instant,
    two_hours,
    utc_offset,
    zone_or_refuse,
)
from prisoners.words import zone as hearing_zone

ZONES = st.sampled_from(
    ["Asia/Aqtau", "Asia/Almaty", "Europe/Vienna", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "UTC"]
)


@pytest.mark.parametrize(
    ("day", "hour", "zone", "instant"),
    [
        (date(2026, 12, 16), time(12), "Europe/Vienna", datetime(2026, 12, 16, 11, tzinfo=UTC)),
        (date(2026, 7, 16), time(12), "Europe/Vienna", datetime(2026, 7, 16, 10, tzinfo=UTC)),
        (date(2024, 2, 29), time(12), "Asia/Almaty", datetime(2024, 2, 29, 6, tzinfo=UTC)),
        (date(2024, 3, 1), time(12), "Asia/Almaty", datetime(2024, 3, 1, 7, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), "Europe/Vienna", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_instant_follows_the_rules_of_the_place_on_that_day(
    day: date, hour: time, zone: str, instant: datetime
) -> None:
    assert instant_of(day, hour, zone) == instant


@pytest.mark.parametrize(
    ("day", "hour", "zone", "neighbours"),
    [
        (date(2027, 3, 28), time(2, 30), "Europe/Vienna", ("28 March 2027, 01:30", "28 March 2027, 03:30")),
        (date(2011, 12, 30), time(10), "Pacific/Apia", ("29 December 2011, 10:00", "31 December 2011, 10:00")),
    ],
)
def test_skipped_time_is_refused_naming_both_neighbours(
    day: date, hour: time, zone: str, neighbours: tuple[str, str]
) -> None:
    with pytest.raises(BadTime) as refused:
        instant_of(day, hour, zone)
    assert all(one in str(refused.value) for one in neighbours)


@pytest.mark.parametrize(
    ("day", "hour", "zone", "offsets"),
    [
        (date(2027, 10, 31), time(2, 30), "Europe/Vienna", ("(UTC+2)", "(UTC+1)")),
        (date(2024, 2, 29), time(23, 30), "Asia/Almaty", ("(UTC+6)", "(UTC+5)")),
        (date(2027, 4, 4), time(1, 45), "Australia/Lord_Howe", ("(UTC+11)", "(UTC+10:30)")),
    ],
)
def test_time_that_the_clock_shows_twice_is_said_to_be_the_first(
    day: date, hour: time, zone: str, offsets: tuple[str, str]
) -> None:
    said = str(said_twice(day, hour, zone))
    assert said.index(f"{hour:%H:%M} twice in {zone}") < said.index(offsets[0]) < said.index(offsets[1])
    both = [instant_of(day, hour, zone, is_second=second).astimezone(ZoneInfo(zone)) for second in (False, True)]
    assert [(f"({utc_offset(one)})", one.fold) for one in both] == [(offsets[0], 0), (offsets[1], 1)]
    assert [one.time() for one in both] == [hour, hour]
    other = str(said_twice(day, hour, zone, is_second=True))
    assert "The second time is meant" in other
    assert other.index(offsets[1]) < other.index(offsets[0])


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2027, 10, 31), time(1, 59)),
        (date(2027, 10, 31), time(3)),
        (date(2027, 3, 28), time(2, 30)),
        (date(2027, 7, 1), time(2, 30)),
    ],
)
def test_nothing_is_said_of_a_time_that_the_clock_shows_once_or_never(day: date, hour: time) -> None:
    assert said_twice(day, hour, "Europe/Vienna") is None
    assert two_hours(day, hour, "Europe/Vienna") is None


def test_second_says_nothing_of_an_hour_that_the_clock_shows_once() -> None:
    day, hour = date(2027, 7, 1), time(2, 30)
    assert instant_of(day, hour, "Europe/Vienna", is_second=True) == instant_of(day, hour, "Europe/Vienna")


@pytest.mark.parametrize("name", ["", "Mars/Base", "EST", "CET", "../etc/passwd", "Asia/", "/etc/localtime", "UTC+5"])
def test_zone_is_refused_when_there_is_no_such_place(name: str) -> None:
    with pytest.raises(BadTime):
        zone_or_refuse(name)
    with pytest.raises(BadTime):
        instant_of(date(2026, 1, 1), time(), name)


def test_local_time_with_a_zone_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        instant_of(date(2026, 1, 1), time(12, tzinfo=UTC), "Asia/Almaty")


@pytest.mark.parametrize(
    ("day", "zone", "instant"),
    [
        (date(2026, 12, 16), "Asia/Aqtau", datetime(2026, 12, 15, 19, tzinfo=UTC)),
        (date(2023, 4, 28), "Africa/Cairo", datetime(2023, 4, 27, 22, tzinfo=UTC)),
    ],
)
def test_day_starts_when_its_place_says_so(day: date, zone: str, instant: datetime) -> None:
    assert local_day_start(day, zone) == instant


@given(st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)), ZONES)  # noqa: DTZ001
def test_instant_of_what_a_clock_shows_is_that_instant_or_its_first_showing(at: datetime, zone: str) -> None:
    local = at.astimezone(ZoneInfo(zone))
    instant = instant_of(local.date(), local.time(), zone)
    assert instant == at or (local.fold == 1 and timedelta(0) < at - instant <= timedelta(hours=25))
    assert instant.tzinfo is UTC


@pytest.mark.parametrize(
    ("zone", "language", "words"),
    [
        ("Europe/Vienna", "en", ["16 Dec 2026, 12:00, Vienna time (UTC+1)"]),
        ("Europe/Vienna", "ru", ["16", "2026", "12:00", "Вена", "UTC+1"]),
        ("Asia/Kathmandu", "en", ["16:45", "Kathmandu", "UTC+5:45"]),
        ("America/St_Johns", "xx", ["07:30", "UTC−3:30"]),
        ("UTC", "en", ["16 Dec 2026, 11:00 UTC"]),
    ],
)
def test_instant_is_said_with_its_place_and_distance(zone: str, language: str, words: list[str]) -> None:
    said = say_instant(datetime(2026, 12, 16, 11, tzinfo=UTC), zone, language)
    assert [one for one in words if one not in said] == []


def test_offset_of_utc_is_just_utc() -> None:
    assert utc_offset(datetime(2026, 1, 1, tzinfo=UTC)) == "UTC"


@pytest.mark.parametrize(
    ("language", "said"), [("de", "31. Oktober 2027"), ("ru", "31 окт. 2027"), ("en", "31 Oct 2027")]
)
def test_no_language_writes_a_month_as_a_number(language: str, said: str) -> None:
    assert said in say_instant(datetime(2027, 10, 31, 16, tzinfo=UTC), "Europe/Kyiv", language)


@pytest.mark.parametrize(
    ("zone", "language", "said"),
    [
        ("Asia/Almaty", "fr", "heure d’Alma"),
        ("Europe/Helsinki", "fr", "heure d’Helsinki"),
        ("Asia/Yerevan", "fr", "heure d’Erevan"),
        ("Europe/Vienna", "fr", "heure de Vienne"),
        ("Asia/Yakutsk", "fr", "heure de Iakoutsk"),
        ("Asia/Almaty", "en", "Almaty time"),
        ("Asia/Almaty", "tr", "Almatı"),
    ],
)
def test_french_leaves_out_a_vowel_before_another(zone: str, language: str, said: str) -> None:
    assert said in say_instant(datetime(2026, 12, 20, 7, tzinfo=UTC), zone, language)


def test_french_court_and_action_are_in_the_time_of_their_place() -> None:
    start = datetime(2026, 12, 20, 7, tzinfo=UTC)
    hearing = Hearing(place=Place(time_zone="Asia/Almaty"), starts_at=start)
    action = Action(time_zone="Europe/Oslo", starts_at=start, local_time=time(8), held_on=parse("2026-12-20"))
    with override("fr"):
        assert hearing_zone(hearing).startswith("heure d’Alma")
        assert action_zone(action).startswith("heure d’Oslo (")
