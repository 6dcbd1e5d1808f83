"""What became of a claim whose worker is gone: by its journal, row by row."""

from datetime import timedelta

import pytest
from django.utils import timezone

from supporters import journal, outbox
from supporters.choices import NotificationState
from supporters.journal import Journal, Mark
from supporters.models import Notification
from supporters.services import outboxes
from tests.supporters.conftest import Meet, in_the_hands_of

pytestmark = pytest.mark.django_db

CLAIM = 77
SENT, QUEUED, FAILED, SENDING = (
    NotificationState.SENT,
    NotificationState.QUEUED,
    NotificationState.FAILED,
    NotificationState.SENDING,
)


@pytest.fixture
def rows(follower: Meet) -> list[Notification]:
    """Four rows in the hands of a worker: two of a kind that is sent again in doubt, two of one that is not."""
    now = timezone.now()
    for number, kind in enumerate(("release", "release", "anniversary", "anniversary")):
        anna = follower(address=f"p{number}@example.org")
        outboxes.owe(anna, kind, "subject:1", "once", due_at=now, stale_at=now + timedelta(days=1))
    in_the_hands_of(CLAIM)
    return list(Notification.objects.order_by("-kind", "pk"))


def killed_after(rows: list[Notification], marks: list[Mark]) -> None:
    kept = Journal(CLAIM)
    kept.open_for(str(row.pk) for row in rows)
    for row, mark in zip(rows, marks, strict=True):
        kept.put(str(row.pk), mark)
    kept.close()


def states(rows: list[Notification]) -> list[str]:
    return [Notification.objects.get(pk=row.pk).state for row in rows]


@pytest.mark.parametrize(
    ("mark", "after"),
    [
        (Mark.UNTOUCHED, [QUEUED] * 4),
        (Mark.LEAVING, [QUEUED, QUEUED, FAILED, FAILED]),
        (Mark.TAKEN, [SENT] * 4),
        (Mark.NOT_TAKEN, [QUEUED] * 4),
    ],
)
def test_each_mark_has_its_end(rows: list[Notification], mark: Mark, after: list[str]) -> None:
    killed_after(rows, [mark] * 4)
    assert outbox.take_back() == 4
    assert states(rows) == after
    assert journal.marks_of(CLAIM) is None
    assert outbox.take_back() == 0


def test_one_in_doubt_puts_no_other_in_doubt(rows: list[Notification]) -> None:
    killed_after(rows, [Mark.TAKEN, Mark.UNTOUCHED, Mark.LEAVING, Mark.UNTOUCHED])
    outbox.take_back()
    assert states(rows) == [SENT, QUEUED, FAILED, QUEUED]


def test_claim_of_a_worker_that_still_hands_over_is_left_alone(rows: list[Notification]) -> None:
    """As after a restart of the database: the lock of its session is gone, the worker is not."""
    kept = Journal(CLAIM)
    assert outbox.take_back() == 0
    assert states(rows) == [SENDING] * 4
    kept.close()
    assert outbox.take_back() == 4


def test_a_worker_that_died_before_it_had_written_a_mail_puts_none_in_doubt(rows: list[Notification]) -> None:
    Journal(CLAIM).close()
    assert outbox.take_back() == 4
    assert states(rows) == [QUEUED] * 4


def test_after_the_fall_of_this_machine_its_journals_prove_nothing(
    rows: list[Notification], monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_after(rows, [Mark.UNTOUCHED] * 4)
    path = journal._path(CLAIM)
    said = path.read_bytes()
    path.write_bytes(said[: journal.HOST_BYTES] + b"another boot".ljust(36) + said[journal.HEAD_BYTES :])
    outbox.take_back()
    assert states(rows) == [QUEUED, QUEUED, FAILED, FAILED]


def test_the_journal_of_another_machine_is_believed(rows: list[Notification]) -> None:
    killed_after(rows, [Mark.TAKEN] * 4)
    path = journal._path(CLAIM)
    path.write_bytes(b"another host and its boot".ljust(journal.HEAD_BYTES) + path.read_bytes()[journal.HEAD_BYTES :])
    outbox.take_back()
    assert states(rows) == [SENT] * 4


def test_without_a_journal_all_of_the_claim_is_in_doubt(rows: list[Notification]) -> None:
    assert outbox.take_back() == 4
    assert states(rows) == [QUEUED, QUEUED, FAILED, FAILED]


def test_a_journal_that_was_cut_short_tells_what_it_has(rows: list[Notification], settings: object) -> None:
    killed_after(rows, [Mark.TAKEN] * 4)
    path = journal._path(CLAIM)
    path.write_bytes(path.read_bytes()[: journal.HEAD_BYTES + 2 * journal.ENTRY + 5])
    outbox.take_back()
    assert states(rows) == [SENT, SENT, QUEUED, QUEUED]


def test_a_claim_that_ended_well_leaves_nothing(rows: list[Notification]) -> None:
    kept = Journal(CLAIM)
    kept.open_for([str(rows[0].pk)])
    kept.put(str(rows[0].pk), Mark.TAKEN)
    kept.forget()
    assert journal.marks_of(CLAIM) is None
