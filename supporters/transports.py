"""The way out: hands one mail after the other to the mail server over a connection that is kept open."""

import re
from dataclasses import dataclass
from enum import Enum
from smtplib import SMTP, SMTPException
from types import TracebackType
from typing import Self

from django.core.mail import get_connection

#: Enhanced status codes (RFC 3463) by which a server says that the address itself is no good.
BAD_ADDRESS = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
#: Replies to RCPT that mean the same when no enhanced code stands beside them (RFC 5321 section 4.2.3).
BAD_ADDRESS_REPLIES = frozenset({550, 551, 553})
CLOSING = 421
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")


class Verdict(Enum):
    """What became of handing a mail over."""

    ACCEPTED = "accepted"
    #: Not taken now, or for a reason that is not the reader's: ask again later.
    LATER = "later"
    #: The address does not exist.
    BAD_ADDRESS = "bad_address"
    #: The connection broke after the whole mail had gone: nobody can know whether it was taken (RFC 1047).
    DOUBT = "doubt"


@dataclass(frozen=True)
class Outcome:
    """A verdict with the server's codes; never its words, since they repeat the address."""

    verdict: Verdict
    reason: str = ""


class _Refused(Exception):
    """The server answered a step with something else than we need."""

    def __init__(self, step: str, code: int, words: bytes) -> None:
        self.step, self.code, self.words = step, code, words
        super().__init__(step)


class SmtpTransport:
    """One SMTP connection, opened at the first mail and opened again after it broke.

    Used in a `with` block. Not shared between threads.
    """

    def __init__(self) -> None:
        self._backend = get_connection()
        #: How often the server refused us for reasons of policy (RFC 3463, 5.7.x) since it was opened.
        self.refused_by_policy = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._backend.close()

    def hand_over(self, sender: str, recipient: str, message: bytes) -> Outcome:
        """Offer one mail (RFC 5322 octets with CRLF) to the server; says what became of it and raises nothing."""
        try:
            server = self._open()
            _envelope(server, sender, recipient)
        except _Refused as refusal:
            return self._refused(refusal)
        except (OSError, SMTPException) as error:
            self._forget_connection()
            return Outcome(Verdict.LATER, f"no connection ({type(error).__name__})")
        return self._body(server, message)

    def _body(self, server: SMTP, message: bytes) -> Outcome:
        try:
            _expect(server, "DATA", server.docmd("data"), 354)
            server.send(re.sub(rb"(?m)^\.", b"..", message).rstrip(b"\r\n") + b"\r\n.\r\n")
        except _Refused as refusal:
            return self._refused(refusal)
        except (OSError, SMTPException) as error:
            # The final dot may not have left: the server must not take a mail without one (RFC 5321 4.1.1.4).
            self._forget_connection()
            return Outcome(Verdict.LATER, f"connection broke while sending ({type(error).__name__})")
        return self._answer(server)

    def _answer(self, server: SMTP) -> Outcome:
        try:
            _expect(server, "end of data", server.getreply(), 250)
        except _Refused as refusal:
            return self._refused(refusal)
        except (OSError, SMTPException):
            self._forget_connection()
            return Outcome(Verdict.DOUBT, "connection broke after the mail had gone")
        return Outcome(Verdict.ACCEPTED)

    def _open(self) -> SMTP:
        self._backend.open()
        connection = getattr(self._backend, "connection", None)
        if not isinstance(connection, SMTP):
            raise SMTPException("no connection")
        return connection

    def _refused(self, refusal: _Refused) -> Outcome:
        if refusal.code == CLOSING or not self._reset():
            self._forget_connection()
        self.refused_by_policy += _is_policy(refusal)
        return _judge(refusal)

    def _reset(self) -> bool:
        """Ready for the next mail on the same connection?"""
        try:
            return self._open().rset()[0] == 250
        except (OSError, SMTPException):
            return False

    def _forget_connection(self) -> None:
        """Drop a connection that is not to be trusted any more, without a word to the server."""
        connection = getattr(self._backend, "connection", None)
        self._backend.connection = None  # type: ignore[attr-defined]
        if connection is not None:
            connection.close()


def _envelope(server: SMTP, sender: str, recipient: str) -> None:
    server.ehlo_or_helo_if_needed()
    _expect(server, "MAIL", server.mail(sender), 250)
    _expect(server, "RCPT", server.rcpt(recipient), 250, 251)


def _expect(server: SMTP, step: str, reply: tuple[int, bytes], *wanted: int) -> None:
    code, words = reply
    if code == -1:
        raise SMTPException("the connection is closed")
    if code not in wanted:
        raise _Refused(step, code, words)


def _is_policy(refusal: _Refused) -> bool:
    return refusal.code in (535, 554) or b"5.7." in refusal.words


def _judge(refusal: _Refused) -> Outcome:
    """The verdict for a refusal (SMTP reply and enhanced status, RFC 5321 and RFC 3463)."""
    found = STATUS.search(refusal.words.decode("ascii", "replace"))
    status = found.group(1) if found else ""
    reason = f"{refusal.code} {status}".strip() + f" at {refusal.step}"
    is_bare = refusal.step == "RCPT" and not status and refusal.code in BAD_ADDRESS_REPLIES
    is_bad = refusal.code >= 500 and (status in BAD_ADDRESS or is_bare)
    return Outcome(Verdict.BAD_ADDRESS if is_bad else Verdict.LATER, reason)
