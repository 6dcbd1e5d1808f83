"""Waiting for what another process does, with an end to it."""

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import repeat
from pathlib import Path
from random import SystemRandom

#: What a slow machine that runs other tests, too, may take for anything that is a matter of moments.
PATIENCE_SECONDS = 60.0
#: Below the first of net.ipv4.ip_local_port_range: none is taken by a connection before it is listened on.
PORTS = range(15_000, 32_000)


def until(happens: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
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
    """A loopback port that nobody listens on now, of those that Linux gives to nobody who does not name one."""
    for port in map(SystemRandom().choice, repeat(PORTS, len(PORTS))):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")


def kill(pid: int) -> None:
    """End a process without asking it."""
    os.kill(pid, signal.SIGKILL)
