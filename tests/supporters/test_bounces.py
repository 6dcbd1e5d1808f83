"""What comes back: read for what it says, believed for nothing but its token, and survived whatever it is."""

import json
import logging
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from campaign.service_urls import mailbox
from supporters import returned, tasks
from supporters.choices import NotificationState, SupporterState, SuppressionReason
from supporters.models import Notification, Supporter, Suppression, Tick
from supporters.services import bounces, outboxes, people
from supporters.services.bounces import SOFT_PAUSES, envelope_sender, process, soft_bounce
from tests.supporters.conftest import Meet
from tests.supporters.imap import ImapBox
from tests.supporters.test_commands import bounce, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(follower: Meet) -> Notification:
    now = timezone.now()
    outboxes.owe(follower("all"), "release", "prisoner:1", "x", due_at=now, stale_at=now + timedelta(days=20))
    return Notification.objects.get()


def report(*, to: str, sender: str, feedback: str = "abuse") -> bytes:
    """A complaint as providers send it (RFC 5965): to a mailbox of the operator's, our envelope within."""
    lines = [
        "From: feedback@provider.example",
        f"To: {to}",
        "Content-Type: multipart/report; report-type=feedback-report; boundary=part",
        "",
        "--part",
        "Content-Type: text/plain",
        "",
        "This is a complaint.",
        "--part",
        "Content-Type: message/feedback-report",
        "",
        f"Feedback-Type: {feedback}",
        "Version: 1",
        f"Original-Mail-From: <{sender}>",
        "",
        "--part",
        "Content-Type: message/rfc822",
        "",
        f"Return-Path: <{sender}>",
        "Subject: News for you",
        "",
        "…",
        "--part--",
        "",
    ]
    return "\r\n".join(lines).encode()


def test_complaint_to_another_mailbox_is_known_by_the_envelope_within(sent: Notification) -> None:
    found = process(report(to="abuse@until-free.example", sender=envelope_sender(sent)))
    assert (found.is_complaint, found.recipient_known) == (True, True)
    assert Suppression.objects.get().reason == SuppressionReason.COMPLAINT
    assert not Supporter.objects.exists()


def test_forged_complaint_changes_nothing(sent: Notification) -> None:
    forged = "b." + "a" * 52 + "@bounce.example"
    assert process(report(to="abuse@until-free.example", sender=forged)).recipient_known is False
    assert Supporter.objects.get().state == SupporterState.ACTIVE


@pytest.mark.parametrize("feedback", ["not-spam", "auth-failure", "Virus"])
def test_feedback_that_is_no_complaint_of_the_reader_ends_nothing(sent: Notification, feedback: str) -> None:
    found = process(report(to="abuse@until-free.example", sender=envelope_sender(sent), feedback=feedback))
    assert (found.is_complaint, found.verdict) == (False, "none")
    assert Supporter.objects.get().state == SupporterState.ACTIVE


def test_absence_notice_is_no_bounce(sent: Notification) -> None:
    lines = ["From: postmaster@example.org", f"To: {envelope_sender(sent)}", "Auto-Submitted: auto-replied"]
    raw = "\r\n".join([*lines, "", "I am away. User unknown until Monday."]).encode()
    assert process(raw).verdict == "none"
    assert (Supporter.objects.get().hard_bounces, Supporter.objects.get().soft_bounces) == (0, 0)


def test_soft_bounces_put_alerts_off_longer_each_time_and_in_the_end_none_leaves(sent: Notification) -> None:
    raw = bounce(envelope_sender(sent), "5.2.2")
    now = timezone.now()
    for number, pause in enumerate(SOFT_PAUSES, 1):
        with time_machine.travel(now, tick=False):
            process(raw)
            # What was on its way already comes back too, and is not counted.
            process(raw)
        anna = Supporter.objects.get()
        assert (anna.soft_bounces, anna.rests_until, anna.state) == (number, now + pause, SupporterState.ACTIVE)
        assert Notification.objects.get().next_attempt_at == now + pause
        now += pause + timedelta(minutes=1)
    with time_machine.travel(now, tick=False):
        process(raw)
    assert Supporter.objects.get().state == SupporterState.UNREACHABLE


