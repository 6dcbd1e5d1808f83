"""The timetable and the rules by which ticks are carried."""

import pytest

from actions.models import Report, SignUp
from campaign import tasks
from campaign.celery import HARD_LIMIT_SECONDS, TIMETABLE, app
from campaign.processes import INSIDE, OUTSIDE, process
from supporters.models import Supporter
from tests.actions.rows import make_action, make_sign_up


def test_every_tick_names_a_task_that_exists() -> None:
    app.loader.import_default_modules()
    assert {task for task, _ in TIMETABLE.values()} <= set(app.tasks)


def test_every_tick_expires_before_the_next() -> None:
    assert app.conf.beat_schedule
    for entry in app.conf.beat_schedule.values():
        assert entry["options"]["expires"] <= entry["schedule"]


def test_the_clock_rings_for_both_processes_that_send_and_once_for_all_else() -> None:
    rung = [entry["task"] for entry in app.conf.beat_schedule.values()]
    assert {task for task in rung if rung.count(task) > 1} == {"supporters.tasks.send_due"}
    assert rung.count("supporters.tasks.send_due") == 2


def test_a_tick_is_handed_out_again_only_after_its_time_limit_has_passed_twice() -> None:
    assert app.conf.broker_transport_options["visibility_timeout"] >= 2 * HARD_LIMIT_SECONDS
    assert app.conf.task_time_limit == HARD_LIMIT_SECONDS


def test_ticks_are_acknowledged_late_and_one_at_a_time() -> None:
    assert app.conf.task_acks_late
    assert app.conf.worker_prefetch_multiplier == 1


def test_nothing_but_json_is_taken_and_no_result_kept() -> None:
    assert app.conf.accept_content == ["json"]
    assert app.conf.task_ignore_result
    assert app.conf.result_backend is None
    assert not app.conf.task_always_eager


def test_what_waits_for_other_machines_keeps_nothing_else_waiting() -> None:
    routed = {task: app.amqp.router.route({}, task)["queue"].name for task, _ in TIMETABLE.values()}
    waiting = {task for task, queue in routed.items() if queue == OUTSIDE}
    assert waiting == {"supporters.tasks.send_due", "supporters.tasks.fetch_bounces", "actions.tasks.tell_hooks"}
    assert set(routed.values()) == {INSIDE, OUTSIDE}
    read = {word for one in ("worker", "sender") for word in process(one).argv if word.startswith("--queues=")}
    assert read == {f"--queues={INSIDE}", f"--queues={OUTSIDE}"}


@pytest.mark.django_db
def test_clock_erases_who_came_to_an_action_and_then_the_person() -> None:
    make_sign_up(make_action(held_on="2020-12-16"))
    tasks.purge()
    assert (SignUp.objects.count(), Supporter.objects.count()) == (0, 0)
    assert Report.internal.get().signed_up_count == 1
