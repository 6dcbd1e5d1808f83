"""The record in the API: prisoners, cases and hearings, for reading."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters

from prisoners import public_rows
from prisoners.api_base import NUMBER, Rows
from prisoners.choices import HearingKind, HearingStatus, PublicationState
from prisoners.models import Case, FormerSlug, Hearing, Prisoner
from prisoners.serializers import (
    CaseSerializer,
    HearingSerializer,
    PrisonerInBriefSerializer,
    PrisonerSerializer,
)


class PrisonerFilter(filters.FilterSet):
    """By country of the prosecution."""

    country = filters.CharFilter(help_text="ISO 3166-1 alpha-2")

    class Meta:
        model = Prisoner
        fields: tuple[str, ...] = ()


class PrisonerRows(Rows):
    """Everybody in the record, and one of them with everything public about them."""

    serializer_class = PrisonerSerializer
    list_serializer_class = PrisonerInBriefSerializer
    filterset_class = PrisonerFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.prisoners() if self.detail else public_rows.prisoners_in_brief()

    def slug_today(self, former: str) -> str | None:
        rows = FormerSlug.objects.filter(slug=former, prisoner__state=PublicationState.PUBLISHED)
        return rows.values_list("prisoner__slug", flat=True).first()


class CaseFilter(filters.FilterSet):
    """By country, and by one defendant."""

    country = filters.CharFilter(help_text="ISO 3166-1 alpha-2")
    prisoner = filters.CharFilter(method="against", help_text="slug of a defendant")

    class Meta:
        model = Case
        fields: tuple[str, ...] = ()

    def against(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Cases in which that public prisoner is a defendant."""
        return rows.filter(defendants__in=Prisoner.public.filter(slug=slug))


class CaseRows(Rows):
    """Prosecutions, each with its defendants, charges and hearings."""

    serializer_class = CaseSerializer
    filterset_class = CaseFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.cases()


class HearingFilter(filters.FilterSet):
    """By time, country, case, prisoner, kind and status."""

    upcoming = filters.BooleanFilter(method="is_upcoming", help_text="true: scheduled and not over")
    since = filters.DateFilter(method="not_before", help_text="may have been held on this local day or later")
    until = filters.DateFilter(method="not_after", help_text="may have been held on this local day or earlier")
    country = filters.CharFilter(field_name="place__country", help_text="ISO 3166-1 alpha-2")
    case = filters.CharFilter(field_name="case__slug", help_text="slug of the case")
    prisoner = filters.CharFilter(method="against", help_text="slug of a defendant")
    kind = filters.ChoiceFilter(choices=HearingKind.choices)
    status = filters.ChoiceFilter(choices=HearingStatus.choices)

    class Meta:
        model = Hearing
        fields: tuple[str, ...] = ()

    def is_upcoming(self, rows: QuerySet[Any], name: str, value: bool) -> QuerySet[Any]:
        """Scheduled hearings that are not over, or all the others."""
        coming = ahead(timezone.now()) & Q(status=HearingStatus.SCHEDULED)
        return rows.filter(coming) if value else rows.exclude(coming)

    def not_before(self, rows: QuerySet[Any], name: str, day: date) -> QuerySet[Any]:
        """Those whose last possible day is that day or later; an open end counts."""
        return rows.filter(Q(held_latest__gte=day) | Q(held_latest__isnull=True))

    def not_after(self, rows: QuerySet[Any], name: str, day: date) -> QuerySet[Any]:
        """Those whose first possible day is that day or earlier; an open begin counts."""
        return rows.filter(Q(held_earliest__lte=day) | Q(held_earliest__isnull=True))

    def against(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Hearings of cases in which that public prisoner is a defendant."""
        return rows.filter(case__defendants__in=Prisoner.public.filter(slug=slug))


def ahead(now: datetime) -> Q:
    """That a row with a local date and a derived instant is not over at `now`.

    With an hour, until that hour; without one, until its local day is over; without a day, until the last
    possible day has passed everywhere (which it has twelve hours after it has in UTC).
    """
    return (
        Q(local_time__isnull=False, starts_at__gte=now)
        | Q(local_time__isnull=True, starts_at__gt=now - timedelta(days=1))
        | Q(starts_at__isnull=True, held_latest__gte=(now - timedelta(hours=12)).date())
    )


class HearingRows(Rows):
    """Court dates, with the local date, hour and zone of the court."""

    serializer_class = HearingSerializer
    filterset_class = HearingFilter
    lookup_field = "pk"
    lookup_value_regex = NUMBER

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.hearings()
