"""The mail server of the embedded default as one of our processes."""

import socket
import sys
import time
from pathlib import Path

from campaign.embedded.children import Children, Program
from campaign.embedded.wheels import EngineFailed
from campaign.environment import current

HOST = "127.0.0.1"
START_SECONDS = 60.0


def start(children: Children, folder: Path) -> str:
    """Start it on a free loopback port, keeping mails in `folder`; returns its address (URL), ready or not."""
    port = _free_port()
    words = [sys.executable, "-m", "campaign.embedded.mail_server", str(folder), str(port)]
    log = folder.parent / "mailbox.log"
    children.start(Program(name="mailbox", argv=words, environment=current(), log=log))
    return f"smtp://{HOST}:{port}"


def wait_until_up(url: str) -> None:
    """Return when the server of that address takes mails. Raises EngineFailed when it does not come up."""
    port = int(url.rpartition(":")[2])
    deadline = time.monotonic() + START_SECONDS
    while not _answers(port):
        if time.monotonic() > deadline:
            raise EngineFailed("The mailbox did not start; its log is mailbox.log in the data folder.")
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0
