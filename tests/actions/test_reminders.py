"""Who comes hears that it is near, that it was moved and that it was cancelled: once each, and only what is true."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine

from actions import notifications
from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.reminders import plan_changes, plan_reminders, plan_returned
from actions.services.actions import cancel, change
from supporters.models import Notification
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up

pytestmark = pytest.mark.django_db

START = datetime(2026, 12, 16, 17, 0, tzinfo=UTC)


def signed_up_long_ago(action: Action) -> SignUp:
    row = make_sign_up(action)
    SignUp.objects.filter(pk=row.pk).update(signed_up_on=NOW.date() - timedelta(days=30))
    row.refresh_from_db()
    return row


def occasions(kind: str) -> list[str]:
    return sorted(Notification.objects.filter(kind=kind).values_list("occasion", flat=True))


def test_plan_reminders_owes_each_lead_once() -> None:
    signed_up_long_ago(make_action())
    assert plan_reminders(START - timedelta(days=8)) == 0
    assert plan_reminders(START - timedelta(days=7)) == 1
    assert plan_reminders(START - timedelta(days=6)) == 0
    assert plan_reminders(START - timedelta(hours=23)) == 1
    assert plan_reminders(START + timedelta(minutes=1)) == 0
    assert occasions("action_reminder") == ["2026-12-16T17:00/1d", "2026-12-16T17:00/7d"]


@pytest.mark.parametrize("comers", [1, 3])
def test_plan_reminders_takes_as_many_statements_however_many_come(
    comers: int, django_assert_num_queries: Callable[[int], AbstractContextManager]
) -> None:
    action = make_action()
    for _number in range(comers):
        signed_up_long_ago(action)
    with django_assert_num_queries(3):
        assert plan_reminders(START - timedelta(hours=23)) == comers


def test_plan_reminders_owes_only_the_tightest_after_a_long_sleep() -> None:
    signed_up_long_ago(make_action())
    plan_reminders(START - timedelta(hours=5))
    assert occasions("action_reminder") == ["2026-12-16T17:00/1d"]


@time_machine.travel(START - timedelta(days=3))
def test_plan_reminders_spares_the_long_lead_whoever_signed_up_within_it() -> None:
    make_sign_up(make_action())
    assert plan_reminders(START - timedelta(days=3)) == 0
    assert plan_reminders(START - timedelta(hours=20)) == 1


@pytest.mark.parametrize("fields", [{"state": "withdrawn"}, {"cancelled_at": NOW}, {"state": "draft"}])
def test_plan_reminders_passes_over_what_is_not_public_or_cancelled(fields: dict) -> None:
    signed_up_long_ago(make_action(**fields))
    assert plan_reminders(START - timedelta(days=1)) == 0


def test_plan_reminders_passes_over_whoever_does_not_come() -> None:
    action = make_action()
    make_sign_up(action, state=SignUpState.UNCONFIRMED)
    make_sign_up(action, state=SignUpState.WITHDRAWN)
    assert plan_reminders(START - timedelta(hours=1)) == 0


def test_plan_changes_tells_a_move_once_and_only_the_final_state() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    change(action, anna, local_time=time(17))
    assert plan_changes(NOW) == 1
    assert plan_changes(NOW) == 0
    change(action, anna, local_time=time(16))
    cancel(action, "Storm", anna)
    assert plan_changes(NOW) == 1
    assert occasions("action_moved") == ["revision:1"]
    assert occasions("action_cancelled") == ["revision:3"]
    moved = Notification.objects.get(kind="action_moved")
    assert notifications.against_word_to_comer(moved, NOW) == notifications.CHANGED


def test_plan_changes_is_silent_after_the_end_and_about_an_unpublished_move() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    change(action, anna, local_time=time(17))
    assert plan_changes(START + timedelta(hours=5)) == 0
    Action.internal.filter(pk=action.pk).update(state="withdrawn")
    assert plan_changes(NOW) == 0


def test_cancellation_is_told_for_twelve_hours_after_the_old_beginning() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    row = make_sign_up(action)
    cancel(action, "Storm", anna)
    assert plan_changes(START + timedelta(hours=11)) == 1
    told = Notification.objects.get(kind="action_cancelled")
    assert told.stale_at == START + timedelta(hours=12)
    told.supporter = row.supporter
    assert notifications.against_cancellation(told, START + timedelta(hours=11)) == ""
    assert notifications.against_cancellation(told, START + timedelta(hours=12)) == notifications.OVER


def owed(kind: str, row: SignUp) -> Notification:
    return Notification.objects.create(
        supporter=row.supporter,
        kind=kind,
        subject=f"sign_up:{row.pk}",
        occasion="x",
        due_at=NOW,
        stale_at=NOW + timedelta(days=1),
        next_attempt_at=NOW,
        revision=row.action.revision,
    )


def test_reasons_against_are_asked_again_at_sending() -> None:
    action = make_action()
    row = make_sign_up(action)
    reminder, receipt = owed("action_reminder", row), owed("sign_up_confirmed", row)
    assert notifications.against_word_to_comer(reminder, NOW) == ""
    assert notifications.against_receipt(receipt, NOW) == ""
    assert notifications.against_word_to_comer(reminder, START) == notifications.OVER
    Action.internal.filter(pk=action.pk).update(cancelled_at=NOW)
    assert notifications.against_word_to_comer(reminder, NOW) == notifications.CALLED_OFF
    Action.internal.filter(pk=action.pk).update(state="withdrawn")
    assert notifications.against_receipt(receipt, NOW) == notifications.NOT_PUBLIC
    SignUp.objects.update(state=SignUpState.WITHDRAWN)
    for against in (notifications.against_word_to_comer, notifications.against_cancellation):
        assert against(reminder, NOW) == notifications.NOT_COMING
    assert notifications.against_confirmation(reminder, NOW) == notifications.SETTLED
    SignUp.objects.all().delete()
    for against in (
        notifications.against_word_to_comer,
        notifications.against_cancellation,
        notifications.against_confirmation,
        notifications.against_receipt,
    ):
        assert against(reminder, NOW) == notifications.GONE


def test_plan_reminders_drops_each_lead_when_it_has_lost_its_use() -> None:
    signed_up_long_ago(make_action())
    assert plan_reminders(START - timedelta(hours=47)) == 0
    assert plan_reminders(START - timedelta(hours=2)) == 0
    plan_reminders(START - timedelta(hours=3))
    assert Notification.objects.get().stale_at == START - timedelta(hours=2)


def test_plan_changes_tells_that_an_action_has_no_day_any_more() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    change(action, anna, held_on="2027-01", local_time=None, local_end_time=None)
    assert [plan_changes(NOW), plan_changes(NOW)] == [1, 0]
    assert notifications.against_word_to_comer(Notification.objects.get(), NOW) == ""


def test_plan_returned_owes_again_what_a_withdrawn_page_held_back_and_nothing_else() -> None:
    action = make_action()
    reminder, other = owed("action_reminder", make_sign_up(action)), owed("action_moved", make_sign_up(action))
    cancelled = Notification.objects.filter(pk=reminder.pk)
    cancelled.update(state="cancelled", reason=notifications.NOT_PUBLIC)
    Notification.objects.filter(pk=other.pk).update(state="cancelled", reason=notifications.CHANGED)
    Action.internal.filter(pk=action.pk).update(state="withdrawn")
    assert plan_returned(NOW) == 0
    Action.internal.filter(pk=action.pk).update(state="published")
    assert plan_returned(NOW + timedelta(days=2)) == 0
    assert [plan_returned(NOW), plan_returned(NOW)] == [1, 0]
    assert cancelled.get().state == "queued"
