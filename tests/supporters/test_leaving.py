"""Leaving by one click, by the page or by being forgotten, and coming back."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from privacy.links import make_link_token
from supporters import outbox
from supporters.choices import NotificationState, SupporterState, SuppressionReason
from supporters.models import Notification, Subscription, Supporter, Suppression
from supporters.services import leaving, outboxes, people, retention, subscriptions
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.visitor import ask, follows_path, links, manage_path, tick_and_send

pytestmark = pytest.mark.django_db


def test_it_was_not_me_deletes_and_never_writes_again(client: Client, sink: Sink) -> None:
    ask(client)
    outbox.deliver()
    _confirm, not_me = links(sink)
    client.get(not_me)
    assert Supporter.objects.exists()
    for _time in range(2):
        assert client.post(not_me).status_code == 200
    assert not Supporter.objects.exists()
    assert Suppression.objects.get().reason == SuppressionReason.NOT_ME


def test_link_of_another_purpose_does_not_unsubscribe(client: Client, follower: Meet) -> None:
    anna = follower("all")
    client.post(f"/unsubscribe/{make_link_token('manage', str(anna.pk), None)}/")
    assert Subscription.objects.exists()


@pytest.mark.parametrize(
    "options",
    [
        {"data": "List-Unsubscribe=One-Click", "content_type": "application/x-www-form-urlencoded"},
        {"data": {"List-Unsubscribe": "One-Click"}},
    ],
)
def test_one_click_unsubscribes_and_a_token_of_nobody_is_answered_alike(
    follower: Meet, sink: Sink, options: dict[str, object]
) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    anna = follower("all")
    tick_and_send()
    mail = sink.mails[-1]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = urlsplit(mail["List-Unsubscribe"].strip("<>")).path
    provider = Client(enforce_csrf_checks=True)
    for method in (provider.get, provider.head, provider.options):
        method(path)
    assert Subscription.objects.exists()
    now = timezone.now()
    outboxes.owe(anna, "release", "prisoner:1", "x", due_at=now, stale_at=now + timedelta(days=1))
    nobody = f"/unsubscribe/{make_link_token('unsubscribe', str(uuid4()), None)}/"
    answers = [provider.post(one, **options) for one in (path, path, nobody)]
    assert {(one.status_code, one.content) for one in answers} == {(200, answers[0].content)}
    assert not Subscription.objects.exists()
    assert not Notification.objects.filter(state=NotificationState.QUEUED).exists()


def test_person_who_left_with_nothing_else_is_forgotten_and_may_come_back(
    client: Client, follower: Meet, sink: Sink
) -> None:
    anna = follower("all")
    client.post(f"/unsubscribe/{make_link_token('unsubscribe', str(anna.pk), None)}/")
    assert not Supporter.objects.exists()
    assert Suppression.objects.get().reason == SuppressionReason.LEFT
    ask(client)
    outbox.deliver()
    client.post(links(sink)[0])
    assert Supporter.objects.get().state == SupporterState.ACTIVE
    assert not Suppression.objects.exists()


def test_forget_me_says_first_what_will_be_gone_and_deletes_nothing_yet(client: Client, follower: Meet) -> None:
    path = manage_path(follower("all"))
    page = client.get(path).content.decode()
    assert ('value="ask-forget"' in page, 'value="forget"' in page) == (True, False)
    asked = client.post(path, {"do": "ask-forget"})
    text = asked.content.decode()
    assert (asked.status_code, asked["Cache-Control"]) == (200, "no-store")
    assert all(part in text for part in ("nobody can undo it", 'value="forget"', f'href="{path}"'))
    assert Supporter.objects.exists()


def test_link_of_an_alert_does_not_ask_either_whether_to_forget(client: Client, follower: Meet) -> None:
    assert (
        "Shall we forget you" not in client.post(follows_path(follower("all")), {"do": "ask-forget"}).content.decode()
    )


def test_forget_me_deletes_the_person(client: Client, follower: Meet) -> None:
    path = manage_path(follower("all"))
    assert client.post(path, {"do": "forget"}).status_code == 200
    assert not Supporter.objects.exists()
    assert client.get(path).status_code == 410


def test_nothing_is_left_of_what_nobody_confirmed(client: Client) -> None:
    ask(client)
    retention.purge(timezone.now() + timedelta(hours=49))
    assert not Supporter.objects.exists()
    assert not Notification.objects.exists()


def test_who_left_may_come_back_the_same_day_and_a_stranger_cannot_flood_them(client: Client, sink: Sink) -> None:
    with time_machine.travel("2026-12-15T06:00:00Z", tick=False) as clock:
        ask(client)
        outbox.deliver()
        anna = Supporter.objects.get()
        subscriptions.confirm(anna)
        leaving.leave(anna)
        for _time in range(5):
            ask(client)
            outbox.deliver()
            clock.shift(timedelta(minutes=5))
        assert [mail["Subject"] for mail in sink.mails[1:]] == ["Please confirm"] * people.LEFT_A_DAY
        clock.shift(timedelta(days=1))
        assert [people.may_mail_stranger("anna@example.org") for _time in range(3)] == [True, False, False]
        clock.shift(timedelta(days=1))
        assert not people.may_mail_stranger("anna@example.org")
