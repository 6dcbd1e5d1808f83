"""The form to sign up: no cookie, no script, one and the same answer for every address."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from actions.choices import SignUpState
from actions.models import Action, SignUp, Slot
from privacy.forms import make_form_token
from supporters.models import Notification
from tests.actions.rows import NOW, make_action, make_sign_up, make_supporter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def send(client: Client, action: Action, **fields: str):  # noqa: ANN201 - Django's test response
    values = {"address": "alice@people.example", "consent": "on", "form_token": make_form_token("sign-up"), **fields}
    return client.post(f"/en/actions/{action.slug}/sign-up/", values)


def test_sign_up_page_takes_it_without_a_cookie(client: Client) -> None:
    action = make_action()
    slot = Slot.internal.create(action=action, role="steward")
    response = send(client, action, name="Alice", guests="2", slot=str(slot.pk))
    assert response.status_code == 200
    assert "Look into your mailbox" in response.content.decode()
    assert response["Cache-Control"] == "no-store" and not response.cookies
    row = SignUp.objects.get()
    assert (row.guests, row.slot, row.state) == (2, slot, SignUpState.UNCONFIRMED)
    assert Notification.objects.get().kind == "sign_up_confirmation"


def test_sign_up_page_answers_the_same_for_every_address(client: Client) -> None:
    action = make_action()
    make_supporter("known@people.example")
    make_sign_up(action, supporter=make_supporter("coming@people.example"))
    answers = {
        send(client, action, address=f"{who}@people.example").content for who in ("new", "known", "coming", "new")
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("action_fields", "sent", "status", "said"),
    [
        ({}, {"address": "nobody"}, 400, "Give one e-mail address"),
        ({}, {"address": "a@b.example\r\nBcc: c@d.example"}, 400, "no line breaks"),
        ({}, {"consent": ""}, 400, "This field is required"),
        ({}, {"guests": "21"}, 400, "from 0 to 20"),
        ({}, {"name": "Buy http://spam.example now"}, 409, "no address of a page"),
        ({}, {"name": "spam.example"}, 409, "no address of a page"),
        ({}, {"form_token": "forged"}, 400, "did not come from our page"),
        ({}, {"homepage": "https://spam.example"}, 400, "people do not see"),
        ({"held_on": "2026-11-01"}, {}, 409, "begun already"),
        ({"cancelled_at": NOW}, {}, 409, "was cancelled"),
        ({"capacity": 0}, {}, 409, "All places are taken"),
        ({"is_open_for_sign_up": False}, {}, 409, "does not take sign-ups"),
    ],
)
def test_sign_up_page_refuses_with_a_sentence_and_writes_nothing(
    client: Client, action_fields: dict, sent: dict, status: int, said: str
) -> None:
    response = send(client, make_action(**action_fields), **sent)
    assert (response.status_code, said in response.content.decode()) == (status, True)
    assert not SignUp.objects.exists()


def test_sign_up_page_refuses_another_site_and_other_methods(client: Client) -> None:
    address = f"/en/actions/{make_action().slug}/sign-up/"
    assert client.post(address, {}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.put(address).status_code == 405
    assert not SignUp.objects.exists()


def test_sign_up_page_is_not_there_for_an_unpublished_action(client: Client) -> None:
    assert send(client, make_action(state="draft")).status_code == 404


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("evil\u202egnp", "evilgnp"),
        ("a\x07b\x1b[1m", "ab[1m"),
        ("\u2066Anna\u2069\r\nBcc", "Anna Bcc"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ක්\u200dරි", "ක්\u200dරි"),
        ("Anna 🦄 Дж. О’Нил", "Anna 🦄 Дж. О’Нил"),
    ],
    ids=["override", "control", "isolate", "non-joiner", "joiner", "letters"],
)
def test_a_name_is_kept_without_what_nobody_sees_and_with_what_its_letters_need(
    client: Client, typed: str, kept: str
) -> None:
    assert send(client, make_action(), name=typed).status_code == 200
    assert SignUp.objects.get().name == kept


def test_what_comes_back_within_two_seconds_is_shown_again_as_it_was_filled_in(client: Client, settings: Any) -> None:
    """SECURITY D.5: no person is so quick; whoever is sends it once more."""
    settings.FORM_TOKEN_MIN_SECONDS = 2
    action = make_action()
    with time_machine.travel(NOW, tick=False) as clock:
        token = make_form_token("sign-up")
        clock.shift(1)
        page = send(client, action, name="Alice", form_token=token)
        assert (page.status_code, "That was very quick" in page.content.decode()) == (400, True)
        assert 'value="alice@people.example"' in page.content.decode() and 'value="Alice"' in page.content.decode()
        assert not SignUp.objects.exists() and not Notification.objects.exists()
        fresh = page.content.decode().split('name="form_token" value="')[1].split('"')[0]
        clock.shift(2)
        assert send(client, action, name="Alice", form_token=fresh).status_code == 200
    assert SignUp.objects.get().name == "Alice"
