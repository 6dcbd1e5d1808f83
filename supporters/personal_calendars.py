"""What of the record belongs into the calendar of one person: the people, countries and events that are followed."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from prisoners.models import Defendant, Event, Prisoner
from supporters.choices import Rate, SubscriptionState
from supporters.models import Supporter
from supporters.topics import EVERYTHING, keys_under


@dataclass(frozen=True)
class Followed:
    """Public prisoners and events that a person follows, and the countries whose cases are followed whole."""

    people: QuerySet[Prisoner]
    events: QuerySet[Event]
    countries: tuple[str, ...]
    is_everything: bool


def followed_by(supporter: Supporter) -> Followed:
    """What the topics that a person actively follows come to."""
    active = supporter.subscriptions.filter(state=SubscriptionState.ACTIVE).exclude(rate=Rate.OFF)
    topics = list(active.order_by().values_list("topic", flat=True))
    countries = tuple(topic.removeprefix("country:") for topic in topics if topic.startswith("country:"))
    if EVERYTHING in topics:
        return Followed(Prisoner.public.all(), Event.public.all(), countries, is_everything=True)
    people, events = keys_under(topics)
    cases = Defendant.public.filter(case__in=_keys(topics, "case")).values_list("prisoner_id", flat=True)
    wanted = {*people, *_keys(topics, "prisoner"), *cases}
    prisoners = Prisoner.public.filter(Q(pk__in=wanted) | Q(country__in=countries))
    remembered = Q(pk__in=events) | Q(country__in=countries) | Q(prisoners__in=wanted)
    return Followed(prisoners, Event.public.filter(remembered).distinct(), countries, is_everything=False)


def _keys(topics: list[str], prefix: str) -> set[int]:
    keys = (topic.removeprefix(f"{prefix}:") for topic in topics if topic.startswith(f"{prefix}:"))
    return {int(key) for key in keys if key.isdecimal()}
