"""A round of the clock asks only what may be near: what it passes over would have owed nothing (see `conftest`)."""

import io
from datetime import datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from supporters import claims, hearings, prepared, reminders, tasks, topics
from supporters.asked import afresh
from supporters.asking import once, one_question
from supporters.choices import Rank
from supporters.models import Batch, Tick
from supporters.outbox import PAUSED_UNTIL
from supporters.prepared import EVER
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db
WAITING = """
INSERT INTO supporters_notification (id, supporter_id, kind, subject, occasion, revision, told, rate, state, due_at,
                                     stale_at, next_attempt_at, attempts, waits_until, reason)
SELECT gen_random_uuid(), %(supporter)s, 'arrest', 'prisoner:1', 'event:' || number, 0, '{}', 'monthly', 'waiting',
       %(now)s, day, %(now)s, 0, day, ''
FROM (SELECT number, %(now)s + number * interval '1 minute' AS day FROM generate_series(1, 4000) AS number) AS those
"""


def asked(now: datetime | None = None) -> set[str]:
    questions = reminders._PLANNERS | reminders._LAST
    worth = reminders.worth_asking(list(questions.values()), now or timezone.now())
    return {name for name, question in questions.items() if question in worth}


def test_nothing_near_leaves_the_questions_of_the_hour_alone() -> None:
    assert asked() == {"anniversaries", "marks", "digests"}


@pytest.mark.parametrize(
    ("days", "is_public", "found"),
    [(3, True, {"hearings", "hearings-fixed"}), (3, False, {"hearings"}), (30, True, {"hearings-fixed"})],
)
def test_a_date_that_may_be_near_wakes_its_questions(days: int, is_public: bool, found: set[str]) -> None:
    """Whether it is public after all is asked by the question itself, with all that it hangs on."""
    published_at = timezone.now() - timedelta(hours=1) if is_public else None
    at = timezone.now() + timedelta(days=days)
    record.hearing(record.prisoner(), starts_at=at, published_at=published_at)
    assert asked() - {"anniversaries", "marks", "digests"} == found


def test_no_claim_is_made_for_nothing() -> None:
    now = timezone.now()
    later = now + timedelta(minutes=1)
    assert not claims.is_any_due(now, PAUSED_UNTIL)
    Batch.objects.create(rank=Rank.ORDINARY, due_at=later, size=1)
    assert [claims.is_any_due(at, PAUSED_UNTIL) for at in (now, later)] == [False, True]
    pause = Tick.objects.create(name=PAUSED_UNTIL, ran_at=now + timedelta(hours=1))
    assert not claims.is_any_due(later, PAUSED_UNTIL)
    pause.delete()
    Batch.objects.update(claim=7, claimed_at=now)
    assert not claims.is_any_due(later, PAUSED_UNTIL)


