"""Maps drawn on the server: outlines from our own file, dots with numbers, and the table that says the same.

The outlines are those of Natural Earth at 1:110 million (public domain; see docs/outlines.md), kept in tenths
of a degree. Nothing is asked of any other site.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians, sqrt
from pathlib import Path
from typing import Any

OUTLINES = Path(__file__).with_name("outlines.json")
WIDTH = 480  # units of the drawing: on a phone two thirds of a pixel, on a desk one and a half
TALLEST, FLATTEST = 0.85, 0.4  # height by width
WIDEST_COUNTRY = 50.0  # degrees
SMALLEST_SPAN = 8.0  # degrees: closer than this, outlines of this scale say nothing
MARGIN = 0.08  # of the span, on each side
WORLD = (-168.0, -56.0, 180.0, 78.0)
STEP = 2.0  # points that lie closer together than this are drawn as one
RADIUS, WIDEST = 9.0, 20.0
WESTMOST, EASTMOST, SOUTHMOST, NORTHMOST = -180.0, 180.0, -85.0, 85.0

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Pin:
    """Something at a place: degrees east and north, what stands there, how often, and where one reads more.

    `country` (ISO 3166-1 alpha-2) sets its outline apart, and shows the whole of it where it is not too wide.
    `people` are links below the label: pairs of address and words.
    """

    longitude: float
    latitude: float
    label: str
    count: int = 1
    url: str = ""
    note: str = ""
    people: tuple[tuple[str, str], ...] = ()
    country: str = ""


@dataclass(frozen=True)
class Frame:
    """The part of the earth that is drawn, in degrees, and how it lies on the drawing."""

    west: float
    south: float
    east: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is here than one of latitude."""
        return max(0.2, cos(radians((self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """Units of the drawing for a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return round((self.north - self.south) * self.scale / self.squeeze)

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a place lies on the drawing."""
        return (longitude - self.west) * self.scale, (self.north - latitude) * self.scale / self.squeeze


def draw_map(pins: Iterable[Pin], *, title: str, text: str = "", whole_world: bool = False) -> dict[str, Any] | None:
    """What `components/map.html` draws, as `map`; None without a pin.

    `title` and `text` are said to those who do not see. Places that would lie upon one another share a dot; the
    table names each with the number of its dot.
    """
    placed = [pin for pin in pins if _is_on_earth(pin)]
    if not placed:
        return None
    countries = frozenset(pin.country for pin in placed if pin.country)
    frame = Frame(*WORLD) if whole_world else _around(placed, countries)
    groups = _together(placed, frame)
    return {
        "title": title,
        "text": text,
        "width": WIDTH,
        "height": frame.height,
        "land": land(frame),
        "here": land(frame, countries) if countries else "",
        "dots": [_dot(number, group, frame) for number, group in enumerate(groups, 1)],
        "rows": [_row(number, pin) for number, group in enumerate(groups, 1) for pin in group],
    }


@lru_cache(maxsize=64)
def land(frame: Frame, countries: frozenset[str] | None = None) -> str:
    """The outlines within a frame, of all countries or of these, as the data of one SVG path."""
    chosen = (ring for code, rings in _outlines() for ring in rings if countries is None or code in countries)
    rings = (_on_paper(_clipped(ring, frame), frame) for ring in chosen if _meets(ring, frame))
    return "".join(_path(ring) for ring in rings if len(ring) > 2)


def _is_on_earth(pin: Pin) -> bool:
    return WESTMOST <= pin.longitude <= EASTMOST and SOUTHMOST <= pin.latitude <= NORTHMOST


def _around(pins: Sequence[Pin], countries: frozenset[str]) -> Frame:
    """A frame with all pins in it, neither too flat nor too tall, on whole degrees (so that few are drawn anew)."""
    corners = [(pin.longitude, pin.latitude) for pin in pins] + _corners(countries)
    west, east = _spread([x for x, _ in corners], SMALLEST_SPAN)
    south, north = _spread([y for _, y in corners], SMALLEST_SPAN / 2)
    squeeze = max(0.2, cos(radians((south + north) / 2)))
    if (lacks := FLATTEST * (east - west) * squeeze - (north - south)) > 0:
        south, north = south - lacks / 2, north + lacks / 2
    if (lacks := (north - south) / TALLEST / squeeze - (east - west)) > 0:
        west, east = west - lacks / 2, east + lacks / 2
    return Frame(
        max(WESTMOST, round(west)),
        max(SOUTHMOST, round(south)),
        min(EASTMOST, round(east)),
        min(NORTHMOST, round(north)),
    )


def _corners(countries: frozenset[str]) -> list[Point]:
    """The corners of the mainland of each of these countries that is not too wide to be shown as a whole."""
    corners: list[Point] = []
    for code, rings in _outlines():
        if code in countries:
            xs, ys = zip(*max(rings, key=len), strict=True)
            corners += [(min(xs), min(ys)), (max(xs), max(ys))] if max(xs) - min(xs) <= WIDEST_COUNTRY else []
    return corners


def _spread(values: Sequence[float], least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    span = max(high - low, least) * (1 + 2 * MARGIN)
    middle = (low + high) / 2
    return middle - span / 2, middle + span / 2


def _together(pins: Sequence[Pin], frame: Frame) -> list[list[Pin]]:
    """Pins by the dot that they share, from west to east."""
    groups: list[list[Pin]] = []
    for pin in sorted(pins, key=lambda one: (one.longitude, one.latitude, one.label)):
        near = next((group for group in groups if _distance(group[0], pin, frame) < 2 * RADIUS), None)
        if near is None:
            groups.append([pin])
        else:
            near.append(pin)
    return groups


def _distance(one: Pin, other: Pin, frame: Frame) -> float:
    (x, y), (other_x, other_y) = frame.at(one.longitude, one.latitude), frame.at(other.longitude, other.latitude)
    return hypot(x - other_x, y - other_y)


def _dot(number: int, group: Sequence[Pin], frame: Frame) -> dict[str, Any]:
    x, y = frame.at(group[0].longitude, group[0].latitude)
    radius = min(WIDEST, RADIUS * sqrt(max(1, sum(pin.count for pin in group))) ** 0.5)
    return {"number": number, "x": f"{x:.1f}", "y": f"{y:.1f}", "base": f"{y + 4:.1f}", "radius": f"{radius:.1f}"}


def _row(number: int, pin: Pin) -> dict[str, Any]:
    people = [{"url": url, "label": label} for url, label in pin.people]
    return {
        "number": number,
        "label": pin.label,
        "url": pin.url,
        "count": pin.count,
        "note": pin.note,
        "people": people,
    }


# --- outlines ---------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _outlines() -> tuple[tuple[str, tuple[Ring, ...]], ...]:
    """Every country of the file by its code, with its rings in degrees."""
    countries: dict[str, list[list[int]]] = json.loads(OUTLINES.read_text())
    return tuple((code, tuple(_ring(flat) for flat in rings)) for code, rings in countries.items())


def _ring(flat: list[int]) -> Ring:
    return tuple((x / 10, y / 10) for x, y in zip(flat[::2], flat[1::2], strict=True))


def _meets(ring: Ring, frame: Frame) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs) <= frame.east and max(xs) >= frame.west and min(ys) <= frame.north and max(ys) >= frame.south


def _clipped(ring: Ring, frame: Frame) -> Ring:
    """The part of a ring within the frame (Sutherland and Hodgman, 1974); a little is left over at the edge."""
    edge = (frame.east - frame.west) * 0.02
    for axis, limit, sign in (
        (0, frame.west - edge, 1),
        (0, frame.east + edge, -1),
        (1, frame.south - edge, 1),
        (1, frame.north + edge, -1),
    ):
        ring = tuple(_half(ring, axis, limit, sign))
    return ring


def _half(ring: Ring, axis: int, limit: float, sign: int) -> Iterable[Point]:
    for before, point in pairwise((*ring[-1:], *ring)):
        is_in, was_in = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if is_in != was_in:
            yield _crossing(before, point, axis, limit)
        if is_in:
            yield point


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def _on_paper(ring: Ring, frame: Frame) -> list[Point]:
    points: list[Point] = []
    for degrees in ring:
        point = frame.at(*degrees)
        if not points or hypot(point[0] - points[-1][0], point[1] - points[-1][1]) >= STEP:
            points.append(point)
    return points


def _path(points: list[Point]) -> str:
    """A closed path in whole units, each point as a step from the one before."""
    whole = [(round(x), round(y)) for x, y in points]
    steps = [_step(x - was_x, y - was_y) for (was_x, was_y), (x, y) in pairwise(whole)]
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z"


def _step(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"
