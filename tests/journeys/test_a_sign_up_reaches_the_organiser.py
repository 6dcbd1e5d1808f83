"""Alice signs up on the page; the organiser of that action, and nobody else, sees that she comes."""

import pytest
from django.test import Client

from actions.choices import SignUpState
from actions.models import SignUp
from actions.services import retention
from privacy.forms import make_form_token
from supporters import outbox
from tests.actions.rows import make_action, make_group, make_organiser
from tests.journeys.conftest import Clock
from tests.journeys.mailbox import first_link
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def _log_in(handle: str) -> Client:
    client = Client()
    said = {"username": handle, "password": "correct horse battery"}
    assert client.post("/en/desk/log-in/", said).status_code == 302
    return client


def test_sign_up_is_confirmed_by_mail_and_seen_by_its_organiser_alone(client: Client, sink: Sink, clock: Clock) -> None:
    clock("2026-12-01T12:00:00+00:00")
    vienna, london = make_group("vienna"), make_group("london", "Europe/London")
    make_organiser("vera", vienna)
    make_organiser("lucy", london)
    action = make_action(slug="picket", group=vienna)
    said = {"address": "alice@people.example", "name": "Alice A.", "guests": "1", "consent": "on"}
    page = client.post("/en/actions/picket/sign-up/", {**said, "form_token": make_form_token("sign-up")})
    assert "Look into your mailbox" in page.content.decode()

    outbox.deliver()
    link = first_link(sink)
    assert "Alice A." not in sink.text()
    for _ in range(2):
        assert client.get(link).status_code == 200
    assert SignUp.objects.get().state == SignUpState.UNCONFIRMED
    vera, lucy = _log_in("vera"), _log_in("lucy")
    assert "Alice A." not in vera.get("/en/desk/actions/picket/").content.decode()

    assert client.post(link).status_code == 200
    assert client.post(link).status_code == 200
    assert SignUp.objects.get().state == SignUpState.CONFIRMED
    assert "Alice A." in vera.get("/en/desk/actions/picket/").content.decode()
    assert "Alice A." in vera.get("/en/desk/actions/picket/people/").content.decode()
    assert lucy.get("/en/desk/actions/picket/").status_code == 404
    assert lucy.post("/en/desk/actions/picket/export/").status_code == 404
    assert "Alice A." not in client.get("/en/actions/picket/").content.decode()

    outbox.deliver()
    assert sink.mails[-1]["To"] == "alice@people.example"
    withdraw = first_link(sink)
    client.get(withdraw)
    assert SignUp.objects.get().state == SignUpState.CONFIRMED
    client.post(withdraw)
    assert "Alice A." not in vera.get("/en/desk/actions/picket/people/").content.decode()
    assert action.sign_ups.get().guests == 0


def test_sign_up_is_erased_after_its_time_and_the_count_stays(client: Client, sink: Sink, clock: Clock) -> None:
    clock("2026-12-01T12:00:00+00:00")
    group = make_group("vienna")
    make_organiser("vera", group)
    make_action(slug="picket", group=group)
    body = {"address": "alice@people.example", "consent": True}
    client.post("/api/v1/actions/picket/sign-up/", body, content_type="application/json")
    outbox.deliver()
    client.post(first_link(sink))
    later = clock("2027-01-15T12:00:00+00:00")
    retention.purge(later)
    assert not SignUp.objects.exists()