def test_what_is_looked_up_is_looked_up_once_a_question_and_anew_for_the_next() -> None:
    """The facts may change between two questions, and must not within one."""
    answers = iter(range(9))

    def find() -> int:
        return next(answers)

    assert [once("key", find), once("key", find)] == [0, 1]
    for first in (2, 4):
        with one_question():
            assert [once("key", find), once("key", find), once("other", find)] == [first, first, first + 1]
    with one_question(), pytest.raises(ZeroDivisionError):
        once("key", lambda: 1 // 0)
    assert once("key", find) == 6


def test_each_date_that_is_near_costs_one_statement(follower: Meet) -> None:
    follower("all")
    at, counts = timezone.now() + timedelta(days=3), []
    for number in range(3):
        record.hearing(record.prisoner(f"Person {number}"), starts_at=at)
        counts.append(len(first_queries_of(hearings.plan_reminders, timezone.now())))
    with one_question():
        within = first_queries_of(hearings.plan_reminders, timezone.now())
    # Two for all of them, and the topics of upper floors once.
    assert len(within) == 3 + 2 + len(topics._SOURCES)
    assert counts[2] - counts[1] == counts[1] - counts[0] == 1 + len(topics._SOURCES)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Three questions: the first writes and fails, the second is refused by the database, the third is asked well."""
    asked: list[datetime] = []

    def fails(now: datetime) -> int:
        Batch.objects.create(rank=Rank.ORDINARY, due_at=now, size=1)
        raise ValueError("anna@example.org")

    def refused(_now: datetime) -> int:
        Batch.objects.create(rank=Rank.ORDINARY, due_at=None, size=1)
        return 1

    def well(now: datetime) -> int:
        asked.append(now)
        Batch.objects.create(rank=Rank.URGENT, due_at=now, size=1)
        return 1

    plans = {"fails": fails, "refused": refused, "well": well}
    monkeypatch.setattr(reminders, "_PLANNERS", {name: reminders.Question(one, None) for name, one in plans.items()})
    monkeypatch.setattr(reminders, "_LAST", {"last": reminders.Question(well, None)})
    return asked


def test_question_that_fails_is_undone_and_stops_no_other(
    broken: list[datetime], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(reminders.PlannersFailed, match="fails, refused"):
        reminders.run_planners(timezone.now())
    assert len(broken) == 2
    assert set(Batch.objects.values_list("rank", flat=True)) == {Rank.URGENT}
    assert "The planner fails failed: ValueError in test_rounds.py" in caplog.text
    assert "anna@example.org" not in caplog.text


def test_round_in_which_a_question_failed_is_not_marked_as_done_and_sends_what_is_due(broken: list[datetime]) -> None:
    with pytest.raises(CommandError, match="plan what is due"):
        call_command("tick", "--once", stdout=io.StringIO())
    with pytest.raises(reminders.PlannersFailed):
        tasks.plan_due()
    assert set(Tick.objects.values_list("name", flat=True)) & {"plan", "send"} == {"send"}


def test_a_round_in_which_nothing_is_due_is_one_look_planned_once(
    follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the questions of a quarter of an hour, which the first round of it has asked."""
    # What is passed over is asked all the same in tests, but not in this one.
    monkeypatch.undo()
    follower("all")
    now = timezone.now().replace(minute=20)
    reminders.run_planners(now)
    found = first_queries_of(reminders.run_planners, now + timedelta(minutes=2))
    assert [one.partition(" ")[0] for one in found] == ["EXECUTE"]


def test_a_question_of_a_quarter_of_an_hour_is_asked_with_the_next_one(follower: Meet) -> None:
    follower("all")
    now = timezone.now().replace(minute=20)
    reminders.run_planners(now)
    assert asked(now + timedelta(minutes=4)) == set()
    # The days of readers may end in this quarter, and are looked at again within it.
    assert asked(now + timedelta(minutes=6)) == {"anniversaries", "marks"}
    assert asked(now + timedelta(minutes=10)) == {"anniversaries", "marks", "digests"}
    with afresh():
        assert asked(now) == {"anniversaries", "marks", "digests"}


#: The indexes beside one that hold no constraint.
OTHERS = """
SELECT other.indexrelid::regclass::text FROM pg_index one JOIN pg_index other USING (indrelid)
WHERE one.indexrelid = %(index)s::regclass AND other.indexrelid <> one.indexrelid
  AND NOT EXISTS (SELECT 1 FROM pg_constraint held WHERE held.conindid = other.indexrelid)
"""


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("hearings-decided", "hearing_decided"),
        ("changes", "sanction_lately"),
        ("hearing-changes", "hearing_revised_lately"),
    ],
)
def test_what_is_looked_for_at_each_round_has_an_index_of_its_own(name: str, index: str) -> None:
    """At a hundred thousand people days of facts were read; here the tables are too small for the database to mind."""
    hint = reminders._PLANNERS[name].only_if
    assert hint is not None
    looks = reminders._texts(hint, timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        # Which of several PostgreSQL takes for no rows at all hangs on when it last counted: here there is this one.
        cursor.execute(OTHERS, {"index": index})
        for (other,) in cursor.fetchall():
            cursor.execute(f'DROP INDEX "{other}"')
        plans = []
        for text, values in looks:
            cursor.execute(f"EXPLAIN SELECT EXISTS ({text})", values)
            plans += [line for (line,) in cursor.fetchall()]
    # By itself or by way of a bitmap, as the database thinks of so few rows.
    assert f" {index} " in "\n".join(plans)


def test_what_waits_is_not_read_to_its_end_in_each_round(follower: Meet) -> None:
    """Also by a plan for any instant, which the database makes after some rounds; here for thousands that wait."""
    now = timezone.now()
    hint = reminders._LAST["worn-off"].only_if
    assert hint is not None
    [(text, values)] = reminders._texts(hint, now)
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"supporter": follower("all").pk, "now": now})
        cursor.execute("ANALYZE supporters_notification")
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        looked = f"PREPARE worn_off (timestamptz, timestamptz) AS SELECT EXISTS ({text})"
        cursor.execute(looked, prepared._with_parameters(values))
        cursor.execute("EXPLAIN EXECUTE worn_off (%s, %s)", [EVER, now])
        plan = "\n".join(line for (line,) in cursor.fetchall())
        cursor.execute("DEALLOCATE worn_off")
    assert "using notification_wearing_off on" in plan
