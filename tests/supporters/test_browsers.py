"""Told without an address: the second way out, against a push service of the tests' own that speaks TLS."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from privacy import outside
from privacy.fields import Sealed
from privacy.forms import make_form_token
from privacy.webpush import decoded
from supporters import kinds, mails, outbox, reminders, ways
from supporters.choices import NotificationState, Rate, SupporterState
from supporters.links import link_for, told_url
from supporters.models import Browser, Consent, Notification, Subscription, Supporter
from supporters.refusals import SubscriptionRefused
from supporters.services import browsers, people, retention, subscriptions, taking_along
from tests.supporters import record
from tests.supporters.conftest import Meet, in_the_hands_of
from tests.supporters.push_service import ALERTS, HOST, FakeBrowser, PushService, owe, told_in
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
PAGE, MINE = "/en/alerts/browser/", "/en/alerts/browser/mine/"
SENT, QUEUED, FAILED = NotificationState.SENT, NotificationState.QUEUED, NotificationState.FAILED


def again() -> None:
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def posted(one: FakeBrowser, **fields: object) -> dict[str, object]:
    held = {"endpoint": one.held.endpoint, "key": one.held.key, "secret": one.held.secret}
    return {"topics": ["all"], "consent": "on", "form_token": make_form_token("subscribe-browser"), **held, **fields}


# --- from the page to the screen -------------------------------------------------------------------


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
    assert list(Notification.objects.values_list("state", flat=True)) == [SENT, SENT]


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
    assert set(Notification.objects.values_list("state", flat=True)) == {SENT}


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
    assert Notification.objects.filter(state=SENT).count() == 3


# --- what goes wrong -------------------------------------------------------------------------------


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_has_ended_is_told_nothing_more_and_forgotten_after_a_month(
    status: int, service: PushService
) -> None:
    person = told_in(FakeBrowser())
    row = owe(person)
    service.answers = [(status, b"")]
    outbox.deliver()
    row.refresh_from_db()
    person.refresh_from_db()
    assert (row.state, row.reason) == (FAILED, f"the push service says {status}")
    assert person.state == SupporterState.UNREACHABLE
    owe(person, occasion="later")
    outbox.deliver()
    assert len(service.got) == 1
    assert not browsers.ended(timezone.now()).exists()
    retention.purge(timezone.now() + timedelta(days=32))
    assert not Supporter.objects.exists() and not Browser.objects.exists()


@pytest.mark.usefixtures("any_words")
def test_a_browser_that_comes_back_is_told_again(service: PushService) -> None:
    anna = FakeBrowser()
    owe(told_in(anna))
    service.answers = [(410, b"")]
    outbox.deliver()
    owe(told_in(anna), occasion="later")
    outbox.deliver()
    assert list(Notification.objects.order_by("due_at").values_list("state", flat=True)) == [
        FAILED,
        SENT,
    ]


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("status", [302, 401, 403, 413, 429, 500, 503])
def test_what_is_refused_for_now_comes_again_and_takes_the_place_of_the_first(
    status: int, service: PushService
) -> None:
    row = owe(told_in(FakeBrowser()))
    service.answers = [(status, b"")]
    outbox.deliver()
    row.refresh_from_db()
    assert (row.state, row.attempts, row.reason) == (QUEUED, 1, f"the push service says {status}")
    assert row.next_attempt_at > timezone.now() + timedelta(minutes=3)
    again()
    outbox.deliver()
    first, second = (headers["Topic"] for _path, headers, _body in service.got)
    assert first == second
    row.refresh_from_db()
    assert row.state == SENT


@pytest.mark.usefixtures("any_words")
def test_that_a_push_service_does_not_believe_us_is_said_to_the_operator_and_names_nobody(
    service: PushService, caplog: pytest.LogCaptureFixture
) -> None:
    owe(told_in(FakeBrowser("anna")))
    service.answers = [(403, b"")]
    outbox.deliver()
    [said] = [one.getMessage() for one in caplog.records if one.name == "supporters.push_transport"]
    assert HOST in said and "VAPID_KEY" in said and "anna" not in said


@pytest.mark.usefixtures("any_words")
def test_a_push_service_that_is_away_holds_up_neither_mails_nor_other_services(
    monkeypatch: pytest.MonkeyPatch, sink: Sink, follower: Meet
) -> None:
    tried: list[str] = []

    def away(host: str) -> list[str]:
        tried.append(host)
        raise outside.NoAnswer("gaierror")

    monkeypatch.setattr(outside, "look_up", away)
    monkeypatch.setattr(ways, "PUSHES", replace(ways.PUSHES, most_connections=1))
    for number in range(6):
        owe(told_in(FakeBrowser(str(number))))
    owe(follower("all"))
    outbox.deliver()
    assert len(tried) == 3
    assert len(sink.mails) == 1
    assert Notification.objects.filter(state=QUEUED).count() == 6


@pytest.mark.usefixtures("any_words")
def test_a_mail_server_that_is_away_holds_up_no_push(service: PushService, follower: Meet, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    for number in range(5):
        owe(follower("all", address=f"p{number}@example.org"))
    owe(told_in(FakeBrowser()))
    outbox.deliver()
    assert len(service.got) == 1


@pytest.mark.usefixtures("any_words")
def test_a_worker_that_died_leaves_pushes_as_it_leaves_mails(service: PushService) -> None:
    person = told_in(FakeBrowser())
    held = next(name for name in ALERTS if not kinds.kind_of(name).resend_if_in_doubt)
    again_, once = owe(person, "hearing_cancelled"), owe(person, held)
    in_the_hands_of(7)
    outbox.take_back()
    outbox.deliver()
    again_.refresh_from_db()
    once.refresh_from_db()
    assert (again_.state, once.state, len(service.got)) == (SENT, FAILED, 1)


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("break_it", [{"key": ""}, {"secret": ""}, {"key": Sealed(b"\1rubbish")}, None], ids=str)
def test_what_cannot_be_written_for_one_browser_stops_no_other(
    break_it: dict[str, Any] | None, service: PushService
) -> None:
    broken, fine = told_in(FakeBrowser("broken")), told_in(FakeBrowser("fine"))
    rows = Browser.objects.filter(pk=broken.pk)
    rows.update(**break_it) if break_it else rows.delete()
    owe(broken), owe(fine)
    outbox.deliver()
    assert [path for path, _headers, _body in service.got] == ["/wpush/v2/fine"]
    assert Notification.objects.get(supporter=broken).reason.startswith("cannot be written")


@pytest.mark.usefixtures("any_words")
def test_without_a_key_what_is_owed_waits(service: PushService, settings: object) -> None:
    row = owe(told_in(FakeBrowser()))
    settings.VAPID_KEY = ""  # type: ignore[attr-defined]
    outbox.deliver()
    row.refresh_from_db()
    assert row.state == QUEUED and not service.got


# --- who may be knocked at -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "endpoint",
    [
        *("http://fcm.googleapis.com/x", "https://127.0.0.1/x", "https://localhost/x", "https://example.org/x"),
        *(
            "https://fcm.googleapis.com:8443/x",
            "https://a:b@fcm.googleapis.com/x",
            "https://fcm.googleapis.com.evil.org/",
        ),
        *(
            "https://evil.org/fcm.googleapis.com",
            "https://notify.windows.com.evil.org/",
            "https://[::1]/",
            "https://[x/",
        ),
        *(
            "https://fcm.googleapis.com/ x",
            "https://fcm.googleapis.com/ы",
            "ftp://x",
            "",
            f"https://{HOST}/" + "a" * 600,
        ),
    ],
    ids=lambda endpoint: endpoint[:40] or "nothing",
)
def test_an_address_that_is_none_of_a_known_push_service_is_refused_and_nothing_is_kept(
    endpoint: str, client: Client
) -> None:
    answer = client.post(PAGE, posted(FakeBrowser(), endpoint=endpoint))
    assert answer.status_code == 400
    assert not Supporter.objects.exists() and not Consent.objects.exists()


@pytest.mark.parametrize("host", ["fcm.googleapis.com", "wns2-par02p.notify.windows.com", "web.push.apple.com"])
def test_the_services_of_the_browsers_in_use_are_known(host: str) -> None:
    one = FakeBrowser().held
    told = browsers.Held(f"https://{host}/x", one.key, one.secret)
    assert browsers.service_of(browsers.subscribe(told, ["all"], "en", consent=True)) == host


@pytest.mark.usefixtures("any_words")
def test_a_service_that_was_taken_off_the_list_is_knocked_at_no_more(service: PushService, settings: object) -> None:
    row = owe(told_in(FakeBrowser()))
    settings.PUSH_HOSTS = ["fcm.googleapis.com"]  # type: ignore[attr-defined]
    outbox.deliver()
    row.refresh_from_db()
    assert row.reason == "this push service is not in PUSH_HOSTS" and not service.got


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"consent": ""}, "This field is required"),
        ({"topics": []}, "This field is required"),
        ({"topics": ["prisoner:999"]}, "Select a valid choice"),
        ({"endpoint": ""}, "has given no address"),
        ({"key": "AAAA"}, "has given no address"),
        ({"secret": "x" * 1001}, "at most 1000"),
        ({"form_token": "x"}, "did not come from our page"),
    ],
    ids=["consent", "topics", "unknown", "no-endpoint", "bad-key", "long", "token"],
)
def test_a_wish_that_is_not_whole_is_refused_with_a_sentence(
    fields: dict[str, object], sentence: str, client: Client
) -> None:
    answer = client.post(PAGE, posted(FakeBrowser(), **fields))
    assert answer.status_code == 400 and sentence in answer.content.decode()
    assert not Supporter.objects.exists()


def test_nobody_fills_the_database_with_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "ADDED_AN_HOUR", 1)
    anna = FakeBrowser("anna")
    told_in(anna)
    with pytest.raises(SubscriptionRefused, match="hour"):
        told_in(FakeBrowser("berik"))
    told_in(anna, "all")
    assert Supporter.objects.count() == 1


# --- whose browser it is ---------------------------------------------------------------------------


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
    page = client.get(_path(mails.follows_url(str(person.pk)))).content.decode()
    assert "All prisoners" in page and "Forget me" not in page and PAGE in page
    link = _path(mails.follows_url(str(person.pk)))
    assert client.post(link, {"do": "send-whole"}).headers["Location"] == PAGE
    assert not Notification.objects.exists()


def test_leaving_forgets_the_browser_and_it_may_come_back(client: Client) -> None:
    anna = FakeBrowser()
    person = told_in(anna)
    client.post(_path(mails.follows_url(str(person.pk))), {"do": "stop-all"})
    assert not Supporter.objects.exists() and not Browser.objects.exists()
    assert told_in(anna).state == SupporterState.ACTIVE


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


# --- off, and without scripts ----------------------------------------------------------------------


def test_without_a_key_it_is_neither_offered_nor_there(client: Client, settings: object) -> None:
    assert PAGE.encode() in client.get("/en/alerts/").content
    settings.VAPID_KEY = ""  # type: ignore[attr-defined]
    assert PAGE.encode() not in client.get("/en/alerts/").content
    assert client.get(PAGE).status_code == client.post(PAGE).status_code == client.post(MINE).status_code == 404


def test_the_page_says_who_learns_of_it_before_anything_is_asked(client: Client) -> None:
    page = client.get(PAGE).content.decode()
    said = page.index("Google, Mozilla, Apple or Microsoft")
    assert said < page.index('name="endpoint"') and "<noscript>" in page


# --- what was told lately --------------------------------------------------------------------------


def test_what_was_told_is_read_once_more_until_it_is_withdrawn(client: Client, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    prisoner = record.prisoner()
    row = record.hearing(prisoner, starts_at=timezone.now() + timedelta(hours=20))
    reminders.run_planners(timezone.now())
    outbox.deliver()
    page = client.get(_path(link_for("manage", str(anna.pk)))).content.decode()
    told = page.partition("What you were told lately")[0].rpartition('href="')[2].partition('"')[0]
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        later = client.get(_path(told)).content.decode()
    assert "In court soon: Yerlan Baltabai" in later
    record.change(row, state="withdrawn")
    gone = client.get(_path(told)).content.decode()
    assert "Baltabai" not in gone and "not public any more" in gone


def test_no_link_of_an_alert_or_a_push_renews_itself(client: Client) -> None:
    """Both are passed on, and last for a month: what they open leads to nothing that lives longer."""
    person = told_in(FakeBrowser())
    with time_machine.travel(timezone.now() - timedelta(days=29)):
        follows, told = (_path(url(str(person.pk))) for url in (mails.follows_url, told_url))
    assert "told lately" not in client.get(follows).content.decode()
    page = client.get(told).content.decode()
    onward = _path(page.partition(">What you follow<")[0].rpartition('href="')[2].rstrip('"'))
    assert client.get(onward).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert [client.get(one).status_code for one in (follows, told, onward)] == [410, 410, 410]


def test_the_page_of_what_was_told_is_for_a_person_who_is_there(client: Client) -> None:
    person = told_in(FakeBrowser())
    told = _path(told_url(str(person.pk)))
    assert b"Nothing yet." in client.get(told).content
    people.forget(person)
    assert client.get(told).status_code == 410


def _path(url: str) -> str:
    return "/" + url.split("/", 3)[3]
