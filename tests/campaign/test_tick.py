"""`manage.py tick`: a host with cron only keeps what a host with a clock keeps."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from actions.models import SignUp
from campaign.celery import TIMETABLE
from campaign.clock import last_tick
from supporters import reminders
from supporters.models import Supporter, Tick
from tests.actions.rows import make_action, make_sign_up

pytestmark = pytest.mark.django_db


def tick() -> str:
    out = StringIO()
    call_command("tick", "--once", stdout=out)
    return out.getvalue().strip()


def long_ago(**names: int) -> None:
    """As if each of these had been done so many seconds ago."""
    for name, seconds in names.items():
        earlier = timezone.now() - timedelta(seconds=seconds)
        Tick.objects.filter(name=f"timetable: {name.replace('_', ' ')}").update(ran_at=earlier)


def test_the_first_tick_does_all_of_the_timetable() -> None:
    make_sign_up(make_action(held_on="2020-12-16"))
    assert tick() == ", ".join(TIMETABLE)
    assert (SignUp.objects.count(), Supporter.objects.count()) == (0, 0)
    assert last_tick() is not None
    assert set(Tick.objects.values_list("name", flat=True)) >= {"plan", "send", "purge"}


def test_a_tick_does_what_is_due_by_now() -> None:
    tick()
    long_ago(purge_what_is_past_keeping=3500, tell_other_machines=56, heartbeat=20, send_what_is_planned=4)
    assert tick() == "send what is planned, tell other machines, do what imports wait for"
    long_ago(purge_what_is_past_keeping=3600, send_what_is_planned=0)
    assert "purge what is past keeping" in tick()


def test_what_fails_keeps_nothing_else_from_being_done_and_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> int:
        raise ValueError("broken")

    monkeypatch.setattr(reminders, "run_planners", broken)
    make_sign_up(make_action(held_on="2020-12-16"))
    with pytest.raises(CommandError, match="plan what is due"):
        tick()
    assert SignUp.objects.count() == 0
    monkeypatch.undo()
    assert "plan what is due" in tick()
