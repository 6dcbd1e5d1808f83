"""Other machines: confirmed by a challenge, told of public news, signed, in order, and again after a failure."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from actions import hooks, tasks
from actions.choices import HookState
from actions.models import Action, Hook
from prisoners.choices import PublicationState
from privacy import outside
from tests.actions.rows import make_action, make_prisoner
from tests.machine import HOST, Machine

pytestmark = pytest.mark.django_db
URL = f"https://{HOST}/news/in-secret"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    with Machine(tmp_path) as machine:
        machine.stands_outside(monkeypatch)
        yield machine


def run(*words: str) -> str:
    out = io.StringIO()
    call_command("webhook", *words, stdout=out)
    return out.getvalue()


def add(*more: str) -> Hook:
    run("add", "--name", "A chat", "--url", URL, *more)
    return Hook.objects.get(name="A chat")


def again() -> None:
    Hook.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def told(machine: Machine) -> list[dict[str, Any]]:
    """The messages of news that arrived."""
    bodies = [json.loads(body) for _path, _headers, body in machine.got]
    return [body for body in bodies if body["type"] == "news"]


@pytest.fixture
def active(machine: Machine) -> Hook:
    """One that has answered its challenge."""
    row = add()
    tasks.tell_hooks()
    row.refresh_from_db()
    assert row.state == HookState.ACTIVE
    again()
    return row


def test_machine_is_told_of_what_is_new_once_and_in_order(active: Hook, machine: Machine) -> None:
    first, second = make_action(title="First"), make_action(title="Second")
    hidden = make_action(title="Hidden", state=PublicationState.DRAFT)
    for _time in range(2):
        hooks.tell_all()
        again()
    [message] = told(machine)
    assert [item["title"] for item in message["items"]] == ["First", "Second"]
    assert message["items"][0]["url"].endswith(f"/en/actions/{first.slug}/")
    assert hidden.title not in machine.got[-1][2].decode()
    assert second.slug in machine.got[-1][2].decode()


def test_message_is_signed_with_the_secret_that_was_shown_once(machine: Machine) -> None:
    out = run("add", "--name", "A chat", "--url", URL)
    secret = out.strip().splitlines()[-1].split(": ")[1]
    hooks.tell_all()
    _path, headers, body = machine.got[0]
    signed = headers[hooks.SIGNATURE]
    at = datetime.fromtimestamp(int(signed.partition(",")[0].removeprefix("t=")), tz=timezone.get_default_timezone())
    assert signed == hooks.signature(secret, body, at)
    assert signed != hooks.signature("another", body, at)
    assert secret not in run("list")


def test_machine_that_does_not_give_the_challenge_back_is_told_nothing(machine: Machine) -> None:
    machine.says = lambda body: b"Welcome!"  # type: ignore[method-assign]
    row = add()
    make_action()
    hooks.tell_all()
    row.refresh_from_db()
    assert (row.state, row.reason) == (HookState.UNCONFIRMED, "did not give the challenge back")
    assert told(machine) == []


def test_failure_is_tried_again_later_with_the_same_id_and_nothing_is_lost(active: Hook, machine: Machine) -> None:
    make_action(title="First")
    machine.answers = [(500, b"")]
    hooks.tell_all()
    active.refresh_from_db()
    assert (active.failures, active.reason) == (1, "answered 500")
    assert active.next_attempt_at > timezone.now() + timedelta(minutes=4)
    hooks.tell_all()
    assert len(told(machine)) == 1
    again()
    hooks.tell_all()
    first, second = told(machine)
    assert first["id"] == second["id"]
    active.refresh_from_db()
    assert active.failures == 0


def test_what_was_withdrawn_before_it_was_told_is_not_told(active: Hook, machine: Machine) -> None:
    action = make_action()
    machine.answers = [(503, b"")]
    hooks.tell_all()
    Action.internal.filter(pk=action.pk).update(state=PublicationState.WITHDRAWN)
    again()
    hooks.tell_all()
    assert len(told(machine)) == 1


def test_machine_that_never_answers_is_given_up_and_asked_again_by_hand(active: Hook, machine: Machine) -> None:
    make_action()
    machine.answers = [(500, b"")] * hooks.GIVEN_UP_AFTER
    for _time in range(hooks.GIVEN_UP_AFTER + 3):
        hooks.tell_all()
        again()
    active.refresh_from_db()
    assert active.state == HookState.SILENT
    assert len(told(machine)) == hooks.GIVEN_UP_AFTER
    run("retry", "A chat")
    hooks.tell_all()
    active.refresh_from_db()
    assert active.state == HookState.ACTIVE


def test_two_workers_do_not_speak_to_one_machine_at_once(active: Hook, machine: Machine) -> None:
    make_action()
    row = Hook.objects.get()
    assert hooks._leased(row, timezone.now())
    assert not hooks._leased(row, timezone.now())


def test_machine_hears_of_its_topic_alone(machine: Machine) -> None:
    yerlan, other = make_prisoner(), make_prisoner("other")
    add("--topic", f"prisoner:{yerlan.pk}", "--language", "ru")
    hooks.tell_all()
    Hook.objects.update(told_until=timezone.now() - timedelta(minutes=1))
    for prisoner in (yerlan, other):
        make_action(title=f"For {prisoner.slug}").prisoners.add(prisoner)
    again()
    hooks.tell_all()
    [message] = told(machine)
    assert [item["title"] for item in message["items"]] == ["For yerlan-baltabai"]
    assert "/ru/" in message["items"][0]["url"]


def test_no_address_is_printed_or_logged_and_none_is_kept_in_the_clear(
    active: Hook, machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    make_action()
    machine.answers = [(500, b"")]
    with caplog.at_level(logging.DEBUG):
        hooks.tell_all()
    assert HOST not in caplog.text + run("list") + json.dumps(Hook.objects.values_list("reason", flat=True)[0])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--name", "A", "--url", "http://hook.example/"], "https"),
        (["--name", " ", "--url", URL], "name"),
        (["--name", "A", "--url", URL, "--topic", "prisoner:999999"], "public"),
        (["--name", "A", "--url", URL, "--topic", "country:KZ"], "public"),
        (["--name", "A", "--url", URL, "--language", "xx"], "does not speak"),
    ],
)
def test_machine_that_cannot_be_told_is_refused_with_a_sentence(
    machine: Machine, words: list[str], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        run("add", *words)
    assert not Hook.objects.exists()


def test_machine_of_our_own_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "look_up", lambda host: ["127.0.0.1"])
    with pytest.raises(CommandError, match="not open to everybody"):
        run("add", "--name", "A", "--url", "https://db.internal.example/")


def test_same_name_twice_is_refused_and_an_unknown_one_said(machine: Machine) -> None:
    add()
    with pytest.raises(CommandError, match="no other has"):
        run("add", "--name", "A chat", "--url", URL)
    with pytest.raises(CommandError, match="none of that name"):
        run("remove", "Another")
    assert run("remove", "A chat") == "Removed.\n"
    assert not Hook.objects.exists()
    assert run("tell") == "{}\n"


def test_entries_of_one_instant_are_told_all(active: Hook, machine: Machine) -> None:
    at = timezone.now()
    rows = [make_action(title=f"Day {number}").pk for number in range(25)]
    Action.internal.filter(pk__in=rows).update(updated_at=at, published_at=at)
    for _time in range(4):
        hooks.tell_all()
        again()
    assert [(len(one["items"]), one["more"]) for one in told(machine)] == [(20, True), (5, False)]
    assert len({item["id"] for one in told(machine) for item in one["items"]}) == 25


def test_entry_that_was_committed_late_is_told_and_none_twice(active: Hook, machine: Machine) -> None:
    make_action(title="First")
    hooks.tell_all()
    again()
    late = make_action(title="Late")
    at = timezone.now() - timedelta(minutes=30)
    Action.internal.filter(pk=late.pk).update(updated_at=at, published_at=at)
    for _time in range(2):
        hooks.tell_all()
        again()
    assert [[item["title"] for item in one["items"]] for one in told(machine)] == [["First"], ["Late"]]


def test_new_machine_is_not_told_of_what_was_there_before(machine: Machine) -> None:
    make_action(title="Old")
    add()
    for _time in range(2):
        hooks.tell_all()
        again()
    assert told(machine) == []


def test_machine_that_cannot_be_told_or_was_removed_stops_no_other(
    active: Hook, machine: Machine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    run("add", "--name", "Another", "--url", URL)
    make_action(title="First")
    newer = hooks._newer

    def breaks(row: Hook) -> list[Any]:
        if row.pk == active.pk:
            raise ValueError(URL)
        return newer(row)

    monkeypatch.setattr(hooks, "_newer", breaks)
    ended = hooks.tell_all()
    assert ended == {"broken": 1, "confirmed": 1}
    assert URL not in caplog.text
    Hook.objects.all().delete()
    assert hooks._settle(active, timezone.now(), "told") == "told"
    assert not Hook.objects.exists()
