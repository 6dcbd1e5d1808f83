"""Two records of one person become one: who followed either goes on, and nobody is told the same news twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prisoners.choices import StaffRole
from prisoners.models import FormerSlug, Prisoner, Sanction
from prisoners.services import merging
from supporters import merged, reminders, tasks
from supporters.choices import NotificationState, SubscriptionState
from supporters.models import Notification
from tests.actions.rows import make_staff
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.conftest import Meet, no_digest_is_due
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def merge(kept: Prisoner, *others: Prisoner) -> None:
    publisher = make_staff("publisher", StaffRole.PUBLISHER)
    for other in others:
        merging.merge(kept, other, publisher)


def tick() -> None:
    tasks.plan_due()
    tasks.send_due()


def happened(kind: str, *whom: Prisoner) -> None:
    """Yesterday, and known since then."""
    yesterday = timezone.now() - timedelta(days=1)
    if kind != "sentence":
        record.event(str(yesterday.date()), kind, *whom, published_at=yesterday)
        return
    said = {"kind": "prison", "imposed_on": str(yesterday.date()), "published_at": yesterday}
    for one in whom:
        Sanction.internal.create(**record.PUBLIC, prisoner=one, **said)


@pytest.mark.parametrize("kind", ["arrest", "death", "release", "sentence"])
def test_news_that_was_told_of_one_record_is_none_of_the_other(kind: str, follower: Meet, sink: Sink) -> None:
    no_digest_is_due()
    follower("all")
    kept, other = record.prisoner("Anna One"), record.prisoner("Anna Two")
    happened(kind, other)
    tick()
    assert [mail["Subject"] for mail in sink.mails] == ["News for you"]
    merge(kept, other)
    tick()
    assert Notification.objects.values_list("subject", "state").get() == (
        f"prisoner:{kept.pk}",
        NotificationState.SENT,
    )
    assert len(sink.mails) == 1


def test_news_of_both_that_wait_are_told_once(follower: Meet, sink: Sink) -> None:
    """Whoever follows two records that are merged before a mail has left hears of it as of one."""
    anna = follower()
    kept, *others = (record.prisoner(f"Anna {number}") for number in range(3))
    for one in others:
        anna.subscriptions.create(topic=f"prisoner:{one.pk}", state=SubscriptionState.ACTIVE)
    happened("arrest", *others)
    tasks.plan_due()
    merge(kept, *others)
    tick()
    tick()
    assert len(sink.mails) == 1
    assert list(anna.subscriptions.values_list("topic", flat=True)) == [f"prisoner:{kept.pk}"]


def test_news_of_a_record_that_is_merged_while_a_round_asks_is_told_once(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_digest_is_due()
    follower("all")
    kept, other = record.prisoner("Anna One"), record.prisoner("Anna Two")
    happened("arrest", other)
    tick()
    merges = [lambda: merge(kept, other)]
    questions = dict(reminders._PLANNERS)
    first = {"merged": questions.pop("merged"), "merging": reminders.Question(lambda now: merges.pop()() or 0)}
    monkeypatch.setattr(reminders, "_PLANNERS", first | questions)
    tick()
    assert Notification.objects.get().subject == f"prisoner:{kept.pk}"
    assert len(sink.mails) == 1


def test_move_that_fails_keeps_nobody_from_other_news(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_digest_is_due()
    follower("all")
    merge(record.prisoner("Anna One"), record.prisoner("Anna Two"))
    happened("arrest", record.prisoner("Boris"))
    monkeypatch.setattr(merged, "_MOVERS", [lambda old: {}[str(old)]])
    with pytest.raises(reminders.PlannersFailed) as failed:
        tick()
    assert str(failed.value) == "merged"
    assert Notification.objects.filter(state=NotificationState.QUEUED).count() == 1


@pytest.mark.parametrize("state", [SubscriptionState.UNCONFIRMED, SubscriptionState.STOPPED])
def test_who_follows_a_record_follows_the_kept_one_though_that_was_stopped_or_never_confirmed(
    state: SubscriptionState, follower: Meet
) -> None:
    anna = follower()
    kept, other = (record.prisoner(f"Anna {number}") for number in range(2))
    until = timezone.now() + timedelta(hours=1)
    anna.subscriptions.create(topic=f"prisoner:{kept.pk}", state=state, unconfirmed_until=until)
    anna.subscriptions.create(topic=f"prisoner:{other.pk}", state=SubscriptionState.ACTIVE, note="Mine")
    merge(kept, other)
    tasks.plan_due()
    row = anna.subscriptions.get()
    assert (row.topic, row.state, str(row.note)) == (f"prisoner:{kept.pk}", SubscriptionState.ACTIVE, "Mine")


@pytest.mark.parametrize("state", [SubscriptionState.UNCONFIRMED, SubscriptionState.STOPPED])
def test_what_was_stopped_or_never_confirmed_moves_though_nobody_follows_the_record(
    state: SubscriptionState, follower: Meet
) -> None:
    anna = follower()
    kept, other = (record.prisoner(f"Anna {number}") for number in range(2))
    until = timezone.now() + timedelta(hours=1)
    anna.subscriptions.create(topic=f"prisoner:{other.pk}", state=state, unconfirmed_until=until)
    merge(kept, other)
    tasks.plan_due()
    row = anna.subscriptions.get()
    assert (row.topic, row.state) == (f"prisoner:{kept.pk}", state)


def test_of_two_records_that_are_merged_what_is_followed_stays_before_what_was_stopped(follower: Meet) -> None:
    anna = follower()
    kept, stopped, active = (record.prisoner(f"Anna {number}") for number in range(3))
    until = timezone.now() + timedelta(hours=1)
    anna.subscriptions.create(topic=f"prisoner:{stopped.pk}", state=SubscriptionState.STOPPED, unconfirmed_until=until)
    anna.subscriptions.create(topic=f"prisoner:{active.pk}", state=SubscriptionState.ACTIVE, note="Mine")
    merge(kept, stopped, active)
    tasks.plan_due()
    row = anna.subscriptions.get()
    assert (row.topic, row.state, str(row.note)) == (f"prisoner:{kept.pk}", SubscriptionState.ACTIVE, "Mine")


def test_a_record_that_was_merged_long_ago_makes_no_round_read_all_that_is_followed(follower: Meet) -> None:
    follower("all")
    FormerSlug.objects.create(slug="old", prisoner=record.prisoner(), merged_pk=7)
    asked = first_queries_of(merged.follow_kept, timezone.now())
    followed, others = (one for one in asked if "supporters_subscription" in one)
    # By the index of what is followed now, and that of the rest.
    assert followed.startswith("SELECT") and "\"state\" = 'active'" in followed
    assert others.startswith("SELECT") and "NOT (" in others
