"""By which names countries go in spreadsheets, beside those of CLDR: those of ISO 3166-1, older ones and short ones."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.core import get_global

from prisoners.country_codes import country_codes, is_country
from prisoners.importing.folded import fold

#: The earlier one prevails where a name means one country here and another one there.
LANGUAGES = ("en", "ru", "kk", "de", "fr", "tr", "he", "uk")
_ALIASES = {
    "AE": "uae|эмираты|оаэ",
    "BA": "bosnia",
    "BY": "blr|белоруссия|belorussia|byelorussia|weissrussland",
    "CD": "drc|dr congo|congo, democratic republic of the|congo (democratic republic of the)|congo (kinshasa)"
    "|democratic republic of the congo",
    "CG": "congo, republic of the|congo (republic of the)|republic of the congo|congo (brazzaville)",
    "CI": "ivory coast|cote d'ivoire",
    "CN": "prc|people's republic of china|кнр",
    "CZ": "czech republic|чешская республика",
    "DE": "frg|фрг",
    "GB": "uk|england|scotland|wales|northern ireland|great britain|britain|англия",
    "HK": "hong kong",
    "IR": "ири",
    "KG": "киргизия|kirghizia|kirgisien|kyrgyz republic|кыргызская республика",
    "KP": "n. korea|dprk|кндр|korea, democratic people's republic of|korea (democratic people's republic of)"
    "|korea (north)|северная корея",
    "KR": "s. korea|rok|republic of korea|korea, republic of|korea (south)|южная корея",
    "KZ": "рк|rk|kaz|республика казахстан|republic of kazakhstan",
    "LA": "lao|lao pdr|lao people's democratic republic",
    "MD": "молдавия|moldavia",
    "MK": "macedonia",
    "MM": "burma|myanmar|бирма",
    "MO": "macau|macao",
    "NL": "holland|голландия",
    "PS": "palestine|state of palestine|палестина",
    "RU": "рф|rus|россия|russian federation|российская федерация",
    "SA": "ksa",
    "SK": "slovak republic",
    "SY": "syrian arab republic|сар",
    "SZ": "swaziland",
    "TL": "east timor",
    "TM": "туркмения",
    "TR": "turkey",
    "TW": "taiwan, province of china|republic of china|china, republic of|china (republic of)"
    "|republic of china (taiwan)",
    "US": "usa|u.s.|u.s.a.|сша|america|united states of america",
    "VN": "viet nam",
}
#: What a name may be without: no word that tells one country from another, as in "Sudan (South)".
_KIND = r"(?:[\w' -]+ )?(?:republic|state|states|confederation|federation|kingdom)(?: of)?(?: the)?"
_OF = re.compile(rf"^([^,]+), {_KIND}$")
_IN_BRACKETS = re.compile(rf"^([^()]+) \({_KIND}\)$")


def country_named(said: str) -> str | None:
    """The code (ISO 3166-1 alpha-2) of a country by its code of two or three letters or by a name; None for none."""
    names = _names()
    return next((names[one] for one in _readings(said) if one in names), None)


def _readings(said: str) -> Iterator[str]:
    """A name as it stands, then without what official ones add: "Iran, Islamic Republic of"."""
    name = _plain(said)
    yield name
    yield name.removeprefix("the ").removeprefix("republic of ").removeprefix("республика ")
    if found := _OF.match(name) or _IN_BRACKETS.match(name):
        yield found[1]


def _plain(name: str) -> str:
    return fold(name).replace("’", "'").replace("&", "and")


@cache
def _names() -> dict[str, str]:
    of_cldr = {
        _plain(str(name)): code
        for tag in reversed(LANGUAGES)
        for code, name in Locale.parse(tag).territories.items()
        if is_country(code)
    }
    own = {_plain(name): code for code, names in _ALIASES.items() for name in names.split("|")}
    return of_cldr | _codes() | own


def _codes() -> dict[str, str]:
    """Codes of two letters, and those of three (KAZ) that stand for one country."""
    aliases = {one.lower(): codes[0] for one, codes in get_global("territory_aliases").items() if len(codes) == 1}
    three = {
        one: code for one, code in aliases.items() if len(one) == len("kaz") and one.isalpha() and is_country(code)
    }
    return three | {code.lower(): code for code in country_codes()}
