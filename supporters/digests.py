"""Digests: news that waits for the reader's own hour and then goes in one mail.

What a reader wants daily, weekly or monthly is owed like everything else, but waits. When the reader's hour comes it is
all released; the outbox asks of each piece whether it is still true, and writes one mail. No news, no mail. Up to
which instant this was done is kept in one row, which the clocks lock: hours that were missed are made up for, the same
hour twice is nothing, and no row of a reader is ever written.
"""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from supporters import asked
from supporters.choices import NotificationState, Rank, Rate
from supporters.hours import STEP, hours_of_readers, last_hour, step, was_asked
from supporters.models import Notification, Tick
from supporters.prepared import EVER
from supporters.reminders import register_last_planner
from supporters.services.outboxes import IS_PUSH, PUSHES_A_BATCH, ROWS, Whose

DONE = "digests released"
# All that goes in one mail is in one batch, as far as that can be: it is claimed at once then.
FREED = """
, numbered AS MATERIALIZED (
    SELECT id, is_push, (row_number() OVER (PARTITION BY is_push ORDER BY supporter_id) - 1)
                        / CASE WHEN is_push THEN %(most_pushes)s ELSE %(most)s END AS part FROM freed)
, cut AS MATERIALIZED (
    SELECT is_push, part, nextval('supporters_batch_id_seq') AS batch, count(*) AS size FROM numbered
    GROUP BY is_push, part)
, queued AS (
    INSERT INTO supporters_batch (id, rank, due_at, size, word, is_push)
    SELECT batch, %(rank)s, %(now)s, size, '', is_push FROM cut)
UPDATE supporters_notification AS waiting
SET state = 'queued', next_attempt_at = %(now)s, batch = cut.batch, waits_until = NULL
"""
THESE = "FROM numbered JOIN cut USING (is_push, part) WHERE waiting.id = numbered.id AND waiting.state = 'waiting'"
RELEASE = f"""
WITH freed AS (
    SELECT waiting.id, waiting.supporter_id, {IS_PUSH}
    FROM supporters_notification AS waiting
    JOIN supporters_supporter AS person ON person.id = waiting.supporter_id
    JOIN unnest(%(zones)s::text[], %(hours)s::int[]) AS come (zone, hour)
      ON person.time_zone = come.zone AND person.told_at_hour = come.hour
    WHERE waiting.waits_until IS NOT NULL AND waiting.state = 'waiting' AND waiting.rate = %(rate)s)
{FREED} {THESE}
"""  # noqa: S608 - of words of ours alone, as below
WORN_OFF = f"""
WITH freed AS (
    SELECT waiting.id, waiting.supporter_id, {IS_PUSH} FROM supporters_notification AS waiting
    JOIN supporters_supporter AS person ON person.id = waiting.supporter_id
    WHERE waiting.waits_until <= %(now)s AND waiting.state = 'waiting')
{FREED}, rate = '' {THESE}
"""  # noqa: S608


def register() -> None:
    """Have the clock ask after all else, so that what was noted in this round goes along."""
    register_last_planner("worn-off", release_worn_off, only_if=lambda now: [_worn_off(now)])
    register_last_planner("digests", release_due, unless=lambda now: was_asked(DONE, step(now), now))


def release(now: datetime) -> int:
    """Release what wears off, and the digests of those whose hour has come since the last round.

    Owes nothing new, and so is always 0.
    """
    return release_worn_off(now) + release_due(now)


def release_worn_off(now: datetime) -> int:
    """Release what would lose its use if it waited; always 0."""
    _run(WORN_OFF, {"now": now})
    return 0


def release_due(now: datetime) -> int:
    """Release the digests of those whose hour has come since the last round; always 0."""
    since = _done_until()
    if since is None or since < step(now) or asked.is_afresh():
        _release_hours(now)
    return 0


def _worn_off(now: datetime) -> QuerySet[Notification]:
    return Notification.objects.filter(waits_until__range=(EVER, now), state=NotificationState.WAITING)


def _done_until() -> datetime | None:
    return Tick.objects.filter(name=DONE).values_list("ran_at", flat=True).first()


def _release_hours(now: datetime) -> None:
    with transaction.atomic():
        Tick.objects.bulk_create([Tick(name=DONE, ran_at=now - STEP)], ignore_conflicts=True)
        done = Tick.objects.select_for_update().get(name=DONE)
        # Of another instant than the present one it is asked as if no hour before it had been slept through.
        readers, since = hours_of_readers(), now - STEP if asked.is_afresh() else done.ran_at
        for rate in Rate.in_digests():
            _release(rate, [one for one in readers if since < last_hour(rate, one, now)], now)
        done.ran_at = max(done.ran_at, now)
        done.save(update_fields=("ran_at",))


def _release(rate: Rate, come: list[Whose], now: datetime) -> None:
    if not come:
        return
    zones, hours = [one.zone for one in come], [one.hour for one in come]
    _run(RELEASE, {"rate": rate.value, "zones": zones, "hours": hours, "now": now})


def _run(statement: str, values: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"rank": Rank.PATIENT, "most": ROWS, "most_pushes": PUSHES_A_BATCH, **values})
