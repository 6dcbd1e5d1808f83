"""Connections of workers: kept from task to task while all is well, and only then."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from celery.app.trace import build_tracer
from celery.fixups.django import DjangoWorkerFixup
from django.db import connection, transaction

from campaign.celery import app
from supporters.models import Tick

pytestmark = pytest.mark.django_db(transaction=True)
LOCK = 4_711
#: What the next task does.
_works: list[Callable[[], Any]] = []
Run = Callable[[Callable[[], Any]], tuple[str, Any]]


@app.task(name="tests.works")
def works() -> Any:
    """Do what was asked for."""
    return _works.pop()()


@pytest.fixture
def run() -> Iterator[Run]:
    """Have a task do something as a worker has it, with all that Celery does before and after; its state and answer."""
    fixup = DjangoWorkerFixup(app)
    fixup.install()
    trace = build_tracer(works.name, works, app=app)

    def as_a_worker(work: Callable[[], Any]) -> tuple[str, Any]:
        _works.append(work)
        answer, info, *_ = trace("one", (), {}, {"is_eager": False})
        return (info.state if info else "SUCCESS"), answer

    yield as_a_worker
    # Celery hears its signals for as long as this is there.
    del fixup
    connection.close()


def session() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def locks_and_fails() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    raise ValueError("fails")


def leaves_a_transaction_open() -> None:
    """As where the time of a task is up at a bad moment."""
    transaction.atomic().__enter__()
    raise ValueError("fails")


def test_tasks_that_end_well_share_one(run: Run) -> None:
    assert run(session) == run(session)


def test_one_that_was_lost_in_between_is_opened_anew(run: Run) -> None:
    state, lost = run(session)
    with connection.cursor() as cursor, pytest.raises(Exception, match="terminat"):
        cursor.execute("SELECT pg_terminate_backend(%s)", [lost])
    assert run(session)[0] == state == "SUCCESS"
    assert run(session)[1] != lost


def test_one_of_too_great_an_age_is_opened_anew(run: Run) -> None:
    before = run(session)[1]
    connection.close_at = 1
    assert run(session)[1] != before


@pytest.mark.parametrize("fails", [locks_and_fails, leaves_a_transaction_open])
def test_nothing_is_kept_of_a_task_that_failed(run: Run, fails: Callable[[], None]) -> None:
    before = run(session)[1]
    assert run(fails)[0] == "FAILURE"
    state, after = run(session)
    assert (state, connection.in_atomic_block) == ("SUCCESS", False)
    assert after != before
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s), pg_advisory_unlock(%s)", [LOCK, LOCK])
        assert cursor.fetchone() == (True, True)


def opens_a_transaction() -> None:
    transaction.atomic().__enter__()


def test_no_transaction_is_left_open_by_a_task_that_ended_well(run: Run) -> None:
    assert run(opens_a_transaction)[0] == "SUCCESS"
    run(lambda: Tick.objects.create(name="kept", ran_at=datetime(2026, 1, 1, tzinfo=UTC)) and None)
    connection.close()
    assert Tick.objects.filter(name="kept").exists()


def test_a_database_that_is_gone_without_a_word_is_given_up(run: Run) -> None:
    """In milliseconds, as libpq has it; the seconds of silence after which it is asked for a sign of life."""
    run(session)
    given = connection.connection.info.dsn_parameters
    assert (given["tcp_user_timeout"], given["keepalives_idle"]) == ("60000", "30")
