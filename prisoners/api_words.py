"""In the API: of whom public facts say certain words, where no name does."""

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
from prisoners.said import SHORTEST
from prisoners.serializer_base import PartialDateJSON
from prisoners.told import Fact, told


class WordsSerializer(serializers.Serializer[Any]):
    """What is asked for."""

    q = serializers.CharField(
        min_length=SHORTEST,
        max_length=200,
        help_text=(
            "words of one fact in any form and any language of the site, the last one perhaps unfinished; "
            "what its kind, its place and its organisation are called counts among them"
        ),
    )


class SaidSerializer(serializers.Serializer[Any]):
    """A fact that says it."""

    kind = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment] # a field named as an attribute of fields
    on = PartialDateJSON(allow_null=True)


class ToldOfSerializer(serializers.Serializer[Any]):
    """Of whom it is said, in at most three facts."""

    slug = serializers.CharField()
    name = serializers.CharField()
    facts = SaidSerializer(many=True)


class ToldSerializer(serializers.Serializer[Any]):
    """At most 24 people, in the order of their names, and under which licence."""

    licence = serializers.CharField()
    people = ToldOfSerializer(many=True)


class WordsDoor(Readable, GenericAPIView[Prisoner]):
    """People of whom public facts say certain words: events, figures, cases, charges, sanctions, hearings, and more.

    With the filters of the list of prisoners, of whom `words` finds all.
    """

    filterset_class = PrisonerFilter
    serializer_class = ToldSerializer
    pagination_class = None

    def get_queryset(self) -> QuerySet[Prisoner]:
        return Prisoner.public.all()

    def known_parameters(self) -> set[str]:
        return super().known_parameters() | set(PrisonerFilter.base_filters)

    @extend_schema(parameters=[WordsSerializer], filters=True, responses=ToldSerializer)
    def get(self, request: Request) -> Response:
        """Who they are, and in which kinds of facts of which dates the words stand."""
        asked = WordsSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        others = PrisonerFilter(request.query_params, queryset=self.get_queryset()).without_the_name()
        if others is not None and not others.form.is_valid():
            raise ValidationError(others.form.errors)
        among = None if others is None else others.qs
        people = [_person(one, facts) for one, facts in told(asked.validated_data["q"], among=among)]
        return Response(ToldSerializer({"licence": settings.DATA_LICENCE, "people": people}).data)


def _person(one: Prisoner, facts: list[Fact]) -> dict[str, Any]:
    names = ((fact.model._meta, fact.day) for fact in facts)
    said = [{"kind": its.model_name, "label": its.verbose_name, "on": day} for its, day in names]
    return {"slug": one.slug, "name": one.name_i18n, "facts": said}
