"""The way out: hands one mail after the other to the mail server over a connection that is kept open.

Where the server takes commands in a row (RFC 2920), the end of one mail and the envelope of the next go in one write:
one journey there and back a mail instead of four.
"""

import re
import struct
from collections import deque
from collections.abc import Callable, Generator, Iterator
from smtplib import SMTP, SMTPException, SMTPResponseException
from socket import SO_RCVTIMEO, SO_SNDTIMEO, SOL_SOCKET, socket
from ssl import SSLSocket

from django.core.mail import get_connection

from supporters.letters import Letter
from supporters.verdicts import ACCEPTED, Outcome, Refused, Verdict, at_the_door, is_of_policy, judge

CLOSING = 421
#: The first digit of an answer by which something is done.
DONE = 2
#: What smtplib says instead of a code when the connection is closed.
LOST = -1
CODES = {b"%d" % code: code for code in range(200, 600)}
#: More than any server says in answer to four commands.
LONGEST_REPLIES = 65_536
#: Who is not let in is refused with every mail: three tries of it are as good as ten mails.
REFUSALS_AT_THE_DOOR = 4
#: What is read at once: room for all four answers, small enough to cost nothing.
A_READING = 4096
#: What a server says in one piece that has taken a mail and waits for the next one, as it does nearly always.
GO_ON = re.compile(rb"250 [^\n]*\n250 [^\n]*\n25[01] [^\n]*\n354[ \r][^\n]*\n")
#: How long the kernel is to wait: seconds and microseconds.
PAUSE = struct.Struct("@ll")

#: The steps of an envelope and the first digit of the answers that let it go on, by which one tells (RFC 5321 4.2.1).
ENVELOPE = (("MAIL", DONE), ("RCPT", DONE), ("DATA", 3))

Leaving = Callable[[Letter], None]


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
                yield letter, self._not_let_in(error)
                continue
            # Replies are read past the buffer of the standard client, which is empty between two commands.
            back += yield from _Talk(self, server, leaving).run(letter, letters)

    def _connected(self) -> SMTP:
        """The open connection, of which it is known what the server can do."""
        server = self._open()
        server.ehlo_or_helo_if_needed()
        if server.sock is None:
            raise SMTPException("no connection")
        _wait_in_kernel(server.sock)
        self.failures_in_a_row = 0
        return server

    def _not_let_in(self, error: Exception) -> Outcome:
        """The server is away, or has answered that it does not want us."""
        self.forget_connection()
        self.failures_in_a_row += 1
        if isinstance(error, SMTPResponseException) and is_of_policy(refusal := at_the_door(error)):
            self.refused_by_policy += REFUSALS_AT_THE_DOOR
            return judge(refusal)
        return Outcome(Verdict.LATER, f"no connection ({type(error).__name__})")

    def _open(self) -> SMTP:
        self._backend.open()
        connection = getattr(self._backend, "connection", None)
        if not isinstance(connection, SMTP):
            raise SMTPException("no connection")
        return connection

    def refused(self, refusal: Refused) -> Outcome:
        """The verdict on a refusal; the connection is made ready for the next mail, or dropped."""
        if refusal.code == CLOSING or not self._reset():
            self.forget_connection()
        self.refused_by_policy += is_of_policy(refusal)
        return judge(refusal)

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


