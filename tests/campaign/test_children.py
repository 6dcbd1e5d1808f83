"""Processes that we start and that never outlive us."""

import json
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from campaign.embedded.children import Children, Program
from campaign.embedded.restarts import Restarts
from tests.waiting import kill, stands, until

ROOT = Path(__file__).parent.parent.parent
# A program with a child of its own in its group, as a web server has its workers.
FAMILY = "import subprocess, sys; p = subprocess.Popen(['sleep', '600']); print(p.pid, flush=True); p.wait()"
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(600)"
)
# Waits for the watchman to die, looks after its children once as the supervisor does, and goes on.
WATCHING = "children._leash.wait(); children.dead(); print('looked', flush=True); time.sleep(600)"
OWNER = f"""
import sys, time
from pathlib import Path
from campaign.embedded.children import Children, Program
with Children() as children:
    for name in ("one", "two"):
        started = children.start(Program(name, [sys.executable, "-c", {FAMILY!r}], {{}}, log=Path(sys.argv[1]) / name))
        print(started.pid, flush=True)
    time.sleep(600)
"""


def program(tmp_path: Path, name: str, code: str) -> Program:
    """A Python program that prints into a file."""
    return Program(name, [sys.executable, "-c", code], {}, log=tmp_path / name)


def printed(tmp_path: Path, name: str) -> str:
    """What a program has printed; waits for it."""
    path = tmp_path / name
    assert until(lambda: path.exists() and bool(path.read_text().strip()))
    return path.read_text().strip()


def test_leaving_ends_a_program_and_what_it_started(tmp_path: Path) -> None:
    with Children() as children:
        head = children.start(program(tmp_path, "one", FAMILY)).pid
        child = int(printed(tmp_path, "one"))
        assert stands(head)
        assert stands(child)
    assert not stands(head)
    assert until(lambda: not stands(child))


def test_a_program_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    with Children() as children:
        head = children.start(program(tmp_path, "deaf", STUBBORN)).pid
        printed(tmp_path, "deaf")
        children.stop_all(patience_seconds=0.2)
        assert not stands(head)


def test_a_death_is_told_once_with_its_code(tmp_path: Path) -> None:
    with Children() as children:
        process = children.start(program(tmp_path, "brief", "raise SystemExit(3)"))
        process.wait()
        assert [(one.name, code) for one, code in children.dead()] == [("brief", 3)]
        assert children.dead() == []


def test_killing_the_owner_leaves_no_orphan(tmp_path: Path) -> None:
    words = [sys.executable, "-c", OWNER, str(tmp_path)]
    owner = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert owner.stdout
    heads = [int(owner.stdout.readline()) for _ in range(2)]
    everybody = [*heads, int(printed(tmp_path, "one")), int(printed(tmp_path, "two"))]
    assert all(stands(pid) for pid in everybody)
    kill(owner.pid)
    owner.wait()
    owner.stdout.close()
    assert until(lambda: not any(stands(pid) for pid in everybody)), json.dumps(everybody)


def watchman_of(pid: int) -> psutil.Process:
    """The watchman that a process has started."""
    return next(one for one in psutil.Process(pid).children() if "leash.py" in " ".join(one.cmdline()))


def test_ending_goes_to_the_end_when_the_watchman_is_gone(tmp_path: Path) -> None:
    with Children() as children:
        heads = [children.start(program(tmp_path, name, FAMILY)).pid for name in ("one", "two")]
        watchman = children._leash
        assert watchman
        watchman.kill()
        watchman.wait()
    assert not any(stands(pid) for pid in heads)


def test_a_watchman_that_died_is_replaced_and_told_whom_to_hold(tmp_path: Path) -> None:
    words = [sys.executable, "-c", OWNER.replace("time.sleep(600)", WATCHING), str(tmp_path)]
    owner = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert owner.stdout
    heads = [int(owner.stdout.readline()) for _ in range(2)]
    first = watchman_of(owner.pid)
    first.kill()
    assert owner.stdout.readline() == "looked\n"
    kill(owner.pid)
    owner.wait()
    owner.stdout.close()
    assert until(lambda: not any(stands(pid) for pid in heads))


def test_the_pause_doubles_while_a_program_keeps_dying(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("campaign.embedded.restarts.time.monotonic", lambda: now[0])
    restarts, one = Restarts(), Program("one", [], {})
    assert [restarts.after_death_of(one) for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    now[0] += 61
    assert restarts.after_death_of(one) == 1


def test_a_program_is_due_once_its_pause_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("campaign.embedded.restarts.time.monotonic", lambda: now[0])
    restarts, one = Restarts(), Program("one", [], {})
    restarts.after_death_of(one)
    assert restarts.due() == []
    now[0] += 1
    assert restarts.due() == [one]
    assert restarts.due() == []
