"""Roles at an action: how many are needed, how many may take one, and never one too many."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connection
from django.test import Client

from actions.choices import SignUpState
from actions.models import Action, SignUp, Slot
from actions.refusals import ActionsRefusal, SignUpRefused
from actions.services.places import places_of, places_of_slot
from actions.services.sign_up import confirm
from actions.services.sign_up_changes import change
from actions.services.slots import set_slots, still_needed, with_places
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def make_slot(action: Action, **fields: object) -> Slot:
    return Slot.internal.create(action=action, **{"role": "steward", **fields})


def row(**fields: object) -> dict[str, object]:
    return {"pk": None, "role": "steward", "label": "", "minimum": 0, "maximum": None, "is_gone": False, **fields}


def test_role_says_how_many_more_are_needed(client: Client) -> None:
    action = make_action(slug="picket")
    steward, speaker = make_slot(action, minimum=3), make_slot(action, role="speaker", minimum=1, maximum=1)
    make_sign_up(action, slot=steward)
    make_sign_up(action, slot=steward, state=SignUpState.WAITING, waiting_number=1)
    make_sign_up(action, slot=speaker)
    assert [(slot.role, still_needed(slot, places)) for slot, places in with_places(action)] == [
        ("steward", 2),
        ("speaker", 0),
    ]
    assert "2 more needed" in client.get("/en/actions/picket/").content.decode()
    page = client.get("/en/actions/picket/sign-up/").content.decode()
    assert "steward (2 more needed)" in page and "speaker (all places taken)" in page


def test_maximum_of_zero_is_nobody_and_none_is_no_limit() -> None:
    action = make_action(has_waiting_list=False)
    nobody, anybody = make_slot(action, maximum=0), make_slot(action, maximum=None)
    with pytest.raises(SignUpRefused, match="this role"):
        confirm(make_sign_up(action, slot=nobody, state=SignUpState.UNCONFIRMED))
    for _number in range(5):
        confirm(make_sign_up(action, slot=anybody, state=SignUpState.UNCONFIRMED))
    assert places_of_slot(anybody).taken == 5


@pytest.mark.parametrize("roles", [1, 3])
def test_roles_take_one_query_however_many_there_are(roles: int) -> None:
    action = make_action()
    for _number in range(roles):
        make_sign_up(action, slot=make_slot(action))
    assert [places.taken for _slot, places in with_places(action)] == [1] * roles
    assert len(queries_of(with_places, action)) == 1


def test_set_slots_writes_changes_and_drops_what_nobody_holds() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    old, idle = make_slot(action), make_slot(action, role="banner")
    make_sign_up(action, slot=old)
    rows = [row(pk=old.pk, maximum=4), row(pk=idle.pk, is_gone=True), row(role="speaker", label="Opens", minimum=1)]
    set_slots(action, anna, rows)
    assert [(one.role, one.label, one.minimum, one.maximum) for one in Slot.internal.filter(action=action)] == [
        ("steward", "", 0, 4),
        ("speaker", "Opens", 1, None),
    ]


@pytest.mark.parametrize(
    ("change_of", "said"),
    [
        ({"is_gone": True}, "People have signed up for this role.*Gate"),
        ({"minimum": 3, "maximum": 2}, "fewer than the least"),
        ({"pk": 987654}, "no such role"),
    ],
)
def test_set_slots_refuses_and_changes_nothing(change_of: dict, said: str) -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    held = make_slot(action, label="Gate")
    make_sign_up(action, slot=held)
    with pytest.raises(ActionsRefusal, match=said):
        set_slots(action, anna, [row(role="banner"), row(**{"pk": held.pk, **change_of})])
    with pytest.raises(ActionsRefusal, match="ten roles"):
        set_slots(action, anna, [row()] * 11)
    with pytest.raises(ActionsRefusal, match=r"group|organise"):
        set_slots(action, make_organiser("bob", make_group("london", "Europe/London")), [row()])
    assert Slot.internal.get().minimum == 0


def test_desk_keeps_roles_and_says_what_is_wrong(client: Client) -> None:
    group = make_group()
    action = make_action(slug="picket", group=group)
    client.force_login(make_organiser("anna", group))
    sent = {
        "form-TOTAL_FORMS": "3",
        "form-INITIAL_FORMS": "0",
        "form-0-role": "steward",
        "form-0-minimum": "2",
        "form-0-maximum": "1",
        "form-1-role": "participant",
        "form-2-role": "participant",
    }
    refused = client.post("/en/desk/actions/picket/roles/", sent)
    assert (refused.status_code, "fewer than the least" in refused.content.decode()) == (409, True)
    assert client.post("/en/desk/actions/picket/roles/", {**sent, "form-0-maximum": "-1"}).status_code == 400
    assert not Slot.internal.exists()
    assert client.post("/en/desk/actions/picket/roles/", {**sent, "form-0-maximum": "0", "form-0-minimum": ""}).url
    assert [(slot.minimum, slot.maximum) for slot in Slot.internal.filter(action=action)] == [(0, 0)]


def _attempt(do: Callable[[], None]) -> bool:
    try:
        do()
    except SignUpRefused:
        return False
    finally:
        connection.close()
    return True


@pytest.mark.django_db(transaction=True)
def test_role_is_never_overbooked_by_confirming_and_changing_at_once() -> None:
    action = make_action(capacity=10)
    steward = make_slot(action, maximum=3)
    new = [make_sign_up(action, slot=steward, state=SignUpState.UNCONFIRMED, guests=n % 2) for n in range(6)]
    there = [make_sign_up(action) for _number in range(4)]
    doing: list[Callable[[], None]] = [
        *(lambda one=one: confirm(one) for one in new),
        *(lambda one=one: change(one, slot=steward, guests=0) for one in there),
    ]
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(_attempt, doing))
    assert 2 <= places_of_slot(steward).taken <= 3
    assert places_of(action).taken <= 10
    assert SignUp.objects.filter(slot=steward, state=SignUpState.WAITING).exists()
