"""Who comes hears that it is near, that it was moved and that it was cancelled: once each, and only what is true."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client

from actions import notifications
from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.models.actions import USUAL_REMINDERS
from actions.refusals import ActionsRefusal
from actions.reminders import plan_changes, plan_reminders, plan_returned
from actions.services.actions import cancel, change
from actions.services.cloning import copy_to
from actions.services.reminding import set_reminders
from supporters.models import Notification
from supporters.reminders import run_planners
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up
from tests.queries import first_queries_of

pytestmark = pytest.mark.django_db

START = datetime(2026, 12, 16, 17, 0, tzinfo=UTC)


def signed_up_long_ago(action: Action) -> SignUp:
    row = make_sign_up(action)
    SignUp.objects.filter(pk=row.pk).update(signed_up_on=NOW.date() - timedelta(days=30))
    row.refresh_from_db()
    return row


def settled(action: Action) -> None:
    """Let the last change have rested long enough."""
    Action.internal.filter(pk=action.pk).update(settles_at=NOW - timedelta(seconds=1))


def occasions(kind: str) -> list[str]:
    return sorted(Notification.objects.filter(kind=kind).values_list("occasion", flat=True))


def test_plan_reminders_owes_each_lead_once() -> None:
    signed_up_long_ago(make_action())
    assert plan_reminders(START - timedelta(days=8)) == 0
    assert plan_reminders(START - timedelta(days=7)) == 1
    assert plan_reminders(START - timedelta(days=6)) == 0
    assert plan_reminders(START - timedelta(hours=23)) == 1
    assert plan_reminders(START - timedelta(hours=1)) == 1
    assert plan_reminders(START + timedelta(minutes=1)) == 0
    days = ["2026-12-16T17:00/1d", "2026-12-16T17:00/2h", "2026-12-16T17:00/7d"]
    assert occasions("action_reminder") == days


@pytest.mark.parametrize("actions", [1, 3])
@pytest.mark.parametrize("comers", [1, 3])
def test_plan_reminders_is_one_statement_however_many_actions_and_people(comers: int, actions: int) -> None:
    for action in [make_action() for _number in range(actions)]:
        for _number in range(comers):
            signed_up_long_ago(action)
    planned: list[int] = []
    asked = first_queries_of(lambda: planned.append(plan_reminders(START - timedelta(hours=23))))
    assert (planned, len(asked)) == ([comers * actions], 1)


def test_plan_reminders_owes_only_the_tightest_after_a_long_sleep() -> None:
    signed_up_long_ago(make_action())
    plan_reminders(START - timedelta(hours=5))
    assert occasions("action_reminder") == ["2026-12-16T17:00/1d"]


@time_machine.travel(START - timedelta(days=3))
def test_plan_reminders_owes_late_sign_ups_the_latest_missed_one_at_once_and_only_that() -> None:
    row = make_sign_up(make_action())
    assert [plan_reminders(START - timedelta(days=3)), plan_reminders(START - timedelta(days=3))] == [1, 0]
    missed = Notification.objects.get()
    assert (missed.subject, missed.occasion) == (f"sign_up:{row.pk}", "2026-12-16T17:00/7d")
    assert missed.next_attempt_at <= START - timedelta(days=3)
    assert plan_reminders(START - timedelta(hours=20)) == 1


@pytest.mark.parametrize(
    ("state", "before", "reminded"),
    [("sent", 1, 0), ("queued", 1, 0), ("failed", 1, 1), ("cancelled", 1, 1), ("sent", 25, 1)],
    ids=["sent", "on its way", "could not leave", "did not leave", "before the moment of the reminder"],
)
def test_mail_that_confirms_a_late_sign_up_is_the_missed_reminder(state: str, before: int, reminded: int) -> None:
    """One day before the beginning is the moment; the mail left so many hours after it."""
    row, now = make_sign_up(make_action()), START - timedelta(hours=23)
    due_at = START - timedelta(days=1) + timedelta(minutes=30) if before == 1 else START - timedelta(hours=before)
    receipt = owed("sign_up_confirmed", row)
    Notification.objects.filter(pk=receipt.pk).update(state=state, due_at=due_at, stale_at=START)
    assert plan_reminders(now) == reminded
    assert plan_reminders(START - timedelta(hours=2)) == 1


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
    settled(action)
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
    settled(action)
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
    signed_up_long_ago(make_action(reminder_minutes=[7 * 1440, 1440]))
    assert plan_reminders(START - timedelta(hours=47)) == 0
    assert plan_reminders(START - timedelta(hours=2)) == 0
    plan_reminders(START - timedelta(hours=3))
    assert Notification.objects.get().stale_at == START - timedelta(hours=2)


def test_plan_changes_tells_that_an_action_has_no_day_any_more() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    change(action, anna, held_on="2027-01", local_time=None, local_end_time=None)
    settled(action)
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


def revisions(kind: str) -> list[int]:
    return sorted(Notification.objects.filter(kind=kind).values_list("revision", flat=True))


def test_edits_without_an_end_are_told_an_hour_after_the_first() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    for minute in range(100):
        with time_machine.travel(NOW + timedelta(minutes=minute), tick=False):
            if minute and minute % 9 == 0:
                change(action, anna, venue=f"Oak {minute}")
            plan_changes(NOW + timedelta(minutes=minute))
    assert revisions("action_moved") == [7]


def test_ten_edits_in_ten_minutes_are_one_mail() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    for minute in range(31):
        with time_machine.travel(NOW + timedelta(minutes=minute), tick=False):
            if 0 < minute <= 10:
                change(action, anna, venue=f"Oak {minute}")
            plan_changes(NOW + timedelta(minutes=minute))
    assert revisions("action_moved") == [10]
    told = Notification.objects.get(kind="action_moved")
    assert told.due_at == NOW + timedelta(minutes=20)
    assert notifications.context(told)["place"] == "Oak 10, Vienna"


def test_whoever_was_reminded_hears_of_a_move_by_one_mail_once_it_has_settled() -> None:
    """The new hour is as near as the old one, so that a reminder of it would be owed at once with each edit."""
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    signed_up_long_ago(action)
    before = START - timedelta(hours=20)
    with time_machine.travel(before, tick=False) as clock:
        run_planners(before)
        for hour in (19, 20, 21):
            change(action, anna, local_time=time(hour), local_end_time=time(hour + 1))
            run_planners(before)
        assert occasions("action_reminder") == ["2026-12-16T17:00/1d"]
        clock.shift(timedelta(minutes=11))
        run_planners(before + timedelta(minutes=11))
        assert [occasions("action_moved"), len(occasions("action_reminder"))] == [["revision:3"], 1]
    # The next reminder, before the new hour, is of its own.
    run_planners(START + timedelta(hours=3) - timedelta(minutes=100))
    assert occasions("action_reminder") == ["2026-12-16T17:00/1d", "2026-12-16T20:00/2h"]


def test_change_that_was_taken_back_before_it_settled_is_told_to_nobody() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group, venue="Third oak")
    row = make_sign_up(action)
    with time_machine.travel(NOW, tick=False):
        change(action, anna, venue="Fourth oak")
        change(action, anna, venue="Third oak")
    later = NOW + timedelta(minutes=10)
    assert [plan_changes(later), plan_changes(later)] == [0, 0]
    row.refresh_from_db()
    assert row.told_revision == 2


@pytest.mark.parametrize("is_taken_back", [True, False])
def test_reminder_that_an_edit_stopped_is_owed_anew_unless_a_mail_tells_the_edit(is_taken_back: bool) -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group, venue="Third oak")
    signed_up_long_ago(action)
    now = START - timedelta(days=1)
    plan_reminders(now)
    change(action, anna, venue="Fourth oak")
    reminder = Notification.objects.get()
    assert notifications.against_word_to_comer(reminder, now) == notifications.CHANGED
    Notification.objects.filter(pk=reminder.pk).update(state="cancelled", reason=notifications.CHANGED)
    if is_taken_back:
        change(action, anna, venue="Third oak")
    settled(action)
    planned = [plan_changes(now), plan_reminders(now), plan_reminders(now)]
    assert planned == ([0, 1, 0] if is_taken_back else [1, 0, 0])
    reminder.refresh_from_db()
    assert reminder.state == ("queued" if is_taken_back else "cancelled")
    assert bool(notifications.against_word_to_comer(reminder, now)) != is_taken_back


def test_change_near_the_beginning_does_not_rest_long() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    with time_machine.travel(START - timedelta(hours=2), tick=False):
        change(action, anna, held_on="2026-12-18")
    assert plan_changes(START - timedelta(hours=2)) == 0
    assert plan_changes(START - timedelta(hours=2) + timedelta(minutes=1)) == 1


def test_cancelling_is_told_at_once_even_while_a_change_rests() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    with time_machine.travel(NOW, tick=False):
        change(action, anna, venue="Fourth oak")
        cancel(action, "Storm", anna)
    assert plan_changes(NOW) == 1
    assert occasions("action_cancelled") == ["revision:2"]


def test_who_waits_hears_of_a_move_and_a_cancellation_and_who_left_does_not() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    waits = make_sign_up(action, state=SignUpState.WAITING, waiting_number=1)
    pending = make_sign_up(action, state=SignUpState.PENDING)
    for state in (SignUpState.WITHDRAWN, SignUpState.REFUSED, SignUpState.UNCONFIRMED, SignUpState.LAPSED):
        make_sign_up(action, state=state)
    change(action, anna, venue="Fourth oak")
    settled(action)
    plan_changes(NOW)
    told = Notification.objects.filter(kind="action_moved")
    assert {one.subject for one in told} == {f"sign_up:{waits.pk}", f"sign_up:{pending.pk}"}
    assert {notifications.against_word_to_comer(one, NOW) for one in told} == {""}
    cancel(action, "Storm", anna)
    plan_changes(NOW)
    assert Notification.objects.filter(kind="action_cancelled").count() == 2


def test_reminder_says_place_and_description() -> None:
    action = make_action(venue="Third oak", description="Bring candles.", address_visibility="confirmed")
    make_sign_up(action)
    plan_reminders(START - timedelta(hours=1))
    said = notifications.context(Notification.objects.get())
    assert (said["place"], said["description"]) == ("Third oak, Vienna", "Bring candles.")


def test_organisers_set_their_own_reminders_and_a_copy_keeps_them() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    with time_machine.travel(NOW, tick=False):
        set_reminders(action, anna, [90, 3 * 1440, 90])
    action.refresh_from_db()
    assert action.reminder_minutes == [3 * 1440, 90]
    assert [plan_reminders(START - timedelta(days=6)), plan_reminders(START - timedelta(days=3))] == [0, 1]
    assert [plan_reminders(START - timedelta(minutes=91)), plan_reminders(START - timedelta(minutes=90))] == [0, 1]
    assert occasions("action_reminder") == ["2026-12-16T17:00/3d", "2026-12-16T17:00/90m"]
    assert copy_to(action, date(2026, 12, 30)).reminder_minutes == [3 * 1440, 90]


def test_action_without_reminders_reminds_nobody() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    make_sign_up(action)
    set_reminders(action, anna, [])
    assert [plan_reminders(START - timedelta(hours=hours)) for hours in (160, 20, 1)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ([10], "at least 30 minutes"),
        ([61 * 1440], "at most 60 days"),
        ([120, 90], "at least an hour apart"),
        ([60, 180, 300, 420, 540, 660], "five times"),
        ([20 * 1440], "would have left already"),
    ],
)
@time_machine.travel(NOW, tick=False)
def test_set_reminders_refuses_and_changes_nothing(minutes: list[int], said: str) -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    with pytest.raises(ActionsRefusal, match=said):
        set_reminders(action, anna, minutes)
    with pytest.raises(ActionsRefusal, match="organise"):
        set_reminders(action, make_organiser("bob", make_group("london", "Europe/London")), [60])
    action.refresh_from_db()
    assert action.reminder_minutes == USUAL_REMINDERS


@time_machine.travel(NOW, tick=False)
def test_desk_shows_and_keeps_reminders(client: Client) -> None:
    group = make_group()
    action = make_action(slug="picket", group=group)
    client.force_login(make_organiser("anna", group))
    page = client.get("/en/desk/actions/picket/reminders/").content.decode()
    assert [page.count('value="7"'), page.count('value="1440" selected')] == [1, 2]
    sent = {"form-TOTAL_FORMS": "4", "form-INITIAL_FORMS": "3"}
    for number, (amount, unit) in enumerate(((7, 1440), (1, 1440), (2, 60), (4, 60))):
        sent |= {f"form-{number}-amount": str(amount), f"form-{number}-unit": str(unit)}
    assert client.post("/en/desk/actions/picket/reminders/", {**sent, "form-0-amount": "0"}).status_code == 400
    assert client.post("/en/desk/actions/picket/reminders/", {**sent, "form-3-amount": "2"}).status_code == 302
    assert client.post("/en/desk/actions/picket/reminders/", {**sent, "form-0-DELETE": "on"}).status_code == 302
    action.refresh_from_db()
    assert action.reminder_minutes == [1440, 240, 120]
