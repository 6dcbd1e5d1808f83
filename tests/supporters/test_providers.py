"""What a provider tells by webhook: believed with our secret, of people we have written to, and of nothing else."""

import base64
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from anymail.signals import AnymailTrackingEvent, EventType, RejectReason, tracking
from django.core.exceptions import ImproperlyConfigured, SuspiciousOperation
from django.http import HttpResponseBase
from django.test import RequestFactory
from django.utils import timezone

from campaign.service_urls import PROVIDERS, provider
from supporters import providers
from supporters.choices import NotificationState, SupporterState, SuppressionReason
from supporters.models import Notification, Subscription, Supporter, Suppression
from supporters.provider_urls import CALLED, view_of
from supporters.services import outboxes, people
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db
SECRET = "caller:a-long-enough-password"
ADDRESS = "anna@example.org"
NO_SUCH_USER = "smtp;550 5.1.1 The email account that you tried to reach does not exist."


@pytest.fixture(autouse=True)
def _listening(settings: Any) -> Iterator[None]:
    settings.ANYMAIL = provider("postmark", SECRET, "")
    settings.BOUNCE_PROVIDER = "postmark"
    providers.register()
    yield
    tracking.disconnect(dispatch_uid="supporters.providers")


@pytest.fixture
def anna(follower: Meet) -> Supporter:
    """Somebody to whom a mail has left."""
    now = timezone.now()
    anna = follower("all", address=ADDRESS)
    outboxes.owe(anna, "release", "prisoner:1", "x", due_at=now, stale_at=now + timedelta(days=20))
    Notification.objects.update(state=NotificationState.SENT)
    return anna


def call(secret: str = SECRET, **said: Any) -> HttpResponseBase:
    """As Postmark calls."""
    event = {"RecordType": "Bounce", "Type": "HardBounce", "TypeCode": 1, "Email": ADDRESS, "MessageID": "1", **said}
    event = {"BouncedAt": "2026-11-01T12:00:00Z", "Details": NO_SUCH_USER, **event}
    headers = {"authorization": "Basic " + base64.b64encode(secret.encode()).decode()} if secret else {}
    request = RequestFactory().post(
        "/webhooks/mail/postmark/", json.dumps(event), content_type="application/json", headers=headers
    )
    return view_of("postmark")(request)


def state(of: Supporter) -> tuple[int, int, str]:
    of.refresh_from_db()
    return of.hard_bounces, of.soft_bounces, of.state


def test_address_that_does_not_exist_counts_once_a_day(anna: Supporter) -> None:
    for _time in range(2):
        assert call().status_code == 200
    assert state(anna) == (1, 0, SupporterState.ACTIVE)


def test_address_that_does_not_exist_counts_once_of_a_mail(anna: Supporter) -> None:
    now = timezone.now()
    for days, mail in enumerate(["1", "1", "2"]):
        with time_machine.travel(now + timedelta(days=days), tick=False):
            call(MessageID=mail)
    assert state(anna) == (2, 0, SupporterState.UNREACHABLE)


def test_what_left_before_the_mailbox_was_confirmed_anew_does_not_count(anna: Supporter) -> None:
    Notification.objects.update(settled_at=timezone.now())
    people.confirm(anna)
    call()
    assert state(anna) == (0, 0, SupporterState.ACTIVE)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ({"Type": "SoftBounce", "TypeCode": 4096, "Details": "452 4.2.2 over quota"}, (0, 1)),
        ({"Details": "550 5.7.1 blocked by policy"}, (0, 0)),
        ({"Type": "Blocked", "TypeCode": 100006, "Details": "refused"}, (0, 0)),
        ({"Type": "Transient", "TypeCode": 2, "Details": "try again later"}, (0, 0)),
        ({"Type": "AutoResponder", "TypeCode": 32, "Details": "I am away. User unknown."}, (0, 0)),
        ({"Details": "The server was unable to deliver your message"}, (1, 0)),
        ({"Type": "SoftBounce", "Details": "The server was unable to deliver your message"}, (0, 1)),
        ({"Type": "SoftBounce", "Details": ""}, (0, 1)),
        ({"Type": "SpamNotification", "TypeCode": 512, "Details": "554 5.7.1 spam message rejected"}, (0, 0)),
        ({"RecordType": "Delivery", "DeliveredAt": "2026-11-01T12:00:00Z", "Recipient": ADDRESS}, (0, 0)),
    ],
)
def test_what_is_not_of_the_address_does_not_count_against_it(
    anna: Supporter, said: dict[str, Any], counted: tuple[int, int]
) -> None:
    assert call(**said).status_code == 200
    assert state(anna) == (*counted, SupporterState.ACTIVE)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({"event": "soft_bounce"}, "soft"),
        ({"event": "hard_bounce"}, "hard"),
        ({"type": "activity.soft_bounced", "data": {"type": "soft_bounced"}}, "soft"),
        ({"type": "activity.hard_bounced", "data": {"type": "hard_bounced"}}, "hard"),
        ({"event": "bounce", "hard_bounce": False}, "soft"),
        ({"event": "bounce", "hard_bounce": True}, "hard"),
        ({"msys": {"message_event": {"type": "bounce", "bounce_class": "22"}}}, "soft"),
        ({"msys": {"message_event": {"type": "bounce", "bounce_class": "10"}}}, "hard"),
    ],
    ids=[
        "brevo",
        "brevo-hard",
        "mailersend",
        "mailersend-hard",
        "mailjet",
        "mailjet-hard",
        "sparkpost",
        "sparkpost-hard",
    ],
)
def test_what_a_provider_calls_soft_is_soft_where_it_says_no_more(said: dict[str, Any], verdict: str) -> None:
    event = AnymailTrackingEvent(
        event_type=EventType.BOUNCED, reject_reason=RejectReason.BOUNCED, recipient=ADDRESS, esp_event=said
    )
    assert providers.said_by(event).verdict == verdict


