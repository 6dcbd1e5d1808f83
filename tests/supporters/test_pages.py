"""Subscribing and confirming, as a visitor does it; journeys over real mail."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from prisoners.models import Prisoner
from privacy.forms import make_form_token
from supporters import outbox
from supporters.choices import SubscriptionState, SupporterState, SuppressionReason
from supporters.models import Consent, Subscription, Supporter
from supporters.services import people, subscriptions
from tests.factories import PersonNameFactory
from tests.queries import first_queries_of, queries_of
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.visitor import PAGE, ask, links, manage_path

pytestmark = pytest.mark.django_db


def test_subscribing_is_confirmed_by_the_button_and_not_by_opening_the_link(client: Client, sink: Sink) -> None:
    one = record.prisoner()
    assert ask(client, topics=[f"prisoner:{one.pk}", "country:KZ"]).status_code == 200
    outbox.deliver()
    confirm, _not_me = links(sink)
    assert "Yerlan Baltabai" in sink.text()
    assert "\r\n\r\n\r\n" not in sink.text()
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
    counts = [len(first_queries_of(ask, client, f"{name}@example.org")) for name in ("new", "known", "never")]
    assert len(set(counts)) == 1


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
        assert f'value="{double}' not in page
    assert page.index('name="consent"') < page.index('name="time_zone"')


def test_zone_under_an_older_name_can_be_kept(client: Client, follower: Meet) -> None:
    path = manage_path(follower("all", zone="Europe/Kiev"))
    assert b'value="Europe/Kiev" selected' in client.get(path).content
    client.post(path, {"do": "set", "language": "ru", "time_zone": "Europe/Kiev", "told_at_hour": "9"})
    assert Supporter.objects.get().language == "ru"


@pytest.mark.parametrize("token", ["x", "a" * 200, "%00"])
def test_link_of_nobody_is_not_found(client: Client, token: str) -> None:
    assert client.get(f"/l/{token}/").status_code == 404


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


def test_browser_that_names_no_origin_of_ours_is_let_in_by_the_token_alone(client: Client) -> None:
    assert client.get(PAGE)["Referrer-Policy"] == "no-referrer"
    old_safari = Client(headers={"Origin": "null"})
    assert ask(old_safari).status_code == 200
    assert ask(old_safari, "dora@example.org", form_token="").status_code == 400
    assert ask(Client(headers={"Origin": "https://example.org"}), "dora@example.org").status_code == 403
    assert Supporter.objects.count() == 1


def crowd(number: int) -> list[Prisoner]:
    rows = ((f"p{one}", f"Nobody {one}") for one in range(number))
    return [
        Prisoner(slug=slug, name=name, country="KZ", consent_ground="own_consent", state="published")
        for slug, name in rows
    ]


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
    few = queries_of(client.get, PAGE)
    Prisoner.internal.bulk_create(crowd(300))
    assert len(queries_of(client.get, PAGE)) <= len(few)
    assert len(client.get(PAGE).content) < 60_000
