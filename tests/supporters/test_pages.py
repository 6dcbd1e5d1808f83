"""Subscribing, confirming, leaving and managing, as a visitor does it; journeys over real mail."""

import json
import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prisoners.models import Prisoner
from privacy.forms import make_form_token
from privacy.links import make_link_token
from supporters import outbox, reminders
from supporters.choices import AlertGroup, NotificationState, SubscriptionState, SupporterState, SuppressionReason
from supporters.links import follows_url
from supporters.models import Consent, Notification, PersonalCalendar, Subscription, Supporter, Suppression
from supporters.services import calendars, outboxes, people, retention, subscriptions
from tests.factories import PersonNameFactory
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
PAGE = "/en/alerts/"
NOT_DAYS = sorted(set(AlertGroup.values) - {AlertGroup.DAYS.value})
LINK = re.compile(r"https?://\S+/(?:l|unsubscribe)/\S+")


@pytest.fixture(autouse=True)
def _old_enough(settings: object) -> None:
    settings.FORM_TOKEN_MIN_SECONDS = 0  # type: ignore[attr-defined]


def ask(client: Client, address: str = "anna@example.org", **fields: object) -> HttpResponse:
    data = {"address": address, "topics": ["all"], "consent": "on", "form_token": make_form_token("subscribe")}
    return client.post(PAGE, {**data, **fields})


def links(sink: Sink) -> list[str]:
    return [urlsplit(link).path for link in LINK.findall(sink.text())]


def test_subscribing_is_confirmed_by_the_button_and_not_by_opening_the_link(client: Client, sink: Sink) -> None:
    one = record.prisoner()
    assert ask(client, topics=[f"prisoner:{one.pk}", "country:KZ"]).status_code == 200
    outbox.deliver()
    confirm, _not_me = links(sink)
    assert "Yerlan Baltabai" in sink.text()
    page = client.get(confirm)
    assert b"Yerlan Baltabai" in page.content
    assert Supporter.objects.get().state == SupporterState.UNCONFIRMED
    for _time in range(2):
        assert client.post(confirm).status_code == 200
    assert Supporter.objects.get().state == SupporterState.ACTIVE
    assert set(Subscription.objects.values_list("topic", "state")) == {
        (f"prisoner:{one.pk}", SubscriptionState.ACTIVE),
        ("country:KZ", SubscriptionState.ACTIVE),
    }
    assert Consent.objects.count() == 1


@pytest.mark.parametrize("page", ["/en/", "/en/prisoners/{slug}/"])
def test_what_a_page_shows_is_followed_from_it_in_one_step(client: Client, page: str) -> None:
    one = record.prisoner()
    shown = client.get(page.format(slug=one.slug)).content.decode()
    form = re.search(rf'<form[^>]* method="post" action="{PAGE}">.*?</form>', shown, re.DOTALL)
    assert form is not None
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', form[0]))
    data = {**hidden, "address": "anna@example.org", "consent": "on"}
    assert client.post(PAGE, data, headers={"accept-language": "kk-KZ"}).status_code == 200
    assert Subscription.objects.get().topic == ("all" if page == "/en/" else f"prisoner:{one.pk}")
    assert Supporter.objects.get().time_zone == "Asia/Almaty"


def test_what_is_missing_in_one_step_is_asked_for_on_the_page_of_alerts(client: Client) -> None:
    one = record.prisoner()
    data = {"address": "anna@example.org", "topics": f"prisoner:{one.pk}", "form_token": make_form_token("subscribe")}
    page = client.post(PAGE, data)
    assert page.status_code == 400
    assert re.search(rf'value="prisoner:{one.pk}"[^>]*checked', page.content.decode())
    assert not Supporter.objects.exists()


def test_every_address_gets_the_same_answer(client: Client, follower: Meet) -> None:
    follower("all", address="known@example.org")
    people.meet("waiting@example.org")
    bounced = follower("all", address="bounced@example.org")
    Supporter.objects.filter(pk=bounced.pk).update(state=SupporterState.UNREACHABLE)
    never = people.meet("never@example.org")
    people.leave_in_peace(never, SuppressionReason.NOT_ME)
    people.forget(never)
    answers = set()
    for name in ("new", "known", "waiting", "bounced", "never", "new"):
        response = ask(client, f"{name}@example.org")
        answers.add((response.status_code, response.content, tuple(sorted(response.headers.items()))))
    assert len(answers) == 1
    assert not client.cookies


