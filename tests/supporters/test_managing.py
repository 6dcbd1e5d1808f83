"""The page of what somebody follows: who may open it, what it shows and changes."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from privacy.forms import make_form_token
from supporters import outbox, reminders
from supporters.choices import AlertGroup, NotificationState, SubscriptionState
from supporters.models import Notification, PersonalCalendar, Subscription, Supporter
from supporters.services import calendars
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.visitor import follows_path, links, manage_path, tick_and_send

pytestmark = pytest.mark.django_db
NOT_DAYS = sorted(set(AlertGroup.values) - {AlertGroup.DAYS.value})


def active(person: Supporter) -> QuerySet[Subscription, str]:
    return person.subscriptions.filter(state=SubscriptionState.ACTIVE).values_list("topic", flat=True)


def test_manage_page_shows_and_changes_what_is_followed(client: Client, follower: Meet) -> None:
    anna = follower("all", "country:KZ")
    record.prisoner()
    path = manage_path(anna)
    assert b"Kazakhstan" in client.get(path).content
    client.post(path, {"do": "stop", "topic": "country:KZ"})
    assert list(active(anna)) == ["all"]
    client.post(path, {"do": "set", "language": "ru", "time_zone": "Asia/Almaty", "told_at_hour": "18"})
    anna.refresh_from_db()
    assert (anna.language, anna.time_zone, anna.is_discreet) == ("ru", "Asia/Almaty", False)
    client.post(path, {"do": "stop-all"})
    assert not active(anna)


SETTINGS = {"do": "set", "language": "ru", "time_zone": "Asia/Almaty", "told_at_hour": "18"}


@pytest.mark.parametrize(
    "posted",
    [
        {"do": "set", "language": "xx", "time_zone": "Mars", "told_at_hour": "99"},
        SETTINGS | {"time_zone": "Mars"},
        SETTINGS | {"told_at_hour": "99"},
        SETTINGS | {"language": "xx"},
        {"do": "set"},
        {"do": "stop", "topic": "prisoner:99999999999"},
        {"do": "stop", "topic": "\0"},
        {"do": "stop"},
        {"do": "prefer", "topic": "country:RU", "rate": "daily"},
        {"do": "prefer", "topic": "all", "rate": "hourly"},
    ],
    ids=str,
)
def test_what_the_page_does_not_offer_is_refused_and_nothing_is_changed(
    client: Client, follower: Meet, posted: dict[str, str]
) -> None:
    anna = follower("all")
    before = (Supporter.objects.values().get(), list(Subscription.objects.values()))
    for path in (manage_path(anna), follows_path(anna)):
        response = client.post(path, posted)
        assert (response.status_code, "nothing is changed" in response.content.decode()) == (400, True)
    assert (Supporter.objects.values().get(), list(Subscription.objects.values())) == before


def test_a_forwarded_alert_opens_no_address_and_no_more_than_what_is_followed(
    client: Client, follower: Meet, sink: Sink
) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    anna = follower("all", "country:KZ")
    calendars.renew(anna)
    reminders.run_planners(timezone.now())
    outbox.deliver()
    path = next(link for link in links(sink) if b"Kazakhstan" in client.get(link).content)
    page = client.get(path).content.decode()
    assert "anna@example.org" not in page and "/calendar/my/" not in page
    for word in ("take-along", "forget", "renew-calendar", "revoke-calendar"):
        assert f'value="{word}"' not in page
        assert b"anna@example.org" not in client.post(path, {"do": word}).content
    assert Supporter.objects.filter(pk=anna.pk).exists() and PersonalCalendar.objects.exists()
    client.post(path, {"do": "stop", "topic": "country:KZ"})
    assert list(active(anna)) == ["all"]


def test_the_link_in_an_alert_sends_the_whole_to_the_own_mailbox(client: Client, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    for page in (
        client.post(follows_path(anna), {"do": "send-whole"}),
        client.post(
            "/en/alerts/manage/", {"address": "anna@example.org", "form_token": make_form_token("ask-to-manage")}
        ),
    ):
        said = page.content.decode()
        assert "“Your link”" in said
        assert "the code" not in said and "confirm" not in said
    outbox.deliver()
    assert [mail["To"] for mail in sink.mails] == ["anna@example.org"] * 2
    assert "anna@example.org" in client.get(links(sink)[0]).content.decode()


def test_the_link_in_an_alert_ends_after_a_month(client: Client, follower: Meet) -> None:
    path = follows_path(follower("all"))
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        assert client.get(path).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert client.get(path).status_code == 410


def test_manage_page_gives_all_that_is_held(client: Client, follower: Meet) -> None:
    response = client.post(manage_path(follower("all")), {"do": "take-along"})
    held = json.loads(response.content)
    assert held["address"] == "anna@example.org"
    assert [row["topic"] for row in held["follows"]] == ["all"]


def test_link_to_manage_is_mailed_to_followers_only_and_the_answer_is_the_same(
    client: Client, follower: Meet, sink: Sink
) -> None:
    follower("all")
    answers = set()
    for name in ("anna", "nobody"):
        data = {"address": f"{name}@example.org", "form_token": make_form_token("ask-to-manage")}
        answers.add(client.post("/en/alerts/manage/", data).content)
    assert len(answers) == 1
    outbox.deliver()
    assert [mail["To"] for mail in sink.mails] == ["anna@example.org"]
    assert client.get(links(sink)[0]).status_code == 200


def test_follower_chooses_what_to_hear_of_and_keeps_a_note(client: Client, follower: Meet, sink: Sink) -> None:
    anna, boris = follower("all"), follower("all", address="boris@example.org")
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    path = manage_path(anna)
    client.post(path, {"do": "prefer", "topic": "all", "wanted": ["days"], "rate": "daily", "note": "For my cousin"})
    row = anna.subscriptions.get()
    assert (row.muted, row.rate, "cousin" in row.note) == (NOT_DAYS, "daily", True)
    assert b"cousin" in client.get(path).content
    held = json.loads(client.post(path, {"do": "take-along"}).content)
    assert held["follows"][0]["not_wanted"] == NOT_DAYS
    assert "cousin" in held["follows"][0]["note"]
    tick_and_send()
    assert [mail["To"] for mail in sink.mails] == [boris.email]


def test_choice_made_between_planning_and_sending_holds(client: Client, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    reminders.run_planners(timezone.now())
    client.post(
        manage_path(anna), {"do": "prefer", "topic": "all", "wanted": ["status"], "rate": "at_once", "note": ""}
    )
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().state == NotificationState.CANCELLED


def test_pause_holds_alerts_back_and_going_on_brings_what_is_still_to_come(
    client: Client, follower: Meet, sink: Sink
) -> None:
    anna = follower("all")
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    reminders.run_planners(timezone.now())
    assert b"You have paused" in client.post(manage_path(anna), {"do": "pause"}).content
    outbox.deliver()
    tick_and_send()
    assert sink.mails == []
    client.post(manage_path(anna), {"do": "go-on"})
    tick_and_send()
    assert len(sink.mails) == 1


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"topic": "prisoner:1", "rate": "daily"}, 400),
        ({"topic": "all", "rate": "daily", "wanted": ["nothing"]}, 400),
        ({"topic": "all", "rate": "hourly"}, 400),
        ({"topic": "all", "rate": "daily", "note": "\0"}, 400),
        ({"topic": "all", "rate": "daily", "note": "x" * 501}, 400),
        ({}, 400),
    ],
)
def test_choice_that_is_not_offered_changes_nothing(
    client: Client, follower: Meet, fields: dict[str, object], status: int
) -> None:
    anna = follower("all")
    assert client.post(manage_path(anna), {"do": "prefer", **fields}).status_code == status
    assert (anna.subscriptions.get().muted, anna.subscriptions.get().rate) == ([], "at_once")
