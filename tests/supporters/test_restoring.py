"""A backup of yesterday comes back: nobody who left is written to, and nothing leaves before a person has looked."""

import io
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from actions.choices import SignUpState
from actions.models import SignUp
from actions.services.sign_up_changes import withdraw
from privacy import tombstones
from privacy.tombstones import Place
from supporters import tasks
from supporters.choices import SubscriptionState
from supporters.models import Notification, RestoreMark, Subscription, Supporter, Suppression
from supporters.services import leaving, people, restoring, subscriptions
from tests.actions.rows import make_action, make_sign_up
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def run(name: str, *args: str) -> str:
    out = io.StringIO()
    call_command(name, *args, stdout=out)
    return out.getvalue()


def turn_back() -> None:
    """Put the mark of this database where a backup of before the last rounds would have it."""
    RestoreMark.objects.update(beat=1, log_month="", log_offset=0)


def a_round_or_two() -> None:
    for _ in range(3):
        restoring.watch()


def followed(anna: Supporter) -> list[tuple[object, ...]]:
    rows = anna.subscriptions.order_by("topic")
    return list(rows.values_list("pk", "topic", "state", "rate", "unconfirmed_until"))


def _undo_and_stop(anna: Supporter) -> tuple[Callable[[], object], Callable[[], object]]:
    return (lambda: leaving.take_back(anna, ["all"])), (lambda: leaving.stop(anna, "all"))


def _and_close(act: Callable[[], object]) -> None:
    try:
        act()
    finally:
        connection.close()


def states() -> list[str]:
    return sorted(Notification.objects.values_list("state", flat=True))


def test_rounds_of_the_clock_find_nothing_amiss() -> None:
    assert [restoring.watch() for _ in range(3)] == [False, False, False]
    assert tombstones.beat() == RestoreMark.objects.get().beat == 3
    assert restoring.held_before() is None


def test_a_worker_that_died_before_it_wrote_the_counter_is_no_restore() -> None:
    a_round_or_two()
    tombstones.set_beat(1)
    assert restoring.watch() is False


@pytest.mark.django_db(transaction=True)
def test_two_processes_that_start_a_new_site_at_once_hold_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    set_beat, committed, found = tombstones.set_beat, Event(), []

    def slowly(number: int) -> None:
        committed.set()
        time.sleep(0.5)
        set_beat(number)

    def start() -> None:
        found.append(restoring.watch())
        connection.close()

    monkeypatch.setattr(tombstones, "set_beat", slowly)
    first, second = Thread(target=start), Thread(target=start)
    first.start()
    assert committed.wait(60)
    second.start()
    for one in (first, second):
        one.join(60)
    assert found == [False, False]
    assert restoring.held_before() is None


def test_a_database_whose_tombstones_are_lost_is_taken_for_restored(settings: Settings, tmp_path: Path) -> None:
    a_round_or_two()
    settings.TOMBSTONE_DIR = tmp_path / "another machine"
    assert restoring.watch() is True
    assert restoring.watch() is False
    assert restoring.held_before() is not None


def test_what_was_due_is_held_and_what_comes_after_is_sent(follower: Meet, sink: Sink) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    follower("all")
    a_round_or_two()
    tasks.plan_due()
    turn_back()
    tasks.send_due()
    tasks.plan_due()
    tasks.send_due()
    assert (sink.mails, states()) == ([], ["queued"])
    subscriptions.subscribe("new@example.org", ["all"], "en", consent=True)
    tasks.send_due()
    assert [mail["To"] for mail in sink.mails] == ["new@example.org"]
    assert run("held").splitlines()[0] == "hearing_reminder: 1"


def test_what_is_planned_late_but_was_due_before_is_held_too(follower: Meet, sink: Sink) -> None:
    """The reminder may have been sent after the backup was made: its row is not in it."""
    follower("all")
    a_round_or_two()
    turn_back()
    tasks.send_due()
    restored_at = restoring.held_before()
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    tasks.plan_due()
    Notification.objects.update(due_at=restored_at - timedelta(hours=1))
    tasks.send_due()
    assert (sink.mails, states()) == ([], ["queued"])


