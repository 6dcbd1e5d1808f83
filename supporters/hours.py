"""The hours at which readers want to be told: which there are, and when such an hour comes in a zone."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta

from django.db import connection
from django.db.models import QuerySet

from prisoners.times import BadTime, zone_or_refuse
from supporters import asked
from supporters.choices import Rate, SupporterState
from supporters.models import Tick
from supporters.services.outboxes import Span, Whose

MONDAY = 0
FIRST = 1
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
#: Distances from UTC are multiples of this.
STEP = timedelta(minutes=15)
#: In the last quarter of somebody's day it is asked again after so much of it, and in its last minute in each round.
CLOSER = tuple(timedelta(minutes=minutes) for minutes in (0, 5, 10, 12, 13))
MINUTE = timedelta(minutes=1)
#: Days within which an hour of that rate comes.
WITHIN = {Rate.DAILY: 1, Rate.WEEKLY: 7, Rate.MONTHLY: 31}
# PostgreSQL has no way to skip to the next value of an index by itself in a DISTINCT.
HOURS = """
WITH RECURSIVE known AS (
  (SELECT time_zone, told_at_hour FROM supporters_supporter WHERE state = %(state)s
   ORDER BY time_zone, told_at_hour LIMIT 1)
  UNION ALL
  SELECT next.time_zone, next.told_at_hour FROM known CROSS JOIN LATERAL (
    SELECT time_zone, told_at_hour FROM supporters_supporter
    WHERE state = %(state)s AND (time_zone, told_at_hour) > (known.time_zone, known.told_at_hour)
    ORDER BY time_zone, told_at_hour LIMIT 1) AS next
)
SELECT time_zone, told_at_hour FROM known
"""


def hours_of_readers() -> list[Whose]:
    """Zones and hours of those who may be written to, by one look at the index for each, however many readers."""
    with connection.cursor() as cursor:
        cursor.execute(HOURS, {"state": SupporterState.ACTIVE})
        return [Whose(zone, hour) for zone, hour in cursor.fetchall()]


def hour_on(day: date, whose: Whose) -> datetime:
    """The instant (UTC) of somebody's hour on a local day.

    An hour that the clock skips comes as much later, one that it shows twice the first time (PEP 495). In a zone that
    was abolished since it is the hour of UTC.
    """
    try:
        zone = zone_or_refuse(whose.zone)
    except BadTime:
        return datetime.combine(day, time(whose.hour), tzinfo=UTC)
    return datetime.combine(day, time(whose.hour), tzinfo=zone).astimezone(UTC)


def local_day(now: datetime, whose: Whose) -> date:
    """The day that it is at an instant where somebody is."""
    try:
        return now.astimezone(zone_or_refuse(whose.zone)).date()
    except BadTime:
        return now.astimezone(UTC).date()


def step(now: datetime) -> datetime:
    """The last quarter of an hour by an instant: in between nobody's hour comes."""
    return now - (now - now.replace(hour=0, minute=0, second=0, microsecond=0)) % STEP


def closer_step(now: datetime) -> datetime:
    """The last instant by which to ask of days that end with this quarter, each time nearer to its end."""
    quarter = step(now)
    if now >= quarter + STEP - MINUTE:
        return now
    return max(quarter + passed for passed in CLOSER if quarter + passed <= now)


def is_new_step(name: str, now: datetime) -> bool:
    """Whether a question that is asked once in a quarter of an hour is due; notes that it is asked now.

    While all is asked `afresh` it always is, and that is not noted.
    """
    return _is_due(name, now, step(now), _asked_at(name))


def was_asked(name: str, since: datetime, now: datetime) -> list[QuerySet[Tick]]:
    """The row that says that the question of that name was asked in between, for the look that goes before it.

    While all is asked `afresh` nothing was.
    """
    return [] if asked.is_afresh() else [Tick.objects.filter(name=name, ran_at__range=(since, now))]


def _is_due(name: str, now: datetime, since: datetime, asked_at: datetime | None) -> bool:
    """Whether a question was not asked since an instant; notes that it is asked now, once it is in full."""
    if asked.is_afresh():
        return True
    if asked_at is not None and since <= asked_at <= now:
        return False
    asked.when_whole(lambda: Tick.objects.update_or_create(name=name, defaults={"ran_at": now}))
    return True


def _asked_at(name: str) -> datetime | None:
    return None if asked.is_afresh() else Tick.objects.filter(name=name).values_list("ran_at", flat=True).first()


def days_were_asked(name: str, now: datetime) -> list[QuerySet[Tick]]:
    """The row that says that `days_of_readers` has nothing new for the question of that name."""
    return was_asked(name, closer_step(now), now)


def days_of_readers(name: str, now: datetime) -> dict[date, dict[Whose, Span]]:
    """Local days whose hour has come where readers are and that are not over: whose they are, and from when to when.

    For the question of that name: each quarter of an hour those to whom the hour has come since it was last asked, and
    with each full hour all of them, for what the record has learnt since; where no full hour comes any more before
    midnight, with each quarter, and where no quarter does, ever more often until the last round of the day. Notes that
    it is asked now.
    """
    asked_at = _asked_at(name)
    if not _is_due(name, now, closer_step(now), asked_at):
        return {}
    is_full = asked_at is not None and full_hour(now) <= asked_at <= now
    is_between = asked_at is not None and step(now) <= asked_at <= now
    next_hour, next_quarter = full_hour(now) + HOUR, step(now) + STEP
    found: dict[date, dict[Whose, Span]] = defaultdict(dict)
    for whose in hours_of_readers():
        day = local_day(now, whose)
        span = Span(hour_on(day, whose), hour_on(day + DAY, whose._replace(hour=0)))
        is_known = is_full and asked_at and span.due_at <= asked_at and next_hour < span.stale_at
        is_later = is_between and next_quarter < span.stale_at
        if span.is_open(now) and not is_known and not is_later:
            found[day][whose] = span
    return found


def full_hour(now: datetime) -> datetime:
    """The last full hour (UTC) by an instant."""
    return now.replace(minute=0, second=0, microsecond=0)


def last_hour(rate: Rate, whose: Whose, now: datetime) -> datetime:
    """When somebody's hour last came by an instant: today or yesterday, on the last Monday, or on the first of a month.

    The first is the one day that every month has.
    """
    today = local_day(now, whose)
    days = (today - timedelta(days=back) for back in range(WITHIN[rate] + 1))
    return next(at for day in days if _is_of(rate, day) and (at := hour_on(day, whose)) <= now)


def next_hour(rate: Rate, whose: Whose, now: datetime) -> datetime:
    """When somebody's hour of that rate comes next after an instant."""
    today = local_day(now, whose)
    days = (today + timedelta(days=ahead) for ahead in range(WITHIN[rate] + 1))
    return next(at for day in days if _is_of(rate, day) and (at := hour_on(day, whose)) > now)


def _is_of(rate: Rate, day: date) -> bool:
    """Whether a local day has an hour of that rate."""
    if rate == Rate.MONTHLY:
        return day.day == FIRST
    return rate == Rate.DAILY or day.weekday() == MONDAY
