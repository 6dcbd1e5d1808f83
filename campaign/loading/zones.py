"""Time zones of places (IANA names; `CITIES` chosen by hand, the countries have one zone in IANA's zone1970.tab)."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CITIES = {
    ("KZ", "aktau"): "Asia/Aqtau",
    ("KZ", "aktobe"): "Asia/Aqtobe",
    ("KZ", "almaty"): "Asia/Almaty",
    ("KZ", "astana"): "Asia/Almaty",
    ("KZ", "atyrau"): "Asia/Atyrau",
    ("KZ", "karaganda"): "Asia/Almaty",
    ("KZ", "kostanay"): "Asia/Qostanay",
    ("KZ", "nur-sultan"): "Asia/Almaty",
    ("KZ", "oral"): "Asia/Oral",
    ("KZ", "pavlodar"): "Asia/Almaty",
    ("KZ", "petropavlovsk"): "Asia/Almaty",
    ("KZ", "qyzylorda"): "Asia/Qyzylorda",
    ("KZ", "shetpe"): "Asia/Aqtau",
    ("KZ", "shymkent"): "Asia/Almaty",
    ("KZ", "stepnogorsk"): "Asia/Almaty",
    ("KZ", "talapker"): "Asia/Almaty",
    ("KZ", "taraz"): "Asia/Almaty",
    ("KZ", "zhanaozen"): "Asia/Aqtau",
    ("RU", "moscow"): "Europe/Moscow",
    ("RU", "saint petersburg"): "Europe/Moscow",
    ("US", "new york"): "America/New_York",
    ("US", "san francisco"): "America/Los_Angeles",
    ("US", "washington, d.c."): "America/New_York",
}
#: A city that the file names without its country.
ABROAD = {"warsaw": "PL", "weimar": "DE"}
COUNTRIES = {
    "AT": "Europe/Vienna",
    "BE": "Europe/Brussels",
    "CH": "Europe/Zurich",
    "CZ": "Europe/Prague",
    "DE": "Europe/Berlin",
    "FR": "Europe/Paris",
    "GB": "Europe/London",
    "GE": "Asia/Tbilisi",
    "HU": "Europe/Budapest",
    "IE": "Europe/Dublin",
    "IL": "Asia/Jerusalem",
    "IT": "Europe/Rome",
    "KG": "Asia/Bishkek",
    "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo",
    "PL": "Europe/Warsaw",
    "SE": "Europe/Stockholm",
    "TR": "Europe/Istanbul",
    "UA": "Europe/Kyiv",
    "VE": "America/Caracas",
}
#: The zone stated where only the country of a hearing is known (the capital's).
CAPITALS = COUNTRIES | {"KZ": "Asia/Almaty"}


def is_zone(name: str) -> bool:
    """Whether this is an IANA zone with an area in its name, or UTC."""
    if name != "UTC" and "/" not in name:
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zone_of(country: str, city: str) -> str:
    """The zone of a city that no file states, or "" when it is not known here."""
    return CITIES.get((country, city.lower())) or COUNTRIES.get(country, "")
