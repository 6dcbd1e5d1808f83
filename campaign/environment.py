"""The one door to the process environment: typed values, each also read from the file NAME_FILE names."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from environs import FileAwareEnv

env = FileAwareEnv(strip_whitespace=True)

ENVIRONMENT_FILE = "environment.json"


def data_dir() -> Path:
    """The folder of the embedded engines, keys and mails: DATA_DIR, or `var` beside the code."""
    return Path(os.environ.get("DATA_DIR") or Path(__file__).parent.parent / "var").resolve()


def is_given(name: str) -> bool:
    """Whether this process was told NAME, directly or by NAME_FILE."""
    return bool(os.environ.get(name) or os.environ.get(f"{name}_FILE"))


def told_file(name: str) -> Path | None:
    """The file that holds NAME, where NAME_FILE names one."""
    path = os.environ.get(f"{name}_FILE")
    return Path(path) if path else None


def put(values: dict[str, str]) -> None:
    """Give this process values it was not told; what it was told wins."""
    for name, value in values.items():
        if not is_given(name.removesuffix("_FILE")):
            os.environ[name] = value


def override(values: dict[str, str]) -> None:
    """Give this process values whatever it was told."""
    os.environ.update(values)


def drop(names: Iterable[str]) -> None:
    """Have this process forget what it was told by these names, directly or by NAME_FILE."""
    for name in names:
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)


def current() -> dict[str, str]:
    """A copy of the environment, to hand to a child process."""
    return dict(os.environ)


def remember(folder: Path, values: dict[str, str]) -> None:
    """Write what the running engines are reached by into the data folder; it holds no secret."""
    path = folder / ENVIRONMENT_FILE
    path.touch(mode=0o600)
    path.write_text(json.dumps(values, indent=1))


def recall(folder: Path) -> dict[str, str]:
    """What `remember` wrote, or nothing."""
    path = folder / ENVIRONMENT_FILE
    return dict(json.loads(path.read_text())) if path.exists() else {}
