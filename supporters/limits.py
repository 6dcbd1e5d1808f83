"""What an operator says about how many mails may leave: MAIL_RATES and MAIL_RATES_OF_DOMAINS, read."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

UNITS = {"s": 1, "min": 60, "hour": 3600, "day": 86_400}
RATE = re.compile(r"(?:(?P<domain>[^\s=]+)=)?(?P<count>\d+)/(?P<unit>s|min|hour|day)")
EACH_DOMAIN = "*"


@dataclass(frozen=True)
class Limit:
    """So many mails in each window of so many seconds, in all (""), to a domain, or to each domain by itself ("*")."""

    domain: str
    count: int
    seconds: int


def limits() -> tuple[Limit, ...]:
    """All that are set. Raises ImproperlyConfigured for words that are no rate."""
    return _limits(settings.MAIL_RATES, settings.MAIL_RATES_OF_DOMAINS)


@lru_cache(maxsize=4)
def _limits(everywhere: str, of_domains: str) -> tuple[Limit, ...]:
    found = [_limit(word) for word in (*everywhere.split(), *of_domains.split())]
    if any(limit.domain for limit in found[: len(everywhere.split())]) or any(
        not limit.domain for limit in found[len(everywhere.split()) :]
    ):
        raise ImproperlyConfigured("MAIL_RATES names no domain, MAIL_RATES_OF_DOMAINS always one: *=60/min.")
    return tuple(found)


def _limit(word: str) -> Limit:
    said = RATE.fullmatch(word)
    if said is None or not int(said["count"]):
        raise ImproperlyConfigured(f"«{word}» is no rate: write 100/min, 2000/hour, example.org=20/min or *=60/min.")
    return Limit((said["domain"] or "").lower(), int(said["count"]), UNITS[said["unit"]])
