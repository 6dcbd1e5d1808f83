"""Digests: news that waits for the reader's own hour and then goes in one mail.

What a reader wants daily or weekly is owed like everything else, but waits. When the reader's hour comes it is all
released; the outbox asks of each piece whether it is still true, and writes one mail. No news, no mail. Up to which
instant this was done is kept in one row, which the clocks lock: hours that were missed are made up for, the same hour
twice is nothing, and no row of a reader is ever written.
"""

from datetime import datetime, timedelta

from django.db import connection, transaction

from supporters.choices import NotificationState, Rate
from supporters.hours import STEP, hours_of_readers, last_hour, step
from supporters.models import Notification, Supporter, Tick
from supporters.reminders import register_last_planner
from supporters.services.outboxes import Whose

DONE = "digests released"
#: So long before it loses its use nothing waits any more: it goes by itself.
WEARS_OFF = timedelta(hours=48)

RELEASE = """
UPDATE supporters_notification AS waiting SET state = 'queued', next_attempt_at = %(now)s
FROM supporters_supporter AS person, unnest(%(zones)s::text[], %(hours)s::int[]) AS come (zone, hour)
WHERE waiting.state = 'waiting' AND waiting.rate = %(rate)s AND person.id = waiting.supporter_id
  AND person.time_zone = come.zone AND person.told_at_hour = come.hour
"""


def register() -> None:
    """Have the clock ask after all else, so that what was noted in this round goes along."""
    register_last_planner("digests", release)


def release(now: datetime) -> int:
    """Release what wears off, and the digests of those whose hour has come since the last round.

    Owes nothing new, and so is always 0.
    """
    waiting = Notification.objects.filter(state=NotificationState.WAITING)
    waiting.filter(stale_at__lte=now + WEARS_OFF).update(state=NotificationState.QUEUED, rate="", next_attempt_at=now)
    since = _done_until()
    if since is None or since < step(now):
        _release_hours(now)
    return 0


def let_go(supporter: Supporter, now: datetime) -> None:
    """Release what waits for a digest of a rate at which the person follows nothing any more."""
    rates = supporter.subscriptions.exclude(rate=Rate.OFF).values_list("rate", flat=True)
    waiting = Notification.objects.filter(supporter=supporter, state=NotificationState.WAITING)
    waiting.exclude(rate__in=set(rates)).update(state=NotificationState.QUEUED, rate="", next_attempt_at=now)


def _done_until() -> datetime | None:
    return Tick.objects.filter(name=DONE).values_list("ran_at", flat=True).first()


def _release_hours(now: datetime) -> None:
    with transaction.atomic():
        Tick.objects.bulk_create([Tick(name=DONE, ran_at=now - STEP)], ignore_conflicts=True)
        done = Tick.objects.select_for_update().get(name=DONE)
        readers = hours_of_readers()
        for rate in (Rate.DAILY, Rate.WEEKLY):
            _release(rate, [one for one in readers if done.ran_at < last_hour(rate, one, now)], now)
        done.ran_at = max(done.ran_at, now)
        done.save(update_fields=("ran_at",))


def _release(rate: Rate, come: list[Whose], now: datetime) -> None:
    if not come:
        return
    zones, hours = [one.zone for one in come], [one.hour for one in come]
    with connection.cursor() as cursor:
        cursor.execute(RELEASE, {"rate": rate.value, "zones": zones, "hours": hours, "now": now})
