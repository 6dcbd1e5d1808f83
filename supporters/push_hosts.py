"""Which push services we speak to: those that browsers in wide use have, and no other machine (CWE-918).

What a browser gives as its address is an address that anybody can make up. `privacy.outside` keeps it from leading
into our own network; this list keeps us from knocking at other people's doors.
"""

from urllib.parse import urlsplit

from django.conf import settings

from privacy.outside import LONGEST_URL


def host_of(endpoint: str) -> str:
    """The name of the push service; "" for an address that is none of a service that we know."""
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    is_plain = endpoint.isascii() and endpoint.isprintable() and " " not in endpoint and len(endpoint) <= LONGEST_URL
    is_ours = parts.scheme == "https" and port is None and parts.username is None and parts.password is None
    return host if is_plain and is_ours and any(_is_one_of(host, known) for known in settings.PUSH_HOSTS) else ""


def service_of(endpoint: str) -> str:
    """The entry of PUSH_HOSTS that this address belongs to; "" for one of none."""
    host = host_of(endpoint)
    return next((known for known in settings.PUSH_HOSTS if host and _is_one_of(host, known)), "")


def _is_one_of(host: str, known: str) -> bool:
    """`*.example.org` is each name below it."""
    return host.endswith(known[1:]) if known.startswith("*.") else host == known
