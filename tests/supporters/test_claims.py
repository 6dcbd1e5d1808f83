"""The queue: what is queued is in a batch, urgent mail overtakes, and a claim holds what it took till it is settled."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from campaign.bench import planted
from supporters import claims, journal, lanes, outbox, reminders, ways
from supporters.choices import NotificationState, Rank
from supporters.claims import Claim
from supporters.kinds import every_kind, rank_of
from supporters.models import Batch, Notification, Supporter
from supporters.services import outboxes, restoring
from supporters.services.outboxes import EVERYBODY, Span, Whose, Word
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db

#: At which everybody is told who has chosen no other.
HOUR = Supporter._meta.get_field("told_at_hour").default
SENT, QUEUED, SENDING, FAILED = (
    NotificationState.SENT,
    NotificationState.QUEUED,
    NotificationState.SENDING,
    NotificationState.FAILED,
)


@pytest.fixture
def people(follower: Meet) -> list[Supporter]:
    return [follower("all", address=f"p{number}@example.org") for number in range(7)]


def owe(kind: str, *, subject: str = "subject:1", now: datetime | None = None) -> int:
    now = now or timezone.now()
    return outboxes.owe_followers(["all"], Word(kind, subject, "once"), {EVERYBODY: Span(now, now + timedelta(days=2))})


def everything_queued_is_in_a_batch() -> bool:
    waiting = Notification.objects.filter(state=QUEUED)
    return not waiting.exclude(batch__in=Batch.objects.values("pk")).exists()


def test_planning_cuts_an_appeal_into_batches_once(people: list[Supporter], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outboxes, "ROWS", 3)
    assert owe("release") == 7
    assert sorted(Batch.objects.values_list("size", flat=True)) == [1, 3, 3]
    assert everything_queued_is_in_a_batch()
    assert owe("release") == 0
    assert Batch.objects.count() == 3


def test_batches_are_due_when_their_rows_are(people: list[Supporter]) -> None:
    now = timezone.now()
    Supporter.objects.filter(pk=people[0].pk).update(time_zone="Asia/Almaty")
    spans = {
        Whose("UTC", HOUR): Span(now + timedelta(hours=5), now + timedelta(days=2)),
        Whose("Asia/Almaty", HOUR): Span(now, now + timedelta(days=2)),
    }
    assert outboxes.owe_followers(["all"], Word("anniversary", "event:1", "2026"), spans) == 7
    assert sorted(Batch.objects.values_list("size", "due_at")) == [(1, now), (6, now + timedelta(hours=5))]
    claim = Claim(now)
    assert [row.supporter for row in claim.rows] == [str(people[0].pk)]
    claim.abandon()


def test_whatever_queues_a_row_the_database_gives_it_a_batch(people: list[Supporter]) -> None:
    owe("release")
    Notification.objects.update(state=SENT)
    Batch.objects.all().delete()
    again = timezone.now() + timedelta(hours=1)
    Notification.objects.update(state=QUEUED, next_attempt_at=again)
    assert everything_queued_is_in_a_batch()
    assert set(Batch.objects.values_list("due_at", flat=True)) == {again}
    Notification.objects.update(next_attempt_at=timezone.now())
    claim = Claim(timezone.now())
    assert len(claim.rows) == 7
    claim.abandon()


def test_urgent_mail_overtakes_what_can_wait(follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "MOST_ROWS", 1)
    anna, earlier = follower("all"), timezone.now() - timedelta(hours=1)
    owe("anniversary", now=earlier)
    owe("release", now=earlier)
    owe("hearing_cancelled")
    taken = []
    while (claim := Claim(timezone.now())).rows:
        taken += [row.kind for row in claim.rows if row.supporter == str(anna.pk)]
        # As many as are due to one person come along; here each is taken alone.
        claims.ended([row.key for row in claim.rows], SENT)
        claim.end()
    claim.end()
    assert taken[0] == "hearing_cancelled"
    assert sorted(taken) == ["anniversary", "hearing_cancelled", "release"]


def test_what_was_asked_for_and_what_concerns_a_day_is_urgent() -> None:
    urgent = {kind.name for kind in every_kind() if rank_of(kind.name) == Rank.URGENT}
    assert urgent >= {"subscription_confirmation", "sign_up_confirmation", "manage_link", "action_cancelled"}
    assert urgent >= {"hearing_reminder", "hearing_moved", "hearing_cancelled", "action_moved", "place_offered"}
    assert rank_of("anniversary") == Rank.PATIENT
    assert rank_of("of-a-later-version") == Rank.ORDINARY


def test_a_claim_takes_what_nobody_else_has(people: list[Supporter], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outboxes, "ROWS", 3)
    monkeypatch.setattr(claims, "MOST_ROWS", 3)
    owe("release")
    taken = [Claim(timezone.now()) for _number in range(4)]
    assert all(0 < len(one.rows) < 7 for one in taken[:2])
    assert len({row.key for one in taken for row in one.rows}) == 7
    assert not taken[3].is_any
    for one in taken:
        one.abandon()
    assert outbox.take_back() == 7
    assert everything_queued_is_in_a_batch()
    assert not Batch.objects.exclude(claim=None).exists()


def written() -> tuple[int, int]:
    """How many rows this session has written anew, and how many of them in place."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_xact_user_tables WHERE relname = 'supporters_notification'"
        )
        return cursor.fetchone()


