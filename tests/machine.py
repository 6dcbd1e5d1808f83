"""A machine out there: an https server of its own name on this very machine, that keeps what it is told."""

import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from types import TracebackType
from typing import Any, Self

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from privacy import outside

HOST = "hook.example"


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def setup(self) -> None:
        super().setup()
        self.server.machine.connections += 1

    def do_POST(self) -> None:
        machine = self.server.machine
        body = self.rfile.read(int(self.headers["Content-Length"]))
        machine.got.append((self.path, dict(self.headers), body))
        status, said, *more = machine.answers.pop(0) if machine.answers else (200, machine.says(body))
        self.send_response(status)
        for name, value in dict(*more).items():
            self.send_header(name, value)
        if status in (301, 302, 307):
            self.send_header("Location", "https://127.0.0.1:5432/")
        # What promises more than it says is broken off.
        if "Content-Length" not in dict(*more):
            self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)
        is_cut = "Content-Length" in dict(*more)
        self.close_connection = self.close_connection or is_cut or status == self.server.machine.hangs_up_after

    def log_message(self, *args: Any) -> None:
        """Nothing."""


class _StayingHandler(_Handler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True


class _Server(HTTPServer):
    machine: "Machine"


class _StayingServer(ThreadingMixIn, _Server):
    daemon_threads = True


@dataclass
class Machine:
    """`got` are path, headers and body of what arrived; `answers` what is said, one after the other, instead of 200:
    status, body and, if wanted, headers.
    """

    folder: Path
    got: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    answers: list[tuple[Any, ...]] = field(default_factory=list)
    name: str = HOST
    #: Whether a connection is kept open for the next request (HTTP/1.1), and after which status it is not.
    stays: bool = False
    hangs_up_after: int = 0
    #: How many there were.
    connections: int = 0

    def says(self, body: bytes) -> bytes:
        """It gives back what it gets, as an echo would."""
        return body

    def __enter__(self) -> Self:
        self.certificate = _certificate(self.folder, self.name)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        server, handler = (_StayingServer, _StayingHandler) if self.stays else (_Server, _Handler)
        self._server = server(("127.0.0.1", 0), handler)
        self._server.machine = self
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def stands_outside(self, patch: pytest.MonkeyPatch) -> None:
        """Its name leads to it, as if it stood in the open internet; its certificate is trusted."""
        patch.setattr(outside, "PORT", self._server.server_address[1])
        patch.setattr(outside, "is_outside", lambda address: True)
        patch.setattr(outside, "look_up", lambda host: ["127.0.0.1"])
        patch.setattr(outside, "context", lambda: ssl.create_default_context(cafile=str(self.certificate)))


def _certificate(folder: Path, host: str) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    file = folder / f"{host}.pem"
    file.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem))
    return file
