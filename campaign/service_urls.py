"""One URL a service: what Django and Celery make of it."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Scheme: (port, TLS from the first byte, STARTTLS). RFC 8314 (3.3) prefers the first for submission.
MAIL_SCHEMES = {"smtps": (465, True, False), "smtp+tls": (587, False, True), "smtp": (25, False, False)}


def broker(url: str) -> str:
    """The same Redis as Celery spells it: a unix socket has a scheme and an argument of its own there."""
    if not url.startswith("unix://"):
        return url
    return url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=", 1)


def mail_server(url: str) -> dict[str, Any]:
    """Django's settings for smtps://, smtp+tls:// (STARTTLS) or smtp://USER:PASSWORD@HOST:PORT.

    Raises ImproperlyConfigured for anything else, without repeating the password.
    """
    parts = urlsplit(url)
    if parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        raise ImproperlyConfigured("EMAIL_URL must be smtps://, smtp+tls:// or smtp:// with a host.")
    port, is_tls, is_starttls = MAIL_SCHEMES[parts.scheme]
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_tls,
        "EMAIL_USE_TLS": is_starttls,
    }


def mailbox(url: str) -> str:
    """imaps://USER:PASSWORD@HOST/FOLDER, or "" for none; imap:// on this very machine only.

    Raises ImproperlyConfigured for anything else, without repeating the password.
    """
    parts = urlsplit(url)
    is_here = parts.scheme == "imap" and parts.hostname in ("127.0.0.1", "::1", "localhost")
    if url and not (parts.hostname and (parts.scheme == "imaps" or is_here)):
        raise ImproperlyConfigured("BOUNCE_MAILBOX_URL must be imaps://USER:PASSWORD@HOST/FOLDER.")
    return url
