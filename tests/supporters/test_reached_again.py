"""Somebody whose mails came back: is told so, and comes back by one press in a mail that does arrive."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from privacy.forms import make_form_token
from supporters import outbox
from supporters.choices import SupporterState
from supporters.models import Consent, Notification, Supporter
from supporters.services import subscriptions
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.visitor import ask, follows_path, links, manage_path, tick_and_send

pytestmark = pytest.mark.django_db
CAME_BACK = b"Our mails to your address came back"


@pytest.fixture
def anna(follower: Meet) -> Supporter:
    """She follows everything, and her address took no mail on two days."""
    anna = follower("all")
    yesterday = timezone.now().date() - timedelta(days=1)
    Supporter.objects.update(state=SupporterState.UNREACHABLE, hard_bounces=2, last_bounced_on=yesterday)
    anna.refresh_from_db()
    return anna


def is_reached(anna: Supporter) -> bool:
    anna.refresh_from_db()
    return anna.state == SupporterState.ACTIVE and anna.hard_bounces == 0


def test_whoever_asks_for_the_same_again_comes_back_by_the_button_of_the_mail(
    client: Client, anna: Supporter, sink: Sink
) -> None:
    ask(client)
    outbox.deliver()
    confirm = links(sink)[0]
    page = client.get(confirm).content
    assert CAME_BACK in page
    assert b"They reach me again" in page
    assert not is_reached(anna)
    client.post(confirm)
    assert is_reached(anna)
    assert not Consent.objects.exists()
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(hours=20))
    tick_and_send()
    assert Notification.objects.get(kind="hearing_reminder").state == "sent"


def test_the_code_of_that_mail_does_the_same_once(client: Client, anna: Supporter, sink: Sink) -> None:
    ask(client)
    outbox.deliver()
    lines = sink.text().splitlines()
    code = lines[lines.index("If you cannot open the link, type this code:") + 2]
    data = {"address": "anna@example.org", "code": code, "form_token": make_form_token("confirm-code")}
    assert client.post("/en/alerts/code/", data).status_code == 200
    assert is_reached(anna)
    assert client.post("/en/alerts/code/", data).status_code == 400


def test_what_one_follows_says_that_mails_came_back_and_leads_to_where_it_ends(
    client: Client, anna: Supporter, sink: Sink
) -> None:
    page = client.get(follows_path(anna)).content
    assert CAME_BACK in page
    client.post(follows_path(anna), {"do": "reached"})
    assert not is_reached(anna)
    client.post(follows_path(anna), {"do": "send-whole"})
    outbox.deliver()
    whole = links(sink)[0]
    assert CAME_BACK in client.get(whole).content
    assert not is_reached(anna)
    assert CAME_BACK not in client.post(whole, {"do": "reached"}).content
    assert is_reached(anna)


def test_whoever_lost_the_link_is_sent_one_though_mails_came_back(anna: Supporter, sink: Sink) -> None:
    subscriptions.ask_to_manage("anna@example.org")
    outbox.deliver()
    assert len(sink.mails) == 1


def test_nothing_of_it_is_said_to_whom_mails_reach(client: Client, follower: Meet) -> None:
    anna = follower("all")
    for path in (follows_path(anna), manage_path(anna)):
        assert CAME_BACK not in client.get(path).content
