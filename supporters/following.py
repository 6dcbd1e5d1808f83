"""Whether somebody follows something now; asked again at sending."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection

from supporters.choices import Rate, SubscriptionState
from supporters.kinds import group_of
from supporters.models import Subscription

STRANGERS = """
SELECT person::text FROM unnest(%(people)s::uuid[]) AS asked (person)
WHERE NOT EXISTS (SELECT 1 FROM supporters_subscription followed
                  WHERE followed.supporter_id = person AND followed.supporter_id = ANY(%(people)s::uuid[])
                    AND followed.topic = ANY(%(topics)s)
                    AND followed.state = 'active' AND followed.rate <> 'off' AND NOT %(group)s = ANY(followed.muted))
"""


def follows_any(supporter: UUID, topics: Iterable[str], kind: str) -> bool:
    """Whether the person actively follows one of the topics, wants this kind of mail of it, and has not paused."""
    followed = Subscription.objects.filter(supporter=supporter, state=SubscriptionState.ACTIVE)
    followed = followed.filter(supporter__is_paused=False).exclude(muted__contains=[group_of(kind)])
    return followed.exclude(rate=Rate.OFF).filter(topic__in=list(topics)).exists()


def strangers_among(people: Iterable[str], topics: Iterable[str], kind: str) -> set[str]:
    """Those of the people (keys as texts, for there may be thousands) who follow none of it, in one statement.

    Nearly all do follow it, and need not be read. Whether somebody has paused is not asked here.
    """
    values: dict[str, Any] = {"people": f"{{{','.join(people)}}}", "topics": list(topics), "group": group_of(kind)}
    with connection.cursor() as cursor:
        cursor.execute(STRANGERS, values)
        return {row[0] for row in cursor.fetchall()}
