"""Birthdays, hundredth days, half of a term and its end: on which day, once, and not where a date is vague."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from prisoners.choices import CustodyEnd, CustodyKind, PublicationState, SanctionKind
from prisoners.models import Detention, Prisoner, Sanction
from prisoners.services.spans import settle
from supporters import hours, marks, outbox, reminders
from supporters.models import Notification, Tick
from supporters.services import retention
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def held(since: str = "2026-05-01", name: str = "Yerlan Baltabai", **fields: Any) -> Prisoner:
    one = record.prisoner(name, **fields)
    Detention.internal.create(**record.PUBLIC, prisoner=one, started_on=since, kind=CustodyKind.SERVING)
    return one


def sentenced(one: Prisoner, imposed: str, **length: int) -> None:
    Sanction.internal.create(**record.PUBLIC, prisoner=one, kind=SanctionKind.PRISON, imposed_on=imposed, **length)


def found(kind: str, day: str) -> list[str]:
    settle()
    return [mark.occasion for mark in marks.FINDERS[kind](date.fromisoformat(day), Prisoner.public.all())]


def days_found(kind: str, first: str, count: int, around: int = 100) -> list[str]:
    """The days on which there is something to tell: asked of every seventh, and of each near a multiple of `around`."""
    settle()
    start = date.fromisoformat(first).toordinal()
    near = {number + shift for number in range(0, count, around) for shift in range(-4, 5)}
    numbers = (number for number in range(count) if number % 7 == 0 or number in near)
    days = (date.fromordinal(start + number) for number in numbers)
    return [day.isoformat() for day in days if list(marks.FINDERS[kind](day, Prisoner.public.all()))]


@pytest.mark.parametrize(
    ("born", "day", "is_told"),
    [
        ("1980-12-16", "2026-12-16", True),
        ("1980-12-16", "2026-12-15", False),
        ("1980-02-29", "2026-02-28", True),
        ("1980-02-29", "2028-02-28", False),
        ("XXXX-12-16", "2026-12-16", True),
        ("1980-12", "2026-12-01", False),
        ("1980", "2026-01-01", False),
    ],
)
def test_birthday_is_that_of_the_calendar(born: str, day: str, is_told: bool) -> None:
    held("2020-01-10", born_on=born)
    assert bool(found(marks.BIRTHDAY, day)) is is_told


def test_birthday_of_somebody_who_is_free_is_not_told() -> None:
    one = held("2020-01-10", born_on="1980-12-16")
    Detention.internal.filter(prisoner=one).update(
        ended_on="2021-01-10", ended_earliest="2021-01-10", ended_latest="2021-01-10", ended_by=CustodyEnd.RELEASED
    )
    assert found(marks.BIRTHDAY, "2026-12-16") == []


def test_each_hundredth_day_is_one_day() -> None:
    held("2026-05-01")
    days = days_found(marks.HUNDREDS, "2026-05-01", 320)
    assert len(days) == 3
    numbers = [found(marks.HUNDREDS, day) for day in days]
    assert numbers == [["100"], ["200"], ["300"]]


def test_days_between_two_stretches_that_touch_do_not_count(follower: Meet) -> None:
    """Left on the 10th, held elsewhere from the 11th: the 10th is a day of nobody's custody, as the chain counts."""
    one = record.prisoner()
    for since, until in (("2026-05-01", "2026-05-10"), ("2026-05-11", "2026-05-20"), ("2026-05-21", None)):
        Detention.internal.create(**record.PUBLIC, prisoner=one, started_on=since, ended_on=until)
    assert days_found("days_in_custody", "2026-05-01", 250) == ["2026-08-11", "2026-11-19"]


def test_who_was_moved_many_times_has_a_hundredth_day_too() -> None:
    one = record.prisoner()
    begins = [date(2026, 5, 1) + timedelta(days=10 * number) for number in range(8)]
    for since, until in zip(begins, [*begins[1:], None], strict=True):
        ended_on = until and f"{until - timedelta(days=1)}"
        Detention.internal.create(**record.PUBLIC, prisoner=one, started_on=f"{since}", ended_on=ended_on)
    days = ("2026-08-09", "2026-08-15", "2026-08-16", "2026-08-17")
    assert [day for day in days if found(marks.HUNDREDS, day)] == ["2026-08-16"]


def test_of_whom_the_chain_is_asked_is_whose_day_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    for off in range(-3, 4):
        held(f"{date(2026, 5, 1) + timedelta(days=off)}", f"Prisoner {off}")
    settle()
    asked: list[str] = []
    chains_of = marks.chains_of

    def noting(people: list[Prisoner], day: date) -> object:
        asked.extend(one.name for one in people)
        return chains_of(people, day)

    monkeypatch.setattr(marks, "chains_of", noting)
    assert found("days_in_custody", "2026-08-09") == ["100"]
    assert asked == ["Prisoner 0"]


