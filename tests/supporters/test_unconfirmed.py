"""The reminder to confirm: after a day, once, within the caps, and to nobody who was not asked."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from supporters import outbox, reminders
from supporters.choices import NotificationState, SuppressionReason
from supporters.models import Notification, Supporter
from supporters.services import people, subscriptions
from supporters.unconfirmed import REMINDER
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def asked(hours: int, sink: Sink) -> None:
    """Somebody was asked so many hours ago, and has not answered."""
    with time_machine.travel(timezone.now() - timedelta(hours=hours), tick=False):
        subscriptions.subscribe("anna@example.org", ["all"], "en", consent=True)
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))
    outbox.deliver()


def clock() -> None:
    reminders.run_planners(timezone.now())
    outbox.deliver()


def test_who_was_asked_a_day_ago_is_reminded_once_with_a_link_that_works(sink: Sink, client: Client) -> None:
    asked(25, sink)
    clock()
    clock()
    assert len(sink.mails) == 2
    assert sink.mails[1]["Subject"] == "Please confirm"
    link = next(line for line in sink.text().splitlines() if "/l/" in line)
    assert client.post(link[link.index("/l/") :].strip()).status_code == 200
    assert Supporter.objects.get().confirmed_on is not None


@pytest.mark.parametrize("hours", [1, 23, 46])
def test_nobody_is_reminded_too_early_or_when_the_link_is_nearly_dead(sink: Sink, hours: int) -> None:
    asked(hours, sink)
    clock()
    assert len(sink.mails) == 1


def test_who_has_confirmed_is_not_reminded(sink: Sink) -> None:
    asked(25, sink)
    subscriptions.confirm(Supporter.objects.get())
    clock()
    assert [mail["Subject"] for mail in sink.mails] == ["Please confirm", "Your alerts begin"]


def test_who_confirms_before_the_reminder_leaves_does_not_get_it(sink: Sink) -> None:
    asked(25, sink)
    reminders.run_planners(timezone.now())
    subscriptions.confirm(Supporter.objects.get())
    outbox.deliver()
    assert [mail["Subject"] for mail in sink.mails] == ["Please confirm", "Your alerts begin"]


def test_whose_first_mail_was_withheld_is_not_reminded(sink: Sink) -> None:
    anna = people.meet("anna@example.org")
    people.leave_in_peace(anna, SuppressionReason.NOT_ME)
    asked(25, sink)
    clock()
    assert sink.mails == []


def test_what_a_stranger_left_no_room_for_is_asked_about_a_day_later(sink: Sink) -> None:
    with time_machine.travel(timezone.now() - timedelta(hours=25), tick=False):
        people.may_mail_stranger("anna@example.org")
        subscriptions.subscribe("anna@example.org", ["all"], "en", consent=True)
    assert Notification.objects.get().state == NotificationState.CANCELLED
    clock()
    clock()
    assert [mail["Subject"] for mail in sink.mails] == ["Please confirm"]


def test_reminder_counts_as_a_mail_to_a_stranger(sink: Sink) -> None:
    asked(25, sink)
    people.may_mail_stranger("anna@example.org")
    clock()
    assert len(sink.mails) == 1
    assert Notification.objects.get(kind=REMINDER).state == NotificationState.CANCELLED


def test_known_follower_who_asks_for_more_is_not_reminded(sink: Sink, follower: Meet) -> None:
    follower("country:KZ")
    asked(25, sink)
    clock()
    assert len(sink.mails) == 1
