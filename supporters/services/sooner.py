"""What waits for a digest and is wanted sooner, since its reader has chosen another rate: it waits no longer."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import DatabaseError
from django.db.models import QuerySet

from supporters.asking import one_question
from supporters.choices import NotificationState, Rate
from supporters.kinds import kind_of
from supporters.models import Notification, Subscription, Supporter
from supporters.topics import EVERYTHING

#: So many pieces of news are looked at, the newest: of each the record is asked. Older ones go with their digest.
MOST = 100


def let_go(supporter: Supporter, now: datetime) -> None:
    """Release what waits for a digest of a rate at which the person follows nothing any more."""
    rates = supporter.subscriptions.exclude(rate=Rate.OFF).values_list("rate", flat=True)
    _waiting(supporter).exclude(rate__in=set(rates)).update(**_freed(now))


def hasten(followed: Subscription, now: datetime) -> None:
    """Of what waits for a slower digest than this is followed at now, release what belongs to its topic.

    Where this goes with a digest too, that goes with it.
    """
    slower = Rate.values[Rate.values.index(followed.rate) + 1 :]
    rows = _waiting(followed.supporter).filter(rate__in=slower).select_related("supporter").order_by("-due_at", "pk")
    sooner = _freed(now) if followed.rate == Rate.AT_ONCE else {"rate": followed.rate}
    _waiting(followed.supporter).filter(pk__in=list(_told_under(followed, rows[:MOST], now))).update(**sooner)


def _told_under(followed: Subscription, rows: QuerySet[Notification], now: datetime) -> Iterator[Any]:
    with one_question():
        for row in rows:
            try:
                if _is_told_under(followed, row, now):
                    yield row.pk
            except DatabaseError:
                raise
            except Exception:  # noqa: BLE001, S112 - what is wrong with one is said when it is to leave
                continue


def _is_told_under(followed: Subscription, row: Notification, now: datetime) -> bool:
    kind = kind_of(row.kind)
    if kind.topics is None or kind.against_all is None or kind.group in followed.muted:
        return False
    # All news is told to whoever follows everything; whether it is true still is asked when it leaves.
    if followed.topic == EVERYTHING:
        return True
    return not kind.against_all(row, now) and followed.topic in kind.topics(row)


def _waiting(supporter: Supporter) -> QuerySet[Notification]:
    return Notification.objects.filter(supporter=supporter, state=NotificationState.WAITING)


def _freed(now: datetime) -> dict[str, Any]:
    return {"state": NotificationState.QUEUED, "rate": "", "next_attempt_at": now, "waits_until": None}
