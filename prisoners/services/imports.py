"""Imports: everything that a spreadsheet says is written at once, as drafts, and can be taken back as a whole."""

import hashlib
from dataclasses import dataclass, field

import pghistory
from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.importing.outlines import CHANGED, NEW, Outline
from prisoners.importing.pace import SILENT, Pace
from prisoners.models import Batch, BatchLeft, Source, Staff
from prisoners.services.import_writing import Writer
from prisoners.services.refusals import refuse_if

#: One import at a time (a number of our own for PostgreSQL's advisory locks).
LOCK = 7_361_205

NOTHING_TO_DO = _("Nothing changes: the record already says all of this.")


@dataclass(frozen=True)
class File:
    """The file that is imported, as the record remembers it."""

    name: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@transaction.atomic
def write(outline: Outline, file: File, by: Staff | None, pace: Pace = SILENT) -> Batch:
    """Write everything that an outline proposes; rows that are refused or held are left out.

    All rows are drafts that rest on the file and on the sources of their row. Raises RecordRefused with the row.
    """
    refuse_if([] if outline.is_change else [NOTHING_TO_DO])
    batch = Batch.internal.create(
        file_name=file.name[:200],
        digest=file.digest,
        imported_by=by,
        imported_at=timezone.now(),
        counts={name: outline.count(name) for name in (NEW, CHANGED)},
    )
    batch.source = _source_of(file)
    # The history then says which import it was; and with no context at all each row would raise and catch an error.
    with pghistory.context(batch=batch.pk):
        _write_rows(outline, batch, batch.source, pace)
    _remember_left(outline, batch)
    batch.imported_at = timezone.now()
    batch.save()
    return batch


def _remember_left(outline: Outline, batch: Batch) -> None:
    """What readers would have seen at once stays known, for whoever publishes."""
    BatchLeft.internal.bulk_create(
        BatchLeft(
            batch=batch,
            prisoner=one.prisoner,
            sheet=one.wanted.sheet,
            row=one.wanted.row,
            column=diff.column,
            old=diff.old,
            new=diff.new,
        )
        for one in outline.left
        if one.prisoner is not None
        for diff in one.left
    )


def lock() -> None:
    """Wait until no other import writes; inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _write_rows(outline: Outline, batch: Batch, source: Source, pace: Pace) -> None:
    """Many at once; where the database refuses that, one by one, so that the row at fault can be named."""
    try:
        with transaction.atomic():
            Writer(outline, batch, source, at_once=True, pace=pace).write_all()
    except (DataError, IntegrityError):
        Writer(outline, batch, source, at_once=False, pace=pace).write_all()


def _source_of(file: File) -> Source:
    """The file as a source. Its name is nobody's business but the staff's, so it is confidential."""
    values = {
        "title": file.name[:400],
        "is_confidential": True,
        "accessed_on": timezone.now().date(),
        "note": "Imported spreadsheet",
    }
    return Source.internal.get_or_create(key=f"import-{file.digest[:24]}", defaults=values)[0]
