"""What leaves with a digest before a later instant that somebody asks about: it waits for none after that."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import QuerySet

from supporters import reminders
from supporters.choices import NotificationState, Rate
from supporters.hours import STEP, next_hour
from supporters.models import Notification, Supporter
from supporters.services.outboxes import Whose

WAITING, QUEUED = NotificationState.WAITING, NotificationState.QUEUED
#: Says what there is against a mail at an instant.
Against = Callable[[Notification, datetime], str]
#: So many digests of one person are asked about at the most: each is a whole round of the clock.
MOST_DIGESTS = 31


def before(person: Supporter, now: datetime, at: datetime, against: Against) -> dict[Any, str]:
    """Of the mails of a person that leave with digests between two instants, what becomes of each, by its key.

    The clock is asked at each such hour, within the transaction of whoever asks, which takes it back. What else is owed
    by then is left to the later instant.
    """
    becomes: dict[Any, str] = {}
    for hour in _hours(person, now, at):
        known = {row.pk: row for row in _mails(person)}
        reminders.run_planners(hour)
        settled = [pk for pk, row in known.items() if row.state != WAITING]
        for row in _mails(person).filter(state=QUEUED).exclude(pk__in=settled):
            if said := _said(row, known.get(row.pk), hour, against):
                becomes[row.pk] = said
            else:
                row.delete()
    return becomes


def _said(row: Notification, before: Notification | None, hour: datetime, against: Against) -> str:
    """What becomes of a mail that leaves at that hour; "" for one that is owed by then, and never waited."""
    if row.rate:
        reason = against(row, hour)
        return f"would not be sent: {reason}" if reason else f"goes with the {row.rate} digest of {_minute(hour)}"
    return f"goes by itself at {_minute(before.waits_until or hour)}" if before else ""


def left_by(now: datetime, at: datetime) -> set[Any]:
    """The keys of what waits at an instant and leaves before the hours that come with a later one."""
    if at <= now:
        return set()
    coming = cache(lambda rate, zone, hour: next_hour(Rate(rate), Whose(zone, hour), now))
    rows = Notification.objects.filter(state=WAITING).order_by()
    asked = rows.values_list("pk", "rate", "supporter__time_zone", "supporter__told_at_hour", "waits_until")
    return {
        pk
        for pk, rate, zone, hour, until in asked
        if min(coming(rate, zone, hour), until or datetime.max.replace(tzinfo=now.tzinfo)) <= at - STEP
    }


def _mails(person: Supporter) -> QuerySet[Notification]:
    return Notification.objects.filter(supporter=person).select_related("supporter")


def _hours(person: Supporter, now: datetime, at: datetime) -> list[datetime]:
    """The hours of the person's digests from now until before the instant."""
    active = person.subscriptions.exclude(rate=Rate.OFF).values_list("rate", flat=True)
    waiting = _mails(person).filter(state=WAITING).values_list("rate", flat=True)
    rates = {Rate(rate) for rate in {*active, *waiting} if rate in Rate.in_digests()}
    return sorted({hour for rate in rates for hour in _of(rate, person, now, at)})[:MOST_DIGESTS]


def _of(rate: Rate, person: Supporter, now: datetime, at: datetime) -> Iterator[datetime]:
    whose, hour = Whose(person.time_zone, person.told_at_hour), now
    for _number in range(MOST_DIGESTS):
        if (hour := next_hour(rate, whose, hour)) >= at:
            return
        yield hour


def _minute(at: datetime) -> str:
    return at.isoformat(timespec="minutes")
