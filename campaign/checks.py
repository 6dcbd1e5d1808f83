"""What must hold before a process serves: the zone rules are the current ones, and no key lies open."""

import stat
import zoneinfo
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured

from campaign.environment import is_given, told_file
from privacy import webpush
from supporters import limits, signing

# Zone, an instant (UTC), and the offset in hours that the zone database of the IANA (2026f) gives for it. Each is
# one that an outdated copy gets wrong, or that a court date of the example depends on.
ZONE_FACTS = (
    ("Asia/Almaty", "2024-02-29T12:00", 6),  # Kazakhstan became one zone on 1 March 2024
    ("Asia/Almaty", "2024-03-01T12:00", 5),
    ("Asia/Qostanay", "2024-03-01T12:00", 5),
    ("Asia/Aqtau", "2011-12-16T12:00", 5),
    ("America/Vancouver", "2025-12-01T12:00", -8),
    ("America/Vancouver", "2026-12-01T12:00", -7),  # no winter time since 2026
    ("Africa/Casablanca", "2026-07-01T12:00", 1),
    ("Africa/Casablanca", "2026-10-01T12:00", 0),  # back to GMT on 20 September 2026
    ("Europe/Chisinau", "2026-10-25T00:30", 3),  # Moldova changes at 01:00 UTC with the European Union
    ("Europe/Kyiv", "2026-07-01T12:00", 3),
    ("Europe/Minsk", "2026-07-01T12:00", 3),
    ("Europe/Istanbul", "2026-01-15T12:00", 3),
    ("Asia/Tehran", "2026-07-01T12:00", 3.5),
    ("Africa/Cairo", "2026-07-01T12:00", 3),
)
SECRETS = (
    *(
        "SECRET_KEY",
        "FIELD_KEYS",
        "DATABASE_URL",
        "EMAIL_URL",
        "DKIM_KEY",
        "VAPID_KEY",
        "BOUNCE_MAILBOX_URL",
        "METRICS_TOKEN",
    ),
    *("BOUNCE_PROVIDER_SECRET", "BOUNCE_PROVIDER_KEY"),
)


def register_all() -> None:
    """Have Django run these with its own checks."""
    register(zone_rules, Tags.compatibility)
    register(secret_files, Tags.security)
    register(mail_settings)


def zone_rules(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """Court dates are sent at the hour of the court: a wrong zone rule is a mail at the wrong time."""
    wrong = [fact for fact in ZONE_FACTS if _offset_hours(fact[0], fact[1]) != fact[2]]
    if not wrong:
        return []
    zones = ", ".join(sorted({zone for zone, _, _ in wrong}))
    hint = "Install the locked tzdata and start with PYTHONTZPATH set to nothing."
    return [Error(f"The time zone rules in use are not current: {zones}.", hint=hint, id="campaign.E001")]


def mail_settings(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """A limit that is not understood, or a key that is none, is said at the start and not by the first mail."""
    found: list[CheckMessage] = []
    for number, ask in enumerate((limits.limits, signing.signer, webpush.sender), 2):
        try:
            ask()
        except ImproperlyConfigured as error:
            found.append(Error(str(error), id=f"campaign.E00{number}"))
    return found


def secret_files(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """A key that everybody on the machine can read is no key."""
    files = [told_file(name) for name in SECRETS if is_given(name)]
    return [
        Warning(f"{path} can be read by others.", hint="chmod 0400", id="campaign.W001")
        for path in files
        if path and not settings.EMBEDDED and _is_open(path)
    ]


def _offset_hours(zone: str, instant: str) -> float | None:
    try:
        there = datetime.fromisoformat(instant).replace(tzinfo=UTC).astimezone(zoneinfo.ZoneInfo(zone))
    except zoneinfo.ZoneInfoNotFoundError:
        return None
    offset = there.utcoffset()
    return offset.total_seconds() / 3600 if offset is not None else None


def _is_open(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & stat.S_IROTH)
