"""Alice asks to be forgotten: nothing of her is left on any floor, and Bob notices nothing."""

import pytest
from django.test import Client

from actions.models import SignUp
from privacy.forms import make_form_token
from supporters import outbox
from supporters.links import link_for
from supporters.models import Consent, Notification, Subscription, Supporter
from tests.actions.rows import make_action, make_group
from tests.factories import PrisonerFactory
from tests.journeys.conftest import Clock
from tests.journeys.mailbox import first_link, to
from tests.journeys.test_database_dump_names_nobody import _dump
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db(transaction=True)
ALICE, BOB = "alice@people.example", "bob@people.example"


def _join(client: Client, address: str, prisoner: int) -> None:
    """Follows a prisoner and comes to the picket."""
    followed = {"address": address, "topics": [f"prisoner:{prisoner}"], "time_zone": "UTC", "consent": "on"}
    client.post("/en/alerts/", {**followed, "form_token": make_form_token("subscribe")})
    body = {"address": address, "consent": True}
    client.post("/api/v1/actions/picket/sign-up/", body, content_type="application/json")


def _rows_of(supporter: Supporter) -> list[str]:
    """The keys of all rows that hang on a person."""
    tables = (Subscription, Notification, Consent, SignUp)
    keys = [str(pk) for model in tables for pk in model._default_manager.filter(supporter=supporter).values_list("pk")]
    return [str(supporter.pk), *(key.strip("(),").replace("UUID", "").strip("('") for key in keys if "UUID" in key)]


def test_nothing_is_left_of_a_person_who_asks_to_be_forgotten(client: Client, sink: Sink, clock: Clock) -> None:
    clock("2026-12-01T12:00:00+00:00")
    make_action(slug="picket", group=make_group("vienna"))
    prisoner = PrisonerFactory(slug="seen")
    for address in (ALICE, BOB):
        _join(client, address, prisoner.pk)
    outbox.deliver()
    for number in range(len(sink.mails)):
        client.post(first_link(sink, number))
    alice, bob = (SignUp.objects.get(supporter=one).supporter for one in Supporter.objects.order_by("created_on"))
    alice, bob = (alice, bob) if alice.email == ALICE else (bob, alice)
    hers, his = _rows_of(alice), _rows_of(bob)
    before = _dump().decode()
    assert all(key in before for key in [*hers, *his])

    page = link_for("manage", str(alice.pk)).partition("//")[2].partition("/")[2]
    assert client.get(f"/{page}").status_code == 200
    assert Supporter.objects.filter(pk=alice.pk).exists()
    client.post(f"/{page}", {"do": "forget"})

    after = _dump().decode()
    assert [key for key in hers if key in after] == []
    assert all(key in after for key in his)
    sent = len(to(sink, ALICE))
    outbox.deliver()
    assert len(to(sink, ALICE)) == sent
    assert client.get(f"/{page}").status_code == 410