def test_an_operator_lets_it_go_or_ends_it(follower: Meet, sink: Sink) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    follower("all")
    tasks.plan_due()
    assert run("held") == "nothing is held\n"
    restoring.hold()
    assert run("held", "--release").splitlines()[-1] == "released: 1"
    tasks.send_due()
    assert (len(sink.mails), states()) == (1, ["sent"])


def test_what_an_operator_ended_is_not_owed_again(follower: Meet, sink: Sink) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    follower("all")
    tasks.plan_due()
    restoring.hold()
    assert run("held", "--cancel").splitlines()[-1] == "cancelled: 1"
    tasks.plan_due()
    tasks.send_due()
    assert (sink.mails, states()) == ([], ["failed"])
    assert run("held") == "nothing is held\n"


def test_what_was_due_since_the_backup_is_ended_too_though_no_clock_has_run(follower: Meet, sink: Sink) -> None:
    """Its row is not in the backup, and the operator decides as soon as that is back."""
    starts_at = timezone.now() + timedelta(days=3)
    record.hearing(record.prisoner(), starts_at=starts_at)
    follower("all")
    restoring.hold()
    assert run("held").splitlines()[0] == "hearing_reminder: 1"
    Notification.objects.all().delete()
    assert run("held", "--cancel").splitlines()[-1] == "cancelled: 1"
    tasks.plan_due()
    tasks.send_due()
    assert (sink.mails, states()) == ([], ["failed"])


def test_who_was_forgotten_or_left_since_is_taken_away_again(follower: Meet) -> None:
    forgotten = follower("all", address="anna@example.org")
    partly = follower("all", "country:KZ", address="boris@example.org")
    stays = follower("all", address="vera@example.org")
    a_round_or_two()
    people.forget(forgotten)
    leaving.stop(partly, "all")
    turn_back()
    follower("all", address="anna@example.org")
    Subscription.objects.filter(supporter=partly, topic="all").update(state="active", unconfirmed_until=None)
    assert restoring.watch() is True
    assert set(Supporter.objects.values_list("pk", flat=True)) == {partly.pk, stays.pk}
    assert sorted(Subscription.objects.values_list("supporter", "topic")) == sorted(
        [(partly.pk, "country:KZ"), (stays.pk, "all")]
    )


def test_who_left_and_came_back_before_the_backup_was_made_stays(follower: Meet) -> None:
    supporter = follower("all")
    leaving.stop(supporter, "all")
    leaving.take_back(supporter, ["all"])
    a_round_or_two()
    RestoreMark.objects.update(beat=1)
    assert restoring.watch() is True
    assert Subscription.objects.count() == 1


@pytest.mark.parametrize("state", [SubscriptionState.ACTIVE, SubscriptionState.STOPPED], ids=["before", "between"])
def test_what_was_stopped_and_taken_back_is_followed_whenever_the_backup_was_made(
    follower: Meet, state: SubscriptionState
) -> None:
    anna = follower("all", "country:KZ")
    before = followed(anna)
    a_round_or_two()
    leaving.stop_all(anna)
    stopped_until = anna.subscriptions.filter(topic="all").values_list("unconfirmed_until", flat=True).get()
    leaving.take_back(anna, ["all", "country:KZ"])
    turn_back()
    until = stopped_until if state == SubscriptionState.STOPPED else None
    anna.subscriptions.update(state=state, unconfirmed_until=until)
    assert restoring.watch() is True
    assert (followed(anna), Suppression.objects.count()) == (before, 0)


def by_the_form(anna: Supporter) -> None:
    subscriptions.subscribe("anna@example.org", ["all"], language="en", consent=True)
    subscriptions.confirm(anna)


def by_a_sign_up(anna: Supporter) -> None:
    subscriptions.follow(anna, ["all"])


def for_good(anna: Supporter) -> None:
    by_the_form(anna)
    leaving.stop(anna, "all")


