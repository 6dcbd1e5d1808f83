"""Which countries there are: the codes that ISO 3166-1 assigns, from the table that comes with the time zones."""

from functools import cache
from importlib.resources import files

#: Kosovo, for which ISO 3166-1 leaves the choice to its users; this is what CLDR and the European Union write.
BY_AGREEMENT = frozenset({"XK"})


@cache
def country_codes() -> frozenset[str]:
    """Every country by its two capital letters (ISO 3166-1 alpha-2); none that is kept free, such as ZZ or XX."""
    lines = files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text(encoding="utf-8").splitlines()
    return BY_AGREEMENT | {line.partition("\t")[0] for line in lines if line and not line.startswith("#")}


def is_country(code: str) -> bool:
    """Whether there is a country of this code."""
    return code in country_codes()
