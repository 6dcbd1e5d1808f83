"""Cities that can be followed with what lies around them: `near:AT/Vienna/30`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext

from actions.models import Action, Target
from actions.nearness import Point, kilometres
from prisoners.models import Place
from prisoners.zone_words import city_in

PREFIX = "near"
#: Kilometres around a city that can be followed.
RADII = (30, 100)
#: A topic has room for sixty characters.
LONGEST_NAME = 40

#: Between the cities of an action that was held in several at once.
BETWEEN = "; "

Key = tuple[str, str]


@dataclass(frozen=True)
class City:
    """A city of the public record by country (ISO 3166-1 alpha-2) and name, what it is called, and where it lies."""

    country: str
    name: str
    title: str
    point: Point | None

    def topic(self, radius: int) -> str:
        """Under what it is followed with so many kilometres around it."""
        return f"{PREFIX}:{self.country}/{self.name}/{radius}"

    def with_surroundings(self, radius: int) -> str:
        """The city with so many kilometres around it, in the active language."""
        return gettext("%(city)s and %(n)d km around") % {"city": self.title, "n": radius}

    def has_near(self, there: Point | None, radius: int) -> bool:
        """Whether a point lies within so many kilometres; unknown where one of the two has no coordinates."""
        return self.point is not None and there is not None and kilometres(self.point, there) <= radius


def names_in(city: str) -> list[str]:
    """The single cities of an action: one, none, or several where it was held in several at once."""
    return [name for name in city.split(BETWEEN) if name]


def homes_of(actions: Iterable[Action]) -> dict[str, str]:
    """The country (ISO 3166-1 alpha-2) of each city, as far as one of these actions names it."""
    return {name: action.country for action in actions if action.country for name in names_in(action.city)}


def keys_of(action: Action, homes: Mapping[str, str]) -> list[Key]:
    """Country and name of each city of an action; of one in several countries, as `homes` knows them."""
    return [(action.country or homes.get(name, ""), name) for name in names_in(action.city)]


def held_in(name: str) -> Q:
    """Actions held in a city, alone or together with others."""
    alone, first, last = Q(city=name), Q(city__startswith=name + BETWEEN), Q(city__endswith=BETWEEN + name)
    return alone | first | last | Q(city__contains=f"{BETWEEN}{name}{BETWEEN}")


def cities() -> dict[Key, City]:
    """The cities in which something can be or was done in public, by country and name; three queries.

    Where they lie and what they are called is said by the record's own places, else by a target there.
    """
    found: dict[Key, City] = {}
    places = {(row.country, row.name): row for row in Place.objects.filter(kind="locality").order_by("pk")}
    points = {key: _point(row) for key, row in places.items()}
    called = {key: row.name_i18n for key, row in places.items()}
    for row in Target.public.order_by("pk"):
        key = (row.country, row.city)
        title = in_language(*key, called.get(key), row.city_i18n)
        found.setdefault(key, City(*key, title, points.get(key) or _point(row)))
    for country, city in Action.public.order_by().values_list("country", "city").distinct():
        for name in names_in(city) if country or BETWEEN not in city else ():
            key = (country, name)
            found.setdefault(key, City(*key, in_language(*key, called.get(key)), points.get(key)))
    return {key: city for key, city in found.items() if city.name and len(city.name) <= LONGEST_NAME}


def in_language(country: str, name: str, *translated: str | None) -> str:
    """What a city is called in the active language: as somebody has translated it, else by CLDR, else by its name."""
    own = (one for one in translated if one and one != name)
    return next(own, "") or city_in(country, name)


def topics_near(action: Action) -> list[str]:
    """Under which cities an action is told: its own, and those within whose radius it or its target lies."""
    known = cities()
    here = {key for name in names_in(action.city) for key in _called(name, action.country, known)}
    there = [_place_of(action, known[key]) for key in here] or [_place_of(action, None)]
    return [
        city.topic(radius)
        for key, city in known.items()
        for radius in RADII
        if key in here or any(city.has_near(one, radius) for one in there)
    ]


def titles(keys: list[str] | None) -> dict[str, str]:
    """Key and title of these cities with a radius, or of all with the shortest one."""
    # What is no one place on the map is not offered: a list that somebody wrote as one.
    known = [one for one in cities().values() if keys is not None or one.point or "," not in one.name]
    offered = {f"{one.country}/{one.name}/{radius}": one.with_surroundings(radius) for one in known for radius in RADII}
    if keys is not None:
        return {key: offered[key] for key in keys if key in offered}
    return {key: title for key, title in offered.items() if key.endswith(f"/{RADII[0]}")}


def _called(name: str, country: str, known: Iterable[Key]) -> list[Key]:
    """The city of that name; of an action in several countries, for which none is named, the only one of that name."""
    if country:
        return [(country, name)] if (country, name) in known else []
    found = [key for key in known if key[1] == name]
    return found if len(found) == 1 else []


def _place_of(action: Action, city: City | None) -> Point | None:
    """Where the mission stands, if that is where one goes; else where the city lies."""
    target = action.target
    is_there = (
        target is not None and target.is_published and (target.country, target.city) == (action.country, action.city)
    )
    return (_point(target) if is_there and target else None) or (city.point if city else None)


def _point(row: Target | Place) -> Point | None:
    if row.latitude is None or row.longitude is None:
        return None
    return (float(row.latitude), float(row.longitude))
