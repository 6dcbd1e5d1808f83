"""Digests: at the reader's own hour, once, with what is true by then; what cannot wait does not."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from prisoners.choices import EventKind, PublicationState
from prisoners.models import Event
from supporters import digests, hours, kinds, outbox, reminders
from supporters.choices import NotificationState, Rate
from supporters.models import Notification, Subscription, Supporter, Tick
from supporters.services import subscriptions
from supporters.services.outboxes import Whose
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
WAITING, QUEUED, SENT = NotificationState.WAITING, NotificationState.QUEUED, NotificationState.SENT


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def news(number: int = 1) -> Event:
    """Something that happened today and may wait."""
    one = record.prisoner(f"Prisoner {number}")
    now = timezone.now()
    return record.event(f"{now:%Y-%m-%d}", EventKind.TRANSFER, one, published_at=now)


def states() -> list[str]:
    return sorted(Notification.objects.values_list("state", flat=True))


def clock(now: datetime) -> None:
    """One round of the clock, and what leaves then."""
    reminders.run_planners(now)
    Notification.objects.filter(state=QUEUED).update(next_attempt_at=at("2026-01-01"))
    outbox.deliver()


def wants(rate: Rate, person: Supporter, *topics: str) -> Supporter:
    rows = person.subscriptions.filter(topic__in=topics) if topics else person.subscriptions
    rows.update(rate=rate)
    return person


@pytest.fixture
def daily(follower: Meet) -> Supporter:
    return wants(Rate.DAILY, follower("all", zone="Asia/Almaty"))


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_daily_reader_gets_one_mail_at_nine_of_their_zone_and_nothing_when_nothing_is_new(
    daily: Supporter, sink: Sink
) -> None:
    news(1)
    news(2)
    clock(at("2026-12-15T12:00"))
    assert states() == [WAITING, WAITING]
    clock(at("2026-12-16T03:59"))
    assert sink.mails == []
    clock(at("2026-12-16T04:00"))
    (mail,) = sink.mails
    assert mail["Subject"] == "Your digest: 2 pieces of news"
    assert "Prisoner 1" in sink.text()
    assert "Prisoner 2" in sink.text()
    assert states() == [SENT, SENT]
    clock(at("2026-12-17T04:00"))
    assert len(sink.mails) == 1


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_one_piece_of_news_is_a_digest_too(daily: Supporter, sink: Sink) -> None:
    news()
    clock(at("2026-12-15T12:00"))
    clock(at("2026-12-16T04:00"))
    assert sink.mails[0]["Subject"] == "Your digest: 1 piece of news"


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_weekly_reader_is_told_on_monday(follower: Meet, sink: Sink) -> None:
    wants(Rate.WEEKLY, follower("all"))
    news()
    for now in ("2026-12-15T12:00", "2026-12-16T09:00", "2026-12-20T09:00", "2026-12-21T08:59"):
        clock(at(now))
    assert states() == [WAITING]
    clock(at("2026-12-21T09:00"))
    assert len(sink.mails) == 1


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_hour_that_the_clock_slept_through_is_made_up_for_once(daily: Supporter, sink: Sink) -> None:
    news()
    clock(at("2026-12-15T12:00"))
    for now in ("2026-12-18T01:00", "2026-12-18T01:00", "2026-12-18T01:14"):
        clock(at(now))
    assert len(sink.mails) == 1


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_what_became_untrue_is_left_out(daily: Supporter, sink: Sink) -> None:
    untrue = news(1)
    news(2)
    clock(at("2026-12-15T12:00"))
    Event.internal.filter(pk=untrue.pk).update(state=PublicationState.WITHDRAWN)
    clock(at("2026-12-16T04:00"))
    assert sink.mails[0]["Subject"] == "Your digest: 1 piece of news"
    assert "Prisoner 1" not in sink.text()


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_digest_of_nothing_that_is_true_is_no_mail(daily: Supporter, sink: Sink) -> None:
    untrue = news()
    clock(at("2026-12-15T12:00"))
    Event.internal.filter(pk=untrue.pk).update(state=PublicationState.WITHDRAWN)
    clock(at("2026-12-16T04:00"))
    assert sink.mails == []


def test_court_date_of_the_next_two_days_does_not_wait_for_a_digest(daily: Supporter, sink: Sink) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(hours=1)
    record.hearing(record.prisoner(), starts_at=start)
    clock(timezone.now())
    assert sink.mails[0]["Subject"] == "A reminder"


def test_court_date_of_next_week_waits_until_two_days_before_at_the_most(daily: Supporter, sink: Sink) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=6)
    record.hearing(record.prisoner(), starts_at=start)
    wants(Rate.WEEKLY, daily)
    Tick.objects.create(name=digests.DONE, ran_at=start)
    clock(start - timedelta(hours=49))
    assert states() == [WAITING]
    clock(start - timedelta(hours=48))
    assert sink.mails[0]["Subject"] == "A reminder"


def test_move_of_a_court_date_does_not_wait(daily: Supporter, sink: Sink) -> None:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=5)
    row = record.hearing(record.prisoner(), starts_at=start)
    clock(timezone.now())
    Notification.objects.update(state=SENT)
    record.change(row, starts_at=start + timedelta(days=30))
    reminders.run_planners(timezone.now())
    assert Notification.objects.get(kind="hearing_moved").state == QUEUED


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_hastiest_of_two_topics_counts(follower: Meet) -> None:
    event = news()
    anna = follower("all", f"prisoner:{event.prisoners.get().pk}")
    wants(Rate.WEEKLY, anna, "all")
    wants(Rate.AT_ONCE, anna, f"prisoner:{event.prisoners.get().pk}")
    reminders.run_planners(at("2026-12-15T12:00"))
    assert states() == [QUEUED]


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_what_is_switched_off_tells_nothing_and_what_is_followed_beside_it_does(follower: Meet) -> None:
    event = news()
    topic = f"prisoner:{event.prisoners.get().pk}"
    wants(Rate.OFF, follower(topic, address="off@example.org"))
    both = follower(topic, "country:KZ", address="both@example.org")
    wants(Rate.OFF, both, topic)
    wants(Rate.DAILY, both, "country:KZ")
    reminders.run_planners(at("2026-12-15T12:00"))
    assert list(Notification.objects.values_list("supporter", "rate")) == [(both.pk, "daily")]


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_what_was_switched_off_after_it_was_queued_is_not_sent(follower: Meet, sink: Sink) -> None:
    news()
    anna = follower("all")
    reminders.run_planners(at("2026-12-15T12:00"))
    subscriptions.prefer(anna, "all", wanted=["status"], rate=Rate.OFF, note="")
    outbox.deliver()
    assert sink.mails == []


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_what_waits_is_let_go_when_the_reader_wants_it_at_once(daily: Supporter, sink: Sink) -> None:
    news()
    clock(at("2026-12-15T12:00"))
    subscriptions.prefer(daily, "all", wanted=["status"], rate=Rate.AT_ONCE, note="")
    Notification.objects.update(next_attempt_at=at("2026-01-01"))
    outbox.deliver()
    assert sink.mails[0]["Subject"] == "News for you"


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_only_what_belongs_to_a_topic_that_is_wanted_at_once_leaves_before_the_digest(follower: Meet) -> None:
    mine = f"prisoner:{news(1).prisoners.get().pk}"
    news(2)
    anna = wants(Rate.WEEKLY, follower("country:KZ", mine))
    clock(at("2026-12-15T12:00"))
    subscriptions.prefer(anna, mine, wanted=["status"], rate=Rate.AT_ONCE, note="")
    found = {row.subject == mine: row.state for row in Notification.objects.all()}
    assert found == {True: QUEUED, False: WAITING}


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_who_wants_everything_at_once_is_told_what_waits_without_asking_of_each_piece(follower: Meet) -> None:
    asked = []
    for number in (1, 3):
        anna = wants(Rate.WEEKLY, follower("country:KZ", "all", address=f"{number}@example.org"))
        for piece in range(number):
            news(10 * number + piece)
        clock(at("2026-12-15T12:00"))
        asked.append(len(first_queries_of(prefer_at_once, anna)))
        assert not anna.notifications.filter(state=WAITING).exists()
    assert asked[0] == asked[1]


def prefer_at_once(person: Supporter) -> None:
    subscriptions.prefer(person, "all", wanted=["status"], rate=Rate.AT_ONCE, note="")


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
@pytest.mark.parametrize("is_wanted", [True, False])
def test_what_is_wanted_daily_from_now_on_waits_for_no_weekly_digest(follower: Meet, is_wanted: bool) -> None:
    mine = f"prisoner:{news().prisoners.get().pk}"
    anna = wants(Rate.WEEKLY, follower("country:KZ", mine))
    clock(at("2026-12-15T12:00"))
    subscriptions.prefer(anna, mine, wanted=["status"] if is_wanted else ["days"], rate=Rate.DAILY, note="")
    assert Notification.objects.get().rate == (Rate.DAILY if is_wanted else Rate.WEEKLY)


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_a_mail_that_nobody_can_judge_keeps_nobody_from_another_rate(
    follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = f"prisoner:{news().prisoners.get().pk}"
    anna = wants(Rate.WEEKLY, follower("country:KZ", mine))
    clock(at("2026-12-15T12:00"))
    monkeypatch.delitem(kinds._KINDS, "transfer")
    assert subscriptions.prefer(anna, mine, wanted=["status"], rate=Rate.AT_ONCE, note="")
    assert states() == [WAITING]


def test_switched_off_topic_is_followed_again_only_when_it_is_asked_for_and_confirmed(follower: Meet) -> None:
    anna = wants(Rate.OFF, follower("all"))
    subscriptions.subscribe("anna@example.org", ["all"], "en", consent=True)
    assert Subscription.objects.get().rate == Rate.OFF
    assert list(subscriptions.pending(anna).values_list("topic", flat=True)) == ["all"]
    subscriptions.disown(anna)
    assert Subscription.objects.get().rate == Rate.OFF
    assert not subscriptions.pending(anna).exists()
    subscriptions.subscribe("anna@example.org", ["all"], "en", consent=True)
    subscriptions.confirm(anna)
    assert Subscription.objects.get().rate == Rate.AT_ONCE


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_day_to_remember_in_a_weekly_digest_is_told_by_its_date(follower: Meet, sink: Sink) -> None:
    record.event("2019-12-16", EventKind.ARREST, record.prisoner())
    wants(Rate.WEEKLY, follower("all"))
    clock(at("2026-12-16T09:00"))
    assert states() == [WAITING]
    clock(at("2026-12-21T09:00"))
    assert "16 December 2026: 7 years since Yerlan Baltabai was arrested" in sink.text()
    assert "today" not in sink.text()


@time_machine.travel("2026-12-15T12:00:00Z", tick=False)
def test_day_to_remember_comes_at_the_hour_that_the_reader_chose(follower: Meet) -> None:
    record.event("2019-12-16", EventKind.ARREST, record.prisoner())
    anna = follower("all")
    Supporter.objects.filter(pk=anna.pk).update(told_at_hour=18)
    assert reminders.run_planners(at("2026-12-16T17:59")) == 0
    assert reminders.run_planners(at("2026-12-16T18:00")) == 1


@pytest.mark.parametrize(
    ("rate", "zone", "hour", "now", "wanted"),
    [
        (Rate.DAILY, "UTC", 9, "2026-12-16T08:59", "2026-12-15T09:00"),
        (Rate.DAILY, "UTC", 9, "2026-12-16T09:00", "2026-12-16T09:00"),
        # Almaty went from UTC+6 to UTC+5 on 1 March 2024.
        (Rate.DAILY, "Asia/Almaty", 9, "2024-02-29T12:00", "2024-02-29T03:00"),
        (Rate.DAILY, "Asia/Almaty", 9, "2024-03-01T03:59", "2024-02-29T03:00"),
        (Rate.DAILY, "Asia/Almaty", 9, "2024-03-01T04:00", "2024-03-01T04:00"),
        (Rate.WEEKLY, "Asia/Almaty", 9, "2024-03-04T04:00", "2024-03-04T04:00"),
        (Rate.WEEKLY, "Asia/Almaty", 9, "2024-03-04T03:59", "2024-02-26T03:00"),
        # A month, whatever its length: the first is a day of each.
        (Rate.MONTHLY, "UTC", 9, "2026-12-31T23:59", "2026-12-01T09:00"),
        (Rate.MONTHLY, "UTC", 9, "2027-01-01T08:59", "2026-12-01T09:00"),
        (Rate.MONTHLY, "UTC", 9, "2027-01-01T09:00", "2027-01-01T09:00"),
        (Rate.MONTHLY, "UTC", 9, "2027-02-28T12:00", "2027-02-01T09:00"),
        (Rate.MONTHLY, "UTC", 9, "2027-03-01T08:59", "2027-02-01T09:00"),
        (Rate.MONTHLY, "UTC", 9, "2028-02-29T12:00", "2028-02-01T09:00"),
        (Rate.MONTHLY, "UTC", 9, "2028-03-01T09:00", "2028-03-01T09:00"),
        (Rate.MONTHLY, "UTC", 0, "2027-08-31T23:59", "2027-08-01T00:00"),
        # The first where the reader is, which begins a day earlier or later than in UTC; the very day of the change.
        (Rate.MONTHLY, "Pacific/Kiritimati", 9, "2026-12-31T19:00", "2026-12-31T19:00"),
        (Rate.MONTHLY, "Pacific/Pago_Pago", 23, "2027-01-02T09:59", "2026-12-02T10:00"),
        (Rate.MONTHLY, "Pacific/Pago_Pago", 23, "2027-01-02T10:00", "2027-01-02T10:00"),
        (Rate.MONTHLY, "Asia/Almaty", 9, "2024-03-01T03:59", "2024-02-01T03:00"),
        (Rate.MONTHLY, "Asia/Almaty", 9, "2024-03-01T04:00", "2024-03-01T04:00"),
        (Rate.MONTHLY, "Nowhere/Gone", 9, "2026-12-16T12:00", "2026-12-01T09:00"),
        # There was no two o'clock in Berlin on 29 March 2026: it came an hour later. On 25 October there were two.
        (Rate.DAILY, "Europe/Berlin", 2, "2026-03-29T12:00", "2026-03-29T01:00"),
        (Rate.DAILY, "Europe/Berlin", 2, "2026-10-25T12:00", "2026-10-25T00:00"),
        # Half an hour and a quarter, and a day ahead of most.
        (Rate.DAILY, "Asia/Kathmandu", 9, "2026-12-16T12:00", "2026-12-16T03:15"),
        (Rate.DAILY, "Pacific/Kiritimati", 9, "2026-12-15T19:00", "2026-12-15T19:00"),
        (Rate.DAILY, "Nowhere/Gone", 9, "2026-12-16T12:00", "2026-12-16T09:00"),
    ],
)
def test_hour_comes_by_the_law_of_the_zone(rate: Rate, zone: str, hour: int, now: str, wanted: str) -> None:
    assert hours.last_hour(rate, Whose(zone, hour), at(now)) == at(wanted)


@pytest.mark.parametrize(
    ("rate", "zone", "now", "wanted"),
    [
        (Rate.DAILY, "UTC", "2026-12-16T08:59", "2026-12-16T09:00"),
        (Rate.DAILY, "UTC", "2026-12-16T09:00", "2026-12-17T09:00"),
        (Rate.WEEKLY, "UTC", "2026-12-21T09:00", "2026-12-28T09:00"),
        (Rate.MONTHLY, "UTC", "2026-12-01T09:00", "2027-01-01T09:00"),
        (Rate.MONTHLY, "UTC", "2028-02-29T23:59", "2028-03-01T09:00"),
        (Rate.MONTHLY, "Asia/Almaty", "2024-02-29T23:59", "2024-03-01T04:00"),
        (Rate.MONTHLY, "Pacific/Kiritimati", "2026-12-31T18:59", "2026-12-31T19:00"),
    ],
)
def test_next_hour_comes_after_the_last_one(rate: Rate, zone: str, now: str, wanted: str) -> None:
    assert hours.next_hour(rate, Whose(zone, 9), at(now)) == at(wanted)


@pytest.mark.parametrize("day", ["2026-03-28", "2026-10-24"])
def test_each_day_has_one_digest_where_the_clocks_change(follower: Meet, day: str) -> None:
    anna = wants(Rate.DAILY, follower("all", zone="Europe/Berlin"))
    Supporter.objects.update(told_at_hour=2)
    now, released = at(f"{day}T12:00"), 0
    for _quarter in range(3 * 96):
        row = Notification.objects.create(
            supporter=anna,
            kind="transfer",
            subject="prisoner:1",
            occasion=now.isoformat(),
            rate=Rate.DAILY,
            state=WAITING,
            due_at=now,
            stale_at=now + timedelta(days=14),
            next_attempt_at=now,
            waits_until=now + timedelta(days=12),
        )
        now += timedelta(minutes=15)
        digests.release(now)
        row.refresh_from_db()
        released += row.state == QUEUED
    assert released == 3


def test_hours_of_readers_are_each_named_once(follower: Meet) -> None:
    for number, (zone, hour) in enumerate([("UTC", 9), ("UTC", 9), ("UTC", 7), ("Asia/Almaty", 9)]):
        one = follower("all", address=f"p{number}@example.org", zone=zone)
        Supporter.objects.filter(pk=one.pk).update(told_at_hour=hour)
    assert hours.hours_of_readers() == [Whose("Asia/Almaty", 9), Whose("UTC", 7), Whose("UTC", 9)]


def test_rates_stand_in_the_order_of_haste_with_off_at_the_end() -> None:
    assert list(Rate) == [Rate.AT_ONCE, *Rate.in_digests(), Rate.OFF]
