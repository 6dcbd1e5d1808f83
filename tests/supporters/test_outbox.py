"""Sending: each kind twice, after a crash, a change, a forgetting; and a mail server that misbehaves."""

import subprocess
import sys
import time
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings as django_settings
from django.db import connection
from django.utils import timezone

from campaign import environment
from supporters import kinds, mails, outbox, reminders, settling
from supporters.choices import NotificationState, SubscriptionState, SupporterState, SuppressionReason
from supporters.models import Batch, Notification, Subscription, Supporter, Tick
from supporters.services import outboxes, people
from supporters.ways import LETTERS_A_CONNECTION
from tests.locks import kill
from tests.supporters import record
from tests.supporters.conftest import Meet, in_the_hands_of
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
NAMES = sorted(kind.name for kind in kinds.every_kind())


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every registered kind with its own flags and words, about nothing in particular."""
    for kind in kinds.every_kind():
        plain = kinds.Kind(
            kind.name, dict, lambda row, now: "", kind.is_essential, kind.resend_if_in_doubt, kind.is_alert
        )
        monkeypatch.setitem(kinds._KINDS, kind.name, plain)
    monkeypatch.setattr(mails, "_context", _stub_context)


def _stub_context(notification: Notification, kind: kinds.Kind, reader: mails.Reader) -> dict[str, object]:
    return {**record.ANY_WORDS, "discreet": True, "name": "", "unsubscribe_url": "https://example.org/u"}


def owe(supporter: Supporter, kind: str, occasion: str = "once") -> Notification:
    now = timezone.now()
    outboxes.owe(supporter, kind, "subject:1", occasion, due_at=now, stale_at=now + timedelta(days=2))
    return Notification.objects.get(supporter=supporter, kind=kind, occasion=occasion)


def due_again() -> None:
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_is_sent_once_when_it_is_owed_and_delivered_twice(kind: str, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    for _time in range(2):
        owe(anna, kind)
        outbox.deliver()
    assert len(sink.mails) == 1
    assert Notification.objects.get().state == NotificationState.SENT


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_is_sent_again_or_held_when_the_worker_died_after_handing_it_over(
    kind: str, follower: Meet, sink: Sink
) -> None:
    row = owe(follower("all"), kind)
    in_the_hands_of(7)
    assert outbox.take_back() == 1
    outbox.deliver()
    row.refresh_from_db()
    resends = kinds.kind_of(kind).resend_if_in_doubt
    assert row.state == (NotificationState.SENT if resends else NotificationState.FAILED)
    assert len(sink.mails) == resends


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_is_cancelled_when_it_is_not_true_any_more(
    kind: str, follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    owe(follower("all"), kind)
    monkeypatch.setitem(kinds._KINDS, kind, kinds.Kind(kind, dict, lambda row, now: "it changed"))
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().reason == "it changed"


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("kind", NAMES)
def test_no_kind_is_sent_to_somebody_who_was_forgotten(kind: str, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    owe(anna, kind)
    people.forget(anna)
    outbox.deliver()
    assert sink.mails == []


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("kind", NAMES)
def test_only_essential_kinds_go_to_somebody_who_has_not_confirmed(kind: str, sink: Sink) -> None:
    owe(people.meet("anna@example.org"), kind)
    outbox.deliver()
    assert len(sink.mails) == kinds.kind_of(kind).is_essential


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("kind", NAMES)
def test_no_kind_goes_to_an_address_that_asked_to_be_left_in_peace(kind: str, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    owe(anna, kind)
    people.leave_in_peace(anna, SuppressionReason.NOT_ME)
    outbox.deliver()
    assert sink.mails == []


@pytest.fixture
def reminded(follower: Meet) -> Supporter:
    """Somebody who is owed the reminder of a hearing in three days."""
    record.hearing(record.prisoner(), starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(days=3))
    anna = follower("all")
    reminders.run_planners(timezone.now())
    return anna


def test_mail_is_complete(reminded: Supporter, sink: Sink) -> None:
    outbox.deliver()
    mail, envelope = sink.mails[0], sink.envelopes[0]
    assert mail["Subject"] == "A reminder"
    assert mail["To"] == "anna@example.org"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Id"].startswith("<alerts.")
    assert mail["List-Unsubscribe"].count("http") == 1
    assert parsedate_to_datetime(mail["Date"]).utcoffset() == timedelta(0)
    assert envelope.mail_from.startswith("b.")
    assert envelope.mail_from.endswith(f"@{django_settings.BOUNCE_DOMAIN}")
    assert len(envelope.mail_from.partition("@")[0]) <= 64
    assert "anna" not in mail["List-Unsubscribe"] + mail["Message-ID"] + envelope.mail_from
    html = mail.get_body(("html",))
    assert html is not None
    assert "Yerlan Baltabai" in html.get_content()
    assert "src=" not in html.get_content()
    assert len(envelope.content) < 100_000


def test_subject_names_the_prisoner_only_for_those_who_chose_so(reminded: Supporter, sink: Sink) -> None:
    people.change(reminded, language="en", time_zone="UTC", told_at_hour=9, is_discreet=False)
    outbox.deliver()
    assert sink.mails[0]["Subject"] == "In court soon: Yerlan Baltabai"


def test_temporary_refusal_is_tried_again_with_a_growing_pause_and_the_same_message_id(
    reminded: Supporter, sink: Sink
) -> None:
    sink.rcpt_replies = ["451 4.7.1 greylisted", "450 4.2.0 later"]
    waits = []
    for _attempt in range(3):
        before = timezone.now()
        outbox.deliver()
        row = Notification.objects.get()
        waits.append((row.next_attempt_at - before).total_seconds() / 60)
        due_again()
    assert 4 <= waits[0] <= 6.1
    assert 12 <= waits[1] <= 18.1
    assert row.state == NotificationState.SENT
    assert len(sink.mails) == 1
    reminded.refresh_from_db()
    assert reminded.hard_bounces == 0


def test_address_that_does_not_exist_twice_on_two_days_is_unreachable(reminded: Supporter, sink: Sink) -> None:
    sink.rcpt_replies = ["550 5.1.1 <anna@example.org> no such user"]
    outbox.deliver()
    row = Notification.objects.get()
    assert row.state == NotificationState.FAILED
    assert "anna" not in row.reason
    Supporter.objects.update(last_bounced_on=timezone.now().date() - timedelta(days=1))
    sink.rcpt_replies = ["550 5.1.1 no such user"]
    Notification.objects.update(state=NotificationState.QUEUED)
    outbox.deliver()
    reminded.refresh_from_db()
    assert (reminded.hard_bounces, reminded.state) == (2, SupporterState.UNREACHABLE)


def test_a_mailbox_that_may_be_closed_counts_softly_once_its_mail_is_of_no_use(reminded: Supporter, sink: Sink) -> None:
    sink.rcpt_replies = ["550 Mailbox unavailable or access denied"] * 2
    outbox.deliver()
    reminded.refresh_from_db()
    assert (reminded.hard_bounces, reminded.soft_bounces) == (0, 0)
    assert Notification.objects.get().state == NotificationState.QUEUED
    now = timezone.now()
    Notification.objects.update(next_attempt_at=now, stale_at=now + timedelta(seconds=90))
    Batch.objects.update(due_at=now)
    outbox.deliver()
    reminded.refresh_from_db()
    assert Notification.objects.get().state == NotificationState.FAILED
    assert (reminded.hard_bounces, reminded.soft_bounces, reminded.state) == (0, 1, SupporterState.ACTIVE)


def test_policy_refusal_never_counts_against_the_reader(reminded: Supporter, sink: Sink) -> None:
    sink.rcpt_replies = ["554 5.7.1 blocked"]
    outbox.deliver()
    reminded.refresh_from_db()
    assert (reminded.hard_bounces, Notification.objects.get().state) == (0, NotificationState.QUEUED)


@pytest.mark.usefixtures("stub")
def test_sending_pauses_when_the_server_refuses_us_by_policy(follower: Meet, sink: Sink) -> None:
    sink.rcpt_replies = ["550 5.7.1 blocked"] * 200
    for number in range(60):
        owe(follower("all", address=f"p{number}@example.org"), "release")
    outbox.deliver()
    outbox.deliver()
    assert len(sink.rcpt_replies) >= 150
    assert Tick.objects.filter(name=outbox.PAUSED_UNTIL, ran_at__gt=timezone.now()).exists()
    assert not Supporter.objects.exclude(state=SupporterState.ACTIVE).exists()
    assert not Notification.objects.exclude(state=NotificationState.QUEUED).exists()


@pytest.mark.usefixtures("stub")
def test_sending_pauses_when_the_server_wants_us_to_log_in(follower: Meet, sink: Sink) -> None:
    """Ten mails to ten readers are answered so, and none of the readers can do anything about it."""
    sink.mail_replies = ["530 authentication required"] * 60
    for number in range(60):
        owe(follower("all", address=f"p{number}@example.org"), "release")
    outbox.deliver()
    outbox.deliver()
    assert len(sink.mail_replies) >= 40
    assert Tick.objects.filter(name=outbox.PAUSED_UNTIL, ran_at__gt=timezone.now()).exists()
    assert not Supporter.objects.exclude(hard_bounces=0, soft_bounces=0).exists()
    assert not Notification.objects.exclude(state=NotificationState.QUEUED).exists()
    assert "530 at MAIL" in Notification.objects.values_list("reason", flat=True)


@pytest.mark.usefixtures("stub")
def test_sending_pauses_when_the_server_does_not_take_our_password(
    follower: Meet, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """It is not tried with every mail there is: after some tries many servers lock the account."""
    for number in range(60):
        owe(follower("all", address=f"p{number}@example.org"), "release")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "anna", "wrong"
    with Sink(is_locked=True) as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        outbox.deliver()
    assert Tick.objects.filter(name=outbox.PAUSED_UNTIL, ran_at__gt=timezone.now()).exists()
    tried = Notification.objects.exclude(reason="").values_list("reason", flat=True)
    assert set(tried) == {"535 5.7.8 at AUTH"} and len(tried) <= 8
    assert not Supporter.objects.exclude(hard_bounces=0, soft_bounces=0).exists()
    assert "the mail server refuses us by policy" in caplog.text


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("words", ["450 4.2.0 greylisted, client 185.7.214.9", "554 no such mailbox here"])
def test_sending_goes_on_when_single_recipients_are_refused(words: str, follower: Meet, sink: Sink) -> None:
    sink.rcpt_replies = [words] * 200
    for number in range(60):
        owe(follower("all", address=f"p{number}@example.org"), "release")
    outbox.deliver()
    assert not Tick.objects.filter(name=outbox.PAUSED_UNTIL).exists()


def test_connection_lost_after_the_mail_is_tried_once_more_an_hour_later_under_the_same_message_id(
    reminded: Supporter, sink: Sink
) -> None:
    sink.data_replies = ["drop"]
    before = timezone.now()
    outbox.deliver()
    row = Notification.objects.get()
    assert row.state == NotificationState.QUEUED
    assert row.next_attempt_at - before > timedelta(minutes=45)
    due_again()
    outbox.deliver()
    first, second = sink.mails
    assert first["Message-ID"] == second["Message-ID"]


def test_others_go_on_when_the_server_drops_the_connection(follower: Meet, sink: Sink) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    for number in range(4):
        follower("all", address=f"p{number}@example.org")
    reminders.run_planners(timezone.now())
    sink.data_replies = ["250 OK", "drop"]
    outbox.deliver()
    assert len(sink.mails) == 4


def test_server_that_is_away_loses_nothing(reminded: Supporter, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    outbox.deliver()
    row = Notification.objects.get()
    assert row.state == NotificationState.QUEUED
    assert row.reason.startswith("no connection")


@pytest.mark.usefixtures("stub")
def test_poisoned_mail_fails_after_three_tries_and_the_others_go_on(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(row: Notification) -> dict[str, object]:
        raise ValueError("anna@example.org")

    monkeypatch.setattr(mails, "_context", lambda row, kind, reader: kind.context(row))
    monkeypatch.setitem(kinds._KINDS, "anniversary", kinds.Kind("anniversary", broken, lambda row, now: ""))
    monkeypatch.setitem(
        kinds._KINDS,
        "release",
        kinds.Kind("release", lambda row: {**record.ANY_WORDS, "discreet": True}, lambda row, now: ""),
    )
    anna = follower("all")
    poisoned, sound = owe(anna, "anniversary"), owe(anna, "release")
    for _attempt in range(3):
        outbox.deliver()
        due_again()
    poisoned.refresh_from_db()
    sound.refresh_from_db()
    assert (poisoned.state, sound.state) == (NotificationState.FAILED, NotificationState.SENT)
    ours = [entry.getMessage() for entry in caplog.records if entry.name == "supporters.settling"]
    assert ours
    assert not [line for line in ours if "@" in line]


@pytest.mark.usefixtures("stub")
def test_end_of_the_worker_s_time_is_no_fault_of_the_mail(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_time(row: Notification, now: datetime) -> str:
        raise SoftTimeLimitExceeded

    row = owe(follower("all"), "release")
    for _time in range(settling.POISONED_AFTER):
        monkeypatch.setitem(kinds._KINDS, "release", kinds.Kind("release", dict, out_of_time))
        with pytest.raises(SoftTimeLimitExceeded):
            outbox.deliver()
        assert outbox.take_back() == 1
    row.refresh_from_db()
    assert (row.state, row.attempts) == (NotificationState.QUEUED, 0)


def test_unknown_kind_does_not_stop_the_others(reminded: Supporter, sink: Sink) -> None:
    owe(reminded, "of-a-later-version")
    outbox.deliver()
    assert len(sink.mails) == 1


def test_stale_mail_is_dropped_with_its_reason(reminded: Supporter, sink: Sink) -> None:
    now = timezone.now()
    Notification.objects.update(due_at=now - timedelta(days=2), stale_at=now - timedelta(days=1))
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().reason == "too late to be of use"


WORKER = """
import django
django.setup()
from supporters import outbox
outbox.take_back()
outbox.deliver()
"""


@pytest.mark.django_db(transaction=True)
def test_worker_killed_while_sending_three_hundred_loses_none_and_doubles_at_most_one_a_connection(
    sink: Sink,
) -> None:
    wanted = _three_hundred()
    worker = _worker(sink)
    _wait_for(sink, 60)
    kill(worker)
    assert Notification.objects.exclude(state=NotificationState.SENT).exists()
    second = _worker(sink)
    assert second.wait(120) == 0
    recipients = [mail["To"] for mail in sink.mails]
    assert set(recipients) == wanted
    assert len(recipients) - len(wanted) <= 1 + len(wanted) // LETTERS_A_CONNECTION
    assert len({mail["Message-ID"] for mail in sink.mails}) == len(wanted)
    assert not Notification.objects.exclude(state=NotificationState.SENT).exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_mail_once(sink: Sink) -> None:
    wanted = _three_hundred()
    workers = [_worker(sink), _worker(sink)]
    assert [worker.wait(120) for worker in workers] == [0, 0]
    recipients = [mail["To"] for mail in sink.mails]
    assert sorted(recipients) == sorted(wanted)


def _three_hundred() -> set[str]:
    record.hearing(record.prisoner(), starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(days=3))
    addresses = [f"reader{number}@example.org" for number in range(300)]
    rows = []
    for address in addresses:
        supporter = people.meet(address)
        rows.append(Subscription(id=uuid4(), supporter=supporter, topic="all", state=SubscriptionState.ACTIVE))
    Subscription.objects.bulk_create(rows)
    Supporter.objects.update(state=SupporterState.ACTIVE, unconfirmed_until=None)
    assert reminders.run_planners(timezone.now()) == 300
    return set(addresses)


def _worker(sink: Sink) -> subprocess.Popen[bytes]:
    """Another process on the database of this test, sending into this test's server."""
    told = environment.current()
    server = told["DATABASE_URL"].rpartition("/")[0]
    given = {
        "DATABASE_URL": f"{server}/{connection.settings_dict['NAME']}",
        "EMAIL_URL": f"smtp://{sink.host}:{sink.port}",
    }
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", WORKER],
        env={**told, **given},
        cwd=Path(django_settings.BASE_DIR),
    )


def _wait_for(sink: Sink, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(sink.envelopes) < count:
        assert time.monotonic() < deadline
        time.sleep(0.01)
