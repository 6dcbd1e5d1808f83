"""The mark that each round of the clock leaves in Redis, by which one sees that it runs."""

from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

KEY = "clock:last-tick"
KEPT_SECONDS = 7 * 86_400


def mark_tick() -> None:
    """Note that a worker did a round just now."""
    cache.set(KEY, timezone.now().isoformat(), KEPT_SECONDS)


def last_tick() -> datetime | None:
    """When a worker last did a round (UTC), or None when Redis knows of none."""
    written = cache.get(KEY)
    return datetime.fromisoformat(written) if written else None
