"""A mail server that keeps what it gets, and can be told to misbehave."""

import asyncio
import logging
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from types import TracebackType
from typing import Any, Self, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from tests.waiting import PATIENCE_SECONDS, free_port

# It tells of every connection, between the dots of a run.
logging.getLogger("mail.log").setLevel(logging.WARNING)


@dataclass
class Sink:
    """Takes mail on a free port of this machine. `reply` (once for each entry of `replies`) is said instead of 250."""

    host: str = "127.0.0.1"
    port: int = 0
    envelopes: list[Any] = field(default_factory=list)
    #: What is said to MAIL, one after the other; then 250 for ever.
    mail_replies: list[str] = field(default_factory=list)
    #: What is said to RCPT, one after the other; then 250 for ever.
    rcpt_replies: list[str] = field(default_factory=list)
    #: What is said after the mail has come; "drop" keeps it and hangs up without a word.
    data_replies: list[str] = field(default_factory=list)
    #: So many seconds go by before a mail is answered.
    takes: float = 0.0
    #: While this is so, no mail is answered.
    is_held: bool = False
    #: Whether it asks for a name and a password, and takes none.
    is_locked: bool = False

    def __enter__(self) -> Self:
        self.port = free_port()
        self._controller = Controller(
            self,
            hostname=self.host,
            port=self.port,
            ready_timeout=PATIENCE_SECONDS,
            auth_require_tls=not self.is_locked,
            authenticator=lambda *asked: AuthResult(success=False, handled=False),
        )
        self._controller.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._controller.stop()

    @property
    def mails(self) -> list[EmailMessage]:
        """What arrived, as a reader's program sees it."""
        return [cast(EmailMessage, message_from_bytes(one.content, policy=default)) for one in self.envelopes]

    def text(self, number: int = -1) -> str:
        """The text part of a mail."""
        body = self.mails[number].get_body(("plain",))
        assert body is not None
        return str(body.get_content())

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.mail_replies:
            return self.mail_replies.pop(0)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.rcpt_replies and (said := self.rcpt_replies.pop(0)) != "250":
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        said = self.data_replies.pop(0) if self.data_replies else "250 OK"
        if self.takes:
            await asyncio.sleep(self.takes)
        while self.is_held:
            await asyncio.sleep(0.01)
        if said.startswith("250") or said == "drop":
            self.envelopes.append(envelope)
        if said == "drop":
            server.transport.abort()
        return said if said != "drop" else "250 never read"