def test_same_number_of_statements_for_every_address(client: Client, follower: Meet) -> None:
    follower("all", address="known@example.org")
    never = people.meet("never@example.org")
    people.leave_in_peace(never, SuppressionReason.NOT_ME)
    people.forget(never)
    ask(client, "warm@example.org")
    counts = [_statements(client, f"{name}@example.org") for name in ("new", "known", "never")]
    assert len(set(counts)) == 1


def _statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(client, address)
    return len(captured)


def test_suppressed_address_gets_no_mail(client: Client, sink: Sink) -> None:
    never = people.meet("never@example.org")
    people.leave_in_peace(never, SuppressionReason.NOT_ME)
    people.forget(never)
    ask(client, "never@example.org")
    outbox.deliver()
    assert sink.mails == []


def test_stranger_is_mailed_once_however_often_the_form_is_sent(client: Client, sink: Sink) -> None:
    for _time in range(3):
        ask(client)
    outbox.deliver()
    assert len(sink.mails) == 1


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


def test_spent_link_says_so_and_changes_nothing(client: Client, sink: Sink) -> None:
    ask(client)
    outbox.deliver()
    confirm, _not_me = links(sink)
    Supporter.objects.all().delete()
    assert client.post(confirm).status_code == 410
    with time_machine.travel(timezone.now() + timedelta(hours=49)):
        assert client.get(confirm).status_code == 410
    assert not Supporter.objects.exists()


def test_link_says_so_when_the_person_is_erased_between_reading_and_confirming(
    client: Client, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(client)
    outbox.deliver()
    confirm, _not_me = links(sink)
    known = Supporter.objects.get()
    Supporter.objects.all().delete()
    monkeypatch.setattr(subscriptions, "by_id", lambda _key: known)
    response = client.post(confirm)
    assert response.status_code == 410
    assert "has done its work" in response.content.decode()


def test_zones_are_offered_once_each_with_the_reader_s_own_chosen(client: Client) -> None:
    page = client.get(PAGE, headers={"Accept-Language": "de-AT,de;q=0.9"}).content.decode()
    assert re.findall(r'<option value="([^"]+)" selected', page) == ["Europe/Vienna"]
    assert "Europe/Kyiv" in page
    for double in ("Europe/Kiev", "Asia/Calcutta", "US/Eastern", "Etc/"):
        assert double not in page
    assert page.index('name="consent"') < page.index('name="time_zone"')


def test_zone_under_an_older_name_can_be_kept(client: Client, follower: Meet) -> None:
    path = manage_path(follower("all", zone="Europe/Kiev"))
    assert b'value="Europe/Kiev" selected' in client.get(path).content
    client.post(path, {"do": "set", "language": "ru", "time_zone": "Europe/Kiev", "told_at_hour": "9"})
    assert Supporter.objects.get().language == "ru"


@pytest.mark.parametrize("token", ["x", "a" * 200, "%00"])
def test_link_of_nobody_is_not_found(client: Client, token: str) -> None:
    assert client.get(f"/l/{token}/").status_code == 404


def test_link_of_another_purpose_does_not_unsubscribe(client: Client, follower: Meet) -> None:
    anna = follower("all")
    client.post(f"/unsubscribe/{make_link_token('manage', str(anna.pk), None)}/")
    assert Subscription.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"address": "a@example.org\r\nBcc: b@example.org"}, "mail address"),
        ({"address": "no-address"}, "Give one e-mail address"),
        ({"topics": []}, "required"),
        ({"topics": ["prisoner:99999"]}, "not one of the available choices"),
        ({"consent": ""}, "required"),
    ],
)
def test_bad_wish_is_refused_with_a_sentence_and_keeps_nothing(
    client: Client, fields: dict[str, object], sentence: str
) -> None:
    response = ask(client, **fields)
    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert not Supporter.objects.exists()


def test_page_sets_no_cookie_and_is_not_stored(client: Client) -> None:
    one = record.prisoner()
    response = client.get(f"{PAGE}?topic=prisoner:{one.pk}")
    assert response.headers["Cache-Control"] == "no-store"
    assert not client.cookies
    assert re.search(rf'value="prisoner:{one.pk}"[^>]*checked', response.content.decode())


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
    answers = [provider.post(one, **options) for one in (path, path, "/unsubscribe/nobody/")]
    assert {(one.status_code, one.content) for one in answers} == {(200, answers[0].content)}
    assert not Subscription.objects.exists()
    assert not Notification.objects.filter(state=NotificationState.QUEUED).exists()


