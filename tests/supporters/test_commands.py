"""The commands of this floor, as an operator types them."""

import io
import json
import sys
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from supporters import tasks
from supporters.choices import SupporterState, SuppressionReason
from supporters.models import Notification, Supporter, Suppression, Tick
from supporters.services import outboxes
from supporters.services.bounces import envelope_sender
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def run(name: str, *args: str) -> str:
    out = io.StringIO()
    call_command(name, *args, stdout=out)
    return out.getvalue()


def feed(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_tick_plans_and_sends_once(follower: Meet, sink: Sink) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    follower("all")
    run("tick", "--once")
    run("tick", "--once")
    assert len(sink.mails) == 1
    assert set(Tick.objects.values_list("name", flat=True)) >= {"plan", "send"}


def test_tasks_of_the_clock_do_the_same(follower: Meet, sink: Sink) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    follower("all")
    for task in (tasks.plan_due, tasks.send_due):
        task()
    assert len(sink.mails) == 1
    assert set(Tick.objects.values_list("name", flat=True)) >= {"plan", "send"}


def test_whats_due_says_who_would_be_told_what_and_writes_and_sends_nothing(follower: Meet, sink: Sink) -> None:
    row = record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=30))
    anna = follower("all")
    follower("country:KZ", address="boris@example.org", language="ru")
    at = (row.starts_at - timedelta(days=2)).isoformat()
    said = run("whats_due", "--at", at, "--json")
    due = json.loads(said)["due"]
    assert [(one["kind"], one["language"], one["count"]) for one in due] == [
        ("hearing_reminder", "en", 1),
        ("hearing_reminder", "ru", 1),
    ]
    assert due[0]["supporters"] == [str(anna.pk)]
    assert "Yerlan Baltabai" in due[0]["about"]
    assert "2 would be told" in run("whats_due", "--at", at)
    assert "example.org" not in said
    assert not Notification.objects.exists()
    assert sink.mails == []


@pytest.mark.parametrize("at", ["tomorrow", "2026-12-15T09:00"])
def test_whats_due_refuses_an_instant_without_a_zone(at: str) -> None:
    with pytest.raises(CommandError, match="instant"):
        run("whats_due", "--at", at)


@pytest.mark.parametrize("who", ["", " ", "boris@example.org"])
def test_whats_due_explains_nobody_whom_it_does_not_know(follower: Meet, who: str) -> None:
    follower("all")
    with pytest.raises(CommandError, match="Nobody is known"):
        run("whats_due", "--at", "2026-12-15T09:00+00:00", "--explain", who)


@pytest.fixture
def sent(follower: Meet) -> Notification:
    now = timezone.now()
    outboxes.owe(follower("all"), "release", "prisoner:1", "x", due_at=now, stale_at=now + timedelta(days=1))
    return Notification.objects.get()


def bounce(to: str, status: str, action: str = "failed") -> bytes:
    """A delivery status notification (RFC 3464)."""
    lines = [
        "From: MAILER-DAEMON@mx.example.net",
        f"To: {to}",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=part",
        "",
        "--part",
        "",
        "It could not be delivered.",
        "--part",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example.net",
        "",
        "Final-Recipient: rfc822; anna@example.org",
        f"Action: {action}",
        f"Status: {status}",
        "",
        "--part--",
        "",
    ]
    return "\r\n".join(lines).encode()


