"""News once a month: on the first where the reader is, each month once, with what is true and of use by then."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from prisoners.choices import EventKind
from prisoners.models import Event
from supporters import digests, hearings, outbox, reminders
from supporters.choices import AlertGroup, NotificationState, Rate
from supporters.kinds import A_MONTH, every_kind
from supporters.models import Notification, Subscription, Supporter, Tick
from supporters.services import subscriptions
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.visitor import ask, manage_path

pytestmark = pytest.mark.django_db
WAITING, QUEUED = NotificationState.WAITING, NotificationState.QUEUED
#: What is of use only before something that is to come, and goes by itself in time before it.
TO_COME = {"action_announced", "hearing_reminder", "release_near"}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def monthly(person: Supporter) -> Supporter:
    person.subscriptions.update(rate=Rate.MONTHLY)
    return person


def clock(now: datetime) -> None:
    """One round of the clock, and what leaves then; whether it is true is asked by the clock of the database."""
    reminders.run_planners(now)
    Notification.objects.filter(state=QUEUED).update(next_attempt_at=at("2020-01-01"))
    outbox.deliver()


def transfer(day: str, number: int = 1) -> Event:
    return record.event(day, EventKind.TRANSFER, record.prisoner(f"Prisoner {number}"), published_at=at(day))


def states() -> list[str]:
    return sorted(Notification.objects.values_list("state", flat=True))


@time_machine.travel("2026-12-02T12:00:00Z", tick=False)
def test_what_happened_in_a_month_is_one_mail_on_the_first_of_the_next(follower: Meet, sink: Sink) -> None:
    monthly(follower("all", zone="Asia/Almaty"))
    transfer("2026-12-02", 1)
    transfer("2026-12-01", 2)
    clock(at("2026-12-02T12:00"))
    for now in ("2026-12-07T04:00", "2026-12-21T04:00", "2026-12-31T04:00", "2027-01-01T03:59"):
        clock(at(now))
    assert states() == [WAITING, WAITING]
    clock(at("2027-01-01T04:00"))
    (mail,) = sink.mails
    assert mail["Subject"] == "Your digest: 2 pieces of news"
    for now in ("2027-01-01T04:15", "2027-02-01T04:00", "2027-03-01T04:00"):
        clock(at(now))
    assert len(sink.mails) == 1


@time_machine.travel("2026-12-02T12:00:00Z", tick=False)
def test_a_first_that_the_clock_slept_through_is_made_up_for_once(follower: Meet, sink: Sink) -> None:
    monthly(follower("all"))
    transfer("2026-12-02")
    clock(at("2026-12-02T12:00"))
    for now in ("2027-01-03T17:00", "2027-01-03T17:00", "2027-01-03T17:16"):
        clock(at(now))
    assert len(sink.mails) == 1


@time_machine.travel("2026-12-02T12:00:00Z", tick=False)
def test_where_nothing_is_new_nothing_is_sent(follower: Meet, sink: Sink) -> None:
    monthly(follower("all"))
    for month in range(1, 13):
        clock(datetime(2027, month, 1, 9, tzinfo=UTC))
    assert (sink.mails, states()) == ([], [])


@pytest.mark.parametrize(
    ("zone", "year", "hour"),
    [("Europe/Berlin", 2027, 2), ("Asia/Almaty", 2024, 0), ("Pacific/Pago_Pago", 2028, 23)],
)
def test_each_month_has_one_digest(follower: Meet, zone: str, year: int, hour: int) -> None:
    anna = monthly(follower("all", zone=zone))
    Supporter.objects.update(told_at_hour=hour)
    now, released = datetime(year, 1, 5, tzinfo=UTC), []
    row = _waiting(anna, now)
    while now < datetime(year + 1, 1, 5, tzinfo=UTC):
        now += timedelta(hours=12)
        digests.release_due(now)
        if Notification.objects.filter(pk=row.pk, state=QUEUED).exists():
            released.append(now)
            row = _waiting(anna, now)
    assert len(released) == 12


def _waiting(anna: Supporter, now: datetime) -> Notification:
    return Notification.objects.create(
        supporter=anna,
        kind="transfer",
        subject="prisoner:1",
        occasion=now.isoformat(),
        rate=Rate.MONTHLY,
        state=WAITING,
        due_at=now,
        stale_at=now + timedelta(days=47),
        next_attempt_at=now,
        waits_until=now + timedelta(days=45),
    )


def test_weekly_is_hastier_than_monthly_and_monthly_than_off(follower: Meet) -> None:
    one = record.prisoner()
    topic = f"prisoner:{one.pk}"
    record.event(f"{timezone.now():%Y-%m-%d}", EventKind.TRANSFER, one, published_at=timezone.now())
    rates = {}
    for rate, other in ((Rate.WEEKLY, Rate.MONTHLY), (Rate.MONTHLY, Rate.OFF), (Rate.OFF, Rate.MONTHLY)):
        person = follower("all", topic, address=f"{rate}-{other}@example.org")
        person.subscriptions.filter(topic="all").update(rate=rate)
        person.subscriptions.filter(topic=topic).update(rate=other)
        rates[person.pk] = min(rate, other, key=list(Rate).index)
    reminders.run_planners(timezone.now())
    assert dict(Notification.objects.values_list("supporter", "rate")) == rates


def test_what_happened_waits_for_the_longest_month_and_what_is_to_come_does_not() -> None:
    waiting = {one.name for one in every_kind() if one.is_alert and one.waits}
    wait = {one.name for one in every_kind() if one.kept_for_month >= A_MONTH}
    assert waiting - wait == TO_COME | {"dispatch"}


@time_machine.travel("2026-12-01T09:00:00Z", tick=False)
def test_a_day_to_remember_waits_for_the_first_though_that_is_a_month_away(follower: Meet, sink: Sink) -> None:
    monthly(follower("all"))
    clock(at("2026-12-01T09:00"))
    record.event("2019-12-01", EventKind.ARREST, record.prisoner())
    for now in ("2026-12-01T12:00", "2026-12-31T23:45", "2027-01-01T08:59"):
        clock(at(now))
    assert (sink.mails, states()) == ([], [WAITING])
    clock(at("2027-01-01T09:00"))
    assert "1 December 2026: 7 years since Yerlan Baltabai was arrested" in sink.text()


def test_a_court_date_goes_two_days_before_where_the_first_comes_too_late(follower: Meet, sink: Sink) -> None:
    now = timezone.now().replace(second=0, microsecond=0)
    start = now + timedelta(days=6)
    monthly(follower("all"))
    record.hearing(record.prisoner(), starts_at=start)
    Tick.objects.create(name=digests.DONE, ran_at=start)
    clock(start - timedelta(hours=49))
    assert (sink.mails, states()) == ([], [WAITING])
    clock(start - timedelta(hours=48))
    assert [mail["Subject"] for mail in sink.mails] == ["A reminder"]


def test_a_new_court_date_and_its_reminder_are_one_piece_of_the_digest(follower: Meet, sink: Sink) -> None:
    now = timezone.now().replace(second=0, microsecond=0)
    monthly(follower("all"))
    known_at = now - timedelta(days=8)
    record.hearing(record.prisoner(), starts_at=now + timedelta(days=6), published_at=known_at)
    Tick.objects.create(name=digests.DONE, ran_at=now)
    reminders.run_planners(known_at)
    reminders.run_planners(now)
    assert dict(Notification.objects.values_list("kind", "state")) == {
        "hearing_fixed": WAITING,
        "hearing_reminder": WAITING,
    }
    Tick.objects.update(ran_at=now - timedelta(days=32))
    clock(now)
    assert [mail["Subject"] for mail in sink.mails] == ["Your digest: 1 piece of news"]
    assert Notification.objects.get(kind="hearing_fixed").reason == hearings.REMINDED


def test_it_is_chosen_where_one_begins_to_follow_and_changed_on_the_page(client: Client, follower: Meet) -> None:
    record.prisoner()
    page = ask(client, topics=["all"], rate=Rate.MONTHLY)
    assert page.status_code in (200, 302)
    assert Subscription.objects.get().rate == Rate.MONTHLY
    Subscription.objects.all().delete()
    anna = follower("all", address="boris@example.org")
    form = {"do": "prefer", "topic": "all", "rate": Rate.MONTHLY, "wanted": AlertGroup.values}
    page = client.post(manage_path(anna), form).content.decode()
    assert "on the first of each month, together" in page
    assert anna.subscriptions.get().rate == Rate.MONTHLY


@time_machine.travel("2026-12-02T12:00:00Z", tick=False)
def test_what_waits_for_the_month_is_let_go_when_the_reader_wants_it_sooner(follower: Meet) -> None:
    anna = monthly(follower("all"))
    transfer("2026-12-02")
    reminders.run_planners(at("2026-12-02T12:00"))
    subscriptions.prefer(anna, "all", wanted=AlertGroup.values, rate=Rate.WEEKLY, note="")
    assert states() == [QUEUED]
