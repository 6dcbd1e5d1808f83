"""Who may open and do what: role by route, as data; a route of staff that stands in no table fails."""

import io
from typing import Any
from uuid import UUID

import pytest
from django.contrib.admin import site
from django.test import Client
from django.urls import reverse
from PIL import Image

from actions import photo_files
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
    Photo,
    Signature,
    SignUp,
    Slot,
    WalkIns,
)
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Staff
from prisoners.roles import permissions_of
from tests.actions.rows import (
    make_action,
    make_appeal,
    make_dispatch,
    make_group,
    make_organiser,
    make_report,
    make_sign_up,
    make_staff,
)
from tests.factories import DayOfActionFactory
from tests.journeys.walk import routes

pytestmark = pytest.mark.django_db

PHOTO_KEY = UUID(int=7)
ROLES = ("anonymous", "researcher", "publisher", "steward", "organiser", "other organiser")
#: The page; the way to the log-in; "there is no such thing" or "not for you"; by the other method only; it was done.
PAGE, LOG_IN, NO, OTHER, DONE = "page", "log-in", "no", "other method", "done"

EVERY_STAFF = (LOG_IN, PAGE, PAGE, PAGE, PAGE, PAGE)
OWN_ONLY = (LOG_IN, NO, NO, NO, PAGE, NO)
BY_POST = (LOG_IN, OTHER, OTHER, OTHER, OTHER, OTHER)
PUBLISHER_ONLY = (LOG_IN, NO, PAGE, NO, NO, NO)
OWN_DONE = (LOG_IN, NO, NO, NO, DONE, NO)

#: Publishers and stewards approve groups.
APPROVERS = (LOG_IN, NO, PAGE, PAGE, NO, NO)

#: A publisher looks at photos of every group.
PHOTO = (LOG_IN, NO, PAGE, NO, PAGE, NO)
PHOTO_DONE = (LOG_IN, NO, DONE, NO, DONE, NO)

#: A publisher works on the dispatches of every group.
DISPATCH = (LOG_IN, NO, PAGE, NO, PAGE, NO)
DISPATCH_DONE = (LOG_IN, NO, DONE, NO, DONE, NO)
#: Who organises somewhere, or publishes, may write one.
WRITERS = (LOG_IN, NO, PAGE, NO, PAGE, PAGE)

#: Whoever organises in a group.
ORGANISERS = (LOG_IN, NO, NO, NO, PAGE, PAGE)