def process(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> dict[str, object]:
    feed(monkeypatch, raw)
    return dict(json.loads(run("process_bounce")))


def test_hard_bounce_with_our_token_counts_once_a_day(monkeypatch: pytest.MonkeyPatch, sent: Notification) -> None:
    raw = bounce(envelope_sender(sent), "5.1.1")
    for _time in range(2):
        assert process(monkeypatch, raw) == {"verdict": "hard", "status": "5.1.1", "recipient_known": True}
    assert Supporter.objects.get().hard_bounces == 1


def test_forged_bounce_changes_nothing(monkeypatch: pytest.MonkeyPatch, sent: Notification) -> None:
    genuine = envelope_sender(sent)
    forged = "b." + ("a" if genuine[2] != "a" else "b") + genuine[3:]
    for to in (forged, "anna@example.org", "b.short@bounce.example"):
        assert process(monkeypatch, bounce(to, "5.1.1"))["recipient_known"] is False
    assert Supporter.objects.get().hard_bounces == 0


@pytest.mark.parametrize(
    ("status", "action", "verdict"),
    [
        ("5.2.2", "failed", "soft"),
        ("4.4.1", "delayed", "soft"),
        ("5.7.1", "failed", "soft"),
        ("2.0.0", "relayed", "none"),
    ],
)
def test_bounce_that_is_not_of_the_address_does_not_count(
    monkeypatch: pytest.MonkeyPatch, sent: Notification, status: str, action: str, verdict: str
) -> None:
    assert process(monkeypatch, bounce(envelope_sender(sent), status, action))["verdict"] == verdict
    assert Supporter.objects.get().hard_bounces == 0


def test_bounce_of_an_old_mail_changes_nothing(monkeypatch: pytest.MonkeyPatch, sent: Notification) -> None:
    Notification.objects.update(due_at=timezone.now() - timedelta(days=31))
    assert process(monkeypatch, bounce(envelope_sender(sent), "5.1.1"))["recipient_known"] is False


def test_complaint_unsubscribes_for_good(monkeypatch: pytest.MonkeyPatch, sent: Notification) -> None:
    raw = bounce(envelope_sender(sent), "5.1.1").replace(b"message/delivery-status", b"message/feedback-report")
    assert process(monkeypatch, raw)["complaint"] is True
    assert Suppression.objects.get().reason == SuppressionReason.COMPLAINT
    assert not Supporter.objects.filter(state=SupporterState.ACTIVE).exists()


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 500]
)
def test_rubbish_is_no_bounce(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    assert process(monkeypatch, raw) == {"verdict": "none", "status": "", "recipient_known": False}


def test_report_is_read_of_a_mail_of_many_megabytes_and_the_pipe_is_emptied(
    monkeypatch: pytest.MonkeyPatch, sent: Notification
) -> None:
    raw = bounce(envelope_sender(sent), "5.1.1").removesuffix(b"--part--\r\n")
    long = raw + b"--part\r\nContent-Type: message/rfc822\r\n\r\nSubject: News\r\n\r\n" + b"words\r\n" * 1_500_000
    taken: list[int] = []

    class Pipe(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            taken.append(len(found := super().read(size)))
            return found

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(long)))
    said = json.loads(run("process_bounce"))
    assert said == {"verdict": "hard", "status": "5.1.1", "recipient_known": True}
    assert (sum(taken), max(taken)) == (len(long), 1_000_000)


def test_mail_of_more_than_a_megabyte_that_is_no_report_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = {"verdict": "none", "status": "", "recipient_known": False}
    assert process(monkeypatch, b"x" * 2_000_000) == nothing


def test_forget_person_reads_the_address_from_standard_input(monkeypatch: pytest.MonkeyPatch, follower: Meet) -> None:
    follower("all")
    feed(monkeypatch, b"Anna@Example.org\n")
    assert run("forget_person") == "forgotten\n"
    feed(monkeypatch, b"anna@example.org\n")
    assert run("forget_person") == "nobody with this address\n"
    assert not Supporter.objects.exists()


@pytest.mark.parametrize(
    "at", ["9999-12-31T00:00Z", "0001-01-01T00:00+14:00", "9999-12-31T23:59-23:59", "3000-01-01T00:00+00:00"]
)
def test_whats_due_refuses_an_instant_beyond_the_calendar(at: str) -> None:
    with pytest.raises(CommandError, match="between"):
        run("whats_due", "--at", at)
