"""The mail server of the embedded default: takes every mail on a loopback port and keeps it as a file."""

import signal
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Keeper:
    """Writes each accepted mail into the folder, with the envelope in front."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep one mail; it is on disk before the server says so."""
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{time.monotonic_ns():020d}"
        head = "".join(f"X-Envelope-To: {address}\r\n" for address in envelope.rcpt_tos)
        body = envelope.original_content or b""
        unfinished = self.folder / f"{name}.part"
        unfinished.write_bytes(f"X-Envelope-From: {envelope.mail_from}\r\n{head}".encode() + body)
        unfinished.chmod(0o600)
        unfinished.rename(self.folder / f"{name}.eml")
        return "250 Kept"


def serve(folder: Path, port: int) -> None:
    """Take mails on 127.0.0.1:port until SIGTERM or SIGINT."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    controller = Controller(Keeper(folder), hostname="127.0.0.1", port=port, ready_timeout=60)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    controller.start()
    ended.wait()
    controller.stop()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
