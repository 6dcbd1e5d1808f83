"""Organisers are asked once what happened at an action of which nothing is reported."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from actions import reports_wanted
from actions.choices import GroupRole
from actions.models import Action, Assignment, Membership
from actions.organising import organisers_of
from prisoners.choices import PublicationState
from supporters.kinds import kind_of
from supporters.mails import said
from supporters.models import Notification, Supporter
from supporters.services import retention
from tests.actions.rows import make_action, make_group, make_organiser, make_report, make_staff
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

#: The picket of `make_action` ends on 16 December 2026 at 19:00 UTC.
OVER = datetime(2026, 12, 16, 19, tzinfo=UTC)
NEXT_DAY = OVER + timedelta(hours=18)


@pytest.fixture(autouse=True)
def _then() -> Any:
    with time_machine.travel(NEXT_DAY, tick=False):
        yield


def held(**fields: Any) -> Action:
    """A picket of a group with two organisers; another group has one of its own."""
    group = make_group()
    make_organiser("olga", group)
    make_organiser("oleg", group)
    make_organiser("boris", make_group("berlin"))
    return make_action(group=group, **fields)


def asked() -> list[str]:
    return sorted(row.supporter.email for row in Notification.objects.filter(kind=reports_wanted.KIND))


def against(now: datetime) -> set[str]:
    rows = Notification.objects.select_related("supporter")
    return {kind_of(row.kind).reason_against(row, now) for row in rows}


def test_its_organisers_are_asked_on_the_next_day_and_once() -> None:
    held()
    assert reports_wanted.plan(NEXT_DAY - timedelta(minutes=1)) == 0
    assert [reports_wanted.plan(NEXT_DAY + timedelta(days=day)) for day in (0, 1, 2)] == [2, 0, 0]
    assert asked() == ["oleg@staff.example", "olga@staff.example"]
    assert against(NEXT_DAY) == {""}


@pytest.mark.parametrize("role", [GroupRole.HELPER, GroupRole.VIEWER])
def test_whoever_helps_or_looks_on_is_not_asked(role: str) -> None:
    """Nor could they say it: the page of the report is for who organises."""
    action, hana = held(), make_staff("hana")
    Membership.objects.create(group=action.group, member=hana, role=role)
    Assignment.objects.create(action=action, member=hana, role=role)
    reports_wanted.plan(NEXT_DAY)
    assert asked() == ["oleg@staff.example", "olga@staff.example"]


def test_who_was_asked_is_looked_up_for_all_actions_at_once() -> None:
    action = held()
    reports_wanted.plan(NEXT_DAY)
    one = queries_of(reports_wanted.plan, NEXT_DAY)
    for _number in range(2):
        make_action(group=action.group)
    reports_wanted.plan(NEXT_DAY)
    assert len(queries_of(reports_wanted.plan, NEXT_DAY)) == len(one)


def test_the_mail_leads_to_where_one_says_it() -> None:
    action = held(title="Light for Yerlan")
    reports_wanted.plan(NEXT_DAY)
    words = said(Notification.objects.earliest("pk"))
    assert words.subject == "Please say what happened"
    assert "Light for Yerlan" in words.text and f"/en/desk/actions/{action.slug}/report/" in words.text


@pytest.mark.parametrize(
    "fields",
    [{"cancelled_at": OVER}, {"state": PublicationState.WITHDRAWN}, {"state": PublicationState.DRAFT},
     {"held_on": "2026-12-17"}, {"held_on": "2026-12-10"},
     {"held_on": "2026-12", "local_time": None, "local_end_time": None}],
    ids=["cancelled", "withdrawn", "draft", "still to come", "long ago", "some day"],
)  # fmt: skip
def test_of_what_did_not_take_place_just_now_nobody_is_asked(fields: dict[str, Any]) -> None:
    held(**fields)
    assert reports_wanted.plan(NEXT_DAY) == 0


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.PUBLISHED])
def test_whoever_has_begun_to_report_is_not_asked(state: str) -> None:
    action = held()
    reports_wanted.plan(NEXT_DAY)
    make_report(action, state=state)
    assert against(NEXT_DAY) == {reports_wanted.REPORTED}
    Notification.objects.all().delete()
    assert reports_wanted.plan(NEXT_DAY) == 0


def test_what_is_not_so_any_more_is_not_asked() -> None:
    action = held()
    reports_wanted.plan(NEXT_DAY)
    Membership.objects.filter(member__in=organisers_of(action)).delete()
    assert against(NEXT_DAY) == {reports_wanted.NOT_THEIRS}
    Action.internal.update(cancelled_at=NEXT_DAY)
    assert against(NEXT_DAY) == {reports_wanted.NOT_SO}


def test_an_action_that_was_put_off_is_asked_about_again_and_then_nothing_is_kept() -> None:
    held()
    assert reports_wanted.plan(NEXT_DAY) == 2
    later = timedelta(days=2)
    Action.internal.update(starts_at=OVER + later - timedelta(hours=2), ends_at=OVER + later)
    assert [reports_wanted.plan(NEXT_DAY + shift) for shift in (timedelta(days=1), later, later)] == [0, 2, 0]
    retention.purge(NEXT_DAY + timedelta(days=9))
    assert not Supporter.objects.exists()


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        ("Europe/Berlin", NEXT_DAY),
        ("Asia/Tokyo", datetime(2026, 12, 18, 0, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 12, 17, 17, tzinfo=UTC)),
    ],
    ids=["by day", "at night", "before the morning"],
)
def test_they_are_asked_by_day_where_it_took_place(zone: str, due: datetime) -> None:
    Action.internal.filter(pk=held().pk).update(time_zone=zone)
    reports_wanted.plan(NEXT_DAY)
    assert set(Notification.objects.values_list("due_at", flat=True)) == {due}
