"""Once an action is over, its page and the mails about its report say what can be done next, as far as it is public."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from actions.models import Action
from actions.what_next import actions_after, appeals_after
from prisoners.choices import PublicationState
from supporters import outbox, reminders
from supporters.models import Notification
from tests.actions.rows import (
    NOW,
    make_action,
    make_appeal,
    make_campaign,
    make_group,
    make_prisoner,
    make_report,
    make_sign_up,
    make_supporter,
)
from tests.queries import queries_of
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
NEXT = "What can be done next"
THERE = "What can be done next stands there, too."


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def picket() -> Action:
    day = (NOW - timedelta(days=1)).date().isoformat()
    fields = {"group": make_group("vienna"), "campaign": make_campaign(), "city": "Vienna"}
    return make_action(title="Picket", slug="picket", held_on=day, **fields)


def page(client: Client, action: Action) -> str:
    return client.get(f"/en/actions/{action.slug}/").content.decode()


def test_what_comes_next_of_its_group_and_campaign_is_shown_the_nearest_first(client: Client, picket: Action) -> None:
    far = make_action(title="In Berlin", city="Berlin", campaign=picket.campaign, held_on="2026-12-05")
    near = make_action(title="Again in Vienna", group=picket.group, held_on="2026-12-20")
    make_action(title="Of others", held_on="2026-12-03")
    make_action(title="Called off", group=picket.group, held_on="2026-12-04", cancelled_at=NOW)
    make_action(title="A draft", group=picket.group, state=PublicationState.DRAFT)
    make_action(title="Long ago", group=picket.group, held_on="2026-10-01")
    assert list(actions_after(picket, NOW)) == [near, far]
    said = page(client, picket).partition(NEXT)[2]
    assert 0 < said.index("Again in Vienna") < said.index("In Berlin")
    for unsaid in ("Of others", "Called off", "A draft", "Long ago"):
        assert unsaid not in said


def test_open_appeals_of_its_campaign_and_for_its_people_are_shown_once(client: Client, picket: Action) -> None:
    yerlan = make_prisoner()
    picket.prisoners.add(yerlan)
    both = make_appeal(title="Write to the court", campaign=picket.campaign)
    both.prisoners.add(yerlan)
    make_appeal(title="For somebody else")
    make_appeal(title="A draft", campaign=picket.campaign, state=PublicationState.DRAFT)
    assert list(appeals_after(picket, NOW)) == [both]
    assert "Write to the court" in page(client, picket).partition(NEXT)[2]


def test_an_action_to_come_says_nothing_of_others(client: Client, picket: Action) -> None:
    coming = make_action(group=picket.group, title="To come")
    make_action(group=picket.group, title="Later", held_on="2026-12-24")
    assert NEXT not in page(client, coming)
    Action.internal.filter(pk=coming.pk).update(cancelled_at=NOW)
    assert NEXT in page(client, coming)


@pytest.mark.parametrize("whole", ["group", "campaign"])
def test_what_is_not_public_binds_nothing_together(client: Client, picket: Action, whole: str) -> None:
    hidden = getattr(picket, whole)
    other = "campaign" if whole == "group" else "group"
    Action.internal.filter(pk=picket.pk).update(**{other: None})
    make_action(title="Bound", **{whole: hidden})
    assert "Bound" in page(client, picket)
    type(hidden).internal.filter(pk=hidden.pk).update(state=PublicationState.WITHDRAWN)
    assert "Bound" not in page(client, picket)


def test_three_of_each_take_as_many_queries_as_one(client: Client, picket: Action) -> None:
    counts = []
    for _more in (1, 2):
        for _time in range(_more):
            make_action(group=picket.group).prisoners.add(make_prisoner(f"p-{Action.internal.count()}"))
            make_appeal(campaign=picket.campaign)
        counts.append(len(queries_of(page, client, picket)))
    assert counts[0] == counts[1]


def tick() -> None:
    reminders.run_planners(NOW)
    Notification.objects.update(next_attempt_at=NOW - timedelta(days=30))
    outbox.deliver()


@pytest.mark.parametrize("has_next", [True, False])
def test_the_thanks_lead_to_it_and_name_no_other_action(picket: Action, sink: Sink, has_next: bool) -> None:
    make_sign_up(picket, supporter=make_supporter("anna@example.org"))
    make_report(picket, published_at=NOW)
    if has_next:
        make_action(title="Another one", group=picket.group, held_on="2099-12-20")
    tick()
    assert sink.mails[0]["Subject"] == "Thank you"
    assert (THERE in sink.text()) is has_next
    assert "Another one" not in sink.text()
    assert "\r\n\r\n\r\n" not in sink.text()
