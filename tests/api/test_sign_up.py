"""Signing up over the API: the same service, the same answer for everybody, nothing but the fields it names."""

from typing import Any

import pytest
from django.test import Client

from actions.choices import SignUpState
from actions.models import SignUp
from prisoners.choices import PublicationState
from supporters.models import Notification, Supporter
from tests.factories import ActionFactory, SlotFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _before_the_picket(time_machine: Any) -> None:
    time_machine.move_to("2026-12-01T12:00Z", tick=False)


def sign_up(client: Client, slug: str = "picket", query: str = "", **said: Any) -> Any:
    body = {"address": "alice@example.org", "consent": True, **said}
    return client.post(f"/api/v1/actions/{slug}/sign-up/{query}", body, content_type="application/json")


def test_sign_up_is_taken_and_its_confirmation_owed(client: Client) -> None:
    slot = SlotFactory(action=ActionFactory(slug="picket"))
    response = sign_up(client, name="Alice", slot=slot.pk, guests=2)
    assert response.status_code == 202
    row = SignUp.objects.get()
    assert (row.slot, row.guests, row.state) == (slot, 2, SignUpState.UNCONFIRMED)
    assert Notification.objects.get().kind == "sign_up_confirmation"


def test_known_and_unknown_addresses_get_the_same_answer(client: Client) -> None:
    ActionFactory(slug="picket")
    first, again = sign_up(client), sign_up(client)
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert {**first.headers} == {**again.headers}
    assert SignUp.objects.count() == 1


def test_answer_is_stored_by_no_cache_and_open_to_no_script_of_another_site(client: Client) -> None:
    ActionFactory(slug="picket")
    response = sign_up(client)
    assert response["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in response
    assert not response.cookies


@pytest.mark.parametrize("field", ["id", "state", "attended", "is_staff", "supporter", "confirmed_at", "action"])
def test_unknown_field_is_refused_and_changes_nothing(client: Client, field: str) -> None:
    ActionFactory(slug="picket")
    response = sign_up(client, **{field: "confirmed"})
    assert (response.status_code, list(response.json()["fields"])) == (400, [field])
    assert not Supporter.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"address": "no address"},
        {"address": "alice@example.org\nBcc: bob@example.org"},
        {"guests": -1},
        {"guests": 21},
        {"slot": 999_999},
        {"language": "xx"},
        *({"consent": said} for said in ("perhaps", "yes", "true", "on", 1, "1", 1.0, None)),
        *({"alerts": said} for said in ("yes", "true", 1)),
        {"name": "x" * 61},
    ],
)
def test_value_that_does_not_fit_is_refused(client: Client, said: dict[str, Any]) -> None:
    ActionFactory(slug="picket")
    response = sign_up(client, **said)
    assert (response.status_code, list(response.json()["fields"])) == (400, list(said))
    assert not Supporter.objects.exists()


def test_slot_of_another_action_is_refused(client: Client) -> None:
    ActionFactory(slug="picket")
    assert sign_up(client, slot=SlotFactory().pk).status_code == 400


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"cancelled_at": "2026-11-30T12:00Z"}, "cancelled"),
        ({"is_open_for_sign_up": False}, "does not take"),
        ({"capacity": 0}, "taken"),
        ({"held_on": "2026-11-20", "starts_at": "2026-11-20T12:30Z"}, "begun"),
    ],
)
def test_refusal_of_the_service_is_a_conflict_with_its_sentence(
    client: Client, fields: dict[str, Any], sentence: str
) -> None:
    ActionFactory(slug="picket", **fields)
    response = sign_up(client)
    assert response.status_code == 409
    assert sentence in response.json()["detail"]
    assert not SignUp.objects.exists()


def test_sign_up_is_refused_without_consent(client: Client) -> None:
    ActionFactory(slug="picket")
    assert sign_up(client, consent=False).status_code == 409


def test_unpublished_action_is_unknown(client: Client) -> None:
    ActionFactory(slug="picket", state=PublicationState.DRAFT)
    assert sign_up(client).status_code == 404
    assert sign_up(client, slug="nothing").status_code == 404


def test_form_of_another_site_is_refused(client: Client) -> None:
    ActionFactory(slug="picket")
    response = client.post("/api/v1/actions/picket/sign-up/", {"address": "alice@example.org", "consent": "on"})
    assert response.status_code == 415


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', "null"])
def test_body_that_is_no_object_is_refused(client: Client, body: str) -> None:
    ActionFactory(slug="picket")
    response = client.post("/api/v1/actions/picket/sign-up/", body, content_type="application/json")
    assert response.status_code == 400


def test_unknown_query_parameter_is_refused(client: Client) -> None:
    ActionFactory(slug="picket")
    assert sign_up(client, query="?x=1").status_code == 400


def test_reading_a_sign_up_is_refused(client: Client) -> None:
    ActionFactory(slug="picket")
    assert client.get("/api/v1/actions/picket/sign-up/").status_code == 405


def test_body_nested_beyond_all_measure_is_refused(client: Client) -> None:
    ActionFactory(slug="picket")
    response = client.post("/api/v1/actions/picket/sign-up/", "[" * 100_000, content_type="application/json")
    assert response.status_code == 400
    assert SignUp.objects.count() == 0
