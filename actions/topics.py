"""What this floor adds to what can be followed: campaigns with their prisoners, groups, and cities."""

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from actions import cities
from actions.models import Action, Campaign, Group
from prisoners.models import Prisoner
from supporters.reminders import register_topics
from supporters.topics import numbers, register_event_topics, register_topic_kind


def prisoners_of_campaigns() -> QuerySet:
    """Pairs of a prisoner's id and the topic of a public campaign that the prisoner belongs to."""
    topic = Concat(Value("campaign:"), Cast("pk", CharField()), output_field=CharField())
    rows = Campaign.public.filter(prisoners__isnull=False).order_by()
    return rows.annotate(prisoner_id=F("prisoners"), topic=topic).values_list("prisoner_id", "topic")


def events_of_campaigns() -> QuerySet:
    """Pairs of an event's id and the topic of a public campaign whose timeline it stands in."""
    topic = Concat(Value("campaign:"), Cast("pk", CharField()), output_field=CharField())
    rows = Campaign.public.filter(events__isnull=False).order_by()
    return rows.annotate(event_id=F("events"), topic=topic).values_list("event_id", "topic")


def titles(keys: list[str] | None) -> dict[str, str]:
    """Key and title of public campaigns: of these keys, or of all."""
    return {str(row.pk): row.title_i18n for row in _among(Campaign.public.all(), keys)}


def titles_of_groups(keys: list[str] | None) -> dict[str, str]:
    """Key and name of public groups: of these keys, or of all."""
    return {str(row.pk): row.name_i18n for row in _among(Group.public.all(), keys)}


def _among(rows: QuerySet, keys: list[str] | None) -> QuerySet:
    return rows if keys is None else rows.filter(pk__in=numbers(keys))


def followed_with(action: Action) -> list[str]:
    """What somebody who comes to an action may follow besides: its campaign, else those it is for; public ones only."""
    if action.campaign_id is not None and Campaign.public.filter(pk=action.campaign_id).exists():
        return [f"campaign:{action.campaign_id}"]
    people = Prisoner.public.filter(actions=action).order_by("pk").values_list("pk", flat=True)
    return [f"prisoner:{one}" for one in people]


def register() -> None:
    """Make the topics of this floor known to the reminders and to the forms."""
    register_topics(prisoners_of_campaigns)
    register_event_topics(events_of_campaigns)
    register_topic_kind("campaign", _("Campaigns"), titles)
    register_topic_kind("group", _("Groups"), titles_of_groups)
    register_topic_kind(cities.PREFIX, _("Cities and what lies around them"), cities.titles, is_long=True)
