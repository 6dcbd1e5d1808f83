"""`make run`: everything up on one machine, and everything down with it."""

import os
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from campaign import environment
from campaign.embedded import engines
from campaign.embedded.children import Children, Program
from campaign.embedded.folder import LOG_IN_FILE, locked
from campaign.embedded.prepared import is_prepared, mark_prepared
from campaign.embedded.restarts import Restarts
from campaign.processes import EVERYWHERE, PROCESSES, process

MANAGE = Path(__file__).parent.parent.parent / "manage.py"
HOST = "127.0.0.1"
LOOK_SECONDS = 0.1
WEB_SECONDS = 60.0


class CannotRun(Exception):
    """The copy cannot come up; the text says why to the user."""


class Asked(Exception):
    """We were asked to end while still coming up."""


def port_of(text: str) -> int:
    """The port that somebody named. Raises CannotRun where there is none such."""
    if text.isdecimal() and len(text) < 6 and 0 < int(text) < 65_536:
        return int(text)
    raise CannotRun(f"There is no port {text or 'without a number'}. Choose one from 1 to 65535: make run PORT=…")


@dataclass
class Supervisor:
    """One running copy. `parent` is the process (make) whose end is ours too, or None."""

    folder: Path
    port: int
    parent: int | None = None
    is_ending: bool = False
    restarts: Restarts = field(default_factory=Restarts)

    def run(self) -> None:
        """Come up, watch, and go down on a signal. Raises CannotRun, FolderInUse or EngineFailed."""
        # What we write is for this account alone: keys, mails, logs.
        os.umask(0o077)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)
        with locked(self.folder), Children() as children:
            self._refuse_taken_port()
            try:
                self._come_up(children)
                self._watch(children)
            except Asked:
                say("Stopping everything …")

    def _end(self, number: int, frame: object) -> None:
        self.is_ending = True

    def _refuse_taken_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, self.port))
            except OSError as error:
                raise CannotRun(
                    f"Port {self.port} is taken or closed to us. Choose another: make run PORT=…"
                ) from error

    def _come_up(self, children: Children) -> None:
        say("Starting PostgreSQL, Redis and the mailbox …")
        keeps_mails = not environment.is_given("EMAIL_URL")
        values = engines.started(children, self.folder, f"http://{HOST}:{self.port}")
        environment.remember(self.folder, values)
        environment.put(values)
        environment.override({**EVERYWHERE, "PORT": str(self.port)})
        is_ours = values.keys() >= {"DATABASE_URL"}
        if not (is_ours and is_prepared(self.folder)):
            self._prepare(children)
        if is_ours:
            mark_prepared(self.folder)
        # The site first: whoever waits, waits for it.
        children.start(self._process("web"))
        self._wait_for_web(children)
        for name in PROCESSES.keys() - {"web"}:
            children.start(self._process(name))
        self._tell(keeps_mails)

    def _process(self, name: str) -> Program:
        chosen = process(name)
        given = {**environment.current(), **chosen.environment}
        return Program(name, chosen.argv, given, log=self.folder / f"{name}.log")

    def _prepare(self, children: Children) -> None:
        """Migrate, load the example and make the log-in, in a process of its own that we can end."""
        process = children.start(Program("prepare", [sys.executable, str(MANAGE), "prepare"], environment.current()))
        while process.poll() is None:
            self._pause()
        if process.returncode:
            raise CannotRun("The database could not be prepared; the lines above say why.")
        children.dead()

    def _wait_for_web(self, children: Children) -> None:
        deadline = time.monotonic() + WEB_SECONDS
        while not self._web_answers():
            if time.monotonic() > deadline:
                raise CannotRun(f"The site does not answer; its log is {self.folder / 'web.log'}.")
            self._look_after(children)
            self._pause()

    def _web_answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def _watch(self, children: Children) -> None:
        while True:
            self._look_after(children)
            self._pause()

    def _look_after(self, children: Children) -> None:
        """Start again what died, after a pause."""
        for program, code in children.dead():
            pause = self.restarts.after_death_of(program)
            say(f"{program.name} ended ({code}), see {program.log}; it starts again in {pause:.0f} s.")
        for program in self.restarts.due():
            children.start(program)

    def _pause(self) -> None:
        """Wait a moment. Raises Asked when we shall end, or when make has ended without us."""
        time.sleep(LOOK_SECONDS)
        if self.is_ending or (self.parent is not None and os.getppid() != self.parent):
            raise Asked

    def _tell(self, keeps_mails: bool) -> None:
        origin = f"http://{HOST}:{self.port}"
        say(f"\n  Until Free    {origin}/\n  staff         {origin}/staff/")
        say(f"  log-in        {(self.folder / LOG_IN_FILE).read_text().strip()}")
        say(f"  mails         {origin}/mailbox/" if keeps_mails else "  mails         leave by EMAIL_URL")
        say(f"  data          {self.folder}\n\nCtrl-C stops everything.")


def say(text: str) -> None:
    """Tell the person at the terminal."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
