"""Where cities lie, for the maps: degrees north and east of the town itself, to a hundredth (about a kilometre)."""

from decimal import Decimal

COORDINATES = {
    ("DE", "weimar"): ("50.98", "11.33"),
    ("KZ", "aktau"): ("43.65", "51.16"),
    ("KZ", "aktobe"): ("50.28", "57.17"),
    ("KZ", "almaty"): ("43.24", "76.89"),
    ("KZ", "astana"): ("51.17", "71.43"),
    ("KZ", "atyrau"): ("47.11", "51.92"),
    ("KZ", "karaganda"): ("49.80", "73.10"),
    ("KZ", "kostanay"): ("53.21", "63.63"),
    ("KZ", "oral"): ("51.23", "51.37"),
    ("KZ", "pavlodar"): ("52.29", "76.95"),
    ("KZ", "petropavlovsk"): ("54.87", "69.16"),
    ("KZ", "qyzylorda"): ("44.85", "65.51"),
    ("KZ", "shetpe"): ("44.17", "52.12"),
    ("KZ", "shymkent"): ("42.32", "69.60"),
    ("KZ", "stepnogorsk"): ("52.35", "71.88"),
    ("KZ", "taraz"): ("42.90", "71.37"),
    ("KZ", "zhanaozen"): ("43.34", "52.86"),
    ("PL", "warsaw"): ("52.23", "21.01"),
}
#: The main town of a region that the words of a file name: a prison somewhere in it is drawn there.
REGIONS = {
    "qyzylorda region": "Qyzylorda",
    "karagandy region": "Karaganda",
    "almaty region": "Almaty",
    "north kazakhstan": "Petropavlovsk",
    "atyrau": "Atyrau",
    "stepnogorsk": "Stepnogorsk",
    "қызылорда": "Qyzylorda",
}


def coordinates_of(country: str, names: tuple[str, ...]) -> dict[str, Decimal]:
    """`latitude` and `longitude` of a city that goes by one of these names; nothing for one that is not known here."""
    found = next((COORDINATES[country, name.lower()] for name in names if (country, name.lower()) in COORDINATES), None)
    return {"latitude": Decimal(found[0]), "longitude": Decimal(found[1])} if found else {}


def town_in(words: str) -> str:
    """The town, or the main town of the region, that the words name; "" for none."""
    lowered = words.lower()
    return next((town for phrase, town in REGIONS.items() if phrase in lowered), "")
