"""Keeps spans and traits in step with the facts: what triggers have marked is derived again before anybody asks.

Nobody who asks waits for somebody who writes: whose rows another transaction holds, as while they are deleted, stay
marked, and what is kept of numbers is not read until they are derived (`prisoners.spans.are_counted`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, cast

from django.db import OperationalError, connection, transaction
from psycopg2.errors import DiskFull, LockNotAvailable

from prisoners.chain import public_rows
from prisoners.choices import PublicationState
from prisoners.deriving import spans_of
from prisoners.few import within
from prisoners.models import GapMark, Prisoner, Span, SpanDue, Trait
from prisoners.prepared import Prepared
from prisoners.traits import Counted, traits_of

#: One derives at a time (a number of our own for PostgreSQL's advisory locks).
LOCK = 7_361_206
#: So many marks are worked off before a page is answered; the rest is for the clock.
AT_ONCE = 300
BATCH = 1000
#: So long a page waits for those who derive at the same moment.
PATIENCE = "250ms"
#: Who is deleted loses spans and traits first, and the row of the person at the end.
BUSY = """
WITH people AS (SELECT id FROM prisoners_prisoner WHERE id = ANY(%(ids)s::bigint[]) FOR KEY SHARE SKIP LOCKED),
    spans AS (SELECT id FROM prisoners_span WHERE prisoner_id = ANY(%(ids)s::bigint[]) FOR UPDATE SKIP LOCKED),
    traits AS (SELECT id FROM prisoners_trait WHERE prisoner_id = ANY(%(ids)s::bigint[]) FOR UPDATE SKIP LOCKED)
SELECT id FROM prisoners_prisoner WHERE id = ANY(%(ids)s::bigint[]) AND id NOT IN (SELECT id FROM people)
UNION SELECT prisoner_id FROM prisoners_span
    WHERE prisoner_id = ANY(%(ids)s::bigint[]) AND id NOT IN (SELECT id FROM spans)
UNION SELECT prisoner_id FROM prisoners_trait
    WHERE prisoner_id = ANY(%(ids)s::bigint[]) AND id NOT IN (SELECT id FROM traits)
"""

#: What is known of people, and what is kept of them so far.
_STATES = Prepared(lambda whom: Prisoner.internal.filter(within("pk", whom)).order_by().values_list("pk", "state"))
_SPANS = Prepared(lambda whom: Span.objects.filter(within("prisoner", whom)).order_by("prisoner_id", "begins_on"))
_TRAITS = Prepared(
    lambda whom: Trait.objects.filter(within("prisoner", whom)).values_list("pk", "prisoner", "kind", "value")
)


def settle(most: int = AT_ONCE) -> int:
    """Derive the spans of those whose facts have changed, up to `most` marks; how many marks were worked off.

    One query where nothing has changed. Whoever reads spans calls this first and so sees what was written before,
    unless another transaction keeps it for longer than `PATIENCE`: then what it keeps stays marked. So does all where
    the disk is full: who reads is shown what is kept.
    """
    if not SpanDue.objects.exists():
        return 0
    try:
        with transaction.atomic(), _patience():
            return len(_work_off(most)[0])
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable | DiskFull):
            return 0
        raise


def settle_all() -> int:
    """Derive until nothing is marked but what others hold; how many marks. For the clock, after imports, for commands.

    What the writings since the last time have added to the kept numbers is folded into them then.
    """
    total, last = 0, cast(int | None, 0)
    while last is not None:
        done, last = _work_off(BATCH, last)
        total += len(done)
    _alone("SELECT prisoners_fold()")
    return total


def derive_all() -> int:
    """Throw all spans away and derive them again, a batch a transaction; how many prisoners there are."""
    ids = Prisoner.internal.order_by("pk").values_list("pk", flat=True)
    count = 0
    for batch in _batches(ids.iterator(chunk_size=BATCH)):
        derive(batch)
        count += len(batch)
    recount()
    return count


def recount() -> None:
    """Count anew what triggers keep of spans and traits: for rows that were written past the triggers."""
    _alone("SELECT prisoners_recount()")


@transaction.atomic
def derive(ids: list[int]) -> None:
    """Derive the spans of these prisoners again, whether or not anything is marked."""
    lock()
    _derive(ids)


@transaction.atomic
def _work_off(most: int, after: int = 0) -> tuple[list[int], int | None]:
    """Of up to `most` marks behind that number: those that are worked off, and the last; None where there are none."""
    lock()
    due = dict(SpanDue.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "prisoner_pk")[:most])
    free = set(due.values()) - _busy(list(due.values()))
    _derive(sorted(free))
    done = [pk for pk, prisoner in due.items() if prisoner in free]
    SpanDue.objects.filter(pk__in=done).delete()
    return done, max(due, default=None)


def _busy(ids: list[int]) -> set[int]:
    """Those of these whose rows another transaction holds, so that to derive them would wait; the others are held."""
    with connection.cursor() as cursor:
        cursor.execute(BUSY, {"ids": ids})
        return {pk for (pk,) in cursor.fetchall()}


@contextmanager
def _patience() -> Iterator[None]:
    """Within this, no statement waits for a lock longer than `PATIENCE`; a transaction around it is as it was after."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lock_timeout'), set_config('lock_timeout', %s, true)", [PATIENCE])
        before = cursor.fetchone()[0]
    yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [before])


