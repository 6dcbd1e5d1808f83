"""The time zone of a new place, where its country or the city itself leaves no doubt about it."""

import re
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from django.utils import timezone

from prisoners.importing.country_names import LANGUAGES
from prisoners.importing.folded import fold

#: What stands before the name of a city, and what parts it from others: "СИЗО-2, г. Москва".
_BEFORE = re.compile(r"^(г\.|город|city of|the city of|stadt|ville de)\s*")
_APART = re.compile(r"[,;()/]")


def usual_zone(country: str, city: str) -> str:
    """The zone (IANA) of a country where all its clocks agree, else of a city after which one of its zones is called.

    "" where neither is. The names of cities are those of CLDR, in the languages of the pages.
    """
    zones = _zones(country)
    offsets = {timezone.now().astimezone(ZoneInfo(name)).utcoffset() for name in zones}
    if len(offsets) == 1:
        return zones[0]
    names = (_BEFORE.sub("", fold(part.strip())) for part in _APART.split(city))
    return next((_cities(country)[name] for name in names if name in _cities(country)), "")


@cache
def _zones(country: str) -> tuple[str, ...]:
    lines = files("tzdata").joinpath("zoneinfo/zone.tab").read_text().splitlines()
    return tuple(line.split("\t")[2] for line in lines if line.startswith(f"{country}\t"))


@cache
def _cities(country: str) -> dict[str, str]:
    return {
        fold(get_timezone_location(zone, locale=language, return_city=True)): zone
        for zone in _zones(country)
        for language in LANGUAGES
    }
