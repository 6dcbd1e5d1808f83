"""A move is told when the edits have ended, unless the date is near; a date that is newly fixed is told once."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from prisoners.models import Hearing
from supporters import hearings, outbox, reminders
from supporters.choices import NotificationState
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def told(follower: Meet, sink: Sink, **lead: int) -> Hearing:
    """A hearing of which somebody has been reminded."""
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(**lead)
    row = record.hearing(record.prisoner(), starts_at=start)
    follower("all")
    clock()
    assert len(sink.mails) == 1
    return row


def clock() -> None:
    reminders.run_planners(timezone.now())
    outbox.deliver()


def ten_minutes_later() -> None:
    """As if all of it had happened ten minutes before."""
    past = timezone.now() - hearings.SETTLES
    Notification.objects.filter(state=NotificationState.QUEUED).update(next_attempt_at=past)


def test_ten_edits_in_ten_minutes_are_one_mail_about_the_last(follower: Meet, sink: Sink) -> None:
    row = told(follower, sink, days=5)
    for number in range(10):
        record.change(row, starts_at=row.starts_at + timedelta(days=1, hours=number))
        clock()
    assert len(sink.mails) == 1
    ten_minutes_later()
    clock()
    assert len(sink.mails) == 2
    last = Notification.objects.get(kind="hearing_moved", state=NotificationState.SENT)
    assert last.revision == row.revision
    assert set(Notification.objects.filter(state=NotificationState.CANCELLED).values_list("reason", flat=True)) == {
        hearings.CHANGED
    }


@pytest.mark.parametrize(("was", "becomes"), [({"hours": 30}, {"days": 9}), ({"days": 6}, {"hours": 40})])
def test_move_from_or_to_the_next_two_days_is_told_at_once(
    follower: Meet, sink: Sink, was: dict[str, int], becomes: dict[str, int]
) -> None:
    row = told(follower, sink, **was)
    record.change(row, starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(**becomes))
    clock()
    assert len(sink.mails) == 2


def test_cancellation_does_not_wait(follower: Meet, sink: Sink) -> None:
    row = told(follower, sink, days=6)
    record.change(row, status="cancelled")
    clock()
    assert len(sink.mails) == 2


def test_date_that_is_newly_fixed_is_told_once_and_its_reminder_comes_later(follower: Meet, sink: Sink) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=30)
    record.hearing(record.prisoner(), starts_at=start, published_at=timezone.now() - timedelta(minutes=1))
    follower("all")
    clock()
    clock()
    assert list(Notification.objects.values_list("kind", flat=True)) == ["hearing_fixed"]
    assert "has been fixed" in sink.text()
    assert reminders.run_planners(start - timedelta(days=6)) == 1


def test_who_was_told_of_a_fixed_date_hears_of_its_move(follower: Meet, sink: Sink) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=30)
    row = record.hearing(record.prisoner(), starts_at=start, published_at=timezone.now() - timedelta(minutes=1))
    follower("all")
    clock()
    record.change(row, starts_at=start + timedelta(days=3))
    clock()
    ten_minutes_later()
    clock()
    assert "We had told you before" in sink.text()


@pytest.mark.parametrize("published", [None, timedelta(days=15)])
def test_date_that_was_known_long_ago_is_no_news(follower: Meet, published: timedelta | None) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=30)
    record.hearing(record.prisoner(), starts_at=start, published_at=published and timezone.now() - published)
    follower("all")
    assert reminders.run_planners(timezone.now()) == 0


def test_fixed_date_that_was_called_off_before_it_left_is_not_told(follower: Meet, sink: Sink) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=30)
    row = record.hearing(record.prisoner(), starts_at=start, published_at=timezone.now() - timedelta(minutes=1))
    follower("all")
    reminders.run_planners(timezone.now())
    record.change(row, status="cancelled")
    outbox.deliver()
    assert sink.mails == []


def test_edits_without_an_end_are_told_an_hour_after_the_first(follower: Meet, sink: Sink) -> None:
    row = told(follower, sink, days=5)
    for number in range(7):
        record.change(row, starts_at=row.starts_at + timedelta(days=1, hours=number))
        clock()
        # Nine minutes pass; the edits never rest for ten.
        row.history.update(updated_at=F("updated_at") - timedelta(minutes=9))  # type: ignore[attr-defined]
    assert len(sink.mails) == 1
    record.change(row, starts_at=row.starts_at + timedelta(days=1))
    clock()
    assert len(sink.mails) == 2
    assert Notification.objects.get(kind="hearing_moved", state=NotificationState.SENT).revision == row.revision
    record.change(row, starts_at=row.starts_at + timedelta(days=1))
    clock()
    assert len(sink.mails) == 2