def test_a_claim_writes_each_row_in_place() -> None:
    """Elsewhere on the disk each of them would be written into every index again."""
    planted.followers(500)
    owe("release")
    before = written()
    Claim(timezone.now()).abandon()
    assert [now - then for now, then in zip(written(), before, strict=True)] == [500, 500]


def test_a_claim_is_what_the_server_takes_in_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    hour = [0.0]
    monkeypatch.setattr(lanes, "monotonic", lambda: hour[0])
    pace, claimed = lanes._Pace(ways.FIRST_MAILS), []
    for seconds, letters in ((0.0, 0), (0.05, 500), (0.5, 600), (0.1, 3), (1.0, 100), (10.0, 30), (0.0, 500)):
        hour[0] += seconds
        pace.left(letters)
        claimed.append(pace.rows)
    assert claimed == [500, claims.MOST_ROWS, 1200, 1200, 100, lanes.FEWEST_ROWS, claims.MOST_ROWS]


def test_a_batch_in_which_something_waits_is_never_forgotten(people: list[Supporter]) -> None:
    owe("release")
    claim = Claim(timezone.now())
    claims.ended([row.key for row in claim.rows[:6]], SENT)
    claim.end()
    assert Batch.objects.exclude(claim=None).count() == 1
    assert outbox.take_back() == 1
    assert sorted(Notification.objects.values_list("state", flat=True)) == [QUEUED] + [SENT] * 6


def test_somebody_who_is_forgotten_while_a_claim_is_under_way_stops_no_other(
    people: list[Supporter], sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(days=3))
    reminders.run_planners(timezone.now())
    first = Notification.objects.order_by("pk").first()
    assert first is not None
    take = claims.full

    def forgets(keys: object) -> dict[str, Notification]:
        Supporter.objects.filter(pk=first.supporter_id).delete()
        return take(keys)  # type: ignore[arg-type]

    monkeypatch.setattr(claims, "full", forgets)
    outbox.deliver()
    assert set(Notification.objects.values_list("state", flat=True)) == {SENT}
    assert len(sink.mails) >= 6
    assert not Batch.objects.exists()


def test_what_is_held_after_a_restore_keeps_its_batch_and_lets_others_pass(people: list[Supporter]) -> None:
    now = timezone.now()
    owe("release", now=now - timedelta(hours=1))
    restoring.hold()
    owe("anniversary", now=timezone.now())
    claim = Claim(timezone.now())
    assert {row.kind for row in claim.rows} == {"anniversary"}
    claim.abandon()
    restoring.release()
    claim = Claim(timezone.now())
    assert {row.kind for row in claim.rows} == {"release"}
    claim.abandon()


def test_a_try_that_would_come_too_late_is_the_last(people: list[Supporter]) -> None:
    owe("release")
    claim = Claim(timezone.now())
    keys = [row.key for row in claim.rows]
    Notification.objects.filter(pk__in=keys[:2]).update(stale_at=timezone.now() + timedelta(minutes=1))
    assert claims.try_later(keys, timezone.now() + timedelta(minutes=5), Rank.ORDINARY, "451 at RCPT") == 5
    claim.end()
    states = Notification.objects.values_list("state", "reason", "attempts")
    assert sorted(states) == [(FAILED, "451 at RCPT", 1)] * 2 + [(QUEUED, "451 at RCPT", 1)] * 5
    assert everything_queued_is_in_a_batch()


def test_an_empty_claim_leaves_nothing_behind(db: None) -> None:
    claim = Claim(timezone.now())
    assert (claim.rows, claim.is_any) == ([], False)
    claim.end()
    assert journal.marks_of(claim.number) is None
