"""Told without an address: the second way out, against a push service of the tests' own that speaks TLS."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from privacy.forms import make_form_token
from privacy.webpush import decoded
from supporters import mails, outbox, reminders
from supporters.choices import NotificationState, Rate, SubscriptionState, SupporterState
from supporters.models import Browser, Notification, Subscription, Supporter, Suppression
from supporters.services import people, subscriptions, taking_along
from tests.supporters import record
from tests.supporters.browser_pages import MINE, PAGE, path_of, posted
from tests.supporters.conftest import Meet
from tests.supporters.push_service import ALERTS, HOST, FakeBrowser, PushService, owe, told_in
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def test_a_court_date_reaches_the_browser_that_follows_on_the_page_and_nobody_else_can_read_it(
    client: Client, service: PushService, sink: Sink, settings: object
) -> None:
    settings.CONTACT_EMAIL = "Until Free <us@example.org>"  # type: ignore[attr-defined]
    anna, prisoner = FakeBrowser(), record.prisoner()
    answer = client.post(PAGE, posted(anna, topics=[f"prisoner:{prisoner.pk}"]))
    assert answer.status_code == 200 and b"You are told in this browser now" in answer.content
    assert not answer.cookies
    outbox.deliver()
    (_path, headers, body) = service.got.pop()
    assert (headers["Urgency"], anna.read(body)["title"]) == ("high", "You are told in this browser now")
    record.hearing(prisoner, starts_at=timezone.now() + timedelta(hours=20))
    reminders.run_planners(timezone.now())
    for _time in range(2):
        outbox.deliver()
    (path, headers, body) = service.got.pop()
    assert not service.got and not sink.mails
    assert path == anna.path
    assert headers["Content-Encoding"] == "aes128gcm"
    assert headers["Urgency"] == "high"
    assert 0 < int(headers["TTL"]) <= 24 * 60 * 60
    claims = json.loads(decoded(headers["Authorization"].removeprefix("vapid t=").split(".")[1]))
    assert (claims["aud"], claims["sub"]) == (f"https://{HOST}", "mailto:us@example.org")
    assert b"Baltabai" not in body
    told = anna.read(body)
    assert told["title"] == "A reminder" and told["body"] == ""
    assert len(headers["Topic"]) <= 32 and told["tag"].startswith(headers["Topic"])
    page = client.get(told["url"].removeprefix("http://testserver"))
    assert page.status_code == 200 and "Yerlan Baltabai" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert list(Notification.objects.values_list("state", flat=True)) == [
        NotificationState.SENT,
        NotificationState.SENT,
    ]


def test_plain_words_on_the_screen_are_a_choice(service: PushService) -> None:
    anna = FakeBrowser()
    person = told_in(anna)
    people.change(person, language="en", time_zone="UTC", told_at_hour=9, is_discreet=False)
    prisoner = record.prisoner()
    record.hearing(prisoner, starts_at=timezone.now() + timedelta(hours=20))
    reminders.run_planners(timezone.now())
    outbox.deliver()
    told = anna.read(service.got[0][2])
    assert "Yerlan Baltabai" in told["title"] and told["body"] and "http" not in told["body"]


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("kind", ALERTS)
def test_every_alert_is_told_once_and_in_every_language(kind: str, service: PushService) -> None:
    for language in ("en", "ru", "he"):
        owe(told_in(FakeBrowser(language), language=language), kind)
    for _time in range(2):
        outbox.deliver()
    assert sorted(path for path, _headers, _body in service.got) == [f"/wpush/v2/{one}" for one in ("en", "he", "ru")]
    assert set(Notification.objects.values_list("state", flat=True)) == {NotificationState.SENT}


@pytest.mark.usefixtures("any_words")
def test_more_than_three_at_once_are_one_word_and_a_digest_is_one(service: PushService) -> None:
    anna, berik = FakeBrowser("anna"), FakeBrowser("berik")
    for number in range(4):
        owe(told_in(anna), occasion=str(number))
    for number in range(2):
        owe(told_in(berik), occasion=str(number), rate=Rate.DAILY)
    outbox.deliver()
    titles = {
        path: one.read(body)["title"] for one in (anna, berik) for path, _h, body in service.got if path == one.path
    }
    assert len(service.got) == 2
    assert "4" in titles[anna.path] and titles[berik.path] == "Your digest: 2 pieces of news"


@pytest.mark.usefixtures("any_words")
def test_one_claim_goes_both_ways_and_limits_of_mail_hold_mails_alone(
    service: PushService, sink: Sink, follower: Meet, settings: object
) -> None:
    settings.MAIL_RATES = "1/hour"  # type: ignore[attr-defined]
    for address in ("anna@example.org", "berik@example.org"):
        owe(follower("all", address=address))
    for name in ("one", "two"):
        owe(told_in(FakeBrowser(name)))
    outbox.deliver()
    assert (len(sink.mails), len(service.got)) == (1, 2)
    assert Notification.objects.filter(state=NotificationState.SENT).count() == 3


def test_the_page_of_what_is_followed_opens_to_the_browser_that_shows_its_secret(client: Client) -> None:
    anna = FakeBrowser()
    told_in(anna)
    shown = {"endpoint": anna.held.endpoint, "secret": anna.held.secret, "form_token": make_form_token("open-browser")}
    answer = client.post(MINE, shown)
    assert answer.status_code == 303
    page = client.get(answer.headers["Location"])
    assert HOST in page.content.decode() and "Forget me" in page.content.decode()
    for wrong in ({"secret": FakeBrowser().held.secret}, {"endpoint": FakeBrowser("b").held.endpoint}, {"secret": ""}):
        assert client.post(MINE, {**shown, **wrong}).status_code == 404


def test_somebody_elses_endpoint_cannot_be_taken_over(client: Client) -> None:
    anna = FakeBrowser()
    told_in(anna)
    thief = FakeBrowser()
    answer = client.post(PAGE, posted(thief))
    assert answer.status_code == 400 and b"other keys" in answer.content
    assert Browser.objects.get().key == anna.held.key


def test_an_old_push_opens_what_is_followed_but_neither_calendar_nor_forgetting(client: Client) -> None:
    person = told_in(FakeBrowser())
    page = client.get(path_of(mails.follows_url(str(person.pk)))).content.decode()
    assert "All prisoners" in page and "Forget me" not in page and PAGE in page
    link = path_of(mails.follows_url(str(person.pk)))
    assert client.post(link, {"do": "send-whole"}).headers["Location"] == PAGE
    assert not Notification.objects.exists()


def test_leaving_forgets_the_browser_and_it_may_come_back(client: Client) -> None:
    anna = FakeBrowser()
    person = told_in(anna)
    for word in ("stop-all", "leave"):
        client.post(path_of(mails.follows_url(str(person.pk))), {"do": word})
    assert not Supporter.objects.exists() and not Browser.objects.exists()
    assert told_in(anna).state == SupporterState.ACTIVE


def test_what_was_stopped_a_moment_ago_is_told_again_once_the_browser_asks_for_it(client: Client) -> None:
    anna = FakeBrowser()
    person = told_in(anna)
    client.post(path_of(mails.follows_url(str(person.pk))), {"do": "stop-all"})
    assert told_in(anna).pk == person.pk
    assert (Subscription.objects.get().state, Suppression.objects.exists()) == (SubscriptionState.ACTIVE, False)


def test_what_is_held_tells_of_the_browser_and_it_is_sealed() -> None:
    anna = FakeBrowser()
    person = told_in(anna)
    assert taking_along.held_about(person)["browser"]["endpoint"] == anna.held.endpoint
    sealed = Browser.objects.values_list("endpoint", "key", "secret").get()
    assert all(str(one) == "(sealed)" for one in sealed)


def test_asked_for_again_it_keeps_its_rate_unless_it_was_switched_off() -> None:
    anna = FakeBrowser()
    person = told_in(anna, "all", rate=Rate.WEEKLY)
    told_in(anna, "all")
    assert Subscription.objects.get().rate == Rate.WEEKLY
    subscriptions.switch_off(person, "all")
    told_in(anna, "all", rate=Rate.DAILY)
    assert Subscription.objects.get().rate == Rate.DAILY


def test_an_explanation_knows_people_without_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    person = told_in(FakeBrowser())
    call_command("whats_due", "--at", timezone.now().isoformat(), "--explain", str(person.pk))
    assert "all" in capsys.readouterr().out


def test_without_a_key_it_is_neither_offered_nor_there(client: Client, settings: object) -> None:
    assert PAGE.encode() in client.get("/en/alerts/").content
    settings.VAPID_KEY = ""  # type: ignore[attr-defined]
    assert PAGE.encode() not in client.get("/en/alerts/").content
    assert client.get(PAGE).status_code == client.post(PAGE).status_code == client.post(MINE).status_code == 404


def test_the_page_says_who_learns_of_it_before_anything_is_asked(client: Client) -> None:
    page = client.get(PAGE).content.decode()
    said = page.index("Google, Mozilla, Apple or Microsoft")
    assert said < page.index('name="endpoint"') and "<noscript>" in page
