"""Invented numbers for the drawings of the style page: strips, lines, bars, a map; nobody here was ever counted."""

from datetime import date
from typing import Any

from django.templatetags.static import static

from actions.turnout_chart import turnout_chart
from prisoners.charts import LEFT, RIGHT, STRIP_TALL, WIDTH, Axis, case_line, held_by_year, held_chart
from prisoners.dates import parse
from prisoners.held import Level
from prisoners.maps import Pin, draw_map

TODAY = date(2026, 5, 1)
LEVELS = ((2021, 1, 1), (2022, 3, 5), (2023, 5, 9), (2024, 8, 14), (2025, 6, 12))
STEPS = (("2023-05-02", "held"), ("2024-02", ""), ("2024-09-17", "held"), ("2025-11-20", ""))
CITIES = (("Nowhere", 40, 55), ("Sampleton", 1, 1), ("Exampleham", 120, 150))
SHARES = (("In prison", 12, 60), ("Free again", 7, 35), ("Not known", 1, 5))


def drawings() -> dict[str, Any]:
    """The invented drawings, by the names that `templates/style.html` uses."""
    levels = [Level(date(year, 1, 1), low, high) for year, low, high in LEVELS]
    places = [Pin(16.4, 48.2, "Nowhere", 55), Pin(76.9, 43.2, "Sampleton", 1, note="drawn at its main town")]
    return {
        "strip": _strip(),
        "line": case_line([(parse(when), tone) for when, tone in STEPS], TODAY),
        "steps": [{"when": when, "what": "A step of the case"} for when, _tone in STEPS],
        "held": held_chart(levels, TODAY),
        "years": [{"when": f"{one.day.year}", "low": one.low, "high": one.high} for one in held_by_year(levels, TODAY)],
        "turnout": turnout_chart(CITIES),
        "counted": [{"label": label, "count": count, "percent": share, "url": ""} for label, count, share in SHARES],
        "drawn": draw_map(places, title="Where two invented towns would lie"),
        "photo": _photo(),
    }


def _strip() -> dict[str, Any]:
    """Custody from May 2023, perhaps since April, to run until 2027."""
    axis = Axis(date(2023, 4, 1), date(2027, 9, 1))
    begun, today, end = axis.at(date(2023, 5, 2)), axis.at(TODAY), axis.at(axis.last)
    span = {"x": f"{begun:.1f}", "width": f"{today - begun:.1f}"}
    return {
        "width": WIDTH,
        "height": STRIP_TALL + 24,
        "base": STRIP_TALL,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "bars": [{"possible": {"x": f"{LEFT}", "width": f"{today - LEFT:.1f}"}, "certain": span}],
        "term": {"x": f"{today:.1f}", "width": f"{end - today:.1f}"},
        "hearings": [f"{axis.at(date(2024, 9, 17)):.1f}"],
        "today": f"{today:.1f}",
        "years": axis.years(),
    }


def _photo() -> dict[str, Any]:
    """The picture of this site, as a photo of a report stands on its page."""
    picture = static("uf/share.png")
    return {
        "url": picture,
        "largest": picture,
        "webp": f"{picture} 1200w",
        "jpeg": f"{picture} 1200w",
        "width": 1200,
        "height": 630,
        "alternative": "The name of this site above its mark.",
        "caption": "No face and no place is in this picture.",
        "credit": "nobody",
    }
