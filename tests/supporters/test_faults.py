"""What docs/mail.md says of a slow server and of awkward words, made to happen."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from prisoners.choices import EventKind
from supporters import carriers, kinds, outbox, reminders, truth
from supporters.choices import NotificationState
from supporters.models import Batch, Notification, Supporter
from supporters.services import leaving
from supporters.services import people as people_service
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.test_pipelining import Server, serving

pytestmark = pytest.mark.django_db(transaction=True)

SENT, QUEUED = NotificationState.SENT, NotificationState.QUEUED


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    settings.EMAIL_TIMEOUT = 5
    yield from serving(settings)


def plan(name: str = "Yerlan Baltabai") -> None:
    at = timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)
    record.hearing(record.prisoner(name, slug="somebody"), starts_at=at)
    reminders.run_planners(timezone.now())


def test_a_server_that_does_not_answer_puts_one_mail_in_doubt_and_the_others_go_on(
    server: Server, follower: Meet
) -> None:
    addresses = [f"p{number}@example.org" for number in range(6)]
    for address in addresses:
        follower("all", address=address)
    plan()
    server.at_dot = {addresses[2]: "sleep"}
    began = time.monotonic()
    outbox.deliver()
    assert time.monotonic() - began < 100
    waiting = Notification.objects.get(state=QUEUED)
    assert waiting.reason == "connection broke after the mail had gone"
    assert Notification.objects.filter(state=SENT).count() == 5
    assert threading.active_count() < 50


def test_address_that_no_key_opens_keeps_no_other_reader_from_the_alert(sink: Sink, follower: Meet) -> None:
    people = [
        follower("all", address=f"p{number}@example.org", language=("en", "ru")[number % 2]) for number in range(10)
    ]
    plan()
    with connection.cursor() as cursor:
        # Sealed, but for another row.
        statement = "UPDATE supporters_supporter SET email = other.email FROM supporters_supporter other"
        cursor.execute(
            f"{statement} WHERE supporters_supporter.id = %s AND other.id = %s", [people[4].pk, people[6].pk]
        )
    outbox.deliver()
    assert len({one.rcpt_tos[0] for one in sink.envelopes}) == len(sink.envelopes) == 9
    left = Notification.objects.get(state=QUEUED)
    assert (left.supporter_id, left.reason) == (people[4].pk, "cannot be written: CannotOpen")


class Slow(Sink):
    """Answers a mail after a tenth of a second, and knows when each recipient was named."""

    def __init__(self) -> None:
        super().__init__(takes=0.1)
        self.named: dict[str, float] = {}

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        self.named.setdefault(address, time.monotonic())
        return await super().handle_RCPT(server, session, envelope, address, options)


@contextmanager
def halts() -> Iterator[list[float]]:
    """For how long, in seconds, this process has stood still each time: others run on the machine, too."""
    lasted, is_over = [0.0], threading.Event()

    def look() -> None:
        before = time.monotonic()
        while not is_over.wait(0.01):
            lasted.append(time.monotonic() - before - 0.01)
            before = time.monotonic()

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    yield lasted
    is_over.set()
    looking.join()


@pytest.fixture
def slow(settings: Any) -> Iterator[Slow]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    with Slow() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        yield server


def test_a_slow_server_is_offered_only_what_was_asked_about_just_before(
    slow: Slow, follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And so who leaves, or is forgotten, while most of a claim waits its turn gets nothing any more."""
    monkeypatch.setattr(carriers, "FRESH_SECONDS", 1.0)
    people = {str(one.pk): one.email for one in (follower("all", address=f"p{n}@example.org") for n in range(60))}
    plan()
    asked: dict[str, float] = {}
    ask = truth.asked

    def noted(rows: Any, now: Any) -> Any:
        asked.update((people[row.supporter], time.monotonic()) for row in rows)
        return ask(rows, now)

    gone: list[str] = []

    def leave() -> None:
        while len(slow.named) < 3:
            time.sleep(0.01)
        waiting = [one for one in Supporter.objects.all() if one.email not in slow.named]
        for number, one in enumerate(waiting[:20]):
            (people_service.forget if number % 2 else leaving.leave)(one)
            gone.append(one.email)
        connection.close()

    monkeypatch.setattr(truth, "asked", noted)
    leavers = threading.Thread(target=leave)
    leavers.start()
    with halts() as longest:
        while outbox.deliver():
            pass
    leavers.join()
    told = [mail["To"] for mail in slow.mails]
    assert len(told) == len(set(told))
    assert set(people.values()) - set(gone) <= set(told)
    # Who left in the very second in which their turn came may have been told before.
    assert len(set(told) & set(gone)) <= 10
    assert max(slow.named[address] - asked[address] for address in told) < 1.0 + 0.5 + 2 * max(longest)


def test_a_name_with_a_line_break_adds_no_header(follower: Meet, sink: Sink) -> None:
    follower("all")
    Supporter.objects.update(is_discreet=False)
    plan("Yerlan\r\nBcc: spy@example.com\r\n\r\nBody")
    outbox.deliver()
    (mail,) = sink.mails
    assert mail["Bcc"] is None
    assert mail["Subject"] == "In court soon: Yerlan Bcc: spy@example.com Body"
    assert [one.rcpt_tos for one in sink.envelopes] == [["anna@example.org"]]


def test_a_kind_without_its_words_in_a_language_is_sent_in_english(follower: Meet, sink: Sink) -> None:
    follower("all", language="tr")
    follower("all", address="boris@example.org", language="ru")
    plan()
    outbox.deliver()
    texts = {mail["To"]: sink.text(number) for number, mail in enumerate(sink.mails)}
    assert set(texts) == {"anna@example.org", "boris@example.org"}
    assert "Yerlan Baltabai" in texts["anna@example.org"]
    assert texts["anna@example.org"] != texts["boris@example.org"]


def test_a_missing_word_fails_loudly_for_its_kind_and_the_others_go_on(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A mail without its date would have left, and nobody would have seen it."""
    for number in range(5):
        follower("all", address=f"p{number}@example.org")
    known = kinds.kind_of("hearing_reminder")
    short = replace(known, context=lambda row: {key: word for key, word in known.context(row).items() if key != "when"})
    monkeypatch.setitem(kinds._KINDS, known.name, short)
    plan()
    record.event(
        f"{timezone.now() - timedelta(days=2):%Y-%m-%d}",
        EventKind.DEATH,
        record.prisoner("A", slug="a"),
        published_at=timezone.now(),
    )
    reminders.run_planners(timezone.now())
    for _try in range(3):
        outbox.deliver()
        Batch.objects.update(due_at=timezone.now())
    ended = Notification.objects.order_by("kind", "state").values_list("kind", "state", "reason", "attempts").distinct()
    assert list(ended) == [
        ("death", SENT, "", 1),
        ("hearing_reminder", NotificationState.FAILED, "cannot be written: no when", 3),
    ]
    assert len(sink.mails) == 5
    ours = [entry.getMessage() for entry in caplog.records if entry.name == "supporters.settling"]
    assert len([line for line in ours if line.endswith("(hearing_reminder) cannot be written: no when")]) == 15
    assert not [line for line in ours if "@" in line]
