"""News of a release."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prisoners.choices import CustodyEnd, EventKind, PublicationState
from prisoners.models import Detention, Prisoner
from supporters import outbox, reminders
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def long_ago() -> str:
    """So long ago that today is no anniversary of it and no hundredth day, whatever the day."""
    return str((timezone.now() - timedelta(days=1234)).date())


def freed(one: Prisoner, days_ago: int, published_days_ago: int = 0) -> Detention:
    now = timezone.now()
    row = Detention.internal.create(
        **record.PUBLIC,
        prisoner=one,
        started_on=long_ago(),
        ended_on=(now - timedelta(days=days_ago)).date(),
        ended_by=CustodyEnd.RELEASED,
        published_at=now - timedelta(days=published_days_ago),
    )
    row.history.update(pgh_created_at=row.published_at)
    return row


def test_release_reaches_the_followers_once(follower: Meet, sink: Sink) -> None:
    one = record.prisoner()
    freed(one, days_ago=2)
    record.event((timezone.now() - timedelta(days=3)).date().isoformat(), EventKind.RELEASE, one)
    follower(f"prisoner:{one.pk}", "all")
    assert [reminders.run_planners(timezone.now()) for _tick in range(2)] == [1, 0]
    outbox.deliver()
    assert "Yerlan Baltabai was released" in sink.text()


def test_release_of_years_ago_is_no_news_when_it_is_entered_today(follower: Meet) -> None:
    freed(record.prisoner(), days_ago=900)
    follower("all")
    assert reminders.run_planners(timezone.now()) == 0


def test_release_is_no_news_after_a_fortnight(follower: Meet) -> None:
    freed(record.prisoner(), days_ago=20, published_days_ago=15)
    follower("all")
    assert reminders.run_planners(timezone.now()) == 0


def test_release_that_is_withdrawn_before_sending_is_not_told(follower: Meet, sink: Sink) -> None:
    row = freed(record.prisoner(), days_ago=2)
    follower("all")
    reminders.run_planners(timezone.now())
    Detention.internal.filter(pk=row.pk).update(state=PublicationState.WITHDRAWN)
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().reason == "the release is not public"


def test_release_entered_weeks_late_on_a_stretch_that_was_public_is_told(follower: Meet) -> None:
    one, now = record.prisoner(), timezone.now()
    row = Detention.internal.create(
        **record.PUBLIC, prisoner=one, started_on=long_ago(), published_at=now - timedelta(days=300)
    )
    follower("all")
    assert reminders.run_planners(now) == 0
    row.ended_on, row.ended_by = (now - timedelta(days=20)).date(), CustodyEnd.RELEASED
    row.save()
    later = timezone.now()
    assert [reminders.run_planners(later), reminders.run_planners(later)] == [1, 0]
