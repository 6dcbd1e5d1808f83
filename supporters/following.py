"""Whether somebody follows something now; asked again at sending."""

from collections.abc import Iterable
from uuid import UUID

from supporters.choices import SubscriptionState
from supporters.models import Subscription


def follows_any(supporter: UUID, topics: Iterable[str]) -> bool:
    """Whether the person actively follows one of the topics."""
    followed = Subscription.objects.filter(supporter=supporter, state=SubscriptionState.ACTIVE)
    return followed.filter(topic__in=list(topics)).exists()
