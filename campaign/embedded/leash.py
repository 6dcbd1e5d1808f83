"""A watchman in a process of its own: when the one who started it dies without a word, it ends the rest.

It reads `+PID` and `-PID` lines and holds those processes (each the head of its own group) on a leash.
The end of the input without a `.` before it means that the owner crashed.
"""

import contextlib
import os
import signal
import sys
import time

PATIENCE_SECONDS = 5.0


def watch() -> None:
    """Keep the list until the owner is gone; end what is on it unless the owner took leave."""
    held: set[int] = set()
    for line in sys.stdin:
        mark, pid = line[0], line[1:].strip()
        if mark == ".":
            return
        (held.add if mark == "+" else held.discard)(int(pid))
    end(held)


def end(held: set[int]) -> None:
    """Interrupt each group (to PostgreSQL that is its fast shutdown), then kill what still stands."""
    _signal_all(held, signal.SIGINT)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(_stands(pid) for pid in held) and time.monotonic() < deadline:
        time.sleep(0.05)
    _signal_all(held, signal.SIGKILL)


def _signal_all(held: set[int], number: int) -> None:
    for pid in held:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, number)


def _stands(pid: int) -> bool:
    try:
        os.killpg(pid, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


if __name__ == "__main__":
    watch()
