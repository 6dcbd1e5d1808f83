"""What a list of hearings can be asked, defined once: page and API ask through this one class."""

from datetime import date
from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.choices import HearingDecision, HearingKind, HearingStatus
from prisoners.few import within
from prisoners.filter_fields import ALL, CountryFilter, UpcomingFilter, day_filter, official_filter
from prisoners.filter_forms import RecordFilter
from prisoners.in_office import hearings_before
from prisoners.models import Hearing, Place, Prisoner
from prisoners.upcoming import NEXT_FIRST, ahead

#: Fields that the page always shows.
MAIN = ("upcoming", "country", "kind")


class HearingFilter(RecordFilter):
    """By time, country, case, prisoner, official, kind and status. Days are those of the court."""

    upcoming = UpcomingFilter(method="is_upcoming", help_text=_("To come: scheduled and not over."))
    since = day_filter("not_before", _("From"), help_text=_("May have been held on this local day or later."))
    until = day_filter("not_after", _("Until"), help_text=_("May have been held on this local day or earlier."))
    country = CountryFilter(method="in_country", label=_("Country"), empty_label=ALL)
    kind = filters.ChoiceFilter(choices=HearingKind.choices, label=_("Kind"), empty_label=ALL)
    status = filters.ChoiceFilter(choices=HearingStatus.choices, label=_("State"), empty_label=ALL)
    decision = filters.ChoiceFilter(
        choices=[one for one in HearingDecision.choices if one[0]], label=_("Decision"), empty_label=ALL
    )
    case = filters.CharFilter(
        field_name="case__slug", max_length=120, label=_("Case"), help_text=_("As in the address of the case.")
    )
    prisoner = filters.CharFilter(
        method="against", max_length=120, label=_("Prisoner"), help_text=_("As in the address of the prisoner’s page.")
    )
    official = official_filter("before_an_official", _("A name, any spelling or the address."))

    #: The hearings of the official who is asked for, as the text of an array.
    _before: str | None = None

    class Meta:
        model = Hearing
        fields: tuple[str, ...] = ()

    def is_upcoming(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Scheduled hearings that are not over, the next ones first, or all the others."""
        coming = ahead(timezone.now()) & Q(status=HearingStatus.SCHEDULED)
        # In an order that an index has: else the first page sorts all that are to come.
        return rows.filter(coming).order_by(*NEXT_FIRST) if value == "true" else rows.exclude(coming)

    def in_country(self, rows: QuerySet[Any], name: str, country: str) -> QuerySet[Any]:
        """Those at a place of the country."""
        # Looked up first: a list then goes through hearings in their order, and none looks for its place.
        return rows.filter(place__in=list(Place.objects.filter(country=country).values_list("pk", flat=True)))

    def not_before(self, rows: QuerySet[Any], name: str, day: date) -> QuerySet[Any]:
        """Those whose last possible day is that day or later; an open end counts."""
        return rows.filter(Q(held_latest__gte=day) | Q(held_latest__isnull=True))

    def not_after(self, rows: QuerySet[Any], name: str, day: date) -> QuerySet[Any]:
        """Those whose first possible day is that day or earlier; an open begin counts."""
        return rows.filter(Q(held_earliest__lte=day) | Q(held_earliest__isnull=True))

    def against(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Hearings of cases in which that public prisoner is a defendant."""
        return rows.filter(case__defendants__in=Prisoner.public.filter(slug=slug))

    def before_an_official(self, rows: QuerySet[Any], name: str, official: str) -> QuerySet[Any]:
        """Those that such an official judged, or in whose case somebody of that name acted in an office."""
        # Looked up once: the page asks for what is to come, what was, and how many there are.
        if self._before is None:
            self._before = hearings_before(official)
        return rows.filter(within("pk", self._before))
