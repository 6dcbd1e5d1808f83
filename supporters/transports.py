"""The way out: hands one mail after the other to the mail server over a connection that is kept open.

Where the server takes commands in a row (RFC 2920), the end of one mail and the envelope of the next go in one write:
one journey there and back a mail instead of four.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from enum import Enum
from smtplib import SMTP, SMTPException

from django.core.mail import get_connection

from supporters.letters import Letter

#: Enhanced status codes (RFC 3463) by which a server says that the address itself is no good.
BAD_ADDRESS = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
#: Replies to RCPT that mean the same when no enhanced code stands beside them (RFC 5321 section 4.2.3).
BAD_ADDRESS_REPLIES = frozenset({550, 551, 553})
CLOSING = 421
#: What smtplib says instead of a code when the connection is closed.
LOST = -1
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")


#: The steps of an envelope and the answers that let it go on.
ENVELOPE = (("MAIL", (250,)), ("RCPT", (250, 251)), ("DATA", (354,)))


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


Leaving = Callable[[Letter], None]


class _Refused(Exception):
    """The server answered a step with something else than we need."""

    def __init__(self, step: str, code: int, words: bytes) -> None:
        self.step, self.code, self.words = step, code, words
        super().__init__(step)


class SmtpTransport:
    """One SMTP connection, opened at the first mail and opened again after it broke.

    Not shared between threads.
    """

    def __init__(self) -> None:
        self._backend = get_connection()
        #: How often the server refused us for reasons of policy (RFC 3463, 5.7.x) since it was opened.
        self.refused_by_policy = 0
        #: How often no connection was had since the last one.
        self.failures_in_a_row = 0

    def close(self) -> None:
        """Say good-bye to the server."""
        self._backend.close()

    def carry(self, letters: Iterator[Letter], leaving: Leaving) -> Iterator[tuple[Letter, Outcome]]:
        """Hand over one letter after the other; says what became of each and raises nothing.

        `leaving` is called with a letter just before its last line goes on the wire. A letter that was taken from
        `letters` is always answered.
        """
        back: list[Letter] = []
        while letter := (back.pop() if back else next(letters, None)):
            try:
                server = self._connected()
            except (OSError, SMTPException) as error:
                self.forget_connection()
                self.failures_in_a_row += 1
                yield letter, Outcome(Verdict.LATER, f"no connection ({type(error).__name__})")
                continue
            if not server.has_extn("pipelining"):
                yield letter, self.hand_over(letter, leaving)
            else:
                back += yield from _Pipeline(self, server, leaving).run(letter, letters)

    def hand_over(self, letter: Letter, leaving: Leaving) -> Outcome:
        """Offer one mail to the server, step by step."""
        sender, recipient, message = letter.sender, letter.recipient, letter.octets
        try:
            server = self._open()
            _envelope(server, sender, recipient)
        except _Refused as refusal:
            return self.refused(refusal)
        except (OSError, SMTPException) as error:
            self.forget_connection()
            return Outcome(Verdict.LATER, f"no connection ({type(error).__name__})")
        return self._body(server, message, lambda: leaving(letter))

    def _body(self, server: SMTP, message: bytes, leaving: Callable[[], None]) -> Outcome:
        try:
            _expect(server, "DATA", server.docmd("data"), 354)
            leaving()
            server.send(dotted(message))
        except _Refused as refusal:
            return self.refused(refusal)
        except (OSError, SMTPException) as error:
            # The final dot may not have left: the server must not take a mail without one (RFC 5321 4.1.1.4).
            self.forget_connection()
            return Outcome(Verdict.LATER, f"connection broke while sending ({type(error).__name__})")
        return self._answer(server)

    def _answer(self, server: SMTP) -> Outcome:
        try:
            _expect(server, "end of data", server.getreply(), 250)
        except _Refused as refusal:
            return self.refused(refusal)
        except (OSError, SMTPException):
            self.forget_connection()
            return Outcome(Verdict.DOUBT, "connection broke after the mail had gone")
        return Outcome(Verdict.ACCEPTED)

    def _connected(self) -> SMTP:
        """The open connection, of which it is known what the server can do."""
        server = self._open()
        server.ehlo_or_helo_if_needed()
        self.failures_in_a_row = 0
        return server

    def _open(self) -> SMTP:
        self._backend.open()
        connection = getattr(self._backend, "connection", None)
        if not isinstance(connection, SMTP):
            raise SMTPException("no connection")
        return connection

    def refused(self, refusal: _Refused) -> Outcome:
        """The verdict on a refusal; the connection is made ready for the next mail, or dropped."""
        if refusal.code == CLOSING or not self._reset():
            self.forget_connection()
        self.refused_by_policy += _is_policy(refusal)
        return _judge(refusal)

    def _reset(self) -> bool:
        """Ready for the next mail on the same connection?"""
        try:
            return self._open().rset()[0] == 250
        except (OSError, SMTPException):
            return False

    def forget_connection(self) -> None:
        """Drop a connection that is not to be trusted any more, without a word to the server."""
        connection = getattr(self._backend, "connection", None)
        self._backend.connection = None  # type: ignore[attr-defined]
        if connection is not None:
            connection.close()


class _Pipeline:
    """One connection on which the envelope of the next mail leaves with the end of the one before."""

    def __init__(self, transport: SmtpTransport, server: SMTP, leaving: Leaving) -> None:
        self._transport, self._server, self._leaving = transport, server, leaving

    def run(self, current: Letter, letters: Iterator[Letter]) -> Generator[tuple[Letter, Outcome], None, list[Letter]]:
        """Until there are no more letters, or the connection is not as it should be; returns what was not offered."""
        refused = self._offer(current)
        while refused is None:
            following = next(letters, None)
            sent, refused, is_lost = self._send(current, following)
            yield current, sent
            if following is None or is_lost:
                return [following] if following else []
            current = following
        yield current, refused
        return []

    def _offer(self, letter: Letter) -> Outcome | None:
        """The envelope; None when the server waits for the mail itself."""
        try:
            self._server.send(_commands(letter))
        except (OSError, SMTPException) as error:
            return self._broken(error)
        return self._asked()

    def _send(self, letter: Letter, following: Letter | None) -> tuple[Outcome, Outcome | None, bool]:
        """A mail and the envelope of the next in one write.

        What became of the first; why the second is refused, None when the server waits for it; and whether the
        connection was lost before the second was asked about.
        """
        self._leaving(letter)
        try:
            self._server.send(dotted(letter.octets) + (_commands(following) if following else b""))
            reply = self._server.getreply()
        except (OSError, SMTPException):
            reply = (LOST, b"")
        if reply[0] == LOST:
            # The final dot may have left, and the answer may have been lost on its way.
            self._transport.forget_connection()
            return Outcome(Verdict.DOUBT, "connection broke after the mail had gone"), None, True
        outcome = Outcome(Verdict.ACCEPTED) if reply[0] == 250 else self._judged("end of data", reply)
        if reply[0] == CLOSING:
            self._transport.forget_connection()
            return outcome, None, True
        return outcome, self._asked() if following else None, False

    def _asked(self) -> Outcome | None:
        """The answers to an envelope; None when the server waits for the mail."""
        try:
            replies = [(step, self._server.getreply(), wanted) for step, wanted in ENVELOPE]
        except (OSError, SMTPException) as error:
            return self._broken(error)
        refused = next(((step, reply) for step, reply, wanted in replies if reply[0] not in wanted), None)
        if refused is None:
            return None
        if replies[-1][1][0] == 354:
            self._end_of_nothing()
        if refused[1][0] == LOST:
            return self._broken(SMTPException())
        return self._transport.refused(_Refused(refused[0], *refused[1]))

    def _end_of_nothing(self) -> None:
        """A server that asks for a mail nobody is to get is given none."""
        try:
            self._server.send(b".\r\n")
            self._server.getreply()
        except (OSError, SMTPException):
            self._transport.forget_connection()

    def _judged(self, step: str, reply: tuple[int, bytes]) -> Outcome:
        refusal = _Refused(step, *reply)
        self._transport.refused_by_policy += _is_policy(refusal)
        return _judge(refusal)

    def _broken(self, error: Exception) -> Outcome:
        self._transport.forget_connection()
        return Outcome(Verdict.LATER, f"connection broke while sending ({type(error).__name__})")


def dotted(message: bytes) -> bytes:
    """A mail as it stands after DATA: dots at the beginning of a line doubled, ended by one alone (RFC 5321 4.5.2)."""
    doubled = message.replace(b"\r\n.", b"\r\n..")
    doubled = b"." + doubled if doubled.startswith(b".") else doubled
    return doubled.rstrip(b"\r\n") + b"\r\n.\r\n"


def _commands(letter: Letter) -> bytes:
    return f"MAIL FROM:<{letter.sender}>\r\nRCPT TO:<{letter.recipient}>\r\nDATA\r\n".encode()


def _envelope(server: SMTP, sender: str, recipient: str) -> None:
    server.ehlo_or_helo_if_needed()
    _expect(server, "MAIL", server.mail(sender), 250)
    _expect(server, "RCPT", server.rcpt(recipient), 250, 251)


def _expect(server: SMTP, step: str, reply: tuple[int, bytes], *wanted: int) -> None:
    code, words = reply
    if code == LOST:
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