def lock() -> None:
    """Let one derive at a time, until the transaction ends.

    Facts that are read after the lock are no older than the marks that are read after it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@transaction.atomic
def _alone(question: str) -> None:
    """Let the database do this while nobody derives."""
    lock()
    with connection.cursor() as cursor:
        cursor.execute(question)


def _derive(ids: list[int]) -> None:
    """Write the spans and traits of these anew where they say something else by now; in seventeen queries.

    Most changes of facts change no span: then no span gets a new number (`prisoners.remembered` goes by these).
    """
    state = dict(_STATES.of(ids))
    rows, kept = public_rows(list(state)), _kept(ids)
    derived = {pk: spans_of(pk, rows[pk]) for pk in state}
    for span in (span for spans in derived.values() for span in spans):
        span.is_public = state[span.prisoner_id] == PublicationState.PUBLISHED
    changed = [pk for pk in ids if [_said(span) for span in derived.get(pk, ())] != kept[pk]]
    if changed:
        Span.objects.filter(prisoner_id__in=changed).delete()
        Span.objects.bulk_create(span for pk in changed for span in derived.get(pk, ()))
    _derive_traits(ids)
    # What the desk keeps of their gaps is found out when it is asked for, or by the clock.
    GapMark.objects.filter(prisoner_pk__in=ids).delete()


def _derive_traits(ids: list[int]) -> None:
    derived, kept = traits_of(ids), defaultdict[int, dict[Counted, int]](dict)
    for pk, prisoner, *trait in _TRAITS.of(ids):
        kept[prisoner][trait[0], trait[1]] = pk
    gone = [pk for one in ids for trait, pk in kept[one].items() if trait not in derived[one]]
    new = [(one, *trait) for one in ids for trait in sorted(derived[one] - set(kept[one]))]
    if gone:
        Trait.objects.filter(pk__in=gone).delete()
    if new:
        Trait.objects.bulk_create(Trait(prisoner_id=one, kind=kind, value=value) for one, kind, value in new)


def _kept(ids: list[int]) -> dict[int, list[tuple[Any, ...]]]:
    """What the spans of each of these say so far, oldest first."""
    found: dict[int, list[tuple[Any, ...]]] = {pk: [] for pk in ids}
    for span in _SPANS.of(ids):
        found[span.prisoner_id].append(_said(span))
    return found


def _said(span: Span) -> tuple[Any, ...]:
    return tuple(getattr(span, field.attname) for field in Span._meta.concrete_fields if not field.primary_key)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch
