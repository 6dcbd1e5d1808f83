"""A word to very many is owed in parts: what is committed leaves while the next part is written."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Thread

import pytest
from django.db import connection
from django.utils import timezone

from prisoners.choices import EventKind, HearingStatus
from prisoners.models import Hearing
from supporters import anniversaries, asked, claims, lanes, outbox, reminders
from supporters.choices import NotificationState
from supporters.models import Asked, Batch, Notification, Supporter, Tick
from supporters.reminders import PlannersFailed
from supporters.services import outboxes
from supporters.services.outboxes import EVERYBODY, Span, Word
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.waiting import until

DAYS = timedelta(days=1)
PEOPLE = 7
AGAIN, IS_ANY_DUE = asked.again, claims.is_any_due


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "FIRST_PART", 2)
    monkeypatch.setattr(asked, "GROWTH", 2)
    monkeypatch.setattr(outboxes, "ROWS", 3)


@pytest.fixture
def people(follower: Meet) -> list[Supporter]:
    return [follower("all", address=f"p{number}@example.org") for number in range(PEOPLE)]


@pytest.fixture
def hearing(db: None) -> Hearing:
    at = timezone.now().replace(second=0, microsecond=0) + 3 * DAYS
    return record.hearing(record.prisoner(), starts_at=at, published_at=timezone.now() - 8 * DAYS)


def seen_by_others() -> int:
    """How many mails are committed."""
    found: list[int] = []

    def look() -> None:
        found.append(Notification.objects.count())
        connection.close()

    other = Thread(target=look)
    other.start()
    other.join()
    return found[0]


def at_the_end_of_each_part(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], None]) -> None:
    def again() -> int:
        happens()
        return AGAIN()

    monkeypatch.setattr(asked, "again", again)


@pytest.mark.django_db(transaction=True)
def test_each_part_is_committed_before_the_next_one_is_asked(
    people: list[Supporter], hearing: Hearing, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    at_the_end_of_each_part(monkeypatch, lambda: seen.append(seen_by_others()))
    assert reminders.run_planners(timezone.now()) == PEOPLE
    assert sorted(set(seen)) == [0, 2, 6, 7]
    assert sorted(Batch.objects.values_list("size", flat=True)) == [1, 1, 2, 3]
    assert Asked.objects.filter(subject=f"hearing:{hearing.pk}").exists()


@pytest.mark.django_db(transaction=True)
def test_a_clock_that_is_killed_between_two_parts_goes_on_where_it_stood(
    people: list[Supporter], hearing: Hearing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies() -> None:
        if seen_by_others():
            raise ZeroDivisionError

    at_the_end_of_each_part(monkeypatch, dies)
    with pytest.raises(PlannersFailed):
        reminders.run_planners(timezone.now())
    assert (Notification.objects.count(), Asked.objects.count()) == (2, 0)
    before = set(Notification.objects.values_list("pk", flat=True))
    monkeypatch.setattr(asked, "again", AGAIN)
    assert reminders.run_planners(timezone.now()) == PEOPLE - 2
    assert before < set(Notification.objects.values_list("pk", flat=True))
    assert Notification.objects.values("supporter").distinct().count() == Notification.objects.count() == PEOPLE


@pytest.mark.django_db
def test_a_change_is_told_in_parts_to_all_who_were_told_otherwise(people: list[Supporter], hearing: Hearing) -> None:
    reminders.run_planners(timezone.now())
    Notification.objects.update(state=NotificationState.SENT)
    record.change(hearing, status=HearingStatus.CANCELLED)
    assert reminders.run_planners(timezone.now()) == PEOPLE
    told = Notification.objects.filter(kind="hearing_cancelled")
    assert told.values("supporter").distinct().count() == told.count() == PEOPLE


@pytest.mark.django_db
def test_what_another_clock_has_just_written_does_not_make_a_part_the_last(
    people: list[Supporter], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is by how many were owed the word, not by how many were written, that a part is known to be the last."""
    now = timezone.now()
    owe = partial(
        outboxes.owe_followers, ["all"], Word("release", "prisoner:1", "once"), {EVERYBODY: Span(now, now + DAYS)}
    )
    assert owe() == PEOPLE
    # As a round sees it that has looked before the other one committed.
    unseen = outboxes.OWE_FOLLOWERS.replace(f"NOT {outboxes.IS_OWED}", f"true OR NOT {outboxes.IS_OWED}")
    monkeypatch.setattr(outboxes, "OWE_FOLLOWERS", unseen)
    with asked.remembered(now, 2) as part:
        assert owe() == 0
    assert part.is_cut and not Asked.objects.exists()


@pytest.mark.django_db
def test_a_question_of_the_hour_is_noted_as_asked_once_all_parts_are(people: list[Supporter]) -> None:
    now = datetime(2026, 12, 16, 12, 1, tzinfo=UTC)
    record.event("2011-12-16", EventKind.KILLING, title="Zhanaozen", is_commemorated=True)
    with asked.remembered(now, 2) as part:
        assert anniversaries.plan(now) == 2
    assert part.is_cut and not Tick.objects.filter(name="anniversaries").exists()
    with asked.remembered(now, 100) as part:
        assert anniversaries.plan(now) == PEOPLE - 2
    assert not part.is_cut and Tick.objects.filter(name="anniversaries", ran_at=now).exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_planned_while_mails_are_on_their_way_leaves_in_the_same_round(
    people: list[Supporter], hearing: Hearing, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sender finds the first part; the others are planned before the server has taken any mail of it."""
    monkeypatch.setattr(lanes, "LOOK_SOON_SECONDS", 0.01)
    monkeypatch.setattr(outbox, "LOOK_SOON_SECONDS", 0.01)
    sink.is_held = True
    looks: list[bool] = []
    ended: list[dict[str, int]] = []

    def send() -> None:
        ended.append(outbox.deliver())
        connection.close()

    def look(now: datetime, paused: str, *, is_push: bool = False) -> bool:
        found = IS_ANY_DUE(now, paused, is_push=is_push)
        looks.extend([] if is_push else [found])
        return found

    monkeypatch.setattr(claims, "is_any_due", look)
    sender = Thread(target=send)

    def begins() -> None:
        if sender.ident is None and seen_by_others():
            sender.start()
            # It has claimed the first part, and looked in vain for more.
            assert until(lambda: looks[:1] == [True] and not looks[-1])

    at_the_end_of_each_part(monkeypatch, begins)
    reminders.run_planners(timezone.now())
    assert not sink.envelopes
    sink.is_held = False
    sender.join()
    assert ended[0][NotificationState.SENT] == len(sink.envelopes) == PEOPLE
    assert set(Notification.objects.values_list("state", flat=True)) == {NotificationState.SENT}
    assert not claims.open_claims()
