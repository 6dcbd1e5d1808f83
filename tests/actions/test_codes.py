"""A code to type for a sign-up, a place that is offered and a signature: each confirms what its mail is about, once."""

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from actions.choices import SignatureState, SignUpState
from actions.models import Signature, SignUp
from actions.services import signatures
from actions.services.sign_up import confirm, sign_up
from actions.services.sign_up_changes import withdraw
from privacy.forms import make_form_token
from privacy.links import make_link_token
from supporters.choices import SubscriptionState
from supporters.codes import waiting_for
from supporters.mails import compose
from supporters.models import Notification, Subscription
from supporters.services import subscriptions
from tests.actions.rows import NOW, make_action, make_appeal, make_campaign, make_sign_up
from tests.onward import ways
from tests.supporters.test_good_mail import part, read

pytestmark = pytest.mark.django_db
ADDRESS = "alice@people.example"


@pytest.fixture(autouse=True)
def _at_noon(settings: object) -> Iterator[None]:
    settings.FORM_TOKEN_MIN_SECONDS = 0  # type: ignore[attr-defined]
    with time_machine.travel(NOW, tick=False):
        yield


def code_in(kind: str) -> str:
    """The code that the latest mail of a kind shows."""
    row = Notification.objects.filter(kind=kind).order_by("due_at").last()
    assert row is not None
    found = re.search(r"^(\d{4} \d{4})\r?$", part(read(compose(row)), "plain"), re.M)
    assert found is not None
    return found[1]


def send(client: Client, code: str, address: str = ADDRESS) -> HttpResponse:
    data = {"address": address, "code": code, "form_token": make_form_token("confirm-code")}
    return client.post("/en/alerts/code/", data)


def ask(**fields: object) -> None:
    sign_up(make_action(**fields), address=ADDRESS, name="Alice", slot=None, guests=0, language="en", consent=True)


def test_code_confirms_a_sign_up_once(client: Client) -> None:
    ask()
    code = code_in("sign_up_confirmation")
    assert b"You are expected" in send(client, code).content
    assert SignUp.objects.get().state == SignUpState.CONFIRMED
    assert send(client, code).status_code == 400


def test_code_leads_on_as_the_link_does(client: Client) -> None:
    ask()
    answer = send(client, code_in("sign_up_confirmation"))
    found = ways(answer)
    row = SignUp.objects.get()
    assert list(found) == [row.action.title, "The date for your calendar", "Change or withdraw it", "Actions"]
    assert client.get(found["The date for your calendar"])["Content-Type"].startswith("text/calendar")
    own = urlsplit(found["Change or withdraw it"]).path
    page = client.get(own)
    assert list(ways(page)) == ["Before you come", row.action.title, "The date for your calendar", "Actions"]
    for withdrawn in (client.post(own, {"do": "withdraw"}), client.get(own)):
        assert list(ways(withdrawn)) == [row.action.title, "Actions"]
    with time_machine.travel(NOW + timedelta(hours=49)):
        assert client.get(own).status_code == 410


def test_who_asked_for_news_besides_is_led_to_what_they_follow(client: Client) -> None:
    action = make_action(campaign=make_campaign())
    sign_up(action, address=ADDRESS, name="", slot=None, guests=0, language="en", consent=True, alerts=True)
    path = f"/l/{make_link_token('confirm-sign-up', str(SignUp.objects.get().pk), NOW + timedelta(hours=47))}/"
    own = urlsplit(ways(client.post(path))["What you follow"]).path
    assert "Zhanaozen" in client.get(own).content.decode()
    for later in (client.get(path), client.post(path)):
        assert "Your sign-up is confirmed" in later.content.decode()
        assert list(ways(later))[-2:] == ["See or change what you follow", "Actions"]
        assert not {"What you follow", "Change or withdraw it"} & set(ways(later))