def test_soft_bounces_far_apart_are_not_in_a_row(sent: Notification) -> None:
    anna = sent.supporter
    now = timezone.now()
    for weeks in range(0, 30, 3):
        with time_machine.travel(now + timedelta(weeks=weeks), tick=False):
            soft_bounce(anna)
    anna.refresh_from_db()
    assert (anna.soft_bounces, anna.state) == (1, SupporterState.ACTIVE)


def test_what_somebody_asked_for_just_now_is_not_put_off(follower: Meet) -> None:
    anna, now = follower("all"), timezone.now()
    outboxes.owe(anna, "manage_link", "supporter:1", "x", due_at=now, stale_at=now + timedelta(days=1))
    soft_bounce(anna)
    assert Notification.objects.get().next_attempt_at == now


@pytest.mark.parametrize(
    "words",
    [
        "554 5.7.1 blocked by policy",
        "550 5.7.26 unauthenticated",
        "your IP is on a blacklist",
        "530 5.5.1 Authentication Required",
        "smtp; 530 Must issue a STARTTLS command first",
    ],
)
def test_refusal_for_what_we_are_never_counts_against_the_reader(sent: Notification, words: str) -> None:
    raw = bounce(envelope_sender(sent), "5.0.0").replace(
        b"Status: 5.0.0", f"Status: 5.0.0\r\nDiagnostic-Code: smtp; {words}".encode()
    )
    assert process(raw).verdict == "soft"
    anna = Supporter.objects.get()
    assert (anna.hard_bounces, anna.soft_bounces, anna.rests_until) == (0, 0, None)


def test_later_confirmation_heals(sent: Notification) -> None:
    anna = sent.supporter
    soft_bounce(anna)
    Supporter.objects.update(state=SupporterState.UNREACHABLE, hard_bounces=2)
    anna.refresh_from_db()
    people.confirm(anna)
    anna.refresh_from_db()
    assert anna.state == SupporterState.ACTIVE
    assert (anna.hard_bounces, anna.soft_bounces, anna.rests_until) == (0, 0, None)


def another(person: Supporter, occasion: str) -> Notification:
    now = timezone.now()
    outboxes.owe(person, "release", "prisoner:1", occasion, due_at=now, stale_at=now + timedelta(days=20))
    return Notification.objects.get(occasion=occasion)


def test_report_that_comes_again_on_another_day_counts_once_of_its_mail(sent: Notification) -> None:
    raw, now = bounce(envelope_sender(sent), "5.1.1"), timezone.now()
    for days in range(3):
        with time_machine.travel(now + timedelta(days=days), tick=False):
            assert process(raw).recipient_known
    assert (Supporter.objects.get().hard_bounces, Supporter.objects.get().state) == (1, SupporterState.ACTIVE)
    with time_machine.travel(now + timedelta(days=3), tick=False):
        process(bounce(envelope_sender(another(sent.supporter, "y")), "5.1.1"))
    assert (Supporter.objects.get().hard_bounces, Supporter.objects.get().state) == (2, SupporterState.UNREACHABLE)


@pytest.mark.parametrize("status", ["5.1.1", "5.2.2"])
def test_report_of_a_mail_that_left_before_the_mailbox_was_confirmed_anew_does_not_count(
    sent: Notification, status: str
) -> None:
    left = timezone.now()
    Notification.objects.update(state=NotificationState.SENT, settled_at=left)
    with time_machine.travel(left + timedelta(minutes=5), tick=False):
        people.confirm(Supporter.objects.get())
    with time_machine.travel(left + timedelta(days=1), tick=False):
        assert process(bounce(envelope_sender(sent), status)).recipient_known
        anna = Supporter.objects.get()
        assert (anna.hard_bounces, anna.soft_bounces) == (0, 0)
        later = another(anna, "y")
        Notification.objects.filter(pk=later.pk).update(state=NotificationState.SENT, settled_at=timezone.now())
        process(bounce(envelope_sender(later), status))
        anna.refresh_from_db()
        assert anna.hard_bounces + anna.soft_bounces == 1


