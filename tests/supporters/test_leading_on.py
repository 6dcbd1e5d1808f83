"""Where the pages behind mailed links lead on to, and what is said and left when somebody leaves."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.test import Client
from django.utils import timezone

from privacy.links import make_link_token
from supporters import outbox
from supporters.choices import SuppressionReason
from supporters.models import Batch, Notification, Stir, Subscription
from supporters.services import calendars, leaving, outboxes, subscriptions
from tests.onward import ways
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.visitor import ask, links

pytestmark = pytest.mark.django_db


def test_a_link_to_leave_that_was_cut_in_two_says_so_and_how_to_leave(client: Client, follower: Meet) -> None:
    anna = follower("all")
    token = make_link_token("unsubscribe", str(anna.pk), None)
    for answer in (client.get(f"/unsubscribe/{token[:-9]}/"), client.post(f"/unsubscribe/{token[:-9]}/")):
        assert answer.status_code == 404
        assert ways(answer)["See or change what you follow"] == "/en/alerts/manage/"
    assert Subscription.objects.exists()


def test_who_has_left_reads_at_every_visit_what_is_erased_and_what_stays(client: Client, follower: Meet) -> None:
    anna = follower("all")
    path = f"/unsubscribe/{make_link_token('unsubscribe', str(anna.pk), None)}/"
    assert "Unsubscribe me" in client.get(path).content.decode()
    for answer in (client.post(path), client.get(path), client.post(path)):
        page = answer.content.decode()
        assert "You are unsubscribed" in page
        assert "we have erased what you followed" in page
        assert "for thirty days" in page
        assert 'method="post"' not in page
        assert list(ways(answer)) == ["Be told in time", "What we hold"]


def test_leaving_erases_all_that_was_kept_but_numbers_that_name_nobody(follower: Meet) -> None:
    now = timezone.now()
    anna = follower("all", "country:KZ")
    subscriptions.prefer(anna, "all", wanted=[], rate="daily", note="my brother")
    calendars.renew(anna)
    for state in ("sent", "queued", "failed"):
        outboxes.owe(anna, "release", "prisoner:1", state, due_at=now, stale_at=now + timedelta(days=1))
        Notification.objects.filter(occasion=state).update(state=state)
    leaving.leave(anna)
    # What stirs is a topic, and a batch is a number of rows: neither names anybody.
    models = [one for one in apps.get_app_config("supporters").get_models() if one not in (Batch, Stir)]
    kept = [row for model in models for row in model.objects.all()]
    assert [(type(row).__name__, row.reason, row.until_on) for row in kept] == [
        ("Suppression", SuppressionReason.LEFT, now.date() + timedelta(days=30))
    ]


def test_what_is_followed_now_leads_on_to_it_and_to_one_s_own_page(client: Client, sink: Sink) -> None:
    one = record.prisoner()
    ask(client, topics=[f"prisoner:{one.pk}", "country:KZ", "all"])
    outbox.deliver()
    confirm = links(sink)[0]
    assert ways(client.get(confirm)) == {}
    found = ways(client.post(confirm))
    own = urlsplit(found.pop("What you follow")).path
    assert found == {
        "All prisoners, campaigns and countries": "/en/prisoners/",
        "Kazakhstan": "/en/prisoners/?country=KZ",
        "Yerlan Baltabai": f"/en/prisoners/{one.slug}/",
        "Court dates": "/en/hearings/",
    }
    # Later the link may be in other hands.
    for answer in (client.get(confirm), client.post(confirm)):
        assert list(ways(answer)) == ["See or change what you follow", "Court dates"]
    with time_machine.travel(timezone.now() + timedelta(hours=46)):
        assert "Yerlan Baltabai" in client.get(own).content.decode()
    with time_machine.travel(timezone.now() + timedelta(hours=49)):
        assert client.get(own).status_code == 410


def test_links_that_have_done_their_work_lead_on(client: Client, sink: Sink) -> None:
    ask(client)
    outbox.deliver()
    _confirm, not_me = links(sink)
    for _time in range(2):
        assert list(ways(client.post(not_me))) == ["What we hold", "Prisoners"]
    gone = client.get(f"/l/{make_link_token('confirm-alerts', str(uuid4()), None)}/")
    assert list(ways(gone)) == ["Be told in time", "Prisoners"]


def test_an_old_link_says_that_it_was_confirmed_and_opens_nothing(client: Client, sink: Sink) -> None:
    ask(client)
    outbox.deliver()
    confirm = links(sink)[0]
    with time_machine.travel(timezone.now() + timedelta(hours=49)):
        assert "has expired" in client.get(confirm).content.decode()
    client.post(confirm)
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        for answer in (client.get(confirm), client.post(confirm)):
            assert "It is confirmed" in answer.content.decode()
            assert ways(answer) == {
                "See or change what you follow": "/en/alerts/manage/",
                "Court dates": "/en/hearings/",
            }
