"""What is looked up while one question is asked: once, so that what is judged is what is told, and no longer.

Whether a mail is still true, under which topics it is told and which facts it tells are three questions of a kind;
all three are about the same row at the same moment.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from django.utils.translation import get_language

Found = TypeVar("Found")
_KNOWN: ContextVar[dict[Hashable, object] | None] = ContextVar("known", default=None)


@contextmanager
def one_question() -> Iterator[None]:
    """What is looked up within is looked up once."""
    before = _KNOWN.set({})
    try:
        yield
    finally:
        _KNOWN.reset(before)


def once(key: Hashable, find: Callable[[], Found]) -> Found:
    """What `find` gives in the active language; within one question it is asked the first time only.

    A question is asked for readers of several languages, and what is found may hold words.
    """
    return rows_once((get_language(), key), find)


def rows_once(key: Hashable, find: Callable[[], Found]) -> Found:
    """The same once for all languages: for rows, which say their words in whatever language is active."""
    known = _KNOWN.get()
    if known is None:
        return find()
    if key not in known:
        known[key] = find()
    return cast(Found, known[key])
