"""What was owed to all who follow is not asked again until something stirs; and whatever may matter stirs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier, BrokenBarrierError, Thread

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from prisoners.choices import EventKind, PublicationState
from prisoners.models import Hearing
from supporters import asked, reminders
from supporters.choices import NotificationState, Rate, SubscriptionState, SupporterState
from supporters.models import Asked, Notification, Stir, Subscription, Supporter
from supporters.services import outboxes
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db
DAYS = timedelta(days=1)
IS_KNOWN = asked.is_known


@pytest.fixture(autouse=True)
def hearing(db: None) -> Hearing:
    at = timezone.now().replace(second=0, microsecond=0) + 3 * DAYS
    return record.hearing(record.prisoner(), starts_at=at, published_at=timezone.now() - DAYS)


def round_of_the_clock() -> tuple[int, int]:
    """How many mails are new, and how many words were asked about."""
    new: list[int] = []
    run = first_queries_of(lambda: new.append(reminders.run_planners(timezone.now())))
    return new[0], sum("AS followed" in one for one in run)


def settled() -> None:
    """The second round finds nothing more to ask, unless what the first one wrote has stirred something."""
    for _round in range(2):
        round_of_the_clock()


@pytest.fixture
def passes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known is passed over, as in a deployment (elsewhere the tests ask it all the same: see `conftest`)."""
    monkeypatch.setattr(asked, "is_known", IS_KNOWN)


@pytest.mark.usefixtures("passes_over")
def test_what_all_were_owed_is_asked_once(follower: Meet) -> None:
    follower("all")
    assert round_of_the_clock()[0] == 1
    settled()
    assert round_of_the_clock() == (0, 0)
    follower("country:KG", address="boris@example.org")
    assert round_of_the_clock() == (0, 0)


def follows_too(anna: Supporter, hearing: Hearing) -> int:
    Subscription.objects.create(supporter=anna, topic="all", state=SubscriptionState.ACTIVE)
    return 1


def follows_again(anna: Supporter, hearing: Hearing) -> int:
    Subscription.objects.filter(topic="country:KZ").update(rate=Rate.AT_ONCE)
    return 1


def wants_court_dates_again(anna: Supporter, hearing: Hearing) -> int:
    Subscription.objects.filter(topic=f"case:{hearing.case_id}").update(muted=[])
    return 1


def wakes(anna: Supporter, hearing: Hearing) -> int:
    Supporter.objects.filter(is_paused=True).update(is_paused=False)
    return 1


def confirms(anna: Supporter, hearing: Hearing) -> int:
    Supporter.objects.filter(state=SupporterState.UNREACHABLE).update(state=SupporterState.ACTIVE)
    return 1


def moves(anna: Supporter, hearing: Hearing) -> int:
    record.put_on(hearing, hearing.starts_at + DAYS)
    hearing.save()
    return Notification.objects.count()


def is_withdrawn_and_comes_back(anna: Supporter, hearing: Hearing) -> int:
    """What was cancelled in between is owed again."""
    Hearing.internal.filter(pk=hearing.pk).update(state=PublicationState.WITHDRAWN)
    assert round_of_the_clock()[0] == 0
    Notification.objects.update(state=NotificationState.CANCELLED)
    assert round_of_the_clock()[0] == 0
    Hearing.internal.filter(pk=hearing.pk).update(state=PublicationState.PUBLISHED)
    return Notification.objects.count()


def is_held_against_one_more(anna: Supporter, hearing: Hearing) -> int:
    """Whoever follows somebody else hears of the case once it is theirs too."""
    other = record.prisoner("Aigul Other")
    Subscription.objects.filter(topic="prisoner:0").update(topic=f"prisoner:{other.pk}")
    hearing.case.defendant_rows.create(prisoner=other)
    return 1


@pytest.mark.usefixtures("passes_over")
@pytest.mark.parametrize(
    "happens",
    [
        follows_too,
        follows_again,
        wants_court_dates_again,
        wakes,
        confirms,
        moves,
        is_withdrawn_and_comes_back,
        is_held_against_one_more,
    ],
)
def test_what_makes_somebody_new_to_it_is_seen(
    happens: Callable[[Supporter, Hearing], int], follower: Meet, hearing: Hearing
) -> None:
    anna = follower("country:KG")
    follower("all", address="told@example.org")
    follower("country:KZ", address="off@example.org").subscriptions.update(rate=Rate.OFF)
    follower(f"case:{hearing.case_id}", address="muted@example.org").subscriptions.update(muted=["court"])
    follower("prisoner:0", address="other@example.org")
    for address, field in (("asleep@example.org", {"is_paused": True}), ("away@example.org", {"state": "unreachable"})):
        Supporter.objects.filter(pk=follower("all", address=address).pk).update(**field)
    settled()
    assert happens(anna, hearing) == round_of_the_clock()[0] > 0
    settled()
    assert round_of_the_clock() == (0, 0)


def test_a_failed_question_notes_nothing_and_loses_no_change(follower: Meet) -> None:
    follower("all")
    with pytest.raises(ZeroDivisionError), transaction.atomic(), asked.remembered(timezone.now()):
        outboxes.owe_followers(["all"], outboxes.Word("release", "prisoner:1", "detention:1"), span())
        raise ZeroDivisionError
    assert (Asked.objects.count(), Stir.objects.count()) == (0, 1)


def span() -> dict[outboxes.Whose, outboxes.Span]:
    return {outboxes.EVERYBODY: outboxes.Span(timezone.now(), timezone.now() + DAYS)}


