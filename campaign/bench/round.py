"""A round of the clock beside 100,000 prisoners: what is near was told long ago, and what it costs to see that.

Some hundred hearings are near, some hundred people were released of late, and people follow them. BENCH_PRISONERS and
BENCH_PEOPLE make it smaller. The marks and anniversaries are asked about when the hour of some readers comes.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median

from django.db import connection
from django.utils import timezone

from campaign.bench import planted, record
from campaign.bench.figures import Figure
from campaign.bench.tick import worked
from campaign.environment import env
from prisoners.models import Detention, Hearing, Prisoner
from supporters import releases, reminders
from supporters.models import Notification, Tick

ROUNDS = 5
BY_THE_HOUR = ("anniversaries", "marks")
# Everybody follows four people of the record, one in a hundred everything.
FOLLOWED = """
INSERT INTO supporters_subscription (id, supporter_id, topic, state, started_on)
SELECT gen_random_uuid(), person.id, 'prisoner:' || prisoner.id, 'active', current_date
FROM (SELECT id, row_number() OVER () AS number FROM supporters_supporter) person
CROSS JOIN generate_series(1, 4) pick
JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number FROM prisoners_prisoner) prisoner
  ON prisoner.number = 1 + (person.number * 7 + pick * 2503) %% (SELECT count(*) FROM prisoners_prisoner)
"""


FOLLOW_ALL = """
INSERT INTO supporters_subscription (id, supporter_id, topic, state, started_on)
SELECT gen_random_uuid(), id, 'all', 'active', current_date FROM supporters_supporter person
WHERE NOT EXISTS (SELECT FROM supporters_subscription WHERE supporter_id = person.id AND topic = 'all') LIMIT %s
"""


def measure() -> Iterator[Figure]:
    """CPU of a round: the first one, the next ones, one after somebody new came, one with the questions of the hour."""
    record.plant(env.int("BENCH_PRISONERS", 100_000))
    yield Figure("prisoners", Prisoner.public.count(), "people")
    yield Figure("followers", _followers(env.int("BENCH_PEOPLE", 20_000)), "people")
    Detention.internal.update(published_at=timezone.now() - timedelta(days=1))
    planted.settle()
    # Only now: a release is news once its row says so.
    now = timezone.now()
    near = Hearing.public.filter(starts_at__gt=now, starts_at__lt=now + timedelta(days=7))
    yield Figure("hearings of the next seven days", near.count(), "hearings")
    yield Figure("releases of late", len(releases.recent(now)), "people")
    _asked_by_the_hour(now)
    yield from _figures("the first round", [_spent(now)])
    yield Figure("planned", Notification.objects.count(), "notifications")
    _spent(now)
    planted.settle()
    yield from _figures("a round", [_spent(now) for _round in range(ROUNDS)], reach=500)
    _follow_all(1)
    yield from _figures("a round after one more follows everything", [_spent(now)])
    for name in ("a first round of the quarter", "a round of the quarter"):
        Tick.objects.filter(name__in=BY_THE_HOUR).delete()
        yield from _figures(name, [_spent(now)])


def _figures(name: str, spent: list[tuple[float, float]], reach: float | None = None) -> Iterator[Figure]:
    worker, database = (median(of) for of in zip(*spent, strict=True))
    yield Figure(f"{name}: CPU", worker + database, "ms of worker and database", reach=reach, is_less_better=True)
    yield Figure(f"{name}: CPU of the database", database, "ms")


def _spent(now: datetime) -> tuple[float, float]:
    """CPU (ms) of this process and of the database for a round."""
    before, began = worked(), time.process_time()
    reminders.run_planners(now)
    return (time.process_time() - began) * 1000, worked() - before


def _followers(people: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(planted.PEOPLE, {"count": people, "zones": list(planted.ZONES)})
        cursor.execute(FOLLOWED, [])
    _follow_all(people // 100)
    return people


def _follow_all(people: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(FOLLOW_ALL, [people])


def _asked_by_the_hour(now: datetime) -> None:
    """The questions of the quarter of an hour were asked just now."""
    for name in BY_THE_HOUR:
        Tick.objects.update_or_create(name=name, defaults={"ran_at": now})
