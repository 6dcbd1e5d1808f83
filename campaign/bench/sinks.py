"""The mail server that takes everything and the sender in C that is the limit: both of Debian's package `postfix`."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from campaign.bench.figures import CannotMeasure
from campaign.environment import current

HOST = "127.0.0.1"
REMEDY = "needs smtp-sink and smtp-source (Debian: apt-get install postfix; it need not run)"
PLACES = f"{current().get('PATH', '')}:/usr/sbin:/usr/lib/postfix/sbin"


@contextmanager
def sink(*options: str) -> Iterator[int]:
    """A running smtp-sink with such options; gives its port. Raises CannotMeasure where it is not installed."""
    port = _free_port()
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    command = [_program("smtp-sink"), *user, *options, f"{HOST}:{port}", "1024"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait_until_up(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def send_raw(port: int, messages: int, octets: int, connections: int) -> float:
    """Messages a second of smtp-source, which makes nothing and accounts for nothing."""
    count = ["-m", str(messages), "-l", str(octets), "-s", str(connections)]
    command = [_program("smtp-source"), "-d", *count, "-f", "a@example.org", "-t", "b@example.org", f"{HOST}:{port}"]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return messages / (time.perf_counter() - began)


def _program(name: str) -> str:
    found = shutil.which(name, path=PLACES)
    if found is None:
        raise CannotMeasure(REMEDY)
    return str(Path(found))


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        return int(probe.getsockname()[1])


def _wait_until_up(port: int) -> None:
    for _try in range(100):
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise CannotMeasure("smtp-sink did not come up")
