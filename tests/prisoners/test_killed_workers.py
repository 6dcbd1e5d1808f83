"""A worker that is killed in the middle of a long file: nothing is done by halves, and the next one does it whole.

Each waits for a table that somebody else has locked, so that it is killed at one place, however fast the machine is.
"""

import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client

from campaign import environment
from prisoners.choices import ErrandState
from prisoners.import_errands import run_next
from prisoners.models import Batch, Errand, Prisoner, Sanction
from tests.locks import kill
from tests.prisoners.long_files import (
    ROWS,
    beside,
    confirm,
    hand_over,
    looked_at,
    page_of,
    people,
)
from tests.waiting import until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("few_are_long")]


def _worker() -> subprocess.Popen[bytes]:
    """A process of its own that does what is asked for, as a worker of Celery does."""
    told = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    values = {
        **environment.current(),
        "DATABASE_URL": urlunsplit(told._replace(path=f"/{name}")),
        "PRIVATE_DIR": str(django_settings.PRIVATE_DIR),
    }
    words = "import django; django.setup(); from prisoners.import_errands import run_next; run_next()"
    return subprocess.Popen([sys.executable, "-c", words], env=values)


def _killed(table: str, stage: str) -> None:
    """Have a worker killed that has come so far and waits for a table."""
    with beside() as cursor:
        cursor.execute(f"BEGIN; LOCK TABLE {table}")
        worker = _worker()
        assert until(lambda: Errand.internal.latest("asked_at").stage == stage or worker.poll() is not None, 120)
        worker.kill()
    # What it asked of the database ends when the table is free.
    kill(worker)
    assert Errand.internal.latest("asked_at").stage == stage, "the worker ended before it could be killed"


def test_look_of_a_killed_worker_is_begun_again_and_comes_to_an_end(alice: Client) -> None:
    address = hand_over(alice, people())
    _killed("prisoners_prisoner", "finding")
    errand = Errand.internal.get()
    assert (errand.state, errand.tries) == (ErrandState.ASKED, 1)
    run_next()
    assert Errand.internal.get().state == ErrandState.DONE
    assert "fingerprint" in page_of(alice, address)


def test_writing_of_a_killed_worker_leaves_nothing_and_is_done_whole_the_next_time(alice: Client) -> None:
    address = looked_at(alice, people())
    confirm(alice, address)
    _killed("prisoners_sanction IN SHARE MODE", "keeping")
    assert not Prisoner.internal.exists()
    assert not Batch.internal.exists()
    run_next()
    assert (Batch.internal.count(), Prisoner.internal.count()) == (1, ROWS)


def test_taking_back_of_a_killed_worker_leaves_all_and_is_done_whole_the_next_time(alice: Client, batch: Batch) -> None:
    alice.post(f"/staff/prisoners/batch/{batch.pk}/change/")
    _killed("prisoners_prisoner IN SHARE MODE", "removing")
    assert (Prisoner.internal.count(), Sanction.internal.count()) == (ROWS, ROWS)
    run_next()
    assert not Prisoner.internal.exists()
