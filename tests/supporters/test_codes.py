"""A code to type instead of a link: once, for whoever has the mailbox, and not to be guessed."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from privacy.forms import make_form_token
from supporters import outbox
from supporters.choices import Rate, SubscriptionState, SupporterState
from supporters.codes import code_of, waiting_for
from supporters.models import Subscription, Supporter
from supporters.services import codes, retention, subscriptions
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
PAGE = "/en/alerts/code/"
ADDRESS = "anna@example.org"


@pytest.fixture(autouse=True)
def _old_enough(settings: object) -> None:
    settings.FORM_TOKEN_MIN_SECONDS = 0  # type: ignore[attr-defined]


def send(client: Client, code: str, address: str = ADDRESS) -> HttpResponse:
    data = {"address": address, "code": code, "form_token": make_form_token("confirm-code")}
    return client.post(PAGE, data)


def mailed(sink: Sink) -> str:
    subscriptions.subscribe(ADDRESS, ["all"], "en", consent=True)
    outbox.deliver()
    found = re.search(r"^(\d{4} \d{4})\r?$", sink.text(), re.M)
    assert found is not None
    return found[1]


def test_code_of_the_mail_confirms_once(client: Client, sink: Sink) -> None:
    code = mailed(sink)
    assert b"You follow them now" in send(client, code).content
    assert Supporter.objects.get().state == SupporterState.ACTIVE
    assert Subscription.objects.get().state == SubscriptionState.ACTIVE
    assert send(client, code).status_code == 400


@pytest.mark.parametrize("write", [lambda code: code.replace(" ", ""), lambda code: f" {code.replace(' ', '-')} "])
def test_code_may_be_typed_with_or_without_a_gap(client: Client, sink: Sink, write: object) -> None:
    assert send(client, write(mailed(sink))).status_code == 200  # type: ignore[operator]


def test_form_that_is_sent_again_leaves_the_code_as_it_was(client: Client, sink: Sink) -> None:
    code = mailed(sink)
    subscriptions.subscribe(ADDRESS, ["all"], "en", consent=True)
    assert send(client, code).status_code == 200


def test_wrong_code_and_unknown_address_get_the_same_answer_and_change_nothing(client: Client, sink: Sink) -> None:
    mailed(sink)
    form = re.compile(rb'(name="form_token" value="[^"]*"|value="[^"]*@example.org")')
    answers = {form.sub(b"", send(client, "00000000", address).content) for address in (ADDRESS, "no@example.org")}
    assert len(answers) == 1
    assert Supporter.objects.get().state == SupporterState.UNCONFIRMED


def test_empty_code_confirms_nobody_who_has_nothing_waiting(client: Client, follower: Meet) -> None:
    follower("all")
    assert send(client, "-").status_code == 400


def test_guessing_is_stopped_and_the_right_code_is_refused_then(client: Client, sink: Sink) -> None:
    code = mailed(sink)
    statuses = [send(client, "00000000").status_code for _try in range(codes.TRIES_AN_HOUR)]
    assert set(statuses) == {400}
    refused = send(client, code, "Anna@Example.org")
    assert b"too many tries" in refused.content
    assert Supporter.objects.get().state == SupporterState.UNCONFIRMED


def test_code_dies_with_what_it_confirms(client: Client, sink: Sink) -> None:
    code = mailed(sink)
    retention.purge(timezone.now() + timedelta(hours=49))
    assert send(client, code).status_code == 400
    assert not Supporter.objects.exists()


def test_code_of_a_later_wish_is_another(sink: Sink, follower: Meet) -> None:
    first = mailed(sink)
    anna = Supporter.objects.get()
    subscriptions.confirm(anna)
    Subscription.objects.update(rate=Rate.OFF)
    subscriptions.subscribe(ADDRESS, ["all"], "en", consent=True)
    anna.refresh_from_db()
    [second] = waiting_for(anna.pk)
    assert code_of(second) != first.replace(" ", "")


def test_page_has_no_cookie_and_is_not_stored(client: Client) -> None:
    page = client.get(PAGE)
    assert (page.status_code, page["Cache-Control"]) == (200, "no-store")
    assert not page.cookies


def test_guessing_at_one_mailbox_shuts_no_other_out(
    client: Client, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "SITE_TRIES_AN_HOUR", codes.TRIES_AN_HOUR + 1)
    code = mailed(sink)
    for _try in range(3 * codes.TRIES_AN_HOUR):
        send(client, "00000000", "dora@example.org")
    assert send(client, code).status_code == 200
