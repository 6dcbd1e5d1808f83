"""What is an address of a page, in every part of a campaign file."""

from urllib.parse import urlsplit


def is_http(said: str) -> bool:
    """Whether it is an http address, or nothing."""
    try:
        parts = urlsplit(said)
        return not said or (parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in said)
    except ValueError:
        return False
