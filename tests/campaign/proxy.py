"""A real nginx with the configuration of a deployment, before a made-up application, on this very machine."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tests.waiting import PATIENCE_SECONDS, free_port

DEPLOY = Path(__file__).parent.parent.parent / "deploy"
#: Debian's; its folder is not in everybody's PATH.
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")
HOST = "free.example"

Answer = tuple[int, dict[str, str], bytes]
Headers = dict[str, str]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.seen.append((self.path, dict(self.headers)))
        status, headers, body = self.server.answer(self.path)
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *args: Any) -> None:
        """Nothing."""


class _Server(ThreadingHTTPServer):
    answer: Callable[[str], Answer]
    seen: list[tuple[str, Headers]]


@dataclass
class Proxy:
    """What one asks of it, and what the application was asked."""

    port: int
    folder: Path
    application: _Server
    seen: list[tuple[str, Headers]] = field(default_factory=list)

    def ask(self, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> tuple[int, Headers, bytes]:
        """One request of a visitor; underscores in names of headers stand for hyphens."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body or None, {"Host": HOST, **named})
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()

    def stop_application(self) -> None:
        """Nobody answers any more, as when the application is being updated."""
        self.application.shutdown()
        self.application.server_close()

    def written(self) -> str:
        """All that nginx has logged."""
        return "".join(path.read_text() for path in (self.folder / "logs").iterdir())


@contextmanager
def proxy(folder: Path, answer: Callable[[str], Answer]) -> Iterator[Proxy]:
    """The application answers by `answer`, a function of the path; it is asked through nginx."""
    assert NGINX, "nginx is missing (Debian: apt-get install nginx-light)"
    application = _Server(("127.0.0.1", 0), _Handler)
    application.answer, application.seen = answer, []  # type: ignore[method-assign]
    Thread(target=application.serve_forever, args=(0.02,), daemon=True).start()
    port, other, third = free_port(), free_port(), free_port()
    config = _written(folder, application.server_address[1], (port, other, third))
    running = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(config), "-g", _words()])
    try:
        _wait(port, running)
        yield Proxy(port, folder, application, application.seen)
    finally:
        running.terminate()
        running.wait(PATIENCE_SECONDS)
        application.shutdown()
        application.server_close()


def _written(folder: Path, application: int, ports: tuple[int, int, int]) -> Path:
    """The configuration as it is, but for what only a container has: names, ports, certificates and folders."""
    for name in ("logs", "cache", "passing"):
        (folder / name).mkdir()
    (folder / "mime.types").write_text("types { text/html html; }\n")
    shutil.copy(DEPLOY / "own-pages.conf", folder)
    text = (DEPLOY / "nginx.conf").read_text()
    changes = {
        r"http://web:8000": f"http://127.0.0.1:{application}",
        r"listen 443 ssl default_server": f"listen 127.0.0.1:{ports[0]}",
        r"listen 80 default_server": f"listen 127.0.0.1:{ports[1]}",
        r"listen 8080": f"listen 127.0.0.1:{ports[2]}",
        r"\n *(http2|ssl_\w+) [^;]*;": "",
        r"/etc/nginx/mime.types": f"{folder}/mime.types",
        r"/var/cache/nginx": f"{folder}/cache",
        r"/var/lib/nginx": f"{folder}/passing",
        r"/var/run/nginx.pid": f"{folder}/nginx.pid",
        r"/dev/stderr crit": f"{folder}/logs/errors crit",
        r"/dev/stdout bare": f"{folder}/logs/access bare",
        r"worker_processes auto": "worker_processes 1",
    }
    for old, new in changes.items():
        text, count = re.subn(old, new, text)
        assert count, f"nginx.conf has no {old} any more"
    config = folder / "nginx.conf"
    config.write_text(text)
    return config


def _words() -> str:
    """In front; started by root, its workers could not enter the folder of a test as anybody else."""
    return "daemon off; user root;" if os.geteuid() == 0 else "daemon off;"


def _wait(port: int, running: subprocess.Popen[bytes]) -> None:
    for _number in range(200):
        assert running.poll() is None, "nginx did not start"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")
