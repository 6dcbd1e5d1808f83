"""Keeps spans and traits in step with the facts: what triggers have marked is derived again before anybody asks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction

from prisoners.chain import public_rows
from prisoners.choices import PublicationState
from prisoners.deriving import spans_of
from prisoners.models import Prisoner, Span, SpanDue, Trait
from prisoners.traits import Counted, traits_of

#: One derives at a time (a number of our own for PostgreSQL's advisory locks).
LOCK = 7_361_206
#: So many marks are worked off before a page is answered; the rest is for the clock.
AT_ONCE = 300
BATCH = 1000


def settle(most: int = AT_ONCE) -> int:
    """Derive the spans of those whose facts have changed, up to `most` marks; how many marks were worked off.

    One query where nothing has changed. Whoever reads spans calls this first and so sees what was written before.
    """
    if not SpanDue.objects.exists():
        return 0
    with transaction.atomic():
        _lock()
        due = list(SpanDue.objects.order_by("pk").values_list("pk", "prisoner_pk")[:most])
        _derive(sorted({prisoner for _pk, prisoner in due}))
        SpanDue.objects.filter(pk__in=[pk for pk, _prisoner in due]).delete()
    return len(due)


def settle_all() -> int:
    """Derive until nothing is marked; how many marks were worked off. For the clock, after imports, for commands.

    What the writings since the last time have added to the kept numbers is folded into them then.
    """
    total = 0
    while done := settle(BATCH):
        total += done
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
    _lock()
    _derive(ids)


def _lock() -> None:
    """Facts that are read after the lock are no older than the marks that are read after it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@transaction.atomic
def _alone(question: str) -> None:
    """Let the database do this while nobody derives."""
    _lock()
    with connection.cursor() as cursor:
        cursor.execute(question)


def _derive(ids: list[int]) -> None:
    """Write the spans and traits of these anew where they say something else by now; in sixteen queries.

    Most changes of facts change no span: then no span gets a new number (`prisoners.remembered` goes by these).
    """
    state = dict(Prisoner.internal.filter(pk__in=ids).order_by().values_list("pk", "state"))
    rows, kept = public_rows(list(state)), _kept(ids)
    derived = {pk: spans_of(pk, rows[pk]) for pk in state}
    for span in (span for spans in derived.values() for span in spans):
        span.is_public = state[span.prisoner_id] == PublicationState.PUBLISHED
    changed = [pk for pk in ids if [_said(span) for span in derived.get(pk, ())] != kept[pk]]
    if changed:
        Span.objects.filter(prisoner_id__in=changed).delete()
        Span.objects.bulk_create(span for pk in changed for span in derived.get(pk, ()))
    _derive_traits(ids)


def _derive_traits(ids: list[int]) -> None:
    derived, kept = traits_of(ids), defaultdict[int, dict[Counted, int]](dict)
    for pk, prisoner, *trait in Trait.objects.filter(prisoner_id__in=ids).values_list(
        "pk", "prisoner", "kind", "value"
    ):
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
    for span in Span.objects.filter(prisoner_id__in=ids).order_by("prisoner_id", "begins_on"):
        found[span.prisoner_id].append(_said(span))
    return found


def _said(span: Span) -> tuple[Any, ...]:
    return tuple(getattr(span, field.attname) for field in Span._meta.concrete_fields if not field.primary_key)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch
