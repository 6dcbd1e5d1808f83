"""Meeting, confirming and forgetting people; the caps on mail to strangers."""

import time
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from supporters.choices import ConsentScope, NotificationState, SubscriptionState, SupporterState, SuppressionReason
from supporters.models import Consent, Notification, Subscription, Supporter, Suppression
from supporters.services import outboxes, people, retention
from tests.queries import first_queries_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_meet_finds_the_same_person_when_the_address_is_spelt_otherwise() -> None:
    first = people.meet("Anna@Example.org")
    assert people.meet(" anna@EXAMPLE.org ").pk == first.pk
    assert Supporter.objects.count() == 1


def test_stranger_is_mailed_once_a_day_and_thrice_a_month() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        said = []
        for _day in range(5):
            said.append((people.may_mail_stranger("anna@example.org"), people.may_mail_stranger("anna@example.org")))
            clock.shift(timedelta(days=1))
    assert said[0] == (True, False)
    assert [second for _first, second in said] == [False] * 5


def test_site_stops_mailing_strangers_when_two_hundred_were_mailed_in_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "SITE_AN_HOUR", 2)
    with time_machine.travel(NOON, tick=False):
        assert [people.may_mail_stranger(f"p{number}@example.org") for number in range(3)] == [True, True, False]


def test_action_stops_mailing_strangers_when_fifty_were_mailed_about_it_in_an_hour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(people, "EVENT_AN_HOUR", 2)
    with time_machine.travel(NOON, tick=False) as clock:
        asked = [people.may_mail_stranger(f"p{number}@example.org", "action:1") for number in range(3)]
        assert asked == [True, True, False]
        assert people.may_mail_stranger("p4@example.org", "action:2")
        clock.shift(timedelta(hours=1))
        assert people.may_mail_stranger("p5@example.org", "action:1")


@pytest.mark.parametrize(
    "address", ["an.na@example.org", "anna+news@example.org", "ANNA@Example.org", "a.n.na+@example.org"]
)
def test_mailbox_is_counted_once_however_its_address_is_spelt(address: str) -> None:
    assert people.may_mail_stranger("anna@example.org")
    assert not people.may_mail_stranger(address)


def test_mailbox_of_another_person_is_counted_apart() -> None:
    assert people.may_mail_stranger("anna@example.org")
    assert people.may_mail_stranger("hanna@example.org")
    assert people.may_mail_stranger("+tag@example.org")


def test_confirming_somebody_who_was_erased_meanwhile_is_refused_and_makes_nobody() -> None:
    anna = people.meet("anna@example.org")
    Supporter.objects.all().delete()
    with pytest.raises(people.Gone):
        people.confirm(anna)
    assert not Supporter.objects.exists()


def test_suppressed_address_is_never_mailed() -> None:
    anna = people.meet("anna@example.org")
    people.leave_in_peace(anna, SuppressionReason.NOT_ME)
    people.forget(anna)
    assert not people.may_mail_stranger("anna@example.org")
    assert Suppression.objects.count() == 1


def test_forgetting_leaves_no_row_of_the_person() -> None:
    anna = people.meet("anna@example.org")
    people.confirm(anna)
    people.record_consent(anna, ConsentScope.ALERTS, "words")
    Subscription.objects.create(supporter=anna, topic="all")
    now = timezone.now()
    outboxes.owe(anna, "manage_link", "supporter:1", "x", due_at=now, stale_at=now + timedelta(hours=1))
    people.forget(anna)
    assert not any(model.objects.exists() for model in (Supporter, Subscription, Notification, Consent))


def test_owing_twice_is_owing_once() -> None:
    anna, now = people.meet("anna@example.org"), timezone.now()
    owed = [
        outboxes.owe(anna, "manage_link", "supporter:1", "x", due_at=now, stale_at=now + timedelta(hours=1))
        for _time in range(2)
    ]
    assert owed == [True, False]
    assert Notification.objects.get().state == NotificationState.QUEUED


def test_unconfirmed_people_are_erased_after_two_days_and_not_before() -> None:
    anna = people.meet("anna@example.org")
    assert anna.unconfirmed_until is not None
    assert retention.purge(anna.unconfirmed_until - timedelta(seconds=1))["unconfirmed_people"] == 0
    assert retention.purge(anna.unconfirmed_until + timedelta(seconds=1), dry_run=True)["unconfirmed_people"] == 1
    assert Supporter.objects.exists()
    assert retention.purge(anna.unconfirmed_until + timedelta(seconds=1))["unconfirmed_people"] == 1
    assert not Supporter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_person_who_confirms_while_being_erased_is_kept() -> None:
    anna = people.meet("anna@example.org")
    Subscription.objects.create(supporter=anna, topic="all", state=SubscriptionState.ACTIVE)
    assert anna.unconfirmed_until is not None
    eraser = Thread(target=_purge, args=(anna.unconfirmed_until + timedelta(seconds=1),))
    with transaction.atomic():
        people.confirm(anna)
        eraser.start()
        _wait_for_a_lock()
    eraser.join()
    assert Supporter.objects.get().state == SupporterState.ACTIVE


def _purge(now: datetime) -> None:
    try:
        retention.purge(now)
    finally:
        connection.close()


def _wait_for_a_lock() -> None:
    """Until another session waits for what this one holds; those of other test runs on this server are not counted."""
    deadline = time.monotonic() + 30
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
            )
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise AssertionError("nobody waits")


def test_confirmed_person_who_follows_something_is_kept() -> None:
    anna = people.meet("anna@example.org")
    people.confirm(anna)
    Subscription.objects.create(supporter=anna, topic="all")
    retention.purge(timezone.now() + timedelta(days=100))
    assert Supporter.objects.get().state == SupporterState.ACTIVE


def test_one_address_uses_up_no_cap_of_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "SITE_AN_HOUR", 3)
    monkeypatch.setattr(people, "EVENT_AN_HOUR", 3)
    with time_machine.travel(NOON, tick=False):
        assert [people.may_mail_stranger("anna@example.org", "action:1") for _time in range(5)] == [True, *[False] * 4]
        assert people.may_mail_stranger("dora@example.org", "action:1")
        people.leave_in_peace(people.meet("eva@example.org"), SuppressionReason.NOT_ME)
        assert not any(people.may_mail_stranger("eva@example.org", "action:1") for _time in range(5))
        assert people.may_mail_stranger("fria@example.org", "action:1")
        assert not people.may_mail_stranger("gerd@example.org", "action:1")


def test_one_action_uses_up_no_cap_of_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "SITE_AN_HOUR", 3)
    monkeypatch.setattr(people, "EVENT_AN_HOUR", 2)
    with time_machine.travel(NOON, tick=False):
        asked = [people.may_mail_stranger(f"p{number}@example.org", "action:1") for number in range(9)]
        assert asked == [True, True, *[False] * 7]
        assert people.may_mail_stranger("dora@example.org", "action:2")


def test_whoever_confirmed_before_is_kept_out_by_no_crowd_of_strangers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "SITE_AN_HOUR", 1)
    with time_machine.travel(NOON, tick=False):
        people.confirm(people.meet("anna@example.org"))
        assert [people.may_mail_stranger(f"p{number}@example.org") for number in range(3)] == [True, False, False]
        assert people.may_mail_stranger("anna@example.org")
        assert people.held_back_by_the_site(timezone.now()) == 2
        assert people.held_back_by_the_site(timezone.now() + timedelta(hours=1)) == 0


def test_as_many_statements_run_whatever_a_cap_answers() -> None:
    for _time in range(3):
        assert len(first_queries_of(people.may_mail_stranger, "anna@example.org", "action:1")) == 6
