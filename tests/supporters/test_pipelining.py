"""A mail server that takes commands in a row, as most do, and each way in which it can go wrong in between."""

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from django.utils import timezone

from supporters import carriers, outbox, reminders, ways
from supporters.choices import NotificationState
from supporters.models import Batch, Notification, Supporter
from tests.supporters import record
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db(transaction=True)

SENT, QUEUED, FAILED = NotificationState.SENT, NotificationState.QUEUED, NotificationState.FAILED


class Server(socketserver.ThreadingTCPServer):
    """Speaks SMTP with PIPELINING; `at_rcpt` and `at_dot` say, by the address, what is answered instead of 250."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.at_rcpt: dict[str, str] = {}
        self.at_dot: dict[str, str] = {}
        #: After so many mails a connection is closed with 421, as servers do that share their time.
        self.mails_a_connection = 0
        self.taken: list[tuple[str, bytes]] = []
        self.connections = 0
        self.bare_dots = 0
        self.is_over = threading.Event()

    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(octets, _class=EmailMessage, policy=default) for _to, octets in self.taken]

    def recipients(self) -> list[str]:
        return sorted(to for to, _octets in self.taken)


class _Talk(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self.server.connections += 1
        self._count, self._to = 0, ""
        self._say("220 ready")
        while line := self.rfile.readline():
            if not self._answer(line.decode().strip()):
                return

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())

    def _answer(self, line: str) -> bool:
        verb = line.split(":")[0].split()[0].upper() if line else ""
        if verb == "EHLO":
            self._say("250-here", "250 PIPELINING")
        elif verb == "RCPT":
            address = line.partition("<")[2].rstrip(">")
            said = self.server.at_rcpt.get(address, "250 OK")
            self._to = address if said.startswith("2") else ""
            self._say(said)
        elif verb == "DATA":
            self._say("354 go on")
            return self._take()
        elif verb == "QUIT":
            self._say("221 bye")
            return False
        else:
            self._to = "" if verb == "RSET" else self._to
            self._say("250 OK")
        return True

    def _take(self) -> bool:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line[1:] if line.startswith(b"..") else line)
        said = self.server.at_dot.pop(self._to, "250 OK")
        if not self._to:
            self.server.bare_dots += 1
            said = "554 no valid recipients"
        if said.startswith("2") or said == "drop":
            self.server.taken.append((self._to, b"".join(lines)))
        self._count += 1
        if said == "drop":
            return False
        if said == "sleep":
            self.server.is_over.wait(120)
            return False
        if self._count == self.server.mails_a_connection:
            self._say(said, "421 enough")
            return False
        self._say(said)
        return True


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    yield from serving(settings)


def serving(settings: Any) -> Iterator[Server]:
    """A server that runs, and at which the outbox is pointed."""
    with Server() as one:
        threading.Thread(target=one.serve_forever, args=(0.02,), daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = one.server_address
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield one
        one.is_over.set()
        one.shutdown()


@pytest.fixture
def people(follower: Meet) -> list[str]:
    """Thirty followers who are owed the reminder of one hearing."""
    record.hearing(record.prisoner(), starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(days=3))
    addresses = [f"p{number:02}@example.org" for number in range(30)]
    for number, address in enumerate(addresses):
        follower("all", address=address, language=("en", "ru", "kk")[number % 3])
    reminders.run_planners(timezone.now())
    return addresses


def states() -> dict[str, int]:
    rows = Notification.objects.values_list("state", flat=True)
    return {state: list(rows).count(state) for state in set(rows)}


def row_of(address: str) -> Notification:
    return next(row for row in Notification.objects.select_related("supporter") if row.supporter.email == address)


def due_again() -> None:
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def test_everybody_gets_their_own_mail_once(server: Server, people: list[str]) -> None:
    outbox.deliver()
    assert server.recipients() == people
    assert states() == {SENT: 30}
    assert [mail["To"] for mail in server.mails()] == [to for to, _octets in server.taken]
    assert len({mail["Message-ID"] for mail in server.mails()}) == 30
    assert len({mail["List-Unsubscribe"] for mail in server.mails()}) == 30


@pytest.mark.parametrize("connections", [1, 4])
def test_a_refused_address_takes_no_other_with_it(
    server: Server, people: list[str], connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "MAILS", replace(ways.MAILS, most_connections=connections, letters_a_connection=5))
    server.at_rcpt = {
        people[0]: "550 5.1.1 no such user",
        people[7]: "451 4.7.1 greylisted",
        people[29]: "550 5.1.1 no",
    }
    outbox.deliver()
    assert server.recipients() == [one for one in people if one not in server.at_rcpt]
    assert states() == {SENT: 27, FAILED: 2, QUEUED: 1}
    assert row_of(people[7]).reason == "451 4.7.1 at RCPT"
    assert Supporter.objects.filter(hard_bounces=1).count() == 2


def test_a_mail_that_is_refused_at_its_end_is_tried_again(server: Server, people: list[str]) -> None:
    server.at_dot = {people[3]: "452 4.2.2 full"}
    outbox.deliver()
    assert states() == {SENT: 29, QUEUED: 1}
    due_again()
    outbox.deliver()
    assert server.recipients() == people


def test_an_answer_is_told_by_its_first_digit(server: Server, people: list[str]) -> None:
    server.at_rcpt, server.at_dot = {people[3]: "252 will try"}, {people[5]: "251 taken"}
    outbox.deliver()
    assert (server.recipients(), states()) == (people, {SENT: 30})


def test_a_server_that_asks_for_a_mail_nobody_gets_is_given_none(server: Server, people: list[str]) -> None:
    server.at_rcpt = {people[4]: "550 5.1.1 no such user"}
    outbox.deliver()
    assert server.bare_dots == 1
    assert all(octets.strip() for _to, octets in server.taken)


def test_a_connection_lost_after_a_mail_leaves_that_one_in_doubt_and_no_other(
    server: Server, people: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "MAILS", replace(ways.MAILS, most_connections=1))
    server.at_dot = {people[5]: "drop"}
    outbox.deliver()
    assert states() == {SENT: 29, QUEUED: 1}
    assert row_of(people[5]).reason == "connection broke after the mail had gone"
    due_again()
    outbox.deliver()
    assert server.recipients() == sorted([*people, people[5]])
    assert len({mail["Message-ID"] for mail in server.mails()}) == 30


@pytest.mark.parametrize("connections", [1, 4])
def test_a_server_that_closes_after_some_mails_loses_none_and_gets_none_twice(
    server: Server, people: list[str], connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "MAILS", replace(ways.MAILS, most_connections=connections, letters_a_connection=5))
    server.mails_a_connection = 4
    outbox.deliver()
    assert server.recipients() == people
    # To whom it hung up is offered at once on the next connection: it was no fault of theirs.
    assert states() == {SENT: 30}
    assert set(Notification.objects.values_list("attempts", flat=True)) == {1}
    assert server.connections >= 7


def test_a_server_that_hangs_up_at_one_letter_again_is_offered_it_later(server: Server, people: list[str]) -> None:
    server.at_rcpt = {people[7]: "421 4.3.2 not now"}
    outbox.deliver()
    assert states() == {SENT: 29, QUEUED: 1}
    assert row_of(people[7]).attempts == 1


def test_a_line_that_begins_with_a_dot_arrives_as_it_was(server: Server, follower: Meet) -> None:
    record.hearing(
        record.prisoner(), starts_at=timezone.now() + timedelta(days=3), text=".hidden\n..\n.\nend of the text"
    )
    for number in range(5):
        follower("all", address=f"p{number}@example.org")
    reminders.run_planners(timezone.now())
    outbox.deliver()
    body = server.mails()[0].get_body(("plain",))
    assert body is not None
    assert ".hidden\n..\n.\nend of the text" in body.get_content().replace("\r\n", "\n")


def test_a_server_that_is_away_is_asked_a_few_times_and_the_rest_waits(
    server: Server, people: list[str], settings: Any
) -> None:
    settings.EMAIL_PORT = 1
    outbox.deliver()
    assert states() == {QUEUED: 30}
    tried = Notification.objects.filter(attempts__gt=0)
    assert 1 <= tried.count() <= carriers.FAILURES_BEFORE_PAUSE * ways.MOST_CONNECTIONS
    assert not Batch.objects.exclude(claim=None).exists()
