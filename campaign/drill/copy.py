"""A whole running copy in a folder of its own, with its mailbox to look into."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from campaign import environment

MANAGE = Path(__file__).parent.parent.parent / "manage.py"
START_SECONDS = 120.0
LOOK_SECONDS = 0.05
MESSAGE_ID = re.compile(rb"^Message-ID:\s*(\S+)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class Copy:
    """A copy that answers on a port and keeps its data, logs and mails in a folder."""

    folder: Path
    port: int

    def manage(self, *words: str) -> str:
        """Run `manage.py WORDS` against this copy; returns what it printed. Raises CalledProcessError."""
        argv = [sys.executable, str(MANAGE), *words]
        done = subprocess.run(  # noqa: S603
            argv, env=_environment(self.folder), capture_output=True, text=True, check=True
        )
        return done.stdout

    def mails(self) -> Counter[str]:
        """How often each Message-ID lies in the mailbox."""
        found: Counter[str] = Counter()
        for path in (self.folder / "mailbox").glob("*.eml"):
            match = MESSAGE_ID.search(path.read_bytes())
            found[match.group(1).decode() if match else path.name] += 1
        return found

    def kill(self, word: str) -> int:
        """Kill -9 every process of this copy whose command line holds the word; returns how many."""
        pids = [pid for pid, words in self._processes() if word in words]
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        return len(pids)

    def _processes(self) -> Iterator[tuple[int, str]]:
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) == os.getpid():
                continue
            try:
                words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
                known = words + (entry / "environ").read_bytes().decode("utf-8", "replace")
            except OSError:
                continue
            if str(self.folder) in known:
                yield int(entry.name), words


@contextmanager
def running(folder: Path) -> Iterator[Copy]:
    """Start a copy in the folder, wait until it answers, and end it afterwards."""
    copy = Copy(folder, _free_port())
    argv = [sys.executable, "-m", "campaign.embedded", "run", "--port", str(copy.port), "--data-dir", str(folder)]
    with (folder / "supervisor.log").open("wb") as log:
        process = subprocess.Popen(argv, stdout=log, stderr=log, env=_environment(folder))  # noqa: S603
        try:
            wait_for(lambda: _answers(copy.port), START_SECONDS)
            yield copy
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def wait_for(is_so: Callable[[], bool], seconds: float) -> bool:
    """Look again and again until something is so; False when the time is up."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(LOOK_SECONDS)
    return False


def _environment(folder: Path) -> dict[str, str]:
    return {**environment.current(), "DATA_DIR": str(folder), "PYTHONTZPATH": ""}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
