"""Seven days after an action nobody can read any more who was there."""

from datetime import timedelta
from threading import Thread

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction

from actions.choices import SignUpState
from actions.models import Report, Signature, SignUp
from actions.services.reports import log_report
from actions.services.retention import purge
from supporters.models import Subscription, Supporter
from tests.actions.rows import (
    NOW,
    make_action,
    make_appeal,
    make_group,
    make_organiser,
    make_report,
    make_sign_up,
    make_supporter,
)
from tests.supporters.test_people import _wait_for_a_lock as wait_for_a_lock

pytestmark = pytest.mark.django_db


def test_purge_erases_who_came_and_keeps_how_many() -> None:
    action = make_action(held_on="2026-11-23")
    make_sign_up(action, guests=1, attended=True)
    make_sign_up(action, attended=False)
    make_sign_up(action, state=SignUpState.WITHDRAWN)
    report = make_report(action)
    assert purge(NOW)["sign_ups_of_past_actions"] == 3
    report.refresh_from_db()
    assert (report.signed_up_count, report.attended_count) == (3, 2)
    assert not SignUp.objects.exists()


def test_purge_keeps_counts_for_a_report_that_is_written_later() -> None:
    group = make_group()
    action = make_action(group=group, held_on="2026-11-23")
    make_sign_up(action)
    purge(NOW)
    assert not Report.public.exists()
    with time_machine.travel(NOW):
        report = log_report(action, make_organiser("anna", group), text="Quiet")
    assert report.signed_up_count == 1


def test_purge_leaves_what_is_younger_and_who_follows_something() -> None:
    young = make_sign_up(make_action(held_on="2026-11-25"))
    follower = make_supporter()
    Subscription.objects.create(supporter=follower, topic="all")
    make_sign_up(make_action(held_on="2026-11-01"), supporter=follower)
    assert purge(NOW)["sign_ups_of_past_actions"] == 1
    assert SignUp.objects.get() == young
    assert follower in Supporter.objects.all()


def test_purge_counts_from_the_last_day_when_only_the_month_is_known() -> None:
    vague = {"local_time": None, "local_end_time": None}
    make_sign_up(make_action(held_on="2026-10", **vague))
    make_sign_up(make_action(held_on="2026-11", **vague))
    assert purge(NOW)["sign_ups_of_past_actions"] == 1


def test_purge_erases_what_nobody_confirmed() -> None:
    action = make_action()
    make_sign_up(action, state=SignUpState.UNCONFIRMED, unconfirmed_until=NOW - timedelta(minutes=1))
    kept = make_sign_up(action, state=SignUpState.UNCONFIRMED, unconfirmed_until=NOW + timedelta(minutes=1))
    assert purge(NOW)["unconfirmed_sign_ups"] == 1
    assert SignUp.objects.get() == kept


def test_purge_dry_run_only_counts() -> None:
    make_sign_up(make_action(held_on="2026-11-01"))
    assert purge(NOW, dry_run=True)["sign_ups_of_past_actions"] == 1
    assert SignUp.objects.exists()


def test_purge_command_prints_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    make_sign_up(make_action(held_on="2026-11-01"))
    with time_machine.travel(NOW):
        call_command("purge", "--dry-run")
        assert SignUp.objects.exists()
        call_command("purge")
    assert not SignUp.objects.exists()
    assert not Supporter.objects.exists()
    assert "sign_ups_of_past_actions: 1" in capsys.readouterr().out


def test_purge_tells_nobody_again_of_a_report() -> None:
    action = make_action(held_on="2026-11-23")
    make_sign_up(action)
    report = make_report(action)
    Report.internal.update(updated_at=NOW - timedelta(days=5))
    with time_machine.travel(NOW):
        purge(NOW)
    report.refresh_from_db()
    assert (report.signed_up_count, report.updated_at) == (1, NOW - timedelta(days=5))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["sign-up", "signature"])
def test_person_who_confirms_while_being_erased_is_kept(kind: str) -> None:
    past = {"unconfirmed_until": NOW - timedelta(hours=1)}
    if kind == "sign-up":
        row: SignUp | Signature = make_sign_up(make_action(), state=SignUpState.UNCONFIRMED, **past)
    else:
        row = Signature.objects.create(appeal=make_appeal(kind="petition"), supporter=make_supporter(), **past)
    eraser = Thread(target=_purge)
    with transaction.atomic():
        type(row).objects.select_for_update().get(pk=row.pk)
        eraser.start()
        wait_for_a_lock()
        type(row).objects.filter(pk=row.pk).update(state="confirmed", unconfirmed_until=None)
    eraser.join()
    assert type(row).objects.get().state == "confirmed"


def _purge() -> None:
    try:
        purge(NOW)
    finally:
        connection.close()
