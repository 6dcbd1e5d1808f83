"""The journal of a claim: which of its mails may have left, kept outside the database and outliving its worker.

One small file a claim, mapped into memory: a byte for each mail, written just before its final dot goes on the wire
and again with the server's answer. `kill -9` loses none of it. So a batch is settled by one statement, and still no
more than one mail for each open connection is in doubt when a worker dies.
"""

import fcntl
import mmap
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from functools import cache
from hashlib import sha256
from pathlib import Path
from socket import gethostname

from django.conf import settings

KEY_BYTES = 16
ENTRY = KEY_BYTES + 1
BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")
HOST_BYTES, HEAD_BYTES = 12, 48


class Mark(IntEnum):
    """How far a mail has come."""

    UNTOUCHED = 0
    #: Its last line may be on the wire: nobody can know whether it was taken (RFC 1047).
    LEAVING = 1
    TAKEN = 2
    NOT_TAKEN = 3


class Journal:
    """The marks of one claim while its worker lives.

    It begins empty, before anything is claimed: who finds it so knows that nothing had left. `open_for` names the
    mails before the first of them goes.
    """

    def __init__(self, claim: int) -> None:
        self._path = _path(claim)
        self._places: dict[str, int] = {}
        self._map: mmap.mmap | None = None
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = self._path.open("x+b")
        # Held as long as letters may be on their way, whatever became of the session in the database.
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._file.write(_head())
        self._file.flush()

    def open_for(self, keys: Iterable[str]) -> None:
        """Have a place for each of these rows (UUIDs)."""
        untouched = bytes([Mark.UNTOUCHED])
        self._places = {key: HEAD_BYTES + number * ENTRY + KEY_BYTES for number, key in enumerate(keys)}
        self._file.write(b"".join(bytes.fromhex(key.replace("-", "")) + untouched for key in self._places))
        self._file.flush()
        self._map = mmap.mmap(self._file.fileno(), 0)

    def put(self, key: str, mark: Mark) -> None:
        """Note how far the mail about this row has come; safe from several threads, each with its own rows."""
        if self._map is not None:
            self._map[self._places[key]] = mark

    def close(self) -> None:
        """Let go of it, and leave what it says to others."""
        if self._map is not None:
            self._map.close()
            self._map = None
        self._file.close()

    def forget(self) -> None:
        """All of it is settled."""
        self.close()
        self._path.unlink(missing_ok=True)


def marks_of(claim: int) -> dict[str, Mark] | None:
    """What the journal of a claim says, by row; rows that it does not name were not touched.

    None where nothing can be known: there is no journal, or this machine has fallen since, and with it what was not
    yet on its disk.
    """
    try:
        data = _path(claim).read_bytes()
    except OSError:
        return None
    if data[:HOST_BYTES] == _head()[:HOST_BYTES] and data[:HEAD_BYTES] != _head():
        return None
    entries = (data[place : place + ENTRY] for place in range(HEAD_BYTES, len(data) - ENTRY + 1, ENTRY))
    return {_key(entry[:KEY_BYTES]): Mark(entry[KEY_BYTES]) for entry in entries}


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


def _key(octets: bytes) -> str:
    word = octets.hex()
    return f"{word[:8]}-{word[8:12]}-{word[12:16]}-{word[16:20]}-{word[20:]}"


@cache
def _head() -> bytes:
    """Which machine this is, and since when it has been up; the same word for ever where the system does not say."""
    boot = b""
    with suppress(OSError):
        boot = BOOT_FILE.read_bytes().strip()
    host = sha256(gethostname().encode()).hexdigest()[:HOST_BYTES].encode()
    return (host + boot).ljust(HEAD_BYTES, b"-")[:HEAD_BYTES]


def _path(claim: int) -> Path:
    return Path(settings.JOURNAL_DIR) / f"{claim:016x}"
