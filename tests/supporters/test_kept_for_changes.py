"""What was told of a day to come is kept until that day is over: who was told it has to hear of its change."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from time_machine import Traveller

from prisoners.choices import HearingStatus
from prisoners.models import Hearing
from supporters import outbox, reminders
from supporters.models import Notification
from supporters.services import leaving, retention
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
BEGINNING = datetime(2027, 1, 4, 10, 0, tzinfo=UTC)
DAYS = timedelta(days=1)


@pytest.fixture
def clock() -> Iterator[Traveller]:
    with time_machine.travel(BEGINNING, tick=False) as clock:
        yield clock


def a_round(at: datetime, clock: Traveller) -> list[str]:
    """What the clock does that day; gives the kinds that are kept as sent."""
    clock.move_to(at)
    reminders.run_planners(at)
    outbox.deliver()
    retention.purge(at)
    return sorted(Notification.objects.filter(state="sent").values_list("kind", flat=True))


def far_ahead(days: int = 90) -> Hearing:
    return record.hearing(record.prisoner(), starts_at=BEGINNING + days * DAYS, published_at=BEGINNING)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"status": HearingStatus.CANCELLED}, "hearing_cancelled"),
        ({"starts_at": BEGINNING + 120 * DAYS}, "hearing_moved"),
        ({"starts_at": BEGINNING + 80 * DAYS}, "hearing_moved"),
    ],
    ids=["called off", "later", "sooner"],
)
def test_who_was_told_a_date_months_ago_hears_that_it_changed(
    clock: Traveller, follower: Meet, sink: Sink, fields: dict[str, object], told: str
) -> None:
    follower("all")
    row = far_ahead()
    for day in range(0, 60, 5):
        assert a_round(BEGINNING + day * DAYS, clock) == ["hearing_fixed"]
    record.change(row, **fields)
    assert a_round(BEGINNING + 60 * DAYS + timedelta(minutes=20), clock) == sorted(["hearing_fixed", told])


def test_who_was_told_that_it_is_put_off_hears_the_new_date(clock: Traveller, follower: Meet, sink: Sink) -> None:
    follower("all")
    row = far_ahead(days=10)
    a_round(BEGINNING, clock)
    row.held_on = row.local_time = row.starts_at = None
    record.change(row)
    assert a_round(BEGINNING + DAYS, clock) == ["hearing_fixed", "hearing_moved"]
    for day in range(2, 60, 4):
        a_round(BEGINNING + day * DAYS, clock)
    record.change(row, starts_at=BEGINNING + 100 * DAYS)
    kinds = a_round(BEGINNING + 60 * DAYS + timedelta(minutes=20), clock)
    assert kinds.count("hearing_moved") == 2


def test_it_is_erased_once_the_day_is_over(clock: Traveller, follower: Meet, sink: Sink) -> None:
    follower("all")
    far_ahead()
    a_round(BEGINNING, clock)
    retention.purge(BEGINNING + 103 * DAYS)
    assert Notification.objects.exists()
    retention.purge(BEGINNING + 106 * DAYS)
    assert not Notification.objects.exists()


def test_of_whoever_left_it_is_not_kept(clock: Traveller, follower: Meet, sink: Sink) -> None:
    anna = follower("all", "country:KZ")
    far_ahead()
    a_round(BEGINNING, clock)
    leaving.stop(anna, "all")
    leaving.stop(anna, "country:KZ")
    later = BEGINNING + 40 * DAYS
    Notification.objects.exclude(kind="hearing_fixed").delete()
    anna.subscriptions.all().delete()
    clock.move_to(later)
    retention.purge(later)
    assert not Notification.objects.exists()
