"""The journal of a claim: which of its mails may have left, kept outside the database and outliving its worker.

One small file a claim, mapped into memory: a byte for each mail, written just before its final dot goes on the wire
and again with the server's answer. `kill -9` loses none of it. So a batch is settled by one statement, and still no
more than one mail for each open connection is in doubt when a worker dies.
"""

import fcntl
import mmap
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

from django.conf import settings

KEY_BYTES = 16
ENTRY = KEY_BYTES + 1


class Mark(IntEnum):
    """How far a mail has come."""

    UNTOUCHED = 0
    #: Its last line may be on the wire: nobody can know whether it was taken (RFC 1047).
    LEAVING = 1
    TAKEN = 2
    NOT_TAKEN = 3


class Journal:
    """The marks of one claim while its worker lives; used in a `with` block, gone after it ended well."""

    def __init__(self, claim: int, keys: Iterable[UUID]) -> None:
        self._path = _path(claim)
        self._places = {key: number * ENTRY + KEY_BYTES for number, key in enumerate(keys)}
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.write_bytes(b"".join(key.bytes + bytes([Mark.UNTOUCHED]) for key in self._places))
        self._file = self._path.open("r+b")
        # Held as long as letters may be on their way, whatever became of the session in the database.
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._map = mmap.mmap(self._file.fileno(), 0) if self._places else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._map is not None:
            self._map.close()
        self._file.close()
        if error is None:
            self._path.unlink(missing_ok=True)

    def put(self, keys: Iterable[UUID], mark: Mark) -> None:
        """Note how far the mail about these rows has come; safe from several threads, each with its own rows."""
        if self._map is not None:
            for key in keys:
                self._map[self._places[key]] = mark


def marks_of(claim: int) -> dict[UUID, Mark] | None:
    """What the journal of a claim says; None where there is none, as when the worker was on another machine."""
    try:
        data = _path(claim).read_bytes()
    except OSError:
        return None
    entries = (data[place : place + ENTRY] for place in range(0, len(data) - ENTRY + 1, ENTRY))
    return {UUID(bytes=entry[:KEY_BYTES]): Mark(entry[KEY_BYTES]) for entry in entries}


def is_alive(claim: int) -> bool:
    """Whether its worker may still hand over letters: a restarted database frees its claim, and stops no worker."""
    try:
        with _path(claim).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def forget(claim: int) -> None:
    """The claim has been settled: nothing more is to be known about it."""
    _path(claim).unlink(missing_ok=True)


def _path(claim: int) -> Path:
    return Path(settings.JOURNAL_DIR) / f"{claim:016x}"
