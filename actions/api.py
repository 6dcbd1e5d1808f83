"""Campaigns, actions, appeals, reports and targets in the API, for reading."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters

from actions import public_rows
from actions.appeal_serializers import AppealInBriefSerializer, AppealSerializer
from actions.filters import ActionFilter
from actions.models import Action, Appeal, Campaign, FormerActionSlug, FormerCampaignSlug, Report, Target
from actions.serializers import (
    ActionSerializer,
    CampaignInBriefSerializer,
    CampaignSerializer,
    ReportSerializer,
    StrikeSerializer,
    TargetSerializer,
)
from actions.strike_filter import StrikeFilter
from prisoners.api_base import NUMBER, Rows
from prisoners.choices import PublicationState
from prisoners.filter_fields import YES, YesOrNoFilter
from prisoners.models import Prisoner


class StrikeRows(Rows):
    """Strikes, newest first, with who stood as what in them and what they demanded, as far as that is public."""

    serializer_class = StrikeSerializer
    filterset_class = StrikeFilter
    lookup_field = "pk"
    lookup_value_regex = NUMBER

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.strikes()


class CampaignFilter(filters.FilterSet):
    """By country."""

    country = filters.CharFilter(help_text="ISO 3166-1 alpha-2")

    class Meta:
        model = Campaign
        fields: tuple[str, ...] = ()


class CampaignRows(Rows):
    """Campaigns with their demands and the figures as each source claims them."""

    serializer_class = CampaignSerializer
    list_serializer_class = CampaignInBriefSerializer
    filterset_class = CampaignFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.campaigns() if self.detail else public_rows.campaigns_in_brief()

    def slug_today(self, former: str) -> str | None:
        rows = FormerCampaignSlug.objects.filter(slug=former, campaign__state=PublicationState.PUBLISHED)
        return rows.values_list("campaign__slug", flat=True).first()


class ActionRows(Rows):
    """Pickets and other actions, past and coming, with their report."""

    serializer_class = ActionSerializer
    filterset_class = ActionFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.actions()

    def slug_today(self, former: str) -> str | None:
        rows = FormerActionSlug.objects.filter(slug=former, action__state=PublicationState.PUBLISHED)
        return rows.values_list("action__slug", flat=True).first()


class ReportFilter(filters.FilterSet):
    """By country and campaign of the action."""

    country = filters.CharFilter(field_name="action__country", help_text="ISO 3166-1 alpha-2")
    campaign = filters.CharFilter(method="of_campaign", help_text="slug of the campaign")

    class Meta:
        model = Report
        fields: tuple[str, ...] = ()

    def of_campaign(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Reports of actions of that public campaign."""
        return rows.filter(action__campaign__in=Campaign.public.filter(slug=slug))


class ReportRows(Rows):
    """The picket log; a report is found by the slug of its action."""

    serializer_class = ReportSerializer
    filterset_class = ReportFilter
    lookup_field = "action__slug"
    lookup_url_kwarg = "slug"

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.reports()

    def slug_today(self, former: str) -> str | None:
        rows = FormerActionSlug.objects.filter(slug=former, action__in=Action.public.all())
        return rows.filter(action__report__in=Report.public.all()).values_list("action__slug", flat=True).first()


class TargetFilter(filters.FilterSet):
    """By the state represented and the country of the address."""

    country = filters.CharFilter(help_text="in which country, ISO 3166-1 alpha-2")
    of_country = filters.CharFilter(help_text="of which country, ISO 3166-1 alpha-2")

    class Meta:
        model = Target
        fields: tuple[str, ...] = ()


class TargetRows(Rows):
    """Embassies and others whom actions address."""

    serializer_class = TargetSerializer
    filterset_class = TargetFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.targets()


class AppealFilter(filters.FilterSet):
    """By whether they are open, by campaign and prisoner."""

    open = YesOrNoFilter(method="can_be_followed", help_text="true: not over at this moment")
    campaign = filters.CharFilter(method="of_campaign", help_text="slug of the campaign")
    prisoner = filters.CharFilter(method="for_prisoner", help_text="slug of a prisoner")

    class Meta:
        model = Appeal
        fields: tuple[str, ...] = ()

    def can_be_followed(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Appeals that close later than now, or all the others."""
        later = Q(closes_at__gt=timezone.now())
        return rows.filter(later) if value in YES else rows.exclude(later)

    def of_campaign(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Appeals of that public campaign."""
        return rows.filter(campaign__in=Campaign.public.filter(slug=slug))

    def for_prisoner(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Appeals for that public prisoner."""
        return rows.filter(prisoners__in=Prisoner.public.filter(slug=slug))


class AppealRows(Rows):
    """Appeals with whom they address and until when; one of them with its letter, its numbers computed today."""

    serializer_class = AppealSerializer
    list_serializer_class = AppealInBriefSerializer
    filterset_class = AppealFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.appeals()
