"""The statistics of the record in the API, by the filters of the list of prisoners."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from prisoners.api_base import Readable
from prisoners.filters import PrisonerFilter
from prisoners.models import Prisoner
from prisoners.statistics import statistics_of
from prisoners.statistics_words import as_data


class CountSerializer(serializers.Serializer[Any]):
    """So many people of one value."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment] # a field named as an attribute of fields
    count = serializers.IntegerField()


class TableSerializer(serializers.Serializer[Any]):
    """The people by one thing: status, held, country, sex, year, organisation or article."""

    name = serializers.CharField()
    title = serializers.CharField()
    note = serializers.CharField(allow_blank=True)
    rows = CountSerializer(many=True)


class LevelSerializer(serializers.Serializer[Any]):
    """From this day on so many were held, until the next level."""

    day = serializers.DateField()
    at_least = serializers.IntegerField()
    at_most = serializers.IntegerField()


class StatisticsSerializer(serializers.Serializer[Any]):
    """Of which people and which day (UTC) the numbers are, and under which licence."""

    filter = serializers.DictField(child=serializers.CharField())
    day = serializers.DateField()
    licence = serializers.CharField()
    total = serializers.IntegerField()
    tables = TableSerializer(many=True)
    held_over_time = LevelSerializer(many=True)


class StatisticsDoor(Readable, GenericAPIView[Prisoner]):
    """How many people fit the filters: by status, country, year and more, and how many were held from which day on."""

    filterset_class = PrisonerFilter
    serializer_class = StatisticsSerializer
    pagination_class = None

    def get_queryset(self) -> QuerySet[Prisoner]:
        return Prisoner.public.all()

    def known_parameters(self) -> set[str]:
        return super().known_parameters() | set(PrisonerFilter.base_filters)

    @extend_schema(filters=True)
    def get(self, request: Request) -> Response:
        """The numbers of everybody who fits."""
        asked = PrisonerFilter(request.query_params, queryset=self.get_queryset())
        if not asked.form.is_valid():
            raise ValidationError(asked.form.errors)
        told = statistics_of(asked)
        about = {"filter": dict(asked.chosen()), "day": told.day.isoformat(), "licence": settings.DATA_LICENCE}
        return Response(about | as_data(told))
