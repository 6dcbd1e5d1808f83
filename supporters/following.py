"""Whether somebody follows something now; asked again at sending."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import BooleanField, Func, TextField, Value
from django.db.models.functions import Cast

from supporters.choices import Rate, SubscriptionState
from supporters.kinds import group_of
from supporters.models import Subscription


class Among(Func):
    """That a column of keys is in an array, given as one literal: `__in` makes and checks a parameter for each."""

    template = "%(expressions)s::uuid[])"
    arg_joiner = " = ANY("
    output_field = BooleanField()
    conditional = True


def follows_any(supporter: UUID, topics: Iterable[str], kind: str) -> bool:
    """Whether the person actively follows one of the topics, wants this kind of mail of it, and has not paused."""
    return bool(followers_among([str(supporter)], topics, kind))


def followers_among(people: Iterable[str], topics: Iterable[str], kind: str) -> set[str]:
    """Those of the people (keys as texts, for there may be thousands) of whom that is true, in one statement."""
    followed = Subscription.objects.filter(
        Among("supporter_id", Value(f"{{{','.join(people)}}}", TextField())), state=SubscriptionState.ACTIVE
    )
    followed = followed.filter(supporter__is_paused=False).exclude(muted__contains=[group_of(kind)])
    followed = followed.exclude(rate=Rate.OFF).filter(topic__in=list(topics))
    return set(followed.values_list(Cast("supporter_id", TextField()), flat=True))
