"""Tombstones: who was forgotten and who left, written outside the database, so that no restored backup calls them back.

A backup knows people who have left since it was made. This log knows that they left, and nothing about them: a line is
a day and a keyed hash, which is matched against the rows of the restored database (SECURITY K.1, L.4). Beside it lies
a counter that goes up with each round of the clock: a database that is behind it was restored.
"""

import fcntl
import hmac
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from privacy.keys import ring

log = logging.getLogger(__name__)

GONE, BACK, NOTE = "gone", "back", "note"
BEAT_FILE = "beat"


@dataclass(frozen=True, order=True)
class Place:
    """How far the log has been read: its month (`2026-11`; one file each) and an offset into it in bytes."""

    month: str = ""
    offset: int = 0


@dataclass
class Graves:
    """What the log says since some place: hashes of what is gone or was taken back, and notes, oldest first.

    Of what is gone and was taken back the later word counts.
    """

    gone: set[str] = field(default_factory=set)
    back: set[str] = field(default_factory=set)
    notes: list[list[str]] = field(default_factory=list)

    def hold(self, *what: object) -> bool:
        """Whether this was buried: the same words as `bury` was given."""
        return _hash(what) in self.gone

    def gave_back(self, *what: object) -> bool:
        """Whether this was buried and dug up again since: the same words as `dig_up` was given."""
        return _hash(what) in self.back


def bury(*what: object) -> None:
    """Write down that something is gone for good (`"supporter", lookup`), as a keyed hash.

    Called within the transaction that deletes it: a tombstone too many after a rollback costs somebody a mail, one
    too few writes to somebody who left. A log that cannot be written keeps nobody from leaving; `doctor` says so.
    """
    _append([GONE, _hash(what)])


def dig_up(*what: object) -> None:
    """Write down that what was buried was taken back: the last thing in the transaction that does it.

    Both are written by whoever holds the lock of the row, so that the log has them in the order of the database.
    """
    _append([BACK, _hash(what)])


def note(*words: str) -> None:
    """Write down something to be noted again after a restore; the words name nobody and hold no space."""
    _append([NOTE, *words])


def here() -> Place:
    """The end of the log as it stands now."""
    files = _files()
    return Place(files[-1].name, files[-1].stat().st_size) if files else Place()


def since(place: Place) -> Graves:
    """What was written after a place. A line that a full disk cut short is left out."""
    graves = Graves()
    for path in _files():
        if path.name >= place.month:
            _read(path, place.offset if path.name == place.month else 0, graves)
    return graves


def beat() -> int | None:
    """The counter beside the log, or None where there is none."""
    try:
        return int((_folder() / BEAT_FILE).read_text())
    except (OSError, ValueError):
        return None


def set_beat(number: int) -> None:
    """Write the counter, after the database has it: then it is ahead of the database only after a restore."""
    try:
        fresh = _made_folder() / f"{BEAT_FILE}.{os.getpid()}"
        fresh.write_text(str(number))
        fresh.replace(_folder() / BEAT_FILE)
    except OSError as error:
        log.error("the counter beside the tombstones cannot be written (%s)", error.strerror)


def against_folder() -> str:
    """Why tombstones cannot be written, or ""."""
    try:
        folder = _made_folder()
    except OSError as error:
        return f"TOMBSTONE_DIR cannot be made ({error.strerror})"
    return "" if os.access(folder, os.W_OK) else "TOMBSTONE_DIR cannot be written to"


def _hash(what: Iterable[object]) -> str:
    message = "\0".join(str(part) for part in what).encode()
    return hmac.digest(ring().founding("tombstones"), message, "sha256").hex()


def _append(words: list[str]) -> None:
    """One line with the day in UTC (a time would tell when a person acted), on the disk before it returns."""
    today = timezone.now().date()
    try:
        with (_made_folder() / f"{today:%Y-%m}").open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(f"{today} {' '.join(words)}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        log.error("a tombstone cannot be written (%s): a restored backup would not know of it", error.strerror)


def _read(path: Path, offset: int, graves: Graves) -> None:
    with path.open("rb") as file:
        file.seek(offset)
        for line in file:
            words = line.decode("ascii", "replace").split()
            if line.endswith(b"\n") and len(words) >= 3:
                _sort(words, graves)


def _sort(words: list[str], graves: Graves) -> None:
    if words[1] == GONE:
        graves.gone.add(words[2])
        graves.back.discard(words[2])
    elif words[1] == BACK:
        graves.back.add(words[2])
        graves.gone.discard(words[2])
    elif words[1] == NOTE:
        graves.notes.append(words[2:])


def _folder() -> Path:
    return Path(settings.TOMBSTONE_DIR)


def _made_folder() -> Path:
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _files() -> list[Path]:
    """The months of the log, oldest first."""
    return sorted(_folder().glob("[0-9]" * 4 + "-" + "[0-9]" * 2))