def test_custody_that_began_in_some_month_has_no_hundredth_day() -> None:
    held("2026-05")
    assert days_found(marks.HUNDREDS, "2026-08-01", 60) == []


def test_hundredth_day_is_told_once_whatever_is_corrected_later(follower: Meet) -> None:
    one = held("2026-05-01")
    (day,) = days_found(marks.HUNDREDS, "2026-05-01", 150)
    follower("all")
    assert reminders.run_planners(at(f"{day}T09:00")) == 1
    Detention.internal.filter(prisoner=one).update(
        started_on="2026-05-04", started_earliest="2026-05-04", started_latest="2026-05-04"
    )
    (later,) = days_found(marks.HUNDREDS, "2026-05-01", 150)
    assert later > day
    assert reminders.run_planners(at(f"{later}T09:00")) == 0


def test_half_of_the_term_is_one_day() -> None:
    sentenced(held("2026-01-01"), "2026-01-01", years=1)
    assert days_found(marks.HALF, "2026-05-01", 150, around=62) in (["2026-07-02"], ["2026-07-03"], ["2026-07-01"])


def test_end_of_the_term_is_told_from_thirty_days_before_and_once(follower: Meet) -> None:
    sentenced(held("2026-01-01"), "2026-01-01", years=1)
    assert found(marks.NEAR, "2026-11-30") == []
    assert found(marks.NEAR, "2026-12-10") == found(marks.NEAR, "2026-12-20") != []
    follower("all")
    told = [reminders.run_planners(at(f"2026-12-{day}T09:00")) for day in (10, 11, 20)]
    assert told == [1, 0, 0]


