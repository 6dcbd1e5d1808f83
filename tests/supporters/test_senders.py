"""The process that sends, as it is deployed: two of them at work, told to stop in the middle of an appeal."""

import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.utils import timezone

from campaign import environment
from campaign.bench import planted
from campaign.celery import app
from campaign.processes import EVERYWHERE, process
from campaign.service_urls import broker
from supporters import outbox, reminders
from supporters.choices import NotificationState
from supporters.models import Batch, Notification
from tests.supporters import record
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db(transaction=True)

#: More than one sender claims at once.
READERS = 2400
PATIENCE = 120.0


@contextmanager
def senders(count: int, sink: Sink, folder: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """That many, on the database and the broker of this test, sending into this test's server."""
    told, chosen = environment.current(), process("sender")
    given = {
        "DATABASE_URL": f"{told['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}",
        "EMAIL_URL": f"smtp://{sink.host}:{sink.port}",
        "TOMBSTONE_DIR": str(folder / "tombstones"),
        "WORKER_PROCESSES": "1",
    }
    values = {**told, **EVERYWHERE, **chosen.environment, **given}
    running = [subprocess.Popen(chosen.argv, env=values, cwd=django_settings.BASE_DIR) for _number in range(count)]
    try:
        yield running
    finally:
        for one in running:
            one.kill()
            one.wait()


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def at_work() -> int:
    """How many workers have something in their hands: a claim is a lock of the session that made it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT pid) FROM pg_locks JOIN supporters_batch"
            " ON claim = (classid::bigint << 32 | objid::bigint) WHERE locktype = 'advisory'"
        )
        return cursor.fetchone()[0]


def states() -> Counter[str]:
    return Counter(Notification.objects.values_list("state", flat=True))


def test_two_senders_told_to_stop_in_mid_batch_lose_no_mail_and_send_none_twice(sink: Sink, tmp_path: Path) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(days=3))
    planted.followers(READERS)
    assert reminders.run_planners(timezone.now()) == READERS
    # One of them has three claims in hand, some fifteen hundred mails, for longer than the other takes to come up.
    sink.takes = 0.5
    with senders(2, sink, tmp_path) as running:
        # The settings of a parallel run may have been read before each of its processes had a Redis of its own.
        with app.connection_for_write(broker(environment.current()["REDIS_URL"])) as redis:
            for _ring in running:
                app.send_task("supporters.tasks.send_due", connection=redis)
        wait_for(lambda: at_work() == len(running) and len(sink.envelopes) > 0)
        for one in running:
            one.send_signal(signal.SIGTERM)
        assert [one.wait(PATIENCE) for one in running] == [0, 0]
    came = len(sink.envelopes)
    # Every mail that arrived is known to have, and all others wait, in nobody's hands.
    assert states() == {NotificationState.SENT: came, NotificationState.QUEUED: READERS - came}
    assert 0 < came < READERS
    assert not Batch.objects.exclude(claim=None).exists()
    sink.takes = 0.0
    outbox.deliver()
    recipients = Counter(envelope.rcpt_tos[0] for envelope in sink.envelopes)
    assert (len(recipients), set(recipients.values())) == (READERS, {1})
    assert states() == {NotificationState.SENT: READERS}