@pytest.mark.parametrize(("anew", "kept"), [(by_the_form, 1), (by_a_sign_up, 1), (for_good, 0)])
def test_what_was_stopped_and_is_followed_anew_is_followed_by_a_backup_from_before(
    follower: Meet, anew: Callable[[Supporter], None], kept: int
) -> None:
    anna = follower("all", "country:KZ")
    a_round_or_two()
    leaving.stop(anna, "all")
    anew(anna)
    turn_back()
    anna.subscriptions.all().delete()
    for topic in ("all", "country:KZ"):
        anna.subscriptions.create(topic=topic, state=SubscriptionState.ACTIVE)
    assert restoring.watch() is True
    assert anna.subscriptions.filter(topic="all").count() == kept
    assert anna.subscriptions.filter(topic="country:KZ").exists()


def test_what_was_stopped_for_good_after_it_was_taken_back_stays_stopped(follower: Meet) -> None:
    anna = follower("all", "country:KZ", "country:RU")
    a_round_or_two()
    leaving.stop_all(anna)
    leaving.take_back(anna, ["all", "country:KZ"])
    leaving.stop(anna, "all")
    turn_back()
    anna.subscriptions.update(state=SubscriptionState.ACTIVE, unconfirmed_until=None)
    assert restoring.watch() is True
    assert [topic for _pk, topic, *_rest in followed(anna)] == ["country:KZ"]


def test_who_left_for_good_after_taking_back_stays_away(follower: Meet) -> None:
    anna = follower("all")
    a_round_or_two()
    leaving.stop_all(anna)
    leaving.take_back(anna, ["all"])
    leaving.leave(anna)
    turn_back()
    anna.save(force_insert=True)
    anna.subscriptions.create(topic="all", state=SubscriptionState.ACTIVE)
    Suppression.objects.all().delete()
    assert restoring.watch() is True
    assert not Supporter.objects.exists()
    assert Suppression.objects.get().reason == "left"


def test_two_presses_at_once_are_noted_in_the_order_of_the_database(
    transactional_db: None, follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The undo of one tab is on its way when another one stops it again: the stop waits, and is noted behind it."""
    anna, dug_up, go_on = follower("all"), Event(), Event()
    leaving.stop(anna, "all")
    dig_up = tombstones.dig_up

    def slowly(*what: object) -> None:
        dug_up.set()
        assert go_on.wait(60)
        dig_up(*what)

    monkeypatch.setattr(tombstones, "dig_up", slowly)
    threads = [Thread(target=_and_close, args=(act,)) for act in _undo_and_stop(anna)]
    threads[0].start()
    assert dug_up.wait(60)
    threads[1].start()
    time.sleep(0.5)
    go_on.set()
    for thread in threads:
        thread.join(60)
    is_stopped = anna.subscriptions.get().state == SubscriptionState.STOPPED
    assert tombstones.since(Place()).hold(*subscriptions.grave(anna, "all")) is is_stopped


def test_who_said_it_was_not_them_is_still_left_in_peace(follower: Meet) -> None:
    subscriptions.subscribe("stranger@example.org", ["all"], "en", consent=True)
    a_round_or_two()
    subscriptions.disown(Supporter.objects.get())
    kept = Suppression.objects.values_list("address_lookup", "reason", "until_on")
    before = [(bytes(lookup), *rest) for lookup, *rest in kept.all()]
    Suppression.objects.all().delete()
    turn_back()
    restoring.watch()
    assert [(bytes(lookup), *rest) for lookup, *rest in kept.all()] == before


def test_who_withdrew_from_an_action_is_not_expected_again() -> None:
    sign_up = make_sign_up(make_action(), state=SignUpState.CONFIRMED)
    a_round_or_two()
    withdraw(sign_up)
    turn_back()
    SignUp.objects.update(state=SignUpState.CONFIRMED)
    restoring.watch()
    assert SignUp.objects.get().state == SignUpState.WITHDRAWN
