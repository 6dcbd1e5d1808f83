"""Where people stood, on a map: the place of the target, else of the city, as far as the record knows it."""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from django.utils.translation import gettext

from actions import cards
from actions.cities import homes_of, keys_of
from actions.models import Action, Target
from prisoners.choices import PlaceKind
from prisoners.maps import Pin, draw_map
from prisoners.models import Place
from supporters.topics import country_name

Point = tuple[float, float]
City = tuple[str, str]


def map_of(actions: Iterable[Action], notes: dict[int, str]) -> dict[str, Any] | None:
    """A map of these actions (with their targets) by city, and its table; `notes` say more by the id of an action.

    `missing` names the cities of which nobody knows where they lie. None where no place is known. Two questions to the
    database, however many actions there are.
    """
    rows = [action for action in actions if action.city]
    homes = homes_of(rows)
    stands = [(city, action) for action in rows for city in keys_of(action, homes)]
    cities = _points({city for city, _action in stands})
    pins: dict[City, list[tuple[Point, Action]]] = {}
    missing: set[City] = set()
    for city, action in stands:
        if (point := _own_point(action) or cities.get(city) or _of_zone(action)) is not None:
            pins.setdefault(city, []).append((point, action))
        else:
            missing.add(city)
    title = gettext("Where people stand")
    drawn = draw_map((_pin(city, found, notes) for city, found in pins.items()), title=title, text="")
    return drawn and {**drawn, "missing": sorted(_named(city) for city in missing.difference(pins))}


def _pin(city: City, found: list[tuple[Point, Action]], notes: dict[int, str]) -> Pin:
    """One city with its actions."""
    (latitude, longitude), _first = found[0]
    said = ", ".join(dict.fromkeys(notes[action.pk] for _point, action in found if notes.get(action.pk)))
    links = tuple((cards.action_url(action), action.title_i18n) for _point, action in found)
    return Pin(longitude, latitude, _named(city), len(found), note=said, people=links)


def _named(city: City) -> str:
    """A city with its country."""
    country, name = city
    return ", ".join(part for part in (name, country_name(country) if country else "") if part)


def _points(cities: set[City]) -> dict[City, Point]:
    """The cities of which the record knows where they are: its own places, else those of a target there."""
    names = {name for _country, name in cities}
    places = Place.objects.filter(kind=PlaceKind.LOCALITY, name__in=names, latitude__isnull=False)
    targets = Target.public.filter(city__in=names, latitude__isnull=False)
    found: dict[City, Point] = {(one.country, one.city): _point(one) for one in targets}
    return {**found, **{(one.country, one.name): _point(one) for one in places}}


def _own_point(action: Action) -> Point | None:
    """Where the target stands, if that is in the city where people are: a letter is addressed far away."""
    target = action.target
    if target is None or not target.is_published or target.latitude is None:
        return None
    return _point(target) if (target.country, target.city) == _key(action) else None


def _point(row: Any) -> Point:
    return float(row.latitude), float(row.longitude or 0)


def _key(action: Action) -> City:
    return action.country, action.city


def _of_zone(action: Action) -> Point | None:
    """The city after which the zone is called, where it is this one: Europe/Vienna lies in Vienna."""
    is_namesake = action.time_zone.rpartition("/")[2].replace("_", " ").casefold() == action.city.casefold()
    return _zones().get(action.time_zone) if is_namesake else None


@cache
def _zones() -> dict[str, Point]:
    """The principal place of each zone, from the table that comes with the time zones (zone.tab, ISO 6709)."""
    text = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[2]: _read(row[1]) for row in rows}


def _read(point: str) -> Point:
    """+4813+01620 or with seconds, in degrees."""
    cut = max(point.rfind("+"), point.rfind("-"))
    return _degrees(point[:cut], 2), _degrees(point[cut:], 3)


def _degrees(text: str, whole: int) -> float:
    sign, digits = -1 if text[0] == "-" else 1, text[1:]
    parts = (digits[:whole], digits[whole : whole + 2], digits[whole + 2 :] or "0")
    degrees, minutes, seconds = map(int, parts)
    return sign * (degrees + minutes / 60 + seconds / 3600)
