"""Starting and ending processes so that none is left behind, whatever happens to us."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

LEASH = Path(__file__).with_name("leash.py")


@dataclass(frozen=True)
class Program:
    """What to start: words, environment, account (None: ours), log file, the signal that ends it well."""

    name: str
    argv: list[str]
    environment: dict[str, str]
    account: str | None = None
    log: Path | None = None
    stop_signal: int = signal.SIGTERM


class Children:
    """The processes we started, in order; leaving the context ends them in reverse."""

    def __init__(self) -> None:
        self._started: list[tuple[Program, subprocess.Popen[bytes]]] = []
        self._leash: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Children":
        self._fasten()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop_all()
        if self._leash and self._leash.stdin:
            self._tell(".")
            self._leash.stdin.close()
            self._leash.wait()

    def start(self, program: Program) -> subprocess.Popen[bytes]:
        """Start one program at the head of a group of its own and put it on the leash."""
        with _log(program.log) as log:
            process = subprocess.Popen(  # noqa: S603
                program.argv,
                env=program.environment,
                user=program.account,
                group=program.account,
                extra_groups=[] if program.account else None,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._tell(f"+{process.pid}")
        self._started.append((program, process))
        return process

    def running(self) -> list[str]:
        """The names of the programs that stand, in the order they were started."""
        return [program.name for program, process in self._started if process.poll() is None]

    def dead(self) -> list[tuple[Program, int]]:
        """The programs that ended without being asked, with their exit codes; each is named once."""
        if self._leash and self._leash.poll() is not None:
            self._fasten()
        ended = [(program, process) for program, process in self._started if process.poll() is not None]
        for program, process in ended:
            self._forget(program, process)
        return [(program, process.returncode) for program, process in ended]

    def stop_all(self, patience_seconds: float = 20.0) -> None:
        """End every program in the reverse of the order they were started in."""
        for program, process in reversed(self._started.copy()):
            self._stop(program, process, patience_seconds)

    def _stop(self, program: Program, process: subprocess.Popen[bytes], patience_seconds: float) -> None:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(program.stop_signal)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience_seconds)
        self._forget(program, process)

    def _forget(self, program: Program, process: subprocess.Popen[bytes]) -> None:
        """Take a program off the lists, with whatever it left in its group."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self._started.remove((program, process))
        self._tell(f"-{process.pid}")

    def _fasten(self) -> None:
        """Start the watchman, or another one in place of one that died, and tell it whom to hold."""
        if self._leash and self._leash.stdin:
            self._leash.wait()
            self._leash.stdin.close()
        # A session of its own: neither Ctrl-C nor the end of our group reaches it.
        self._leash = subprocess.Popen(  # noqa: S603
            [sys.executable, "-S", "-E", str(LEASH)],
            stdin=subprocess.PIPE,
            bufsize=0,
            cwd="/",
            start_new_session=True,
        )
        for _, process in self._started:
            self._tell(f"+{process.pid}")

    def _tell(self, line: str) -> None:
        """A watchman that is gone must not keep us from ending the rest; `dead` replaces it."""
        if self._leash and self._leash.stdin:
            with contextlib.suppress(BrokenPipeError):
                self._leash.stdin.write(f"{line}\n".encode())


@contextlib.contextmanager
def _log(path: Path | None) -> Iterator[IO[bytes] | None]:
    """The open log file of a program, or None to share ours."""
    if path is None:
        yield None
        return
    with path.open("ab") as log:
        yield log