@pytest.mark.parametrize(
    ("kind", "reason", "said", "is_complaint"),
    [
        ("bounced", "spam", {"msys": {"message_event": {"type": "bounce", "bounce_class": "51"}}}, False),
        ("bounced", "spam", {"msys": {"message_event": {"type": "out_of_band", "bounce_class": "52"}}}, False),
        ("complained", "spam", {"RecordType": "Bounce", "Type": "SpamNotification"}, False),
        ("complained", "spam", {"RecordType": "SpamComplaint", "Type": "SpamComplaint"}, True),
        ("complained", None, {"msys": {"message_event": {"type": "spam_complaint"}}}, True),
        ("rejected", "spam", {"event": "blocked", "error": "spam reporter"}, True),
        ("rejected", "blocked", {"event": "blocked", "error": "content blocked"}, False),
    ],
    ids=[
        "sparkpost-block",
        "sparkpost-content",
        "postmark-filter",
        "postmark",
        "sparkpost",
        "mailjet-before",
        "mailjet-content",
    ],
)
def test_filter_that_takes_a_mail_for_spam_is_no_complaint_of_its_reader(
    kind: str, reason: str | None, said: dict[str, Any], is_complaint: bool
) -> None:
    event = AnymailTrackingEvent(event_type=kind, reject_reason=reason, recipient=ADDRESS, esp_event=said)
    found = providers.said_by(event)
    assert found.is_complaint is is_complaint
    assert is_complaint or found.is_policy or found.is_delay


def test_complaint_ends_it_for_good(anna: Supporter) -> None:
    call(RecordType="SpamComplaint", Type="SpamComplaint", TypeCode=512)
    assert Suppression.objects.get().reason == SuppressionReason.COMPLAINT
    assert not Subscription.objects.exists()


def test_whoever_unsubscribes_there_follows_nothing(anna: Supporter) -> None:
    call(
        RecordType="SubscriptionChange", SuppressSending=True, SuppressionReason="ManualSuppression", Recipient=ADDRESS
    )
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("secret", ["", "caller:another-password-", "x:"])
def test_nobody_else_is_believed(anna: Supporter, secret: str) -> None:
    with pytest.raises(SuspiciousOperation):
        call(secret)
    assert state(anna) == (0, 0, SupporterState.ACTIVE)


def test_word_about_somebody_we_have_not_written_to_changes_nothing(anna: Supporter) -> None:
    for address in ("nobody@example.org", "no address", ""):
        assert call(Email=address).status_code == 200
    Notification.objects.update(due_at=timezone.now() - timedelta(days=31))
    call()
    assert state(anna) == (0, 0, SupporterState.ACTIVE)


def test_without_a_provider_nothing_is_listened_to_and_there_is_no_address(client: Any) -> None:
    assert client.post("/webhooks/mail/postmark/").status_code == 404


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_provider_has_its_view(name: str, settings: Any) -> None:
    settings.ANYMAIL = provider(name, SECRET, "a-key-of-theirs" if PROVIDERS[name] else "")
    assert view_of(name)(RequestFactory().head("/")).status_code == 200
    assert set(CALLED) == set(PROVIDERS)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("nobody", SECRET, ""), "one of brevo"),
        (("postmark", "", ""), "USER:PASSWORD"),
        (("postmark", "caller:short", ""), "16 characters"),
        (("mailgun", SECRET, ""), "needed for mailgun"),
        (("postmark", SECRET, "key"), "of no use for postmark"),
    ],
)
def test_settings_that_would_leave_it_open_are_refused_without_repeating_the_secret(
    given: tuple[str, str, str], words: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=words) as refused:
        provider(*given)
    assert not given[1] or given[1] not in str(refused.value)
    assert provider("", "", "") == {}
