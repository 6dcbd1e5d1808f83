"""What is dear to count in the whole public record, kept for a minute at most and until any fact is written.

The database says whether anything was written: each fact leaves a row of history by trigger, whatever path it took, and
each of those takes a number of a sequence. So a number that is kept is asked for by the sum of them, or of those of the
models from which it is counted: a court date that moves does not make anybody count countries anew. Sequences run
ahead of the transactions that take their numbers: who counts between a writing and its end may keep what was before,
and the minute ends that.
"""

from collections.abc import Callable, Collection
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, cast

from django.apps import apps
from django.core.cache import caches
from django.db import connection
from django.db.models import Model

from prisoners.models import Span
from prisoners.services.spans import settle

_Value = TypeVar("_Value")
Models = Collection[type[Model]]


def remembered(what: tuple[Any, ...], count: Callable[[], _Value], of: Models = ()) -> _Value:
    """What `count` gives, from the memory of this process where nothing was written since; `what` tells it apart.

    `of` names all models whose rows `count` asks, as far as they are written by hand, and `Span` for the spans; any
    fact of the record without it. Within a transaction nothing is kept and nothing kept is used: what it has written
    may be taken back.
    """
    if connection.in_atomic_block:
        return count()
    asks_spans = not of or Span in of
    if asks_spans:
        # What is marked becomes rows of spans, by whose numbers it is asked.
        settle()
    key = sha256(f"{_last_change(frozenset(of))} {what!r}".encode()).hexdigest()
    found = caches["numbers"].get(key)
    if found is None:
        if asks_spans:
            # Spans of facts that changed after the page had settled them must not be kept under the newer number.
            settle()
        found = (count(),)
        caches["numbers"].set(key, found)
    return cast(tuple[_Value], found)[0]


def _last_change(of: frozenset[type[Model]]) -> int:
    """A number that is higher after each writing of these."""
    with connection.cursor() as cursor:
        cursor.execute(_question(of))
        return int(cursor.fetchone()[0])


@cache
def _question(of: frozenset[type[Model]]) -> str:
    """The sum of the sequences of the histories; `is_called` tells the first number from none."""
    # A higher floor names its own models; without a name it is the record that is meant.
    models = apps.get_models() if of else apps.get_app_config("prisoners").get_models()
    histories = [one for one in models if hasattr(one, "pgh_tracked_model")]
    wanted = sorted(f"{one._meta.db_table}_pgh_id_seq" for one in histories if not of or one.pgh_tracked_model in of)
    if not of or Span in of:
        wanted.append(f"{Span._meta.db_table}_id_seq")
    numbers = (f'(SELECT last_value + is_called::int FROM "{name}")' for name in wanted)  # noqa: S608 - our own tables
    return f"SELECT {' + '.join(numbers)}"
