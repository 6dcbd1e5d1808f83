"""`whats_due --explain`: why somebody would or would not be told, without an address."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from prisoners.choices import EventKind
from supporters import reminders
from supporters.choices import Rate, SuppressionReason
from supporters.models import Notification, Supporter
from supporters.services import people
from tests.supporters import record
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db


def explained(who: str) -> str:
    out = StringIO()
    call_command("whats_due", at=timezone.now().isoformat(), explain=who, stdout=out)
    return out.getvalue()


def hearing() -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))


def test_follower_would_be_told_and_no_address_is_printed(follower: Meet) -> None:
    anna = follower("all")
    hearing()
    said = explained("anna@example.org")
    assert said == explained(str(anna.pk))
    assert "hearing_reminder" in said
    assert "would be sent now" in said
    assert "@" not in said
    assert not Notification.objects.exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"rate": Rate.OFF}, "it is switched off"),
        ({"muted": ["court"]}, "this kind of news is not wanted"),
        ({"topic": "country:BY"}, "follows none of all, case:"),
    ],
)
def test_what_others_are_told_is_explained(follower: Meet, change: dict[str, object], reason: str) -> None:
    anna = follower("all")
    follower("all", address="boris@example.org")
    anna.subscriptions.update(**change)
    hearing()
    assert reason in explained("anna@example.org")


def test_pause_bounce_and_peace_are_said(follower: Meet) -> None:
    anna = follower("all")
    Supporter.objects.update(is_paused=True, state="unreachable")
    people.leave_in_peace(anna, SuppressionReason.COMPLAINT)
    said = explained("anna@example.org")
    assert "has paused" in said
    assert "only mails that were just asked for" in said
    assert "complaint" in said


def test_what_waits_and_what_was_dropped_is_said(follower: Meet) -> None:
    anna = follower("all")
    anna.subscriptions.update(rate=Rate.WEEKLY)
    now = timezone.now()
    event = record.event(f"{now:%Y-%m-%d}", EventKind.TRANSFER, record.prisoner(), published_at=now)
    reminders.run_planners(now)
    assert "waits for the weekly digest" in explained("anna@example.org")
    Notification.objects.update(state="cancelled", reason="what happened is not public", settled_at=now)
    type(event).internal.update(published_at=now - timedelta(days=20))
    assert "cancelled" in explained("anna@example.org")


@pytest.mark.parametrize("who", ["nobody@example.org", "no@address@", "7", "00000000-0000-0000-0000-000000000000"])
def test_unknown_person_is_a_plain_error(who: str) -> None:
    with pytest.raises(CommandError, match="Nobody is known"):
        explained(who)