def test_whose_term_ends_soon_is_looked_up_and_the_chain_is_asked_when_it_is_told(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An end is near for thirty days, and so are those of many people at once."""
    one = held("2026-01-01")
    sentenced(one, "2026-01-01", years=1)
    settle()
    follower("all")
    with monkeypatch.context() as deriving:
        deriving.setattr(marks, "chains_of", lambda *_given: pytest.fail("a chain was derived"))
        assert reminders.run_planners(at("2026-12-10T09:00")) == 1
    Notification.objects.update(next_attempt_at=at("2026-01-01T00:00"))
    # Nobody has derived spans since.
    Sanction.internal.filter(prisoner=one).update(years=2)
    with time_machine.travel(at("2026-12-10T09:01"), tick=False):
        outbox.deliver()
    assert (sink.mails, Notification.objects.get().reason) == ([], marks.NO_MARK)


@time_machine.travel("2026-12-16T04:00:00Z", tick=False)
def test_mark_is_told_at_the_hour_of_the_reader_by_its_date(follower: Meet, sink: Sink) -> None:
    held("2020-01-10", born_on="1980-12-16")
    settle()
    follower("all", zone="Asia/Almaty")
    assert reminders.run_planners(at("2026-12-16T03:59")) == 0
    assert reminders.run_planners(at("2026-12-16T04:00")) == 1
    Notification.objects.update(next_attempt_at=at("2026-01-01T00:00"))
    outbox.deliver()
    assert "16 December 2026: Yerlan Baltabai turns 46." in sink.text()


@time_machine.travel("2026-12-16T09:00:00Z", tick=False)
def test_mark_of_a_person_who_was_withdrawn_is_not_sent(follower: Meet, sink: Sink) -> None:
    one = held("2020-01-10", born_on="1980-12-16")
    settle()
    follower("all")
    reminders.run_planners(at("2026-12-16T09:00"))
    Prisoner.internal.filter(pk=one.pk).update(state=PublicationState.WITHDRAWN)
    Notification.objects.update(next_attempt_at=at("2026-01-01T00:00"))
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().reason == marks.NO_MARK


@pytest.mark.parametrize(
    ("zone", "asked", "passed", "found"),
    [
        ("UTC", "23:05", "23:14", "23:15"),
        ("UTC", "23:35", "23:44", "23:45"),
        ("Asia/Kolkata", "18:05", "18:14", "18:15"),
    ],
)
def test_in_the_last_hour_of_a_day_everybody_is_asked_for_with_each_quarter(
    follower: Meet, zone: str, asked: str, passed: str, found: str
) -> None:
    """The next full hour is past midnight there, where nothing of the day is told any more."""
    held("2020-01-10", born_on="1980-12-16")
    settle()
    follower("all", address="early@example.org", zone=zone)
    assert reminders.run_planners(at(f"2026-12-16T{asked}")) == 1
    follower("all", address="late@example.org", zone=zone)
    assert [reminders.run_planners(at(f"2026-12-16T{time}")) for time in (passed, found)] == [0, 1]


@pytest.mark.parametrize(
    ("zone", "midnight"),
    [
        ("UTC", "2026-12-17T00:00"),
        ("Asia/Almaty", "2026-12-16T19:00"),
        ("Asia/Kolkata", "2026-12-16T18:30"),
        ("Asia/Kathmandu", "2026-12-16T18:15"),
        ("America/St_Johns", "2026-12-17T03:30"),
        ("Pacific/Kiritimati", "2026-12-16T10:00"),
    ],
)
@pytest.mark.parametrize("before", [899, 301, 61, 31, 1], ids="{} s before midnight".format)
def test_what_becomes_known_in_the_last_quarter_of_a_day_is_told_on_that_day(
    follower: Meet, sink: Sink, zone: str, midnight: str, before: int
) -> None:
    """The clock ticks each half minute, and once more by chance just before midnight."""
    follower("all", zone=zone)
    over = at(midnight)
    known_at = over - timedelta(seconds=before)
    rounds = [over - timedelta(seconds=seconds) for seconds in (*range(900, 0, -30), 1)]
    assert sum(marks.plan(now) for now in rounds if now < known_at) == 0
    held("2020-01-10", born_on="1980-12-16")
    settle()
    assert sum(marks.plan(now) for now in rounds if now >= known_at) == 1
    Notification.objects.update(next_attempt_at=at("2026-01-01T00:00"))
    with time_machine.travel(known_at, tick=False):
        outbox.deliver()
    assert "16 December 2026: Yerlan Baltabai turns 46." in sink.text()


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu"])
def test_once_a_day_is_over_nothing_of_it_is_told(follower: Meet, zone: str) -> None:
    follower("all", zone=zone)
    over = at("2026-12-17T00:00" if zone == "UTC" else "2026-12-16T18:15")
    reminders.run_planners(over - timedelta(seconds=30))
    held("2020-01-10", born_on="1980-12-16")
    settle()
    assert [reminders.run_planners(over + timedelta(seconds=late)) for late in (0, 30, 900)] == [0, 0, 0]


def test_the_last_quarter_of_a_day_is_asked_about_seven_times_and_of_those_alone_whose_day_ends(
    follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    follower("all", address="here@example.org")
    follower("all", address="there@example.org", zone="America/New_York")
    asked_of = []
    rounds = [at("2026-12-16T23:45") + timedelta(seconds=seconds) for seconds in range(0, 900, 30)]
    for now in rounds:
        found = {whose.zone for spans in hours.days_of_readers("marks", now).values() for whose in spans}
        asked_of += [(f"{now:%H:%M:%S}", found)] if found else []
    assert [time for time, _zones in asked_of] == [
        *("23:45:00", "23:50:00", "23:55:00", "23:57:00", "23:58:00", "23:59:00", "23:59:30")
    ]
    assert [zones for _time, zones in asked_of] == [{"UTC", "America/New_York"}, *[{"UTC"}] * 6]


def test_marks_are_asked_for_as_the_hours_come_and_of_everybody_with_each_full_hour(follower: Meet) -> None:
    held("2020-01-10", born_on="1980-12-16")
    settle()
    follower("all", address="early@example.org", zone="Asia/Kathmandu")
    Tick.objects.create(name="marks", ran_at=at("2026-12-16T03:01"))
    assert reminders.run_planners(at("2026-12-16T03:14")) == 0
    # Nine in the morning, five hours and three quarters ahead.
    assert reminders.run_planners(at("2026-12-16T03:15")) == 1
    follower("all", address="late@example.org", zone="Asia/Kathmandu")
    assert [reminders.run_planners(at(f"2026-12-16T03:{minute}")) for minute in (30, 45)] == [0, 0]
    assert reminders.run_planners(at("2026-12-16T04:00")) == 1
    follower("all", address="utc@example.org")
    # A clock that slept over the hour asks all the same.
    assert reminders.run_planners(at("2026-12-16T11:20")) == 1


@pytest.mark.parametrize("state", ["sent", "failed"])
def test_an_end_that_was_told_is_not_told_again_before_it_comes(follower: Meet, sink: Sink, state: str) -> None:
    """Nor where it is in doubt whether the mail was taken."""
    one = held("2025-01-10")
    sentenced(one, "2025-01-10", years=2)
    follower("all")
    told = set()
    with time_machine.travel(at("2026-12-10T10:00"), tick=False) as clock:
        settle()
        for days in range(32):
            now = at("2026-12-10T10:00") + timedelta(days=days)
            clock.move_to(now)
            reminders.run_planners(now)
            outbox.deliver()
            told |= set(Notification.objects.filter(kind=marks.NEAR, state="sent").values_list("pk", flat=True))
            Notification.objects.filter(kind=marks.NEAR).update(state=state)
            retention.purge(now)
    assert len(told) == 1
