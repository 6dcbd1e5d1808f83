"""The same action on another day: what was planned goes along, what happened stays where it was."""

from collections.abc import Iterator
from datetime import date, time

import pytest
import time_machine
from django.test import Client

from actions.models import Action, Group, Slot
from actions.refusals import ActionsRefusal
from actions.services.cloning import clone
from prisoners.models import Staff
from prisoners.times import BadTime
from tests.actions.rows import (
    NOW,
    make_action,
    make_campaign,
    make_group,
    make_organiser,
    make_prisoner,
    make_report,
    make_sign_up,
)

pytestmark = pytest.mark.django_db

SPRING = date(2027, 3, 27)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def test_clone_takes_over_what_was_planned_as_a_draft(vienna: Group, anna: Staff) -> None:
    action = make_action(
        group=vienna,
        campaign=make_campaign(),
        venue="Gate",
        description="Bring candles",
        capacity=0,
        has_waiting_list=False,
        i18n={"title_ru": "Пикет", "note_ru": "Источник"},
    )
    action.prisoners.add(prisoner := make_prisoner())
    Slot.internal.create(action=action, role="steward", minimum=2, maximum=3, label="Vests", i18n={"label_ru": "Жилет"})
    made = clone(action, SPRING, anna)
    made.refresh_from_db()
    assert (made.title, made.description, made.venue, made.capacity) == (action.title, "Bring candles", "Gate", 0)
    assert (made.campaign, made.has_waiting_list, made.is_open_for_sign_up) == (action.campaign, False, True)
    assert (made.state, str(made.held_on), made.local_time, made.i18n) == (
        "draft",
        "2027-03-27",
        time(18),
        {"title_ru": "Пикет"},
    )
    assert list(made.prisoners.all()) == [prisoner]
    slot = Slot.internal.get(action=made)
    assert (slot.role, slot.minimum, slot.maximum, slot.label_ru) == ("steward", 2, 3, "Жилет")  # type: ignore[attr-defined]


def test_clone_takes_over_nothing_that_happened(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna, cancelled_at=NOW, cancellation_reason="Storm", revision=7, note="Flyer")
    make_sign_up(action)
    make_report(action)
    made = clone(action, SPRING, anna)
    assert not made.sign_ups.exists() and not hasattr(made, "report")
    assert (made.is_cancelled, made.cancellation_reason, made.revision, made.note) == (False, "", 0, "")


def test_clone_keeps_the_hour_of_the_clock_when_the_clocks_have_changed(vienna: Group, anna: Staff) -> None:
    winter = clone(make_action(group=vienna), SPRING, anna)
    summer = clone(make_action(group=vienna), date(2027, 3, 28), anna)
    assert [str(one.starts_at) for one in (winter, summer)] == [
        "2027-03-27 17:00:00+00:00",
        "2027-03-28 16:00:00+00:00",
    ]


def test_clone_goes_on_past_midnight_as_its_original_did(vienna: Group, anna: Staff) -> None:
    night = make_action(group=vienna, local_time=time(22), local_end_time=time(1), ends_on=date(2026, 12, 17))
    assert clone(night, SPRING, anna).ends_on == date(2027, 3, 28)


def test_clone_refuses_an_hour_that_no_clock_shows_and_writes_nothing(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna, local_time=time(2, 30), local_end_time=None)
    with pytest.raises(BadTime, match="put forward"):
        clone(action, date(2027, 3, 28), anna)
    assert Action.internal.count() == 1


def test_clone_refuses_others_and_an_action_without_a_day(vienna: Group, anna: Staff) -> None:
    action = make_action(group=make_group("berlin"))
    vague = make_action(group=vienna, held_on="2026-12", local_time=None, local_end_time=None)
    with pytest.raises(ActionsRefusal, match="do not organise"):
        clone(action, SPRING, anna)
    with pytest.raises(ActionsRefusal, match="full date"):
        clone(vague, SPRING, anna)
    assert Action.internal.count() == 2


def test_desk_asks_only_for_the_new_day(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna)
    client, address = logged_in(anna), f"/en/desk/actions/{action.slug}/clone/"
    assert address in client.get(f"/en/desk/actions/{action.slug}/").content.decode()
    assert client.get(address).content.decode().count("<input") == 3  # the day, and the tokens of both forms
    assert client.post(address, {"held_on": "2027-02-30"}).status_code == 400
    response = client.post(address, {"held_on": "2027-03-27"})
    made = Action.internal.exclude(pk=action.pk).get()
    assert response["Location"] == f"/en/desk/actions/{made.slug}/"


def test_desk_says_why_it_cannot_be_on_that_day_and_finds_nothing_of_others(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna, local_time=time(2, 30), local_end_time=None)
    address = f"/en/desk/actions/{action.slug}/clone/"
    refused = logged_in(anna).post(address, {"held_on": "2027-03-28"})
    assert (refused.status_code, "put forward" in refused.content.decode()) == (400, True)
    berta = logged_in(make_organiser("berta", make_group("berlin")))
    assert [berta.get(address).status_code, berta.post(address, {"held_on": "2027-03-27"}).status_code] == [404, 404]
    assert Action.internal.count() == 1
