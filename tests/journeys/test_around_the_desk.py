"""Beside the table of who may do what: refusals change nothing, and the researchers' desk is no way around it."""

from typing import Any

import pytest
from django.contrib.admin import site
from django.test import Client

from actions.choices import SignUpState
from actions.models import (
    Action,
    Answer,
    Assignment,
    Dispatch,
    DispatchText,
    Group,
    Hook,
    Invitation,
    Membership,
    Message,
    Signature,
    SignUp,
    Slot,
    WalkIns,
)
from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.roles import permissions_of
from tests.actions.rows import (
    make_organiser,
    make_staff,
)
from tests.journeys.test_who_may_do_what import DESK, LOG_IN, NO, PAGE, ROLES, address_of, outcome, somebody
from tests.journeys.walk import routes

pytestmark = pytest.mark.django_db

#: What the researchers' desk answers to GET for the rows of actions; organisers work at their own desk.
LISTS = (LOG_IN, PAGE, PAGE, PAGE, NO, NO)
ADDING = (LOG_IN, PAGE, NO, NO, NO, NO)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "organiser"])
def test_refused_requests_change_nothing(role: str) -> None:
    client = somebody(role)
    before = Action.internal.values().get(slug="picket")
    sign_up = SignUp.objects.get()
    words = list(DispatchText.internal.values_list("text", "dispatch__state"))
    said = {"title": "Taken over", "reason": "x", "sign_up": str(sign_up.pk), "came": "yes"}
    said |= {"subject": "Taken over", "text": "Taken over", "do": "submit"}
    for name in DESK:
        if role != "publisher" or "dispatch" not in name:
            client.post(address_of(name), said)
    assert Action.internal.values().get(slug="picket") == before
    sign_up.refresh_from_db()
    assert (sign_up.attended, sign_up.state) == (None, SignUpState.CONFIRMED)
    assert list(DispatchText.internal.values_list("text", "dispatch__state")) == words


@pytest.mark.parametrize("role", ROLES)
def test_researchers_desk_opens_to_whom_the_table_says(role: str) -> None:
    client = somebody(role)
    names = [name for name, _parameters in routes() if name.startswith("admin:actions_")]
    lists = {name: LISTS for name in names if name.endswith("_changelist")}
    adding = {name: ADDING for name in names if name.endswith("_add")}
    assert len(lists) >= 5
    for name, wanted in {**lists, **adding}.items():
        assert (name, outcome(client.get(address_of(name)))) == (name, wanted[ROLES.index(role)])


@pytest.mark.parametrize("role", ["anonymous", "organiser", "other organiser"])
def test_researchers_desk_shows_no_list_to_those_outside(role: str) -> None:
    client = somebody(role)
    for name, _parameters in routes():
        if name.startswith("admin:") and name.endswith(("_changelist", "_add")):
            assert (name, outcome(client.get(address_of(name)))) in [(name, LOG_IN), (name, NO)]


def test_nothing_of_supporters_stands_at_the_researchers_desk_but_what_is_addressed_to_it() -> None:
    names = {name for name, _parameters in routes() if name.startswith("admin:supporters_")}
    assert {name.split("_")[1] for name in names} == {"contribution"}


#: Who works in a group, and what is to do at an action, are shown to the staff and written by organisers.
ABOUT_PEOPLE = tuple(
    f"_{model._meta.model_name}"
    for model in (Membership, Assignment, Invitation, SignUp, Answer, Message, Signature, WalkIns, Slot, Hook, Dispatch)
)
SHOWN_BESIDE = {"actions.view_membership", "actions.view_slot"}


@pytest.mark.parametrize("role", StaffRole)
def test_no_role_opens_who_works_comes_or_signs(role: StaffRole) -> None:
    held = permissions_of(make_staff("somebody", role))
    about_people = {one for one in held if one.endswith(ABOUT_PEOPLE)}
    assert about_people == (set() if role == StaffRole.ORGANISER else SHOWN_BESIDE)


def test_every_model_of_the_researchers_desk_is_named_by_a_role() -> None:
    opened = {one for role in StaffRole for one in permissions_of(make_staff(role.value, role))}
    shown = {model for model in site._registry if model._meta.app_label in ("prisoners", "actions", "supporters")}
    assert {f"{one._meta.app_label}.view_{one._meta.model_name}" for one in shown} <= opened


def _sent_with(client: Client, address: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """What a browser would send of a page of the researchers' desk, with these rows in each of its tables."""
    context = client.get(address).context
    form = context["adminform"].form if context is not None and "adminform" in context else None
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)} if form else {}
    for prefix in ("memberships", "slots", "cited"):
        sent |= {f"{prefix}-{name}": len(rows) for name in ("TOTAL_FORMS", "MAX_NUM_FORMS")}
        sent |= {f"{prefix}-INITIAL_FORMS": sum(1 for row in rows if row["id"]), f"{prefix}-MIN_NUM_FORMS": 0}
        sent |= {f"{prefix}-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}
    return sent


@pytest.mark.parametrize("role", ["researcher", "publisher", "steward"])
@pytest.mark.parametrize("state", ["draft", "published"])
def test_nobody_lets_themselves_into_a_group_at_the_researchers_desk(role: str, state: str) -> None:
    client = somebody(role)
    Group.internal.filter(slug="vienna").update(state=state)
    group, me = Group.internal.get(slug="vienna"), Staff.objects.get(handle="somebody")
    anna = Membership.objects.get(member=make_organiser("anna", group))
    address = f"/staff/actions/group/{group.pk}/change/"
    mine = {"group": group.pk, "member": me.pk, "role": "organiser"}
    hers = {"id": anna.pk, "group": group.pk, "member": anna.member_id, "role": "organiser"}
    for rows in ([hers, {"id": "", **mine}], [{"id": anna.pk, **mine}]):
        client.post(address, _sent_with(client, address, rows))
        assert list(Membership.objects.filter(group=group)) == [anna]
    assert client.get(address_of("actions:desk-people")).status_code == 404
    assert client.post(address_of("actions:desk-export")).status_code == 404


@pytest.mark.parametrize("role", ["researcher", "publisher"])
def test_no_action_is_moved_to_a_group_of_ones_own_at_the_researchers_desk(role: str) -> None:
    client = somebody(role)
    me, london = Staff.objects.get(handle="somebody"), Group.internal.get(slug="london")
    Membership.objects.create(group=london, member=me, role="organiser")
    Action.internal.filter(slug="picket").update(state="draft")
    action = Action.internal.get(slug="picket")
    address = f"/staff/actions/action/{action.pk}/change/"
    sent = {**_sent_with(client, address, []), "title": "Written again", "group": london.pk}
    assert client.post(address, sent).status_code == 302
    action.refresh_from_db()
    assert (action.title, action.group and action.group.slug) == ("Written again", "vienna")
    assert client.get(address_of("actions:desk-people")).status_code == 404
