"""Whether somebody follows something now; asked again at sending."""

from collections.abc import Iterable
from uuid import UUID

from supporters.choices import Rate, SubscriptionState
from supporters.kinds import group_of
from supporters.models import Subscription


def follows_any(supporter: UUID, topics: Iterable[str], kind: str) -> bool:
    """Whether the person actively follows one of the topics, wants this kind of mail of it, and has not paused."""
    return supporter in followers_among([supporter], topics, kind)


def followers_among(people: Iterable[UUID], topics: Iterable[str], kind: str) -> set[UUID]:
    """Those of the people of whom that is true, in one statement."""
    followed = Subscription.objects.filter(supporter__in=list(people), state=SubscriptionState.ACTIVE)
    followed = followed.filter(supporter__is_paused=False).exclude(muted__contains=[group_of(kind)])
    followed = followed.exclude(rate=Rate.OFF)
    return set(followed.filter(topic__in=list(topics)).values_list("supporter_id", flat=True))