def tick_and_send() -> None:
    reminders.run_planners(timezone.now())
    outbox.deliver()


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


def manage_path(anna: Supporter) -> str:
    return f"/l/{make_link_token('manage', str(anna.pk), None)}/"


def test_manage_page_shows_and_changes_what_is_followed(client: Client, follower: Meet) -> None:
    anna = follower("all", "country:KZ")
    record.prisoner()
    path = manage_path(anna)
    assert b"Kazakhstan" in client.get(path).content
    assert client.post(path, {"do": "stop", "topic": "\0"}).status_code == 200
    client.post(path, {"do": "stop", "topic": "country:KZ"})
    assert [row.topic for row in anna.subscriptions.all()] == ["all"]
    client.post(path, {"do": "set", "language": "ru", "time_zone": "Asia/Almaty", "told_at_hour": "18"})
    anna.refresh_from_db()
    assert (anna.language, anna.time_zone, anna.is_discreet) == ("ru", "Asia/Almaty", False)
    client.post(path, {"do": "stop-all"})
    assert not Subscription.objects.exists()


def follows_path(anna: Supporter) -> str:
    return follows_url(str(anna.pk)).removeprefix(settings.SITE_ORIGIN)


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
    assert [row.topic for row in anna.subscriptions.all()] == ["all"]


def test_the_link_in_an_alert_sends_the_whole_to_the_own_mailbox(client: Client, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    client.post(follows_path(anna), {"do": "send-whole"})
    outbox.deliver()
    assert [mail["To"] for mail in sink.mails] == ["anna@example.org"]
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


def test_forget_me_deletes_the_person(client: Client, follower: Meet) -> None:
    path = manage_path(follower("all"))
    assert client.post(path, {"do": "forget"}).status_code == 200
    assert not Supporter.objects.exists()
    assert client.get(path).status_code == 410


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


def test_nothing_is_left_of_what_nobody_confirmed(client: Client) -> None:
    ask(client)
    retention.purge(timezone.now() + timedelta(hours=49))
    assert not Supporter.objects.exists()
    assert not Notification.objects.exists()


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
        ({"topic": "prisoner:1", "rate": "daily"}, 200),
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


def test_browser_that_names_no_origin_of_ours_is_let_in_by_the_token_alone(client: Client) -> None:
    assert client.get(PAGE)["Referrer-Policy"] == "no-referrer"
    old_safari = Client(headers={"Origin": "null"})
    assert ask(old_safari).status_code == 200
    assert ask(old_safari, "dora@example.org", form_token="").status_code == 400
    assert ask(Client(headers={"Origin": "https://example.org"}), "dora@example.org").status_code == 403
    assert Supporter.objects.count() == 1


def crowd(number: int) -> list[Prisoner]:
    rows = ((f"p{one}", f"Nobody {one}") for one in range(number))
    return [Prisoner(slug=slug, name=name, country="KZ", state="published") for slug, name in rows]


def test_of_many_prisoners_those_are_offered_who_were_looked_for(client: Client) -> None:
    Prisoner.internal.bulk_create(crowd(101))
    one = record.prisoner()
    PersonNameFactory(prisoner=one, text="Yerlan Baltabai")
    page = client.get(PAGE).content.decode()
    assert "Nobody 7" not in page
    assert 'name="name"' in page
    found = client.get(PAGE, {"name": "Yerlan Baltabaj", "topic": "country:KZ"}).content.decode()
    assert f'value="prisoner:{one.pk}"' in found
    assert found.count('value="country:KZ"') == 2
    assert "Nobody 7" not in found
    assert "Nobody in the record goes by such a name" in client.get(PAGE, {"name": "Qxwv"}).content.decode()
    assert ask(client, topics=[f"prisoner:{one.pk}"]).status_code == 200


def test_search_box_asks_as_much_of_the_database_for_few_as_for_many(client: Client) -> None:
    record.prisoner()
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    Prisoner.internal.bulk_create(crowd(300))
    with CaptureQueriesContext(connection) as asked:
        size = len(client.get(PAGE).content)
    assert len(asked) <= len(few)
    assert size < 60_000
