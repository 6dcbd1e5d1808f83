"""How far two places lie apart, along the surface of the Earth."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0
Point = tuple[float, float]


def kilometres(here: Point, there: Point) -> float:
    """The great-circle distance of two points (latitude and longitude in degrees), by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = ((radians(one), radians(two)) for one, two in (here, there))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))
