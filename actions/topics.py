"""What this floor adds to what can be followed: campaigns with their prisoners, groups, and cities."""

from urllib.parse import urlencode

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actions import cities
from actions.models import Action, Campaign, Group
from prisoners.models import Prisoner
from supporters.reminders import register_topics
from supporters.subjects import named
from supporters.topics import numbers, register_event_topics, register_topic_kind


def prisoners_of_campaigns() -> QuerySet:
    """Pairs of a prisoner's id and the topic of a public campaign that the prisoner belongs to."""
    topic = named("campaign")
    rows = Campaign.public.filter(prisoners__isnull=False).order_by()
    return rows.annotate(prisoner_id=F("prisoners"), topic=topic).values_list("prisoner_id", "topic")


def events_of_campaigns() -> QuerySet:
    """Pairs of an event's id and the topic of a public campaign whose timeline it stands in."""
    topic = named("campaign")
    rows = Campaign.public.filter(events__isnull=False).order_by()
    return rows.annotate(event_id=F("events"), topic=topic).values_list("event_id", "topic")


def titles(keys: list[str] | None) -> dict[str, str]:
    """Key and title of public campaigns: of these keys, or of all."""
    return {str(row.pk): row.title_i18n for row in _among(Campaign.public.all(), keys)}


def titles_of_groups(keys: list[str] | None) -> dict[str, str]:
    """Key and name of public groups: of these keys, or of all."""
    return {str(row.pk): row.name_i18n for row in _among(Group.public.all(), keys)}


def pages(keys: list[str]) -> dict[str, str]:
    """Key and page of public campaigns."""
    return {str(row.pk): reverse("actions:campaign", args=[row.slug]) for row in _among(Campaign.public.all(), keys)}


def pages_of_groups(keys: list[str]) -> dict[str, str]:
    """Key and page of public groups."""
    return {str(row.pk): reverse("actions:group", args=[row.slug]) for row in _among(Group.public.all(), keys)}


def pages_of_cities(keys: list[str]) -> dict[str, str]:
    """The actions in each of these cities: of one that nothing is or was held in, all actions."""
    held = {name for city in Action.public.order_by().values_list("city", flat=True) for name in cities.names_in(city)}
    return {key: _actions_in(key.split("/")[1], held) for key in cities.titles(keys)}


def _actions_in(name: str, held: set[str]) -> str:
    return f"{reverse('actions:actions')}?{urlencode({'city': name} if name in held else {})}".removesuffix("?")


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
    register_topic_kind("campaign", _("Campaigns"), titles, pages)
    register_topic_kind("group", _("Groups"), titles_of_groups, pages_of_groups)
    around = _("Cities and what lies around them")
    register_topic_kind(cities.PREFIX, around, cities.titles, pages_of_cities, is_long=True)