#: route: what GET and what an empty POST get, for each role in the order of ROLES. The action is one of Vienna's.
DESK: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "actions:desk": (EVERY_STAFF, BY_POST),
    "actions:desk-log-in": ((PAGE, *[DONE] * 5), (PAGE, *[DONE] * 5)),
    "actions:desk-log-out": ((OTHER,) * 6, (LOG_IN,) * 6),
    "actions:desk-password": (EVERY_STAFF, EVERY_STAFF),
    "actions:desk-new": (EVERY_STAFF, EVERY_STAFF),
    "actions:desk-action": (OWN_ONLY, BY_POST),
    "actions:desk-day-new": (ORGANISERS, ORGANISERS),
    "actions:desk-day": (DISPATCH, BY_POST),
    "actions:desk-day-edit": (DISPATCH, DISPATCH),
    "actions:desk-day-step": (BY_POST, DISPATCH_DONE),
    "actions:desk-join": ((LOG_IN, *[NO] * 5), (LOG_IN, *[NO] * 5)),
    "actions:desk-new-group": (EVERY_STAFF, EVERY_STAFF),
    "actions:desk-proposed-groups": (APPROVERS, APPROVERS),
    "actions:desk-invitation": ((LOG_IN, *[NO] * 5), (LOG_IN, *[NO] * 5)),
    "actions:desk-group-contact": (OWN_ONLY, (LOG_IN, NO, NO, NO, DONE, NO)),
    "actions:desk-group": ((LOG_IN, NO, NO, PAGE, PAGE, NO), (LOG_IN, NO, NO, DONE, DONE, NO)),
    "actions:desk-team": (OWN_ONLY, OWN_DONE),
    "actions:desk-numbers": (OWN_ONLY, BY_POST),
    "actions:desk-edit": (OWN_ONLY, OWN_ONLY),
    "actions:desk-submit": (BY_POST, OWN_DONE),
    "actions:desk-publish": (BY_POST, OWN_DONE),
    "actions:desk-clone": (OWN_ONLY, OWN_ONLY),
    "actions:desk-repeat": (OWN_ONLY, OWN_ONLY),
    "actions:desk-cancel": (OWN_ONLY, OWN_ONLY),
    "actions:desk-report": (OWN_ONLY, OWN_ONLY),
    "actions:desk-publish-report": (BY_POST, OWN_DONE),
    "actions:desk-review": (EVERY_STAFF, BY_POST),
    "actions:desk-review-one": ((LOG_IN, *[NO] * 5), (LOG_IN, *[NO] * 5)),
    "actions:desk-roles": (OWN_ONLY, OWN_ONLY),
    "actions:desk-questions": (OWN_ONLY, OWN_ONLY),
    "actions:desk-reminders": (OWN_ONLY, OWN_ONLY),
    "actions:desk-decide": (BY_POST, OWN_DONE),
    "actions:desk-signatures": (PUBLISHER_ONLY, BY_POST),
    "actions:desk-signatures-export": (BY_POST, PUBLISHER_ONLY),
    "actions:desk-message": (OWN_ONLY, OWN_ONLY),
    "actions:desk-door": (OWN_ONLY, BY_POST),
    "actions:desk-walk-ins": (BY_POST, OWN_DONE),
    "actions:desk-people": (OWN_ONLY, BY_POST),
    "actions:desk-attendance": (BY_POST, OWN_DONE),
    "actions:desk-picture": (OWN_ONLY, OWN_ONLY),
    "actions:desk-day-picture": (DISPATCH, DISPATCH),
    "actions:desk-photos": (BY_POST, OWN_DONE),
    "actions:desk-photo": (PHOTO, BY_POST),
    "actions:desk-photo-picture": (PHOTO, BY_POST),
    "actions:desk-photo-blur": (BY_POST, PHOTO_DONE),
    "actions:desk-photo-unblur": (BY_POST, PHOTO_DONE),
    "actions:desk-photo-words": (BY_POST, PHOTO_DONE),
    "actions:desk-photo-publish": (BY_POST, PHOTO_DONE),
    "actions:desk-photo-reject": (BY_POST, PHOTO_DONE),
    "actions:desk-export": (BY_POST, OWN_ONLY),
    "actions:desk-dispatches": (EVERY_STAFF, BY_POST),
    "actions:desk-dispatch-new": (WRITERS, WRITERS),
    "actions:desk-dispatch": (DISPATCH, BY_POST),
    "actions:desk-dispatch-edit": (DISPATCH, DISPATCH),
    "actions:desk-dispatch-text": (DISPATCH, DISPATCH),
    "actions:desk-dispatch-preview": (DISPATCH, BY_POST),
    "actions:desk-dispatch-html": (DISPATCH, BY_POST),
    "actions:desk-dispatch-progress": (DISPATCH, BY_POST),
    "actions:desk-dispatch-step": (BY_POST, DISPATCH_DONE),
}
#: What the researchers' desk answers to GET for the rows of actions; organisers work at their own desk.
LISTS = (LOG_IN, PAGE, PAGE, PAGE, NO, NO)
ADDING = (LOG_IN, PAGE, NO, NO, NO, NO)


def _somebody(role: str) -> Client:
    """A browser of somebody in that role, beside an action of Vienna's that nobody of London organises."""
    vienna, london = make_group("vienna"), make_group("london", "Europe/London")
    action = make_action(slug="picket", group=vienna)
    report = make_report(action)
    photo = Photo.internal.create(pk=PHOTO_KEY, report=report, width=100, height=80)
    out = io.BytesIO()
    Image.new("RGB", (100, 80)).save(out, "JPEG")
    photo_files.keep(photo.pk, out.getvalue())
    make_sign_up(action)
    make_dispatch(slug="picket", group=vienna)
    DayOfActionFactory(slug="picket", group=vienna, state=PublicationState.DRAFT)
    make_appeal(slug="picket", kind="petition")
    client = Client()
    if role != "anonymous":
        groups = {"organiser": vienna, "other organiser": london}
        is_organiser = role in groups
        staff = make_organiser("somebody", groups[role]) if is_organiser else make_staff("somebody", StaffRole(role))
        staff.is_staff = True
        staff.save()
        client.force_login(staff)
    return client


def _address(name: str) -> str:
    parameters = dict(routes())[name]
    known = {"slug": "picket", "photo": PHOTO_KEY, "group": "vienna", "token": "not-a-token", "language": "en"}
    return reverse(name, kwargs={one: known[one] for one in parameters if one in known})


def _outcome(response: Any) -> str:
    if response.status_code == 302:
        return LOG_IN if "/log-in/" in response["Location"] or "/login/" in response["Location"] else DONE
    return {200: PAGE, 403: NO, 404: NO, 405: OTHER}[response.status_code]


