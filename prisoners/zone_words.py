"""The city that stands for a time zone, in the words of the Unicode CLDR."""

from collections import defaultdict
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location
from django.utils.translation import get_language, to_locale


def city_of(zone: str, locale: Locale | str) -> str:
    """The name of a zone's (IANA) city in a language.

    CLDR keeps its names under those that zones had first: Europe/Kiev, Asia/Calcutta, America/Buenos_Aires.
    """
    return _city_of(zone, str(locale))


def city_in(country: str, name: str) -> str:
    """What a city of a country (ISO 3166-1 alpha-2), named in English, is called in the active language.

    CLDR knows those that give a time zone its name; any other is called as it is given.
    """
    zone = _zones_of_cities().get((country, name))
    return city_of(zone, to_locale(get_language() or "en")) if zone else name


@cache
def _zones_of_cities() -> dict[tuple[str, str], str]:
    return {(country, city_of(zone, "en")): zone for zone, country in get_global("zone_territories").items()}


@lru_cache(maxsize=4096)
def _city_of(zone: str, locale: str) -> str:
    conventions = Locale.parse(locale)
    named = (conventions.time_zones.get(name, {}) for name in (zone, *_other_names(zone)))
    cities = (str(one["city"]) for one in named if "city" in one)
    return next(cities, "") or get_timezone_location(zone, locale=conventions, return_city=True)


def _other_names(zone: str) -> tuple[str, ...]:
    main = get_global("zone_aliases").get(zone, zone)
    return (main, *_older_names().get(main, ()))


@cache
def _older_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for older, zone in get_global("zone_aliases").items():
        found[zone].append(older)
    return {zone: tuple(names) for zone, names in found.items()}
