"""What is dear to count in the whole public record, kept for a minute at most and until any fact is written.

The database says whether anything was written: each fact leaves a row of history by trigger, whatever path it took, and
each of those takes a number of a sequence. So a number that is kept is asked for by the sum of them. Sequences run
ahead of the transactions that take their numbers: who counts between a writing and its end may keep what was before,
and the minute ends that.
"""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, cast

from django.apps import apps
from django.core.cache import caches
from django.core.paginator import Paginator
from django.db import connection
from django.utils.functional import cached_property

from prisoners.services.spans import settle

_Value = TypeVar("_Value")


def remembered(what: tuple[Any, ...], count: Callable[[], _Value]) -> _Value:
    """What `count` gives, from the memory of this process where nothing was written since; `what` tells it apart.

    Within a transaction nothing is kept and nothing kept is used: what it has written may be taken back.
    """
    if connection.in_atomic_block:
        return count()
    key = sha256(f"{_last_change()} {what!r}".encode()).hexdigest()
    found = caches["numbers"].get(key)
    if found is None:
        # Spans of facts that changed after the page had settled them must not be kept under the newer number.
        settle()
        found = (count(),)
        caches["numbers"].set(key, found)
    return cast(tuple[_Value], found)[0]


class CountedPaginator(Paginator):
    """Pages of rows whose number is counted by `total`."""

    def __init__(self, rows: Any, per_page: int, total: Callable[[], int]) -> None:
        super().__init__(rows, per_page)
        self._total = total

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return self._total()


def _last_change() -> int:
    """A number that is higher after each writing of a fact."""
    with connection.cursor() as cursor:
        cursor.execute(_question())
        return int(cursor.fetchone()[0])


@cache
def _question() -> str:
    """The sum of the sequences of all histories of the record; `is_called` tells the first number from none."""
    tables = sorted(
        model._meta.db_table
        for model in apps.get_app_config("prisoners").get_models()
        if hasattr(model, "pgh_tracked_model")
    )
    numbers = (f'(SELECT last_value + is_called::int FROM "{table}_pgh_id_seq")' for table in tables)  # noqa: S608 - our own tables
    return f"SELECT {' + '.join(numbers)}"
