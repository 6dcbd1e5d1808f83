"""Limits of the mail server: several at once, by domain and in all, and nothing waits for what is over one."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.utils import timezone

from supporters import kinds, outbox
from supporters.choices import NotificationState
from supporters.limits import limits
from supporters.models import Batch, MailCount, Notification, Supporter
from supporters.services import outboxes, retention
from supporters.services.outboxes import EVERYBODY, Span, Word
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db

SENT, QUEUED = NotificationState.SENT, NotificationState.QUEUED


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The instant that the outbox goes by, ten seconds after a full hour; in the past, so that all is due by then."""
    now = [(timezone.now() - timedelta(minutes=1)).replace(minute=0, second=10, microsecond=0)]
    for module in ("lanes", "settling"):
        monkeypatch.setattr(f"supporters.{module}.database_now", lambda: now[0])
    return now


@pytest.fixture
def people(follower: Meet, monkeypatch: pytest.MonkeyPatch) -> list[Supporter]:
    """Six at one provider, two at another."""
    names = [*(f"p{number}@big.example" for number in range(6)), "a@small.example", "b@small.example"]
    return [follower("all", address=name) for name in names]


@pytest.fixture(autouse=True)
def _true(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent here is about nothing in particular, and true."""
    plain = {"against_all": lambda row, now: "", "topics": lambda row: ["all"], "context": lambda row: record.ANY_WORDS}
    bare = dict.fromkeys(("facts", "personal", "invitation"))
    for name in ("release", "anniversary", "hearing_cancelled"):
        kind = kinds.kind_of(name)
        monkeypatch.setitem(kinds._KINDS, name, kinds.Kind(**{**vars(kind), **plain, **bare}))


def owe(kind: str, clock: list[datetime]) -> None:
    span = Span(clock[0], clock[0] + timedelta(days=2))
    outboxes.owe_followers(["all"], Word(kind, "subject:1", "once"), {EVERYBODY: span})


def by_domain(sink: Sink) -> Counter[str]:
    return Counter(mail["To"].rpartition("@")[2] for mail in sink.mails)


def test_a_limited_domain_holds_up_no_other(
    people: list[Supporter], sink: Sink, clock: list[datetime], settings: Any
) -> None:
    settings.MAIL_RATES_OF_DOMAINS = "big.example=2/min"
    owe("release", clock)
    outbox.deliver()
    assert by_domain(sink) == {"big.example": 2, "small.example": 2}
    due = Batch.objects.order_by("due_at").values_list("due_at", "size")
    start = clock[0].replace(second=0)
    assert list(due) == [(start + timedelta(minutes=1), 2), (start + timedelta(minutes=2), 2)]
    outbox.deliver()
    assert len(sink.mails) == 4
    for minute in (1, 2):
        clock[0] = start + timedelta(minutes=minute)
        outbox.deliver()
        assert by_domain(sink)["big.example"] == 2 + 2 * minute
    assert set(Notification.objects.values_list("state", "attempts")) == {(SENT, 1)}


def test_several_limits_hold_at_once(people: list[Supporter], sink: Sink, clock: list[datetime], settings: Any) -> None:
    settings.MAIL_RATES = "4/min 5/hour"
    settings.MAIL_RATES_OF_DOMAINS = "*=3/min small.example=1/min"
    owe("release", clock)
    outbox.deliver()
    assert by_domain(sink) == {"big.example": 3, "small.example": 1}
    clock[0] += timedelta(minutes=1)
    outbox.deliver()
    assert len(sink.mails) == 5
    clock[0] += timedelta(minutes=1)
    outbox.deliver()
    assert len(sink.mails) == 5
    clock[0] += timedelta(hours=1)
    outbox.deliver()
    assert len(sink.mails) == 8


def test_urgent_mail_overtakes_where_there_is_little_room(
    people: list[Supporter], sink: Sink, clock: list[datetime], settings: Any
) -> None:
    settings.MAIL_RATES = "4/min"
    owe("anniversary", clock)
    outbox.deliver()
    owe("hearing_cancelled", clock)
    told = []
    for _minute in range(3):
        clock[0] += timedelta(minutes=1)
        outbox.deliver()
        told.append(Notification.objects.filter(state=SENT, kind="hearing_cancelled").count())
    assert told == [4, 8, 8]
    assert Notification.objects.filter(state=QUEUED, kind="anniversary").count() == 0


def test_counts_outlive_the_worker_and_name_no_domain(
    people: list[Supporter], sink: Sink, clock: list[datetime], settings: Any
) -> None:
    settings.MAIL_RATES_OF_DOMAINS = "*=2/hour"
    owe("release", clock)
    outbox.deliver()
    assert sorted(MailCount.objects.values_list("count", "seconds")) == [(2, 3600), (2, 3600)]
    assert not any("example" in row.scope for row in MailCount.objects.all())
    Notification.objects.filter(state=QUEUED).update(next_attempt_at=clock[0])
    outbox.deliver()
    assert len(sink.mails) == 4
    assert retention.purge(clock[0] + timedelta(days=3))["counts_of_mails"] == 2


def test_without_limits_nothing_is_counted(people: list[Supporter], sink: Sink, clock: list[datetime]) -> None:
    owe("release", clock)
    outbox.deliver()
    assert (len(sink.mails), MailCount.objects.count()) == (8, 0)


@pytest.mark.parametrize(
    ("everywhere", "of_domains"),
    [("many", ""), ("0/min", ""), ("10/week", ""), ("x.example=3/min", ""), ("", "3/min"), ("", "=3/min")],
)
def test_words_that_are_no_rate_are_said_before_anything_is_sent(
    settings: Any, everywhere: str, of_domains: str
) -> None:
    settings.MAIL_RATES, settings.MAIL_RATES_OF_DOMAINS = everywhere, of_domains
    with pytest.raises(ImproperlyConfigured):
        limits()
    with pytest.raises(SystemCheckError, match="E00"):
        call_command("check")
