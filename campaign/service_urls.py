"""One URL a service: what Django and Celery make of it."""

from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Scheme: (port, TLS from the first byte, STARTTLS). RFC 8314 (3.3) prefers the first for submission.
MAIL_SCHEMES = {"smtps": (465, True, False), "smtp+tls": (587, False, True), "smtp": (25, False, False)}
#: What is wrong most often, said without repeating any of it.
PERCENT = "What is no letter or digit in a name or password is percent-encoded there («#» as %23, «/» as %2F)."
LEAST_OF_A_PASSWORD = 16
#: Providers who tell by webhook what came back, and under which name django-anymail wants the key that they sign with.
PROVIDERS = {
    "brevo": "",
    "mailersend": "MAILERSEND_SIGNING_SECRET",
    "mailgun": "MAILGUN_WEBHOOK_SIGNING_KEY",
    "mailjet": "",
    "postmark": "",
    "sparkpost": "",
}
#: The push services of the browsers in wide use: of Chrome and its kin, Firefox, Safari, Edge.
PUSH_HOSTS = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "web.push.apple.com",
    "*.notify.windows.com",
)


def broker(url: str) -> str:
    """The same Redis as Celery spells it: a unix socket has a scheme and an argument of its own there."""
    if not url.startswith("unix://"):
        return url
    return url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=", 1)


def database(known: dict[str, Any]) -> dict[str, Any]:
    """The same, where it is a database of PostgreSQL: nothing else keeps histories and queues as we need them."""
    if not str(known.get("ENGINE", "")).endswith(".postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must be postgres://USER:PASSWORD@HOST:PORT/NAME.")
    return known


def mail_server(url: str) -> dict[str, Any]:
    """Django's settings for smtps://, smtp+tls:// (STARTTLS) or smtp://USER:PASSWORD@HOST:PORT.

    Raises ImproperlyConfigured for anything else, without repeating the password; also for a name or password beyond
    ASCII, which smtplib cannot say.
    """
    parts = _parted(url)
    if parts is None or parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        raise ImproperlyConfigured(f"EMAIL_URL must be smtps://, smtp+tls:// or smtp:// with a host. {PERCENT}")
    port, is_tls, is_starttls = MAIL_SCHEMES[parts.scheme]
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not (user + password).isascii():
        raise ImproperlyConfigured("EMAIL_URL: a name and a password are said to the server in ASCII alone.")
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or port,
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": password,
        "EMAIL_USE_SSL": is_tls,
        "EMAIL_USE_TLS": is_starttls,
    }


def mailbox(url: str) -> str:
    """imaps://USER:PASSWORD@HOST/FOLDER, or "" for none; imap:// on this very machine only.

    Raises ImproperlyConfigured for anything else, without repeating the password.
    """
    if url and not _is_mailbox(_parted(url)):
        raise ImproperlyConfigured(f"BOUNCE_MAILBOX_URL must be imaps://USER:PASSWORD@HOST/FOLDER. {PERCENT}")
    return url


def _is_mailbox(parts: SplitResult | None) -> bool:
    if parts is None or not parts.hostname:
        return False
    is_here = parts.scheme == "imap" and parts.hostname in ("127.0.0.1", "::1", "localhost")
    return parts.scheme == "imaps" or is_here


def _parted(url: str) -> SplitResult | None:
    """The parts of a URL; None where a «/», «?», «#» or «[» of its password has cut it.

    The password is taken for a port then, and whoever reads that repeats it in an error.
    """
    try:
        parts = urlsplit(url)
        is_whole = parts.port != 0
    except ValueError:
        return None
    return parts if is_whole and "@" not in parts.path + parts.query + parts.fragment else None


def provider(name: str, secret: str, key: str) -> dict[str, str]:
    """Django-anymail's settings for a provider: `secret` is the user:password with which it calls, `key` its own.

    Nothing for "". Raises ImproperlyConfigured for an unknown one or without a secret, and repeats neither.
    """
    if not name:
        return {}
    if name not in PROVIDERS:
        raise ImproperlyConfigured(f"BOUNCE_PROVIDER must be one of {', '.join(PROVIDERS)}.")
    user, _colon, password = secret.partition(":")
    if not user or len(password) < LEAST_OF_A_PASSWORD:
        raise ImproperlyConfigured(
            "BOUNCE_PROVIDER_SECRET must be USER:PASSWORD, the password of 16 characters or more."
        )
    if bool(key) != bool(PROVIDERS[name]):
        raise ImproperlyConfigured(f"BOUNCE_PROVIDER_KEY is {'of no use' if key else 'needed'} for {name}.")
    return {"WEBHOOK_SECRET": secret} | ({PROVIDERS[name]: key} if key else {})
