"""The value of a cell, without what one cannot see in it and what no list means by it."""

from datetime import date, datetime, time
from typing import Any

Value = str | int | float | bool | date | None

#: No cell of a list counts so many; what calculates with numbers need not be ready for more.
MOST_NUMBER = 10**15
#: What one cannot see at the ends of a cell: blanks of every kind, and the marks of order and direction.
UNSEEN = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff\u200b\u200e\u200f\u061c"


def plain(value: Any) -> Value:
    """Days for midnights, whole numbers without a fraction, None for blank; what is beyond all numbers stays a text."""
    if isinstance(value, str):
        return value.strip(UNSEEN) or None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float) and not abs(value) < MOST_NUMBER:
        return f"{value:.3g}" if isinstance(value, float) else str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool | int | float | date) or value is None:
        return value
    return value.isoformat() if isinstance(value, time) else str(value)
