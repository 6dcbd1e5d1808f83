"""A mailbox on this machine that speaks as much IMAP (RFC 3501) as our reader asks for."""

import re
import socket
import socketserver
from dataclasses import dataclass, field
from ssl import SSLContext
from threading import Thread
from types import TracebackType
from typing import Self

USER, PASSWORD = "bounce@example.org", "se/cret"


class _Session(socketserver.StreamRequestHandler):
    """One client; its words are answered from the server's mails."""

    server: "_Server"

    def handle(self) -> None:
        self.say("* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, _space, command = line.partition(" ")
            self.answer(tag, command)

    def answer(self, tag: str, command: str) -> None:
        box = self.server.box
        verb = command.split()[0].upper()
        box.asked.append(command)
        if verb == "LOGIN" and (box.refuses or PASSWORD not in command):
            self.say(f"{tag} NO wrong password for {USER}")
            return
        getattr(self, f"do_{verb.lower()}", lambda command: None)(command)
        self.say(f"{tag} OK done")

    def do_capability(self, command: str) -> None:
        self.say("* CAPABILITY IMAP4rev1")

    def do_search(self, command: str) -> None:
        numbers = [number for number, _raw in enumerate(self.server.box.mails, 1) if number not in self.server.gone]
        self.say(" ".join(["* SEARCH", *map(str, numbers)]))

    def do_select(self, command: str) -> None:
        self.say(f"* {len(self.server.box.mails)} EXISTS")
        if self.server.box.keeps:
            self.say(r"* OK [PERMANENTFLAGS (\Seen)] Limited")

    def do_fetch(self, command: str) -> None:
        number = int(command.split()[1])
        raw = self.server.box.mails[number - 1]
        part = re.search(r"BODY\.PEEK\[\]<0\.(\d+)>", command)
        assert part
        first = raw[: int(part[1])]
        self.server.box.read.append(len(first))
        self.wfile.write(f"* {number} FETCH (BODY[]<0> {{{len(first)}}}\r\n".encode() + first + b")\r\n")

    def do_store(self, command: str) -> None:
        found = re.match(r"STORE (\d+) \+FLAGS \(\\Deleted\)", command)
        assert found
        self.server.gone.add(int(found[1]))

    def do_expunge(self, command: str) -> None:
        box = self.server.box
        box.mails = [raw for number, raw in enumerate(box.mails, 1) if number not in self.server.gone]

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class _Server(socketserver.TCPServer):
    box: "ImapBox"
    gone: set[int]

    def get_request(self) -> tuple[socket.socket, object]:
        plain, address = super().get_request()
        return (self.box.tls.wrap_socket(plain, server_side=True) if self.box.tls else plain), address

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that does not like our certificate says so itself."""


@dataclass
class ImapBox:
    """`mails` are what lies in it; `read` how many bytes were fetched of each; `asked` what was said to it.

    It `refuses` whoever logs in, or `keeps` what is to be deleted.
    """

    mails: list[bytes] = field(default_factory=list)
    read: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    refuses: bool = False
    keeps: bool = False
    tls: SSLContext | None = None

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.box, self._server.gone = self, set()
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """As an operator writes it."""
        scheme, port = "imaps" if self.tls else "imap", self._server.server_address[1]
        return f"{scheme}://bounce%40example.org:se%2Fcret@127.0.0.1:{port}/INBOX"
