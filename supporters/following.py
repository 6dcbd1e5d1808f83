"""Whether somebody follows something now; asked again at sending."""

from collections.abc import Iterable
from uuid import UUID

from supporters.choices import SubscriptionState
from supporters.kinds import group_of
from supporters.models import Subscription


def follows_any(supporter: UUID, topics: Iterable[str], kind: str) -> bool:
    """Whether the person actively follows one of the topics, wants this kind of mail of it, and has not paused."""
    followed = Subscription.objects.filter(supporter=supporter, state=SubscriptionState.ACTIVE)
    followed = followed.filter(supporter__is_paused=False).exclude(muted__contains=[group_of(kind)])
    return followed.filter(topic__in=list(topics)).exists()
