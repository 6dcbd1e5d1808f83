"""The data folder: who may use it now."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

# Handle and password of the staff account that a data folder has from the start.
LOG_IN_FILE = "staff-log-in"


class FolderInUse(Exception):
    """Another process runs engines on this data folder; the text says so to the user."""


class FolderUnusable(Exception):
    """The data folder cannot be made or written to; the text says why to the user."""


def prepared(folder: Path) -> Path:
    """The folder, made when missing. Its own mode lets PostgreSQL's account pass; what is in it is closed."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o711)
    return folder


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for this process, however it ends. Raises FolderInUse when another one does, FolderUnusable."""
    with _opened(folder) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderInUse(
                f"{folder} is in use by another copy. Stop that one, or give this one a DATA_DIR of its own."
            ) from error
        yield


def _opened(folder: Path) -> TextIO:
    try:
        return (prepared(folder) / "lock").open("a")
    except OSError as error:
        raise FolderUnusable(
            f"{folder} cannot be used as data folder: {error.strerror}. Give another one: make run DATA_DIR=…"
        ) from error
