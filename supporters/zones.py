"""The time zones a reader can choose, one name each (IANA zone.tab), by part of the world."""

from collections import defaultdict
from functools import cache
from importlib import resources

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from prisoners.zone_words import city_of

UTC = "UTC"
#: Which part of the world a zone is shown in, by the first part of its name.
PARTS = {
    "Africa": "africa",
    "America": "americas",
    "Asia": "asia",
    "Australia": "pacific",
    "Europe": "europe",
    "Pacific": "pacific",
}
ELSEWHERE = "elsewhere"
#: Where IANA, which lists by coordinates, does not begin with the zone of the main city.
MAIN = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}

Choices = list[tuple[str, str | list[tuple[str, str]]]]


def choices() -> Choices:
    """UTC, and every zone by part of the world, in the active language."""
    return list(_choices(get_language() or "en"))


def choices_with(zone: str) -> Choices:
    """The same with a zone that was kept under a name which is not offered any more."""
    return choices() if is_offered(zone) else [(zone, zone), *choices()]


def is_offered(zone: str) -> bool:
    """Whether a zone stands in the list."""
    return zone == UTC or zone in _names()


def offered_name(zone: str) -> str:
    """The name under which a zone is offered that browsers still call otherwise (Europe/Kiev); else its own."""
    return older_names().get(zone, zone)


@cache
def older_names() -> dict[str, str]:
    """What some browsers still call zones, and the name under which they are offered now (CLDR, IANA)."""
    names = get_global("zone_aliases").items()
    return {older: zone for older, zone in names if is_offered(zone) and not is_offered(older)}


def zone_of_country(country: str) -> str:
    """The zone of a country's (ISO 3166-1 alpha-2) main city; UTC for others."""
    return _countries().get(country.upper(), UTC)


def country_of_zone(zone: str) -> str:
    """The country (ISO 3166-1 alpha-2) a zone lies in; "" for UTC and for names that are not offered any more."""
    return _countries_of_zones().get(zone, "")


def zone_of_languages(accepted: str) -> str:
    """A guess from the languages that a browser asks for (`de-AT,de;q=0.8`): the first that names a country."""
    for tag in accepted.split(","):
        for part in tag.partition(";")[0].strip().split("-")[1:]:
            if part.upper() in _countries():
                return zone_of_country(part)
    return UTC


@cache
def _table() -> tuple[tuple[str, str], ...]:
    """(country, zone) as the tzdata package lists them."""
    text = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((row[0], row[2]) for row in rows)


@cache
def _names() -> frozenset[str]:
    return frozenset(zone for _country, zone in _table())


@cache
def _countries() -> dict[str, str]:
    return {**dict(reversed(_table())), **MAIN}


@cache
def _countries_of_zones() -> dict[str, str]:
    return {zone: country for country, zone in _table()}


@cache
def _choices(language: str) -> tuple[tuple[str, str | list[tuple[str, str]]], ...]:
    by_part: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for zone in _names():
        by_part[PARTS.get(zone.partition("/")[0], ELSEWHERE)].append((zone, _city(zone, language)))
    labels = {
        "africa": _("Africa"),
        "americas": _("The Americas"),
        "asia": _("Asia"),
        "europe": _("Europe"),
        "pacific": _("Australia and the Pacific"),
        ELSEWHERE: _("Oceans and poles"),
    }
    groups = ((label, sorted(by_part[part], key=lambda row: row[1])) for part, label in labels.items())
    return ((UTC, UTC), *groups)


def _city(zone: str, language: str) -> str:
    """The city that stands for a zone, by CLDR."""
    try:
        locale = Locale.parse(to_locale(language))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return city_of(zone, locale)
