"""Keeps of whom the chain leaves something open, so that the desk can ask it of everybody at once."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from prisoners.chain import Rows, days_of_change, outline_of
from prisoners.gaps import gaps_of, rows_of_all
from prisoners.models import GapMark, Prisoner
from prisoners.services.spans import lock, settle

#: So many chains are looked at in one transaction (pages that derive wait for it), for a page, and by the clock.
BATCH, AT_ONCE, AT_A_TICK = 50, 100, 2000
#: After so long everybody is looked at again.
LOOK_AGAIN = timedelta(days=31)


def keep_gaps(today: date, most: int = AT_ONCE) -> int:
    """Look at the chains of up to `most` people of whom it is not known (any more) on a day; how many they were."""
    settle()
    done = 0
    while done < most and (looked_at := _look(today, min(BATCH, most - done))):
        done += looked_at
    return done


def with_gaps() -> QuerySet[GapMark]:
    """The marks of those whose chain leaves something open, as far as they have been looked at."""
    return GapMark.objects.filter(is_open=True)


def unknown(today: date) -> QuerySet[Prisoner]:
    """Those at whose chain nobody has looked since their facts have changed, or a day has come that may change it."""
    known = GapMark.objects.filter(prisoner_pk=OuterRef("pk"), holds_until__gt=today)
    return Prisoner.internal.filter(~Exists(known)).order_by("pk")


@transaction.atomic
def _look(today: date, most: int) -> int:
    # What changes meanwhile is marked, and takes the row away when it is derived.
    lock()
    ids = list(unknown(today).values_list("pk", flat=True)[:most])
    rows = rows_of_all(ids) if ids else {}
    marks = [
        GapMark(prisoner_pk=pk, is_open=bool(gaps_of(rows[pk], today)), holds_until=_until(rows[pk], today))
        for pk in ids
    ]
    GapMark.objects.bulk_create(
        marks, update_conflicts=True, unique_fields=["prisoner_pk"], update_fields=["is_open", "holds_until"]
    )
    return len(ids)


def _until(rows: Rows, today: date) -> date:
    """The next day on which the chain may say something else."""
    turns = {*days_of_change(rows), *outline_of(rows, today).turns_on}
    return min([day for day in turns if day > today] + [today + LOOK_AGAIN])
