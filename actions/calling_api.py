"""Groups and days of action in the API, for reading."""

from typing import Any

from django.db.models import QuerySet
from django_filters import rest_framework as filters

from actions import public_rows
from actions.calling_serializers import DayOfActionSerializer, GroupSerializer
from actions.models import Campaign, DayOfAction, Group
from prisoners.api_base import Rows


class GroupFilter(filters.FilterSet):
    """By country and city."""

    country = filters.CharFilter(help_text="ISO 3166-1 alpha-2")
    city = filters.CharFilter(help_text="as it is written here")

    class Meta:
        model = Group
        fields: tuple[str, ...] = ()


class GroupRows(Rows):
    """Local groups; an action names its own by `group`."""

    serializer_class = GroupSerializer
    filterset_class = GroupFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.groups()


class DayOfActionFilter(filters.FilterSet):
    """By campaign."""

    campaign = filters.CharFilter(method="of_campaign", help_text="slug of the campaign")

    class Meta:
        model = DayOfAction
        fields: tuple[str, ...] = ()

    def of_campaign(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Calls of that public campaign."""
        return rows.filter(campaign__in=Campaign.public.filter(slug=slug))


class DayOfActionRows(Rows):
    """Calls to many cities on one day, with the city of each public action."""

    serializer_class = DayOfActionSerializer
    filterset_class = DayOfActionFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.days_of_action()
