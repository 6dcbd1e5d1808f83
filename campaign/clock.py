"""The mark that each round of the clock leaves in Redis, by which one sees that it runs, and what runs late."""

from datetime import datetime

from django.core.cache import cache
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from supporters.models import Tick

KEY = "clock:last-tick"
KEPT_SECONDS = 7 * 86_400
#: Seconds after which a task that did not end well is late: it fails each time, or nobody takes it. A round of sending
#: lasts minutes; what is past keeping is erased each hour.
LATE_AFTER = {"plan": 600, "send": 900, "purge": 3 * 3600}


def mark_tick() -> None:
    """Note that a worker did a round just now."""
    cache.set(KEY, timezone.now().isoformat(), KEPT_SECONDS)


def last_tick() -> datetime | None:
    """When a worker last did a round (UTC), or None when Redis knows of none."""
    written = cache.get(KEY)
    return datetime.fromisoformat(written) if written else None


def late_tasks() -> dict[str, int]:
    """The tasks that are late, and for how many seconds none of them has ended well (see `supporters.clock.mark`).

    One that never did counts from the day of the installation.
    """
    now = timezone.now()
    begun = MigrationRecorder.Migration.objects.order_by("applied").values_list("applied", flat=True).first() or now
    ran = dict(Tick.objects.filter(name__in=LATE_AFTER).values_list("name", "ran_at"))
    ages = {name: int((now - ran.get(name, begun)).total_seconds()) for name in LATE_AFTER}
    return {name: age for name, age in ages.items() if age > LATE_AFTER[name]}
