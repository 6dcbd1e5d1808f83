"""Days that return: on which day, at which hour, in whose zone, and after how many years."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from prisoners.choices import CustodyEnd, EventKind, SanctionKind
from prisoners.models import Detention, Event, Prisoner, Sanction
from prisoners.returning import returning
from supporters import outbox, reminders
from supporters.anniversaries import returning_on
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_anniversary_is_told_at_nine_in_each_readers_zone(follower: Meet) -> None:
    record.event("2011-12-16", EventKind.KILLING, title="Zhanaozen", is_commemorated=True)
    almaty = follower("country:KZ", address="a@example.org", zone="Asia/Almaty")
    toronto = follower("country:KZ", address="t@example.org", zone="America/Toronto")
    assert reminders.run_planners(at("2026-12-16T03:59")) == 0
    assert reminders.run_planners(at("2026-12-16T04:00")) == 1
    assert Notification.objects.get().supporter == almaty
    assert reminders.run_planners(at("2026-12-16T13:59")) == 0
    assert reminders.run_planners(at("2026-12-16T14:00")) == 1
    row = Notification.objects.get(supporter=toronto)
    assert (row.due_at, row.stale_at) == (at("2026-12-16T14:00"), at("2026-12-17T05:00"))


def test_anniversary_is_never_told_on_the_day_after(follower: Meet) -> None:
    record.event("2011-12-16", EventKind.KILLING, is_commemorated=True)
    follower("country:KZ", zone="Asia/Almaty")
    assert reminders.run_planners(at("2026-12-16T19:01")) == 0


@pytest.mark.parametrize(
    ("first", "day", "returns"),
    [
        ("2020-02-29", "2026-02-28", True),
        ("2020-02-29", "2028-02-29", True),
        ("2020-02-29", "2028-02-28", False),
        ("2020-02-28", "2028-02-28", True),
        ("2026-12-16", "2026-12-16", False),
        ("2019-07", "2026-07-01", False),
        ("2019", "2026-01-01", False),
        ("2019-08-09/2019-08-10", "2026-08-09", False),
    ],
)
def test_date_returns_by_the_calendar(first: str, day: str, returns: bool) -> None:
    record.event(first, EventKind.ARREST, record.prisoner())
    assert bool(returning_on(date.fromisoformat(day))) is returns


def test_arrest_told_by_event_and_custody_is_one_anniversary(follower: Meet) -> None:
    one = record.prisoner()
    record.event("2019-10-16", EventKind.ARREST, one)
    Detention.internal.create(**record.PUBLIC, prisoner=one, started_on="2019-10-16")
    follower(f"prisoner:{one.pk}")
    assert reminders.run_planners(at("2026-10-16T10:00")) == 1


def test_arrest_of_somebody_who_is_free_again_is_not_remembered() -> None:
    one = record.prisoner()
    record.event("2019-10-16", EventKind.ARREST, one)
    Detention.internal.create(
        **record.PUBLIC, prisoner=one, started_on="2019-10-16", ended_on="2020-03-20", ended_by=CustodyEnd.RELEASED
    )
    assert returning_on(date(2026, 10, 16)) == []


def test_days_of_somebody_who_was_never_held_or_whose_sentence_is_over_do_not_return() -> None:
    ended, running, held = record.prisoner("Ended"), record.prisoner("Running"), record.prisoner("Held")
    for one, kind, years in (
        (ended, SanctionKind.RESTRICTED_FREEDOM, 1),
        (running, SanctionKind.RESTRICTED_FREEDOM, 9),
        (held, SanctionKind.PRISON, 9),
    ):
        Sanction.internal.create(**record.PUBLIC, prisoner=one, kind=kind, imposed_on="2020-03-05", years=years)
    assert [one.subject for one in returning_on(date(2026, 3, 5))] == [f"prisoner:{held.pk}"]
    with time_machine.travel(at("2026-03-05T12:00"), tick=False):
        found = returning(Prisoner.public.all(), Event.public.all())
    assert [one.prisoner for one in found] == [held]


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2012-01-23", []),
        ("2012-01-24", ["day_40"]),
        ("2012-01-25", []),
        # So it was kept: the week of solidarity of March 2012 ended with the hundredth day.
        ("2012-03-24", ["day_100"]),
        ("2012-03-25", []),
        ("2012-12-16", ["event"]),
    ],
)
def test_fortieth_and_hundredth_day_after_a_killing_count_the_day_itself(day: str, what: list[str]) -> None:
    record.event("2011-12-16", EventKind.KILLING, title="Zhanaozen", is_commemorated=True)
    assert [one.what for one in returning_on(date.fromisoformat(day))] == what


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": EventKind.FUNERAL},
        {"happened_on": "2011-12"},
        {"happened_on": "2011-12-16/2011-12-17"},
        {"is_planned": True},
        {"state": "draft"},
    ],
    ids=str,
)
def test_no_such_day_follows_what_is_no_death_not_known_to_the_day_or_not_public(fields: dict[str, Any]) -> None:
    Event.internal.create(**{**record.PUBLIC, "kind": EventKind.DEATH, "happened_on": "2011-12-16", **fields})
    assert returning_on(date(2012, 1, 24)) == []


@time_machine.travel("2026-12-16T09:00:00Z", tick=False)
def test_hundredth_day_after_a_death_is_told_to_followers_by_the_name_of_who_died(follower: Meet, sink: Sink) -> None:
    one = record.prisoner()
    record.event("2026-09-08", EventKind.DEATH, one)
    hidden = record.prisoner("Hidden Person", state="draft")
    Event.internal.get().prisoners.add(hidden)
    follower(f"prisoner:{one.pk}")
    now = timezone.now()
    assert reminders.run_planners(now) == 1
    assert reminders.run_planners(now + timedelta(minutes=15)) == 0
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=1))
    outbox.deliver()
    assert "Died: Yerlan Baltabai" in sink.text()
    assert "Today is the 100th day since then" in sink.text()
    assert "Hidden" not in sink.text()


@time_machine.travel("2026-12-16T09:00:00Z", tick=False)
def test_number_of_years_is_counted_on_the_calendar(follower: Meet, sink: Sink) -> None:
    record.event("2025-12-16", EventKind.ARREST, record.prisoner())
    follower("all")
    reminders.run_planners(timezone.now())
    outbox.deliver()
    assert "1 year ago today Yerlan Baltabai was arrested" in sink.text()
