"""What the questions of a round stand on, and that none owes anything once that has moved under it.

A record may be merged into another one while a round asks. What was told of the one counts as told of the other only
once that was written down; a question that has seen the merge before would tell it again. So whatever owes something
looks at the ground last of all: each statement sees what was committed before it, so that what it does not find moved
had not moved for any statement before it either.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

#: What is true for all questions: which records were merged.
Look = Callable[[], frozenset[int]]
#: Makes good for what has moved.
Follow = Callable[[datetime], int]
_GROUNDS: list[tuple[Look, Follow]] = []
_STANDS_ON: ContextVar[frozenset[int]] = ContextVar("stands_on", default=frozenset())


class Moved(Exception):
    """The ground has moved: what the question has owed is to be taken back, and asked again."""


def register_ground(look: Look, follow: Follow) -> None:
    """Name what all questions stand on, nothing where it is empty, and what is asked again when it has moved."""
    _GROUNDS[:] = [(look, follow)]


@contextmanager
def one_round() -> Iterator[None]:
    """Within it nothing is known of the ground at first."""
    before = _STANDS_ON.set(frozenset())
    try:
        yield
    finally:
        _STANDS_ON.reset(before)


def stand_on(found: frozenset[int]) -> None:
    """Note the ground for which it is made good now."""
    _STANDS_ON.set(found)


def hold() -> None:
    """Raises Moved where the ground is another than the one that is stood on."""
    if any(look() != _STANDS_ON.get() for look, _follow in _GROUNDS):
        raise Moved


def follow(now: datetime) -> None:
    """Make good for what has moved."""
    for _look, make_good in _GROUNDS:
        make_good(now)
