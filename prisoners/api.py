"""The record in the API: prisoners, cases, hearings and events, for reading."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.exceptions import ValidationError
from rest_framework.fields import DateField
from rest_framework.request import Request

from prisoners import public_rows
from prisoners.api_base import NUMBER, Rows
from prisoners.as_of import hold_back
from prisoners.case_serializers import CaseSerializer, HearingSerializer
from prisoners.chain import ChainState, chains_of, state_of
from prisoners.choices import PublicationState
from prisoners.dates import days_around
from prisoners.event_filter import EventFilter
from prisoners.filter_fields import of_the_record
from prisoners.filter_forms import RecordFilter
from prisoners.filters import PrisonerFilter
from prisoners.hearing_filter import HearingFilter
from prisoners.knowledge import known_by
from prisoners.models import Case, FormerOfficialSlug, FormerSlug, Hearing, Prisoner
from prisoners.official_filter import OfficialFilter
from prisoners.page_facts import facts_of
from prisoners.serializers import EventSerializer, OfficialSerializer, PrisonerInBriefSerializer, PrisonerSerializer

AS_OF = (
    "the day for which the chain is computed (YYYY-MM-DD); today (UTC) without it. With it, what came about later and "
    "what has no date is left out of the facts, as on the page of that day"
)
KNOWN_ON = (
    "answer by what a source or this record had told by that day (YYYY-MM-DD), and for that day at the latest: facts, "
    "sources and the chain"
)
ONE_PERSON = _("What was known on a day can be asked of one prisoner only.")


def day_of(request: Request) -> date:
    """The day of `?as_of=`, else today (UTC). Raises ValidationError for what is not a day."""
    return asked_day(request, "as_of") or timezone.now().date()


def asked_day(request: Request, name: str) -> date | None:
    """The day of a parameter, None without it. Raises ValidationError for what is not a day."""
    asked = request.query_params.get(name)
    try:
        return (
            DateField(input_formats=["%Y-%m-%d"], validators=of_the_record()).run_validation(asked) if asked else None
        )
    except ValidationError as error:
        around = days_around(asked or "")
        raise ValidationError({name: [str(around)] if around else error.detail}) from error


@extend_schema_view(
    retrieve=extend_schema(
        parameters=[
            OpenApiParameter("as_of", date, description=AS_OF),
            OpenApiParameter("known_on", date, description=KNOWN_ON),
        ]
    )
)
class PrisonerRows(Rows):
    """Everybody in the record, and one of them with everything public about them.

    `chain` says where a person stands on a day and why; it is computed from the public record.
    """

    own_parameters: ClassVar[set[str]] = {"as_of", "known_on"}
    chains: Mapping[int, ChainState] = {}
    serializer_class = PrisonerSerializer
    list_serializer_class = PrisonerInBriefSerializer
    filterset_class = PrisonerFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.prisoners() if self.detail else public_rows.prisoners_in_brief()

    def paginate_queryset(self, queryset: Any) -> Any:
        if asked_day(self.request, "known_on"):
            raise ValidationError({"known_on": ONE_PERSON})
        page = super().paginate_queryset(queryset)
        self.chains = chains_of(page or [], day_of(self.request))
        return page

    def get_object(self) -> Any:
        prisoner = super().get_object()
        self.chains = {prisoner.pk: self._chain(prisoner)}
        day, known_on = asked_day(self.request, "as_of"), asked_day(self.request, "known_on")
        if known_on is not None:
            hold_back(prisoner, min(day or known_on, known_on), known_on)
        elif day is not None:
            hold_back(prisoner, day)
        return prisoner

    def _chain(self, prisoner: Prisoner) -> ChainState:
        """Where the person stands; with `known_on` by what was known then, and on that day at the latest."""
        day, known_on = day_of(self.request), asked_day(self.request, "known_on")
        if known_on is None:
            return chains_of([prisoner], day)[prisoner.pk]
        known = known_by(facts_of(prisoner, timezone.now()), known_on)
        return state_of(known.for_the_chain(), min(day, known_on))

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "chains": self.chains}

    def slug_today(self, former: str) -> str | None:
        rows = FormerSlug.objects.filter(slug=former, prisoner__state=PublicationState.PUBLISHED)
        return rows.values_list("prisoner__slug", flat=True).first()


class OfficialRows(Rows):
    """Judges, prosecutors, investigators: each under all spellings by which public facts name them."""

    serializer_class = OfficialSerializer
    filterset_class = OfficialFilter

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.officials()

    def slug_today(self, former: str) -> str | None:
        rows = FormerOfficialSlug.objects.filter(slug=former, official__state=PublicationState.PUBLISHED)
        return rows.values_list("official__slug", flat=True).first()


class CaseFilter(RecordFilter):
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


class EventRows(Rows):
    """What happened to prisoners and around them, with the figures as each side claims them."""

    serializer_class = EventSerializer
    filterset_class = EventFilter
    lookup_field = "pk"
    lookup_value_regex = NUMBER

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.events()


class HearingRows(Rows):
    """Court dates, with the local date, hour and zone of the court."""

    serializer_class = HearingSerializer
    filterset_class = HearingFilter
    lookup_field = "pk"
    lookup_value_regex = NUMBER

    def get_queryset(self) -> QuerySet[Any]:
        return public_rows.hearings(Hearing.internal.in_sight())
