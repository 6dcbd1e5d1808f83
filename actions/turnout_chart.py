"""Turnout by city as bars, drawn on the server: the sure part full, the possible part light; a table says the same."""

from collections.abc import Sequence
from typing import Any

WIDTH = 480  # units of the drawing, as on the maps
ROW, BAR, RIGHT = 34, 12, 120


def turnout_chart(rows: Sequence[tuple[str, int, int]]) -> dict[str, Any] | None:
    """What `components/turnout_chart.html` draws of cities with their least and most; None where nobody counted."""
    if not rows:
        return None
    scale = (WIDTH - RIGHT) / max(1, max(high for _city, _low, high in rows))
    bars = [_bar(number, row, scale) for number, row in enumerate(rows)]
    return {"width": WIDTH, "height": ROW * len(rows), "bars": bars}


def _bar(number: int, row: tuple[str, int, int], scale: float) -> dict[str, Any]:
    city, low, high = row
    top = number * ROW
    return {
        "city": city,
        "low": f"{low * scale:.1f}",
        "high": f"{high * scale:.1f}",
        "label": top + 13,
        "top": top + 18,
        "middle": top + 18 + BAR,
        "end": f"{high * scale + 6:.1f}",
        "counts": (low, high),
    }
