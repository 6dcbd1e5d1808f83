"""Who follows somebody and wants urgent appeals hears once what came of one."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from actions import appeal_news
from actions.choices import AppealOutcome
from actions.models import Appeal
from prisoners.choices import PublicationState
from supporters import outbox, reminders
from supporters.choices import AlertGroup, NotificationState, SubscriptionState
from supporters.models import Notification, Subscription, Supporter
from supporters.services import people
from tests.actions.rows import make_appeal, make_campaign, make_prisoner
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def sink(settings: Any) -> Any:
    with Sink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield server


def follow(topic: str, address: str = "anna@example.org", **fields: Any) -> Supporter:
    anna = people.meet(address)
    people.confirm(anna)
    Subscription.objects.create(supporter=anna, topic=topic, state=SubscriptionState.ACTIVE, **fields)
    return anna


def closed(**fields: Any) -> Appeal:
    """A public appeal of last month of which nothing came so far."""
    return make_appeal(**{"state": PublicationState.PUBLISHED, "title": "Freedom for Yerlan", **fields})


def settle(appeal: Appeal, outcome: str = AppealOutcome.FREED, ago: timedelta = appeal_news.SETTLES) -> None:
    """Something came of it so long ago."""
    appeal.outcome, appeal.outcome_text = outcome, "He came home on Friday."
    appeal.save()
    appeal.history.filter(outcome=outcome).update(pgh_created_at=timezone.now() - ago)  # type: ignore[attr-defined]


def tick(now: datetime | None = None) -> int:
    new = reminders.run_planners(now or timezone.now())
    outbox.deliver()
    return new


@pytest.mark.parametrize("by", ["prisoner", "campaign"])
def test_what_came_of_an_appeal_is_told_once_to_who_follows_whom_it_was_for(by: str, sink: Sink) -> None:
    yerlan, campaign = make_prisoner("yerlan-example"), make_campaign()
    appeal = closed(prisoners=[yerlan], campaign=campaign)
    follow(f"prisoner:{yerlan.pk}" if by == "prisoner" else f"campaign:{campaign.pk}")
    follow("prisoner:999", address="boris@example.org")
    assert tick() == 0
    settle(appeal)
    assert [tick(), tick()] == [1, 0]
    assert [mail["To"] for mail in sink.mails] == ["anna@example.org"]
    assert "Freedom for Yerlan" in sink.text()
    assert "set free" in sink.text()
    assert "He came home on Friday." in sink.text()
    assert f"/en/appeals/{appeal.slug}/" in sink.text()


def test_who_wants_no_urgent_appeals_hears_nothing_of_what_came_of_them(sink: Sink) -> None:
    appeal = closed(prisoners=[make_prisoner("yerlan-example")])
    follow("all", muted=[AlertGroup.DISPATCHES])
    settle(appeal)
    assert tick() == 0


@pytest.mark.parametrize(
    ("outcome", "ago"),
    [
        (AppealOutcome.UNKNOWN, timedelta(hours=1)),
        (AppealOutcome.FREED, timedelta(minutes=9)),
        (AppealOutcome.FREED, timedelta(days=15)),
    ],
)
def test_what_is_not_known_has_not_settled_or_is_old_is_no_news(outcome: str, ago: timedelta, sink: Sink) -> None:
    appeal = closed(prisoners=[make_prisoner("yerlan-example")])
    follow("all")
    settle(appeal, outcome, ago)
    assert tick() == 0


def test_words_that_are_mended_a_month_later_are_no_news(sink: Sink) -> None:
    appeal = closed(prisoners=[make_prisoner("yerlan-example")])
    follow("all")
    settle(appeal, ago=timedelta(days=30))
    appeal.outcome_text = "He came home on Saturday."
    appeal.save()
    assert tick() == 0


def test_appeal_that_is_not_public_tells_nothing(sink: Sink) -> None:
    appeal = closed(prisoners=[make_prisoner("yerlan-example")], state=PublicationState.DRAFT)
    follow("all")
    settle(appeal)
    assert tick() == 0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"state": PublicationState.WITHDRAWN}, appeal_news.NOT_PUBLIC),
        ({"outcome": ""}, appeal_news.NOTHING_KNOWN),
    ],
)
def test_outcome_that_is_taken_back_before_sending_is_not_told(change: dict[str, Any], reason: str, sink: Sink) -> None:
    appeal = closed(prisoners=[make_prisoner("yerlan-example")])
    follow("all")
    settle(appeal)
    reminders.run_planners(timezone.now())
    Appeal.internal.filter(pk=appeal.pk).update(**change)
    outbox.deliver()
    assert sink.mails == []
    row = Notification.objects.get()
    assert (row.state, row.reason) == (NotificationState.CANCELLED, reason)
