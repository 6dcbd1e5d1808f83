"""Errands: what is asked of a worker about a long file; its row is the queue, and lasts when a worker does not."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language

from prisoners.choices import ErrandKind, ErrandState
from prisoners.importing import waiting
from prisoners.importing.pace import Pace, Row
from prisoners.importing.refusals import FileRefused
from prisoners.models import Batch, Errand, Staff

#: Whoever holds this works on an errand: one at a time, for each takes hundreds of megabytes and a processor. A number
#: of our own for PostgreSQL's advisory locks; it is free the moment its worker dies.
LOCK = 7_361_206
#: So often an errand is begun; where none came to an end, it is told so.
MOST_TRIES = 3
MOST_LISTED = 20
#: What was chosen (and the name of the file), and what came of it.
CHOSEN, ANSWER = "chosen", "answer"
#: Seconds between two notes of how far it has come, and rows between two looks at the clock.
NOTED_EVERY = 1.0
ROWS_BETWEEN = 20

NOTE = """
UPDATE prisoners_errand SET stage = %(stage)s, rows_done = %(done)s, rows = %(rows)s
WHERE upload = %(upload)s AND state = 'asked' AND asked_at = %(asked_at)s
"""


class Stopped(Exception):
    """Somebody does not want it any more; what was written for it goes with its transaction."""


def of(upload: UUID, by: Staff) -> Errand | None:
    """The errand of a file that this colleague handed over, or of an import that is taken back; or None."""
    is_seen = Q(asked_by=by) | Q(kind=ErrandKind.UNDO)
    return Errand.internal.filter(is_seen, upload=upload).select_related("batch", "asked_by").first()


def undoing(batch: Batch) -> Errand | None:
    """The last time somebody asked for an import to be taken back by a worker, or None."""
    asked = Errand.internal.filter(batch=batch, kind=ErrandKind.UNDO).select_related("asked_by")
    return asked.order_by("-asked_at").first()


@transaction.atomic
def ask_to_undo(batch: Batch, by: Staff) -> None:
    """Ask for an import to be taken back; what is asked for already is not asked for again."""
    Batch.internal.select_for_update(of=("self",)).get(pk=batch.pk)
    found = undoing(batch)
    if found is not None and found.state == ErrandState.ASKED:
        return
    fresh = Errand(upload=uuid4(), asked_by=by, kind=ErrandKind.UNDO, batch=batch, asked_at=timezone.now())
    fresh.language = get_language() or "en"
    fresh.save()


def that_wait(by: Staff) -> list[tuple[Errand, str]]:
    """What this colleague has asked for of files that are there still, with their names; the newest first."""
    rows = (
        Errand.internal.filter(asked_by=by, batch=None).select_related("asked_by").order_by("-asked_at")[:MOST_LISTED]
    )
    found = []
    for one in rows:
        with suppress(FileRefused):
            found.append((one, str(chosen_for(one)["name"])))
    return found


@transaction.atomic
def ask(upload: UUID, by: Staff, kind: ErrandKind, chosen: dict[str, Any]) -> None:
    """Ask for something to be done with a file. What is asked for already, or written, is not asked for again."""
    found = Errand.internal.select_for_update().filter(upload=upload).first()
    if found is not None and (found.state == ErrandState.ASKED or found.batch_id is not None):
        return
    waiting.keep_beside(upload, by, CHOSEN, chosen)
    # Writing says the sentences of the look that is confirmed again, or it would not be what was shown.
    language = found.language if found is not None and kind == ErrandKind.WRITE else get_language()
    fresh = Errand(upload=upload, asked_by=by, kind=kind, language=language or "en", asked_at=timezone.now())
    fresh.save()


def stop(errand: Errand) -> bool:
    """Ask for it no more; False where it is done already. Whoever works on it finds out within a second or so."""
    asked = Errand.internal.filter(pk=errand.pk, state=ErrandState.ASKED)
    return bool(asked.update(state=ErrandState.STOPPED))


def forget(upload: UUID) -> None:
    """Nothing is left of a file, of what was asked about it and of what was found."""
    Errand.internal.filter(pk=upload).delete()
    waiting.forget(upload)


def purge(now: datetime, dry_run: bool = False) -> dict[str, int]:
    """Forget files that waited for more than a day, and what was asked about them; `now` is aware."""
    if not dry_run:
        Errand.internal.filter(asked_at__lt=now - waiting.KEPT_FOR).delete()
    return waiting.purge(now, dry_run)


@contextmanager
def taken() -> Iterator[Errand | None]:
    """The errand that was asked for first, while the block lasts; None where there is none, or a worker has one."""
    if not Errand.internal.filter(state=ErrandState.ASKED).exists() or not _locks("pg_try_advisory_lock"):
        yield None
        return
    try:
        yield _first()
    finally:
        if connection.is_usable():
            _locks("pg_advisory_unlock")


def done(errand: Errand, answer: dict[str, Any]) -> None:
    """It came to an end, with this answer. Raises Stopped."""
    with transaction.atomic():
        # The row first: nothing is left of what somebody put away meanwhile.
        _end(errand, errand.batch)
        waiting.keep_beside(errand.upload, errand.asked_by, ANSWER, answer)


def written(errand: Errand, batch: Batch | None) -> None:
    """The import is written, or taken back; in the transaction of that, so both hold or neither. Raises Stopped."""
    _end(errand, batch)


def answer_of(errand: Errand) -> dict[str, Any]:
    """What came of it. Raises FileRefused when that is gone."""
    found: dict[str, Any] = waiting.read_beside(errand.upload, errand.asked_by, ANSWER)
    return found


def chosen_for(errand: Errand) -> dict[str, Any]:
    """What was chosen when it was asked for. Raises FileRefused when that is gone."""
    found: dict[str, Any] = waiting.read_beside(errand.upload, errand.asked_by, CHOSEN)
    return found


class Noted(Pace):
    """Notes in the row how far an errand has come, on a connection beside the transaction in which it writes.

    Going on raises Stopped where it is not asked for any more.
    """

    def __init__(self, errand: Errand) -> None:
        self.errand, self.beside, self.noted_at = errand, connection.copy(), 0.0

    def begin(self, stage: str) -> None:
        self._note(stage, 0, 0)

    def over(self, stage: str, rows: Collection[Row]) -> Iterator[Row]:
        if rows:
            self._note(stage, 0, len(rows))
        for number, row in enumerate(rows):
            if number % ROWS_BETWEEN == 0 and monotonic() - self.noted_at > NOTED_EVERY:
                self._note(stage, number, len(rows))
            yield row

    def close(self) -> None:
        """The connection is needed no more."""
        self.beside.close()

    def _note(self, stage: str, done: int, rows: int) -> None:
        self.noted_at = monotonic()
        what: dict[str, Any] = {"stage": stage, "done": done, "rows": rows}
        with self.beside.cursor() as cursor:
            cursor.execute(NOTE, {**what, "upload": self.errand.upload, "asked_at": self.errand.asked_at})
            if not cursor.rowcount:
                raise Stopped


def _first() -> Errand | None:
    """The one that waits longest, begun once more."""
    found = Errand.internal.filter(state=ErrandState.ASKED).select_related("asked_by", "batch").first()
    if found is None:
        return None
    same = Errand.internal.filter(pk=found.pk, state=ErrandState.ASKED, asked_at=found.asked_at)
    same.update(begun_at=timezone.now(), tries=F("tries") + 1, stage="", rows_done=0, rows=0)
    found.tries += 1
    return found


def _end(errand: Errand, batch: Batch | None) -> None:
    same = Errand.internal.filter(pk=errand.pk, state=ErrandState.ASKED, asked_at=errand.asked_at)
    if not same.update(state=ErrandState.DONE, batch=batch):
        raise Stopped


def _locks(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [LOCK])
        return bool(cursor.fetchone()[0])