def test_forgotten_person_is_not_called_back_by_a_bounce(sent: Notification) -> None:
    raw = bounce(envelope_sender(sent), "5.1.1")
    people.forget(sent.supporter)
    assert process(raw).recipient_known is False
    assert not Supporter.objects.exists()


def nested(depth: int) -> bytes:
    """Parts in parts."""
    opening = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return (opening + "Content-Type: text/plain\n\nmail\n" * 20).encode()


@pytest.mark.parametrize(
    "raw",
    [
        nested(2000),
        b"Content-Type: message/rfc822\n\n" * 30_000,
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 200_000,
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nwords\n\n" * 1900 + b"words\n" * 150_000,
        b"From: mailer-daemon@x\n\n" + b"5.1." * 249_000,
        b"From: mailer-daemon@x\nContent-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: gzip\n\n\xff=",
        b"Content-Type: message/delivery-status\n\n" + b"Status: 5.1.1\n\n" * 60_000,
        b"Content-Type: message/delivery-status\n\n" + b"Action: failed\nFinal-Recipient: x;a@b.example\n\n" * 20_000,
    ],
    ids=[
        "parts in parts",
        "mails in mails",
        "many parts",
        "some parts",
        "nearly codes",
        "no charset",
        "many recipients",
        "many named recipients",
    ],
)
def test_mail_made_to_hurt_is_answered_soon(raw: bytes) -> None:
    begun = time.process_time()
    process(raw[: bounces.MAX_BYTES])
    assert time.process_time() - begun < 30


def to_several(to: str, *named: tuple[str, str, str]) -> bytes:
    """A report (RFC 3464) of one mail that speaks of several recipients: address, action and status."""
    blocks = [
        f"Final-Recipient: rfc822; {address}\r\nAction: {action}\r\nStatus: {status}\r\n"
        for address, action, status in named
    ]
    return bounce(to, "5.5.5").partition(b"Final-Recipient")[0] + "\r\n".join([*blocks, "--part--"]).encode()


@pytest.mark.parametrize(
    ("named", "verdict", "status"),
    [
        ([("{}", "failed", "5.1.1"), ("other@adv.example", "delayed", "4.4.1")], "hard", "5.1.1"),
        ([("other@adv.example", "failed", "5.1.1"), ("{}", "delayed", "4.4.1")], "soft", "4.4.1"),
        ([("{}", "failed", "5.1.1"), ("other@adv.example", "relayed", "2.0.0")], "hard", "5.1.1"),
        ([("other@adv.example", "failed", "4.4.7"), ("third@adv.example", "failed", "5.1.1")], "hard", "5.1.1"),
        ([("other@adv.example", "delayed", "4.4.1"), ("third@adv.example", "failed", "5.1.1")], "hard", "5.1.1"),
        ([("other@adv.example", "failed", "5.1.1"), ("third@adv.example", "relayed", "2.0.0")], "none", "2.0.0"),
    ],
    ids=["ours failed", "ours is late", "ours failed beside one", "the worst", "no delay", "one took it"],
)
def test_report_of_several_recipients_is_believed_of_the_one_we_wrote_to(
    sent: Notification, named: list[tuple[str, str, str]], verdict: str, status: str
) -> None:
    address = sent.supporter.email.upper()
    raw = to_several(envelope_sender(sent), *((who.format(address), what, code) for who, what, code in named))
    found = process(raw)
    assert (found.verdict, found.status) == (verdict, status)
    assert Supporter.objects.get().hard_bounces == (verdict == "hard")


def test_address_that_was_led_on_from_ours_is_ours(sent: Notification) -> None:
    led_on = f"Original-Recipient: rfc822;{sent.supporter.email}\r\nFinal-Recipient: rfc822; new@adv.example"
    raw = to_several(envelope_sender(sent), ("x@adv.example", "failed", "5.2.2"), ("y@adv.example", "failed", "5.1.1"))
    assert process(raw.replace(b"Final-Recipient: rfc822; x@adv.example", led_on.encode())).status == "5.2.2"


