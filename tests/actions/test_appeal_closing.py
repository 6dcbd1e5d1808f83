"""Who wants urgent appeals is reminded once before one closes, and told anew when its end is put off."""

from datetime import date, timedelta
from typing import Any

import pytest

from actions import appeal_closing
from actions.appeal_news import NOT_PUBLIC
from actions.appeal_rules import derive_closing
from actions.models import Appeal
from prisoners.choices import PublicationState
from supporters import reminders
from supporters.choices import AlertGroup, SubscriptionState
from supporters.kinds import kind_of
from supporters.mails import drafted
from supporters.models import Notification, Subscription, Supporter
from tests.actions.rows import NOW, make_appeal, make_prisoner, make_supporter

pytestmark = pytest.mark.django_db

#: The end of 24 December 2026 in Aqtau (UTC+5).
END = Appeal(closes_on=date(2026, 12, 24), time_zone="Asia/Aqtau")
derive_closing(END)
EVE = END.closes_at - timedelta(days=2)  # type: ignore[operator]


def follow(topic: str = "all", **fields: Any) -> Supporter:
    supporter = make_supporter()
    Subscription.objects.create(supporter=supporter, topic=topic, state=SubscriptionState.ACTIVE, **fields)
    return supporter


def closing(**fields: Any) -> Appeal:
    return make_appeal(**{"title": "Freedom for Yerlan", "published_at": NOW - timedelta(days=3), **fields})


def test_followers_are_reminded_once_three_days_before_the_end() -> None:
    yerlan = make_prisoner("yerlan-example")
    appeal = closing(prisoners=[yerlan])
    follow(f"prisoner:{yerlan.pk}")
    follow("prisoner:999")
    assert reminders.run_planners(EVE - timedelta(days=2)) == 0
    assert [reminders.run_planners(EVE), reminders.run_planners(EVE)] == [1, 0]
    row = Notification.objects.get()
    assert (row.kind, row.subject) == ("appeal_closing", f"appeal:{appeal.pk}")
    text = drafted(row).decode()
    assert "Freedom for Yerlan" in text
    assert "24 December 2026, end of the day, Aqtau time (UTC+5)" in text
    assert f"/en/appeals/{appeal.slug}/" in text


def test_end_that_is_put_off_is_told_anew_and_the_old_word_is_not_sent() -> None:
    appeal = closing(prisoners=[make_prisoner("yerlan-example")])
    follow()
    reminders.run_planners(EVE)
    row, kind = Notification.objects.get(), kind_of("appeal_closing")
    assert kind.reason_against(row, EVE) == ""
    appeal.closes_on = date(2026, 12, 31)
    derive_closing(appeal)
    appeal.save()
    assert kind.reason_against(row, EVE) == appeal_closing.LONGER
    assert reminders.run_planners(EVE + timedelta(days=7)) == 1


@pytest.mark.parametrize(
    ("fields", "muted", "at"),
    [
        ({"state": PublicationState.DRAFT}, [], EVE),
        ({"published_at": EVE - timedelta(days=1)}, [], EVE),
        ({"ended_on": date(2026, 12, 20)}, [], EVE),
        ({}, [AlertGroup.DISPATCHES], EVE),
        ({}, [], EVE + timedelta(days=1, hours=22)),
    ],
    ids=["not public", "just shown", "ended before", "wants none", "too late"],
)
def test_nobody_is_reminded_in_vain(fields: dict[str, Any], muted: list[str], at: Any) -> None:
    closing(prisoners=[make_prisoner("yerlan-example")], **fields)
    follow(muted=muted)
    assert reminders.run_planners(at) == 0


def test_what_closed_or_was_withdrawn_meanwhile_is_not_told() -> None:
    appeal = closing(prisoners=[make_prisoner("yerlan-example")])
    follow()
    reminders.run_planners(EVE)
    row, kind = Notification.objects.get(), kind_of("appeal_closing")
    assert kind.reason_against(row, EVE + timedelta(days=2)) == appeal_closing.CLOSED
    Appeal.internal.filter(pk=appeal.pk).update(state=PublicationState.WITHDRAWN)
    assert kind.reason_against(row, EVE) == NOT_PUBLIC
