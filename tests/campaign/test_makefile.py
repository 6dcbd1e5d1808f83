"""`make run` on a machine as newcomers have it: what is left of an earlier `.venv` is no riddle."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
#: A Python that notes what it was asked to do, and makes a copy of itself where it is asked for a `.venv`.
PYTHON = """#!/bin/sh
[ "$1" = -c ] && exit {fails}
echo "$@" >> {log}
[ "$2" = venv ] && rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python
exit 0
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a Makefile and locked requirements, as a clone has them."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    return folder


def a_python(path: Path, fails: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PYTHON.format(fails=fails, log="asked.txt"))
    path.chmod(0o755)
    return path


def made(clone: Path, python: str | Path) -> subprocess.CompletedProcess[str]:
    words = ["make", "-C", str(clone), ".venv/run.stamp", f"PYTHON={python}"]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def asked(clone: Path) -> list[str]:
    return (clone / "asked.txt").read_text().splitlines()


def test_no_venv_is_made_and_a_sound_one_is_kept(clone: Path, tmp_path: Path) -> None:
    python = a_python(tmp_path / "python")
    for _again in range(2):
        assert made(clone, python).returncode == 0
    assert [line.split()[:3] for line in asked(clone)] == [
        ["-m", "venv", "--clear"],
        ["-m", "pip", "install"],
        ["-m", "pip", "install"],
    ]


def test_venv_whose_python_is_gone_is_made_anew_although_it_was_installed_into(clone: Path, tmp_path: Path) -> None:
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/bin/python").symlink_to("/nowhere/python3.11")
    (clone / ".venv/run.stamp").touch()
    assert made(clone, a_python(tmp_path / "python")).returncode == 0
    assert asked(clone)[0] == "-m venv --clear .venv"


def test_venv_without_pip_is_made_anew(clone: Path, tmp_path: Path) -> None:
    a_python(clone / ".venv/bin/python", fails=1)
    assert made(clone, a_python(tmp_path / "python")).returncode == 0
    assert asked(clone)[0] == "-m venv --clear .venv"


@pytest.mark.parametrize("python", ["", "old"], ids=["none", "an old one"])
def test_machine_without_a_python_that_will_do_is_told_what_to_install(
    clone: Path, tmp_path: Path, python: str
) -> None:
    failed = made(clone, python and a_python(tmp_path / python, fails=1))
    assert failed.returncode
    assert "Until Free needs Python 3.11 or newer." in failed.stderr
    assert not (clone / ".venv").exists()