@pytest.mark.parametrize("name", DESK)
@pytest.mark.parametrize("role", ROLES)
def test_desk_opens_to_whom_the_table_says(role: str, name: str) -> None:
    client, (reading, writing) = _somebody(role), DESK[name]
    assert _outcome(client.get(_address(name))) == reading[ROLES.index(role)]
    assert _outcome(client.post(_address(name), {})) == writing[ROLES.index(role)]


@pytest.mark.parametrize("role", [role for role in ROLES if role != "organiser"])
def test_refused_requests_change_nothing(role: str) -> None:
    client = _somebody(role)
    before = Action.internal.values().get(slug="picket")
    sign_up = SignUp.objects.get()
    words = list(DispatchText.internal.values_list("text", "dispatch__state"))
    said = {"title": "Taken over", "reason": "x", "sign_up": str(sign_up.pk), "came": "yes"}
    said |= {"subject": "Taken over", "text": "Taken over", "do": "submit"}
    for name in DESK:
        if role != "publisher" or "dispatch" not in name:
            client.post(_address(name), said)
    assert Action.internal.values().get(slug="picket") == before
    sign_up.refresh_from_db()
    assert (sign_up.attended, sign_up.state) == (None, SignUpState.CONFIRMED)
    assert list(DispatchText.internal.values_list("text", "dispatch__state")) == words


@pytest.mark.parametrize("role", ROLES)
def test_researchers_desk_opens_to_whom_the_table_says(role: str) -> None:
    client = _somebody(role)
    names = [name for name, _parameters in routes() if name.startswith("admin:actions_")]
    lists = {name: LISTS for name in names if name.endswith("_changelist")}
    adding = {name: ADDING for name in names if name.endswith("_add")}
    assert len(lists) >= 5
    for name, wanted in {**lists, **adding}.items():
        assert (name, _outcome(client.get(_address(name)))) == (name, wanted[ROLES.index(role)])


@pytest.mark.parametrize("role", ["anonymous", "organiser", "other organiser"])
def test_researchers_desk_shows_no_list_to_those_outside(role: str) -> None:
    client = _somebody(role)
    for name, _parameters in routes():
        if name.startswith("admin:") and name.endswith(("_changelist", "_add")):
            assert (name, _outcome(client.get(_address(name)))) in [(name, LOG_IN), (name, NO)]


def test_every_route_of_the_desk_stands_in_the_table() -> None:
    assert {name for name, _parameters in routes() if name.startswith("actions:desk")} == set(DESK)


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
    for prefix in ("memberships", "slots"):
        sent |= {f"{prefix}-{name}": len(rows) for name in ("TOTAL_FORMS", "MAX_NUM_FORMS")}
        sent |= {f"{prefix}-INITIAL_FORMS": sum(1 for row in rows if row["id"]), f"{prefix}-MIN_NUM_FORMS": 0}
        sent |= {f"{prefix}-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}
    return sent


@pytest.mark.parametrize("role", ["researcher", "publisher", "steward"])
@pytest.mark.parametrize("state", ["draft", "published"])
def test_nobody_lets_themselves_into_a_group_at_the_researchers_desk(role: str, state: str) -> None:
    client = _somebody(role)
    Group.internal.filter(slug="vienna").update(state=state)
    group, me = Group.internal.get(slug="vienna"), Staff.objects.get(handle="somebody")
    anna = Membership.objects.get(member=make_organiser("anna", group))
    address = f"/staff/actions/group/{group.pk}/change/"
    mine = {"group": group.pk, "member": me.pk, "role": "organiser"}
    hers = {"id": anna.pk, "group": group.pk, "member": anna.member_id, "role": "organiser"}
    for rows in ([hers, {"id": "", **mine}], [{"id": anna.pk, **mine}]):
        client.post(address, _sent_with(client, address, rows))
        assert list(Membership.objects.filter(group=group)) == [anna]
    assert client.get(_address("actions:desk-people")).status_code == 404
    assert client.post(_address("actions:desk-export")).status_code == 404


@pytest.mark.parametrize("role", ["researcher", "publisher"])
def test_no_action_is_moved_to_a_group_of_ones_own_at_the_researchers_desk(role: str) -> None:
    client = _somebody(role)
    me, london = Staff.objects.get(handle="somebody"), Group.internal.get(slug="london")
    Membership.objects.create(group=london, member=me, role="organiser")
    Action.internal.filter(slug="picket").update(state="draft")
    action = Action.internal.get(slug="picket")
    address = f"/staff/actions/action/{action.pk}/change/"
    sent = {**_sent_with(client, address, []), "title": "Written again", "group": london.pk}
    assert client.post(address, sent).status_code == 302
    action.refresh_from_db()
    assert (action.title, action.group and action.group.slug) == ("Written again", "vienna")
    assert client.get(_address("actions:desk-people")).status_code == 404
