"""Days and windows of days, where a bound may be unknown."""

from collections.abc import Iterable
from datetime import date

from prisoners.custody import Window
from prisoners.dates import PartialDate


def window(when: PartialDate | None, otherwise: date) -> Window:
    return Window(otherwise, otherwise) if when is None else Window(when.earliest, when.latest)


def first(when: PartialDate | None) -> date | None:
    """The first possible day (from the date itself: the columns beside it are filled only on saving)."""
    return when.earliest if when else None


def last(when: PartialDate | None) -> date | None:
    return when.latest if when else None


def low(window: Window) -> date:
    return window.earliest or date.min


def high(window: Window) -> date:
    return window.latest or date.max


def is_later(day: date | None, than: date | None) -> bool:
    return day is not None and (than is None or day > than)


def latest(days: Iterable[date | None]) -> date | None:
    """The latest of the days, or None when one of them is open."""
    known = list(days)
    return None if None in known else max(day for day in known if day is not None)