class _Talk:
    """What is said on one connection; in a row, where the server takes that, else one command after the other."""

    def __init__(self, transport: SmtpTransport, server: SMTP, leaving: Leaving) -> None:
        if server.sock is None:
            raise SMTPException("no connection")
        self._transport, self._socket, self._leaving = transport, server.sock, leaving
        self._replies = _Replies(server.sock)
        self._is_in_a_row = server.has_extn("pipelining")
        self._takes_eight = server.has_extn("8bitmime")
        #: Whether the server hung up instead of saying something about a letter.
        self._has_ended = False

    def run(self, current: Letter, letters: Iterator[Letter]) -> Generator[tuple[Letter, Outcome], None, list[Letter]]:
        """Until there are no more letters, or the connection is not as it should be; returns what is to be offered yet.

        That is also a letter at whose envelope a connection ended that had served others: servers do so after some.
        """
        first, refused = current, self._offer(current)
        while refused is None:
            following = next(letters, None)
            sent, refused, is_lost = self._send(current, following)
            yield current, sent
            if following is None or is_lost:
                return [following] if following else []
            current = following
        if self._has_ended and current is not first:
            return [current]
        yield current, refused
        return []

    def _offer(self, letter: Letter) -> Outcome | None:
        """The envelope; None when the server waits for the mail itself."""
        if not self._is_in_a_row:
            return self._offer_by_steps(letter)
        try:
            self._socket.sendall(self._envelope(letter))
        except OSError as error:
            return self._broken(error)
        return self._asked()

    def _envelope(self, letter: Letter) -> bytes:
        return letter.envelope(takes_eight=self._takes_eight)

    def _offer_by_steps(self, letter: Letter) -> Outcome | None:
        commands = self._envelope(letter).splitlines(keepends=True)
        for command, (step, wanted) in zip(commands, ENVELOPE, strict=True):
            try:
                self._socket.sendall(command)
                reply = self._replies.read()
            except OSError as error:
                return self._broken(error)
            if reply[0] // 100 != wanted:
                return self._refused(step, reply)
        return None

    def _send(self, letter: Letter, following: Letter | None) -> tuple[Outcome, Outcome | None, bool]:
        """A mail and the envelope of the next in one write.

        What became of the first; why the second is refused, None when the server waits for it; and whether the
        connection was lost before the second was asked about.
        """
        envelope = self._envelope(following) if following and self._is_in_a_row else b""
        octets = letter.on_the_wire(envelope, takes_eight=self._takes_eight)
        self._leaving(letter)
        try:
            self._socket.sendall(octets)
            if self._is_in_a_row and following and self._replies.are(GO_ON):
                return ACCEPTED, None, False
            reply = self._replies.read()
        except OSError:
            reply = (LOST, b"")
        if reply[0] == LOST:
            # The final dot may have left, and the answer may have been lost on its way.
            self._transport.forget_connection()
            return Outcome(Verdict.DOUBT, "connection broke after the mail had gone"), None, True
        outcome = ACCEPTED if reply[0] // 100 == DONE else self._judged("end of data", reply)
        if reply[0] == CLOSING:
            self._transport.forget_connection()
            return outcome, None, True
        if following is None:
            return outcome, None, False
        return outcome, self._asked() if self._is_in_a_row else self._offer(following), False

    def _asked(self) -> Outcome | None:
        """The answers to an envelope; None when the server waits for the mail."""
        try:
            replies = [(step, self._replies.read(), wanted) for step, wanted in ENVELOPE]
        except OSError as error:
            return self._broken(error)
        refused = next(((step, reply) for step, reply, wanted in replies if reply[0] // 100 != wanted), None)
        if refused is None:
            return None
        if replies[-1][1][0] // 100 == 3:
            self._end_of_nothing()
        return self._refused(*refused)

    def _refused(self, step: str, reply: tuple[int, bytes]) -> Outcome:
        if reply[0] == LOST:
            return self._broken(SMTPException())
        refusal = Refused(step, *reply)
        self._has_ended = reply[0] == CLOSING and not is_of_policy(refusal)
        return self._transport.refused(refusal)

    def _end_of_nothing(self) -> None:
        """A server that asks for a mail nobody is to get is given none."""
        try:
            self._socket.sendall(b".\r\n")
            self._replies.read()
        except OSError:
            self._transport.forget_connection()

    def _judged(self, step: str, reply: tuple[int, bytes]) -> Outcome:
        refusal = Refused(step, *reply)
        self._transport.refused_by_policy += is_of_policy(refusal)
        return judge(refusal)

    def _broken(self, error: Exception) -> Outcome:
        self._has_ended = True
        self._transport.forget_connection()
        return Outcome(Verdict.LATER, f"connection broke while sending ({type(error).__name__})")


class _Replies:
    """What the server says, reply by reply; several come at once when commands went in a row (RFC 2920)."""

    def __init__(self, connection: socket) -> None:
        self._socket = connection
        self._lines: deque[bytes] = deque()
        self._rest = b""

    def read(self) -> tuple[int, bytes]:
        """The next reply: code and words; LOST when the server has hung up. Raises OSError."""
        line = self._line()
        words = [line[4:]]
        while line[3:4] == b"-":
            line = self._line()
            words.append(line[4:])
        return CODES.get(line[:3], LOST), b"\n".join(words)

    def are(self, expected: re.Pattern[bytes]) -> bool:
        """Whether just that is said next; of anything else each reply is to be read by itself. Raises OSError."""
        if self._lines or self._rest:
            return False
        said = self._socket.recv(A_READING)
        if expected.fullmatch(said):
            return True
        self._keep(said)
        return False

    def _line(self) -> bytes:
        """The next line; none at all when the server has hung up."""
        while not self._lines:
            said = self._socket.recv(A_READING)
            self._keep(said)
            if not said or len(self._rest) > LONGEST_REPLIES:
                return b""
        return self._lines.popleft()

    def _keep(self, said: bytes) -> None:
        *lines, self._rest = (self._rest + said).split(b"\n")
        self._lines.extend(lines)


def _wait_in_kernel(connection: socket) -> None:
    """Have the kernel end what waits too long. Python's own way asks it before each write and each read, too."""
    seconds = connection.gettimeout()
    if seconds is None or isinstance(connection, SSLSocket):
        return
    whole = int(seconds)
    for option in (SO_RCVTIMEO, SO_SNDTIMEO):
        connection.setsockopt(SOL_SOCKET, option, PAUSE.pack(whole, int((seconds - whole) * 1e6)))
    connection.settimeout(None)