HEADERS = st.sampled_from(
    [
        b"Content-Type: multipart/report; boundary=p\n",
        b"Content-Type: message/delivery-status\n",
        b"Content-Type: message/feedback-report\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: x-uuencode\n",
        b"From: MAILER-DAEMON@x\n",
        b"To: b." + b"a" * 52 + b"@x\n",
        b"To: =?utf-8?b?/w==?= <\xff@x>\n",
        b"\n",
        b"--p\n",
        b"--p--\n",
        b"Status: 5.1.1\n",
        b"Action: \xff\n",
    ]
)


@given(st.lists(HEADERS | st.binary(max_size=40), max_size=25))
def test_nothing_that_arrives_breaks_the_reader(pieces: list[bytes]) -> None:
    found = returned.read(b"".join(pieces))
    assert found.verdict in ("hard", "soft", "none")


@pytest.fixture
def box(settings: object) -> Iterator[ImapBox]:
    with ImapBox() as box:
        settings.BOUNCE_MAILBOX_URL = box.url  # type: ignore[attr-defined]
        yield box


def test_mailbox_is_read_and_emptied(box: ImapBox, sent: Notification) -> None:
    box.mails = [bounce(envelope_sender(sent), "5.1.1"), b"Subject: hello\r\n\r\nA letter.", b"x" * 1_000_001]
    sizes = [min(len(mail), 1_000_000) for mail in box.mails]
    assert json.loads(run("fetch_bounces")) == {"hard": 1, "none": 2}
    assert (box.mails, box.read) == ([], sizes)
    assert Supporter.objects.get().hard_bounces == 1


def test_clock_reads_the_mailbox_where_one_is_named(box: ImapBox, sent: Notification, settings: object) -> None:
    box.mails = [report(to="abuse@until-free.example", sender=envelope_sender(sent))]
    tasks.fetch_bounces()
    assert not Supporter.objects.exists()
    assert Tick.objects.filter(name="bounces").exists()
    settings.BOUNCE_MAILBOX_URL = ""  # type: ignore[attr-defined]
    Tick.objects.all().delete()
    tasks.fetch_bounces()
    assert not Tick.objects.exists()


def test_mailbox_that_is_away_is_said_and_names_no_account(
    box: ImapBox, sent: Notification, caplog: pytest.LogCaptureFixture
) -> None:
    box.refuses, box.mails = True, [bounce(envelope_sender(sent), "5.1.1")]
    with pytest.raises(CommandError, match="cannot be read") as refused:
        call_command("fetch_bounces")
    with caplog.at_level(logging.WARNING):
        tasks.fetch_bounces()
    assert "cannot be read" in caplog.text
    assert "example.org" not in caplog.text + str(refused.value)
    assert len(box.mails) == 1
    assert Notification.objects.get().state == NotificationState.QUEUED


def test_mailbox_in_which_nothing_can_be_deleted_is_not_read(box: ImapBox, sent: Notification) -> None:
    """Else one mail would be counted on each day, and its reader silenced for good."""
    box.keeps, box.mails = True, [bounce(envelope_sender(sent), "5.1.1")]
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("fetch_bounces")
    assert (Supporter.objects.get().hard_bounces, box.read) == (0, [])


def test_mailbox_in_a_folder_of_two_words_is_read(box: ImapBox, sent: Notification, settings: object) -> None:
    settings.BOUNCE_MAILBOX_URL = box.url.replace("INBOX", "Came%20back")  # type: ignore[attr-defined]
    assert json.loads(run("fetch_bounces")) == {}
    assert 'SELECT "Came back"' in box.asked


def test_folder_that_cannot_be_named_to_the_server_is_said(box: ImapBox, settings: object) -> None:
    settings.BOUNCE_MAILBOX_URL = box.url.replace("INBOX", "Zur%C3%BCck")  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("fetch_bounces")


def test_command_without_a_mailbox_says_so(settings: object) -> None:
    settings.BOUNCE_MAILBOX_URL = ""  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="BOUNCE_MAILBOX_URL"):
        call_command("fetch_bounces")


@pytest.mark.parametrize("url", ["imap://u:p@mail.example/INBOX", "pop3://u:secret@h/", "imaps:///INBOX"])
def test_mailbox_in_the_clear_is_refused_without_repeating_the_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        mailbox(url)
    assert "secret" not in str(refused.value)
