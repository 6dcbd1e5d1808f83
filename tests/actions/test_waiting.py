"""The waiting list, and the page to change a sign-up: nobody is one too many, nothing changes by a GET."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.db import connection
from django.test import Client

from actions.choices import AddressVisibility, SignUpState
from actions.models import Action, SignUp, Slot
from actions.refusals import SignUpRefused
from actions.reminders import plan_reminders
from actions.services.places import places_of
from actions.services.sign_up import confirm
from actions.services.sign_up_changes import change, withdraw
from actions.services.waiting import plan_offers
from supporters.links import link_for
from supporters.models import Notification
from tests.actions.rows import NOW, make_action, make_sign_up

pytestmark = pytest.mark.django_db
UNCONFIRMED, WAITING, OFFERED = SignUpState.UNCONFIRMED, SignUpState.WAITING, SignUpState.OFFERED


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def in_line(action: Action, **fields: object) -> SignUp:
    """Somebody who confirmed when there was no place any more."""
    row = make_sign_up(action, state=UNCONFIRMED, **fields)
    confirm(row)
    row.refresh_from_db()
    return row


def states(*rows: SignUp) -> list[str]:
    return [SignUp.objects.get(pk=row.pk).state for row in rows]


def manage(row: SignUp) -> str:
    return urlsplit(link_for("manage-sign-up", str(row.pk))).path


def test_confirm_joins_the_line_when_all_places_are_taken() -> None:
    action = make_action(capacity=1)
    make_sign_up(action)
    rows = [in_line(action), in_line(action)]
    assert [(row.state, row.waiting_number) for row in rows] == [(WAITING, 1), (WAITING, 2)]
    assert Notification.objects.filter(kind="sign_up_waiting").count() == 2
    assert not Notification.objects.filter(kind="sign_up_confirmed").exists()


def test_confirm_refuses_a_party_that_could_never_find_a_place() -> None:
    row = make_sign_up(make_action(capacity=2), state=UNCONFIRMED, guests=2)
    with pytest.raises(SignUpRefused, match="not enough places"):
        confirm(row)
    assert states(row) == [UNCONFIRMED]


def test_withdraw_offers_the_place_to_the_first_who_fits() -> None:
    action = make_action(capacity=2)
    coming, _other = make_sign_up(action), make_sign_up(action)
    party, single, last = in_line(action, guests=1), in_line(action), in_line(action)
    withdraw(coming)
    assert states(party, single, last) == [WAITING, OFFERED, WAITING]
    assert Notification.objects.get(kind="place_offered").subject == f"sign_up:{single.pk}"


def test_offer_is_taken_by_confirming_and_holds_the_place_meanwhile() -> None:
    action = make_action(capacity=1)
    coming = make_sign_up(action)
    row = in_line(action)
    withdraw(coming)
    assert places_of(action).left == 0
    confirm(row)
    row.refresh_from_db()
    assert (row.state, row.offered_until) == (SignUpState.CONFIRMED, None)
    assert Notification.objects.filter(kind="sign_up_confirmed").count() == 1


def test_offer_goes_to_the_next_in_line_when_its_time_is_over() -> None:
    action = make_action(capacity=1)
    coming = make_sign_up(action)
    first, second = in_line(action), in_line(action)
    withdraw(coming)
    assert plan_offers(NOW + timedelta(hours=23)) == 0
    with time_machine.travel(NOW + timedelta(hours=25), tick=False):
        with pytest.raises(SignUpRefused, match="kept for you"):
            confirm(first)
        assert plan_offers(NOW + timedelta(hours=25)) == 1
        assert plan_offers(NOW + timedelta(hours=25)) == 0
    assert states(first, second) == [SignUpState.LAPSED, OFFERED]


def test_offer_is_made_when_the_organisers_raise_the_capacity_and_not_for_a_cancelled_action() -> None:
    action = make_action(capacity=1)
    make_sign_up(action)
    row = in_line(action)
    Action.internal.filter(pk=action.pk).update(capacity=2, cancelled_at=NOW)
    assert plan_offers(NOW) == 0
    Action.internal.filter(pk=action.pk).update(cancelled_at=None)
    assert (plan_offers(NOW), states(row)) == (1, [OFFERED])


def test_nobody_in_line_is_reminded() -> None:
    action = make_action(capacity=1, held_on="2026-12-02")
    coming = make_sign_up(action)
    in_line(action)
    with time_machine.travel(NOW + timedelta(hours=10), tick=False):
        plan_reminders(NOW + timedelta(hours=10))
    reminded = Notification.objects.filter(kind="action_reminder").values_list("subject", flat=True)
    assert list(reminded) == [f"sign_up:{coming.pk}"]


def _confirm_in_own_connection(row: SignUp) -> None:
    try:
        confirm(row)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_places_are_given_once_and_the_rest_wait_in_one_line_when_many_confirm_at_once() -> None:
    action = make_action(capacity=3)
    rows = [make_sign_up(action, state=UNCONFIRMED) for _number in range(9)]
    with ThreadPoolExecutor(9) as pool:
        list(pool.map(_confirm_in_own_connection, rows))
    assert SignUp.objects.filter(state=SignUpState.CONFIRMED).count() == 3
    numbers = SignUp.objects.filter(state=WAITING).values_list("waiting_number", flat=True)
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]


def _withdraw_in_own_connection(row: SignUp) -> None:
    try:
        withdraw(row)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_each_place_is_offered_once_when_many_withdraw_at_once() -> None:
    action = make_action(capacity=4)
    coming = [make_sign_up(action) for _number in range(4)]
    for _number in range(6):
        in_line(action)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(_withdraw_in_own_connection, coming))
    assert SignUp.objects.filter(state=OFFERED).count() == places_of(action).taken == 4
    assert Notification.objects.filter(kind="place_offered").count() == 4


def test_change_keeps_within_the_places_and_counts_guests() -> None:
    action = make_action(capacity=3)
    row = make_sign_up(action)
    make_sign_up(action)
    change(row, slot=None, guests=1)
    with pytest.raises(SignUpRefused, match=r"not enough places|All places"):
        change(row, slot=None, guests=2)
    row.refresh_from_db()
    assert row.guests == 1


def test_manage_page_changes_by_post_only_and_keeps_what_was_typed(client: Client) -> None:
    action = make_action(capacity=4)
    steward = Slot.internal.create(action=action, role="steward", maximum=0)
    row = make_sign_up(action, guests=1)
    assert 'value="1"' in client.get(manage(row)).content.decode()
    assert client.post(manage(row), {"do": "change", "guests": "2"}).status_code == 200
    refused = client.post(manage(row), {"do": "change", "guests": "1", "slot": str(steward.pk)})
    assert (refused.status_code, "this role" in refused.content.decode()) == (409, True)
    for guests in ("-1", "10000", "x"):
        answer = client.post(manage(row), {"do": "change", "guests": guests})
        assert (answer.status_code, f'value="{guests}"' in answer.content.decode()) == (400, True)
    row.refresh_from_db()
    assert (row.guests, row.slot) == (2, None)


def test_manage_page_withdraws_and_then_says_so(client: Client) -> None:
    row = make_sign_up(make_action())
    assert "withdrawn" in client.post(manage(row), {"do": "withdraw"}).content.decode()
    assert "withdrawn" in client.get(manage(row)).content.decode()
    assert states(row) == [SignUpState.WITHDRAWN]
    address = manage(row)
    row.delete()
    assert client.get(address).status_code == 410


@pytest.mark.parametrize(
    ("visibility", "is_told"), [(AddressVisibility.SIGNED_UP, True), (AddressVisibility.CONFIRMED, False)]
)
def test_meeting_point_is_told_to_those_in_line_only_where_signing_up_is_enough(
    client: Client, visibility: str, is_told: bool
) -> None:
    action = make_action(capacity=1, venue="Third oak", address_visibility=visibility)
    coming = make_sign_up(action)
    row = in_line(action)
    assert ("Third oak" in client.get(manage(row)).content.decode()) is is_told
    assert "Third oak" in client.get(manage(coming)).content.decode()
    assert "Third oak" not in client.get(f"/en/actions/{action.slug}/").content.decode()


def test_sign_up_page_says_that_one_can_wait(client: Client) -> None:
    action = make_action(capacity=1)
    make_sign_up(action)
    text = client.get(f"/en/actions/{action.slug}/sign-up/").content.decode()
    assert "you can join the waiting list" in text and 'name="address"' in text
