"""What a log line must not hold: mail addresses, link tokens, IP addresses, rows of the database."""

import ipaddress
import re

SECRET_IN_URL = re.compile(r"(?<=://)[^\s/@]+@")
ADDRESS = re.compile(r"[^\s<>\"'(),:;=@/\[\]]+(?:@|%40)[^\s<>\"'(),:;=@/\[\]]+", re.IGNORECASE)
# Each link that is mailed to one person carries its token in the path.
TOKEN = re.compile(r"/(l|unsubscribe|my)/[^/\s\"'?#]+")
QUERY = re.compile(r"(?<=[\w/])\?[^\s\"']+")
# PostgreSQL quotes the refused row: DETAIL:  Key (email)=(…) already exists.
DETAIL = re.compile(r"\b(DETAIL|CONTEXT|STATEMENT|QUERY):\s.*")
IPV4 = r"\d{1,3}(?:\.\d{1,3}){3}"
IPV6 = r"[0-9a-f:]*:[0-9a-f:]*:[0-9a-f.:]*"
MAYBE_IP = re.compile(rf"(?<![\w.:])(?:{IPV4}|{IPV6})(?!\w)", re.IGNORECASE)


def redact(text: str) -> str:
    """A text without mail addresses, IP addresses, passwords and queries in URLs, tokens and rows."""
    text = DETAIL.sub(r"\1: [row]", SECRET_IN_URL.sub("[secret]@", text))
    text = QUERY.sub("?[query]", TOKEN.sub(r"/\1/[token]", text))
    return MAYBE_IP.sub(_without_ip, ADDRESS.sub("[address]", text))


def _without_ip(found: re.Match[str]) -> str:
    """Addresses of machines go; loopback names nobody, and a clock time is no address."""
    try:
        address = ipaddress.ip_address(found[0])
    except ValueError:
        return found[0]
    return found[0] if address.is_loopback or address.is_unspecified else "[ip]"
