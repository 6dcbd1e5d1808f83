"""Whoever followed a record that was merged follows the one that was kept; noticed at the next tick.

What they were told of the one they were told of the other: an arrest of last week is no news for a second time.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from prisoners.models import FormerSlug
from supporters import ground
from supporters.reminders import register_planner
from supporters.services import moving

#: Moves what hangs on topics (`prisoner:7`) of records that were merged.
Mover = Callable[[Sequence[str]], None]
_MOVERS: list[Mover] = [moving.follow_kept]
merged = FormerSlug.objects.filter(merged_pk__isnull=False)


def register() -> None:
    """Have the clock ask before anything else, so that nobody misses what is due at this tick.

    And again, where a record is merged while a round asks.
    """
    register_planner("merged", follow_kept, only_if=lambda now: [merged])
    ground.register_ground(_numbers, follow_kept)


def register_mover(move: Mover) -> None:
    """Have an upper floor move what hangs there on records that were merged."""
    _MOVERS.append(move)


def follow_kept(now: datetime) -> int:
    """Move what is followed and what was told of merged records; owes nobody a mail, and so is always 0."""
    numbers = _numbers()
    # Before it is done: where it fails, that is said once, and nobody misses all other news for it.
    ground.stand_on(numbers)
    with transaction.atomic():
        for move in _MOVERS:
            move([f"prisoner:{number}" for number in sorted(numbers)])
    return 0


def _numbers() -> frozenset[int]:
    return frozenset(number for number in merged.values_list("merged_pk", flat=True) if number is not None)
