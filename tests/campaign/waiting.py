"""Waiting for what another process does, with an end to it."""

import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path


def until(happens: Callable[[], bool], seconds: float) -> bool:
    """Whether it happens within so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if happens():
            return True
        time.sleep(0.05)
    return happens()


def stands(pid: int) -> bool:
    """Whether a process runs (one that only waits to be fetched by its parent does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def kill(pid: int) -> None:
    """End a process without asking it."""
    os.kill(pid, signal.SIGKILL)