@pytest.mark.django_db(transaction=True)
def test_two_clocks_that_write_the_same_words_in_another_order_do_no_harm(
    follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has owed its first word before the other owes its second, as far as they let one another."""
    for number in range(3):
        follower("all", address=f"p{number}@example.org")
    # Whoever takes these away has the other wait as well.
    Stir.objects.all().delete()
    both = Barrier(2)
    orders = [["prisoner:1", "prisoner:2"], ["prisoner:2", "prisoner:1"]]

    def plan(now: datetime) -> int:
        first, second = orders.pop()
        new = owe(first)
        with suppress(BrokenBarrierError):
            both.wait(0.5)
        return new + owe(second)

    def clock() -> int:
        try:
            return reminders.run_planners(timezone.now())
        finally:
            connection.close()

    monkeypatch.setattr(reminders, "_PLANNERS", {"two words": reminders.Question(plan, None)})
    with ThreadPoolExecutor(2) as pool:
        rounds = [pool.submit(clock) for _clock in range(2)]
        assert sorted(one.result() for one in rounds) == [0, 6]
    assert Notification.objects.count() == 6
    assert Asked.objects.count() == 2


def owe(subject: str) -> int:
    return outboxes.owe_followers(["all"], outboxes.Word("release", subject, "detention:1"), span())


@pytest.mark.django_db(transaction=True)
def test_what_would_be_due_is_asked_without_waiting_for_the_clock() -> None:
    """`whats_due` and the desk's preview write nothing down, and must not stand in the way of what does."""
    done: list[int] = []

    def look() -> None:
        with transaction.atomic(), asked.afresh(), asked.remembered(timezone.now()):
            done.append(1)
        connection.close()

    with transaction.atomic(), asked.remembered(timezone.now()):
        other = Thread(target=look)
        other.start()
        other.join(10)
        assert done == [1]


@pytest.mark.usefixtures("passes_over")
def test_what_is_past_is_not_kept(follower: Meet) -> None:
    long_ago = timezone.now() - DAYS
    Asked.objects.create(name="of long ago", said="", subject="hearing:0", topics=[], ends_at=long_ago)
    settled()
    assert not Asked.objects.filter(ends_at__lte=long_ago).exists()
    assert Asked.objects.exists()


@pytest.mark.usefixtures("passes_over")
def test_a_newcomer_who_follows_everything_is_told_in_parts_the_soonest_first(
    follower: Meet, monkeypatch: pytest.MonkeyPatch, hearing: Hearing
) -> None:
    monkeypatch.setattr(asked, "MOST_AGAIN", 2)
    soon = timezone.now().replace(second=0, microsecond=0) + 2 * DAYS
    for number in range(1, 5):
        other = record.prisoner(f"Prisoner {number}")
        record.hearing(other, starts_at=soon + number * timedelta(hours=1), published_at=timezone.now() - DAYS)
    follower("all")
    settled()
    boris = follower("all", address="boris@example.org")
    told = [round_of_the_clock() for _round in range(4)]
    assert told == [(2, 2), (2, 2), (1, 1), (0, 0)]
    subjects = boris.notifications.order_by("pk").values_list("subject", flat=True)
    assert len(set(subjects)) == 5


@pytest.mark.usefixtures("passes_over")
def test_newcomers_in_every_round_leave_nobody_behind(
    follower: Meet, monkeypatch: pytest.MonkeyPatch, hearing: Hearing
) -> None:
    """Each stirs all words anew: those that were asked have their next turn after those that wait."""
    monkeypatch.setattr(asked, "MOST_AGAIN", 2)
    for number in range(1, 5):
        soon = hearing.starts_at - number * timedelta(hours=1)
        record.hearing(record.prisoner(f"Prisoner {number}"), starts_at=soon, published_at=timezone.now() - DAYS)
    follower("all")
    settled()
    anna = follower(f"case:{hearing.case_id}", address="late@example.org")
    newcomers = []
    for number in range(5):
        newcomers.append(follower("all", address=f"new{number}@example.org"))
        assert round_of_the_clock()[1] == 2
    assert anna.notifications.count() == 1
    assert [one.notifications.count() for one in newcomers[:3]] == [5, 5, 5]


@pytest.mark.usefixtures("passes_over")
def test_what_changes_while_it_waits_for_its_turn_is_asked_at_once(
    follower: Meet, monkeypatch: pytest.MonkeyPatch, hearing: Hearing
) -> None:
    monkeypatch.setattr(asked, "MOST_AGAIN", 0)
    follower("all")
    settled()
    boris = follower("all", address="boris@example.org")
    assert round_of_the_clock() == (0, 0)
    Hearing.internal.filter(pk=hearing.pk).update(court="Another court")
    assert round_of_the_clock()[0] >= 1
    assert boris.notifications.exists()


@pytest.mark.usefixtures("passes_over")
@time_machine.travel("2026-12-16T09:00:00Z", tick=False)
def test_a_newcomer_is_told_of_all_days_to_remember_within_some_rounds(
    follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not of a part with each full hour: the day might be over before the last one."""
    monkeypatch.setattr(asked, "MOST_AGAIN", 1)
    for number in range(3):
        record.event("2019-12-16", EventKind.ARREST, record.prisoner(f"Prisoner {number}"))
    follower("all")
    settled()
    boris = follower("all", address="boris@example.org")
    told = []
    for seconds in (0, 30, 60, 90):
        reminders.run_planners(timezone.now() + timedelta(hours=1, seconds=seconds))
        told.append(boris.notifications.filter(kind="anniversary").count())
    assert told == [1, 2, 3, 3]
