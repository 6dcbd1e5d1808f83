"""Who may open and do what: role by route, as data; a route of staff that stands in no table fails."""

import io
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import DjangoDbBlocker

from actions import photo_files
from actions.models import (
    Photo,
)
from prisoners.choices import PublicationState, StaffRole
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
    "actions:desk-new": (ORGANISERS, ORGANISERS),
    "actions:desk-log": (ORGANISERS, ORGANISERS),
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


@pytest.fixture(scope="module", params=ROLES)
def signed_in(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Any]:
    """A role and a browser of it beside rows of each kind: made once for all routes, taken back at the end."""
    # What goes wrong here is taken back while the database may still be spoken to.
    with django_db_blocker.unblock(), ExitStack() as stack:
        stack.enter_context(transaction.atomic())
        client = somebody(request.param)
        made = stack.pop_all()
    yield request.param, client
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        made.close()


def _again(client: Client) -> Client:
    """A browser with the same cookies: what is done with it leaves the first one as it was."""
    copy = Client()
    copy.cookies = client.cookies.copy()
    _keep_the_photo()
    return copy


def _keep_the_photo() -> None:
    out = io.BytesIO()
    Image.new("RGB", (100, 80)).save(out, "JPEG")
    photo_files.keep(PHOTO_KEY, out.getvalue())


def somebody(role: str) -> Client:
    """A browser of somebody in that role, beside an action of Vienna's that nobody of London organises."""
    vienna, london = make_group("vienna"), make_group("london", "Europe/London")
    action = make_action(slug="picket", group=vienna)
    report = make_report(action)
    Photo.internal.create(pk=PHOTO_KEY, report=report, width=100, height=80)
    _keep_the_photo()
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


def address_of(name: str) -> str:
    """Where a route leads beside the rows of `somebody`."""
    parameters = dict(routes())[name]
    known = {"slug": "picket", "photo": PHOTO_KEY, "group": "vienna", "token": "not-a-token", "language": "en"}
    return reverse(name, kwargs={one: known[one] for one in parameters if one in known})


def outcome(response: Any) -> str:
    """An answer in the words of the table."""
    if response.status_code == 302:
        return LOG_IN if "/log-in/" in response["Location"] or "/login/" in response["Location"] else DONE
    return {200: PAGE, 403: NO, 404: NO, 405: OTHER}[response.status_code]


@pytest.mark.parametrize("name", DESK)
def test_desk_opens_to_whom_the_table_says(signed_in: tuple[str, Client], name: str) -> None:
    role, client = signed_in[0], _again(signed_in[1])
    reading, writing = DESK[name]
    assert outcome(client.get(address_of(name))) == reading[ROLES.index(role)]
    assert outcome(client.post(address_of(name), {})) == writing[ROLES.index(role)]


def test_every_route_of_the_desk_stands_in_the_table() -> None:
    assert {name for name, _parameters in routes() if name.startswith("actions:desk")} == set(DESK)