def test_old_link_of_a_sign_up_says_how_it_stands_and_not_where_one_meets(client: Client) -> None:
    ask(venue="Behind the station", address_visibility="confirmed")
    row = SignUp.objects.get()
    path = f"/l/{make_link_token('confirm-sign-up', str(row.pk), NOW + timedelta(hours=47))}/"
    with time_machine.travel(NOW + timedelta(hours=49)):
        assert "has expired" in client.get(path).content.decode()
    assert "Behind the station" in client.post(path).content.decode()
    with time_machine.travel(NOW + timedelta(hours=49)):
        page = client.get(path)
        assert "Your sign-up is confirmed" in page.content.decode()
        assert "Behind the station" not in page.content.decode()
        assert "Change or withdraw it" not in ways(page)


def test_who_wants_no_mails_about_an_action_reads_so_at_the_second_visit(client: Client) -> None:
    ask()
    confirm(SignUp.objects.get())
    path = f"/unsubscribe/{make_link_token('mute-sign-up', str(SignUp.objects.get().pk), None)}/"
    assert "Write no more about it" in client.get(path).content.decode()
    for answer in (client.post(path), client.get(path)):
        assert "We write no more about it" in answer.content.decode()
        assert 'method="post"' not in answer.content.decode()


def test_links_of_a_sign_up_that_is_gone_lead_to_the_actions(client: Client) -> None:
    ask()
    key = str(SignUp.objects.get().pk)
    confirm, not_me = (f"/l/{make_link_token(one, key, None)}/" for one in ("confirm-sign-up", "not-me-sign-up"))
    for answer in (client.post(not_me), client.get(not_me), client.post(confirm), client.get(confirm)):
        assert ways(answer)["Actions"] == "/en/actions/"


def test_code_says_kindly_what_the_link_would_say(client: Client) -> None:
    ask(capacity=1, has_waiting_list=False)
    make_sign_up(SignUp.objects.get().action)
    answer = send(client, code_in("sign_up_confirmation"))
    assert (answer.status_code, b"could not confirm your sign-up" in answer.content) == (409, True)


def test_code_dies_with_the_link_and_with_withdrawing(client: Client) -> None:
    ask()
    row = SignUp.objects.get()
    code = code_in("sign_up_confirmation")
    with time_machine.travel(NOW + timedelta(hours=49), tick=False):
        assert send(client, code).status_code == 400
    withdraw(row)
    assert send(client, code).status_code == 400
    assert SignUp.objects.get().state == SignUpState.WITHDRAWN


def test_code_takes_a_place_that_was_offered(client: Client) -> None:
    action = make_action(capacity=1)
    coming = make_sign_up(action)
    sign_up(action, address=ADDRESS, name="Alice", slot=None, guests=0, language="en", consent=True)
    first = code_in("sign_up_confirmation")
    row = SignUp.objects.get(state=SignUpState.UNCONFIRMED)
    confirm(row)
    withdraw(coming)
    code = code_in("place_offered")
    assert code != first
    assert b"You are expected" in send(client, code).content
    row.refresh_from_db()
    assert row.state == SignUpState.CONFIRMED


def test_code_confirms_a_signature(client: Client) -> None:
    appeal = make_appeal(slug="petition", kind="petition")
    signatures.sign(
        appeal,
        address=ADDRESS,
        name="Alice",
        country="KZ",
        is_name_public=False,
        wants_news=False,
        language="en",
        consent=True,
    )
    assert b"You have signed" in send(client, code_in("signature_confirmation")).content
    assert Signature.objects.get().state == SignatureState.CONFIRMED


def test_each_mail_has_its_own_code_and_confirms_nothing_else(client: Client) -> None:
    ask()
    subscriptions.subscribe(ADDRESS, ["all"], "en", consent=True)
    assert len(waiting_for(SignUp.objects.get().supporter_id)) == 2
    code = code_in("subscription_confirmation")
    assert b"You are expected" in send(client, code_in("sign_up_confirmation")).content
    assert Subscription.objects.get().state == SubscriptionState.UNCONFIRMED
    # What was confirmed meanwhile leaves the other code as it was.
    assert b"You follow them now" in send(client, code).content


def test_code_of_another_mailbox_confirms_nothing(client: Client) -> None:
    ask()
    code = code_in("sign_up_confirmation")
    assert send(client, code, "boris@people.example").status_code == 400
    assert SignUp.objects.get().state == SignUpState.UNCONFIRMED
