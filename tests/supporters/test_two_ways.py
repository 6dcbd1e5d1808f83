"""Mails and pushes in one round: neither waits for the other, and what is slow or refused on one way stays there."""

import socket
import time
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from django.utils import timezone

from privacy import outside
from supporters import lanes, outbox, pushes, ways
from supporters.choices import NotificationState
from supporters.models import Batch, Notification, Tick
from supporters.services import outboxes
from tests.supporters.conftest import Meet
from tests.supporters.push_service import FakeBrowser, PushService, owe, told_in
from tests.supporters.sink import Sink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("any_words")]
SENT, QUEUED = NotificationState.SENT, NotificationState.QUEUED
#: Of a service that is slow: longer than anything here takes.
PATIENCE = 60.0


def in_small_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, way in (("MAILS", ways.MAILS), ("PUSHES", ways.PUSHES)):
        monkeypatch.setattr(ways, name, replace(way, first_rows=1))


def test_no_mail_waits_for_a_push_that_is_slow(
    service: PushService, sink: Sink, follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_claims(monkeypatch)
    arrived: list[int] = []

    def slowly(_body: bytes) -> bytes:
        deadline = time.monotonic() + PATIENCE
        while len(sink.envelopes) < 10 and time.monotonic() < deadline:
            time.sleep(0.01)
        arrived.append(len(sink.envelopes))
        return b""

    monkeypatch.setattr(service, "says", slowly)
    owe(told_in(FakeBrowser()))
    for number in range(10):
        owe(follower("all", address=f"p{number}@example.org"))
    assert outbox.deliver() == {SENT: 11}
    assert arrived == [10]


def test_a_mail_that_becomes_due_while_pushes_are_on_their_way_leaves_in_the_same_round(
    service: PushService, sink: Sink, follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_claims(monkeypatch)
    monkeypatch.setattr(lanes, "LOOK_AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(outbox, "LOOK_SOON_SECONDS", 0.01)
    for name in ("one", "two"):
        owe(told_in(FakeBrowser(name)))
    later = owe(follower("all"))
    at = timezone.now() + timedelta(seconds=1)
    Notification.objects.filter(pk=later.pk).update(next_attempt_at=at)

    def slowly(_body: bytes) -> bytes:
        deadline = time.monotonic() + PATIENCE
        while not sink.envelopes and time.monotonic() < deadline:
            time.sleep(0.01)
        return b""

    monkeypatch.setattr(service, "says", slowly)
    assert outbox.deliver() == {SENT: 3}


@pytest.mark.parametrize("pause", [True, False], ids=["refuses", "away"])
def test_a_mail_server_that_does_not_take_mail_stops_no_push(
    pause: bool, service: PushService, follower: Meet, settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    in_small_claims(monkeypatch)
    if pause:
        Tick.objects.create(name=outbox.PAUSED_UNTIL, ran_at=timezone.now() + timedelta(hours=1))
    for number in range(12):
        owe(follower("all", address=f"p{number}@example.org"))
        owe(told_in(FakeBrowser(str(number))))
    outbox.deliver()
    assert len(service.got) == 12
    assert Notification.objects.filter(state=QUEUED, attempts=0).exists()


def test_a_round_ends_soon_however_slow_a_push_service_is_and_the_rest_is_as_if_nothing_had_been(
    service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "PUSHES", replace(ways.PUSHES, most_connections=1, ends_before=timedelta()))
    monkeypatch.setattr(lanes, "PUT_ASIDE_AFTER_SECONDS", 0.1)
    monkeypatch.setattr(outbox, "LOOK_SOON_SECONDS", 0.05)
    monkeypatch.setattr(service, "says", lambda _body: time.sleep(0.5) or b"")
    for number in range(10):
        owe(told_in(FakeBrowser(str(number))))
    ended = outbox.deliver(timedelta(seconds=0.3))
    assert 1 <= ended[SENT] <= 3 and ended[SENT] + ended[QUEUED] == 10
    assert set(Notification.objects.filter(state=QUEUED).values_list("attempts", flat=True)) == {0}
    assert not Batch.objects.exclude(claim=None).exists()


def test_pushes_are_claimed_by_what_the_connections_carry_at_once(service: PushService) -> None:
    """A word to many browsers is cut into batches of that size when it is planned."""
    for number in range(90):
        told_in(FakeBrowser(str(number)))
    now = timezone.now()
    spans = {outboxes.EVERYBODY: outboxes.Span(now - timedelta(seconds=1), now + timedelta(days=1))}
    outboxes.owe_followers(["all"], outboxes.Word("release", "subject:1", "once"), spans)
    assert sorted(Batch.objects.filter(is_push=True).exclude(size=1).values_list("size", flat=True)) == [10, 40, 40]
    assert not Batch.objects.filter(is_push=False).exists()


def test_what_lies_in_a_batch_of_the_other_way_goes_its_own(service: PushService, sink: Sink, follower: Meet) -> None:
    owe(told_in(FakeBrowser()))
    owe(follower("all"))
    Batch.objects.update(is_push=False)
    outbox.deliver()
    outbox.deliver()
    Batch.objects.update(is_push=True)
    assert [one.rcpt_tos for one in sink.envelopes] == [["anna@example.org"]]
    assert len(service.got) == 1
    assert set(Notification.objects.values_list("state", flat=True)) == {SENT}


def test_what_comes_again_goes_its_own_way(service: PushService) -> None:
    owe(told_in(FakeBrowser()))
    service.answers = [(503, b"")]
    outbox.deliver()
    assert list(Batch.objects.values_list("is_push", flat=True)) == [True]


def test_where_somebody_is_told_in_a_browser_mails_without_room_are_not_claimed(
    sink: Sink, follower: Meet, settings: object
) -> None:
    settings.MAIL_RATES = "2/hour"  # type: ignore[attr-defined]
    told_in(FakeBrowser())
    for number in range(5):
        owe(follower("all", address=f"p{number}@example.org"))
    outbox.deliver()
    assert len(sink.envelopes) == 2
    waiting = Notification.objects.filter(state=QUEUED)
    assert [row.next_attempt_at == row.due_at for row in waiting] == [True] * 3


@pytest.mark.parametrize("is_known", [True, False], ids=["silent", "no-such-name"])
def test_silences_are_those_of_a_service_whatever_name_below_it_was_invented(
    is_known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that does not exist at all is quickly told, and says nothing of the others."""
    tried: list[str] = []

    def away(host: str) -> list[str]:
        tried.append(host)
        raise outside.NoAnswer("TimeoutError") if is_known else outside.NoName("gaierror")

    monkeypatch.setattr(outside, "look_up", away)
    for number in range(40):
        owe(told_in(FakeBrowser(str(number), f"x{number}.notify.windows.com")))
    outbox.deliver()
    # Each hand may have one on its way when the third silence is counted.
    assert len(tried) <= 2 + ways.MOST_HANDS if is_known else len(tried) == 40


def test_a_look_up_that_does_not_come_back_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "TIMEOUT_SECONDS", 0.05)
    is_over = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: [] if is_over.wait(PATIENCE) else None)
    with pytest.raises(outside.NoAnswer, match="TimeoutError"):
        outside.look_up("push.example.org")
    is_over.set()


def test_a_name_that_does_not_exist_is_told_from_one_that_cannot_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for code, is_none in ((socket.EAI_NONAME, True), (socket.EAI_AGAIN, False)):

        def fails(*_args: object, code: int = code, **_named: object) -> None:
            raise socket.gaierror(code, "words")

        monkeypatch.setattr(socket, "getaddrinfo", fails)
        with pytest.raises(outside.NoAnswer) as caught:
            outside.look_up("push.example.org")
        assert isinstance(caught.value, outside.NoName) == is_none


def test_what_time_it_is_is_asked_once_for_all_pushes_of_a_claim(
    service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = pushes.database_now
    monkeypatch.setattr(pushes, "database_now", lambda: asked.append(1) or real())
    for number in range(3):
        owe(told_in(FakeBrowser(str(number))))
    outbox.deliver()
    assert (len(service.got), len(asked)) == (3, 1)
