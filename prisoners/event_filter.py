"""What a list of events can be asked, defined once: the API and the log of suppression ask through this one class."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from prisoners.choices import SUPPRESSIONS, EventKind
from prisoners.dates import PartialDate
from prisoners.filter_fields import ALL, CountryFilter, TypedFilter, WhenFilter, overlaps
from prisoners.filter_forms import RecordFilter
from prisoners.filters import EDTF, YES_OR_NO
from prisoners.models import Event, Involvement, Prisoner


class SuppressionFilter(TypedFilter):
    """What keeps people from knowing, or everything else."""

    def filter(self, qs: Any, value: Any) -> Any:
        if not value:
            return qs
        return qs.filter(kind__in=SUPPRESSIONS) if value == "true" else qs.exclude(kind__in=SUPPRESSIONS)


class EventFilter(RecordFilter):
    """By kind, country, prisoner and date; a date fits where it may overlap."""

    kind = filters.ChoiceFilter(choices=EventKind.choices, label=_("Kind"), empty_label=ALL)
    suppression = SuppressionFilter(choices=YES_OR_NO, label=_("News suppressed"), empty_label=ALL)
    country = CountryFilter(label=_("Country"), empty_label=ALL)
    happened = WhenFilter(method="happened_then", label=_("When"), help_text=EDTF)
    prisoner = filters.CharFilter(
        method="of_prisoner",
        max_length=120,
        label=_("Prisoner"),
        help_text=_("As in the address of the prisoner’s page."),
    )

    organisation = filters.CharFilter(
        method="with_organisation",
        max_length=120,
        label=_("Organisation"),
        help_text=_("As in the address of the organisation’s page: a company, a union, an authority."),
    )

    class Meta:
        model = Event
        fields: tuple[str, ...] = ()

    def happened_then(self, rows: QuerySet[Any], name: str, when: PartialDate) -> QuerySet[Any]:
        """Those that may have happened then."""
        return rows.filter(overlaps("happened", when))

    def with_organisation(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Those in which that organisation stood as something."""
        return rows.filter(pk__in=Involvement.public.filter(organisation__slug=slug).order_by().values("event"))

    def of_prisoner(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Those that happened to that public prisoner."""
        return rows.filter(prisoners__in=Prisoner.public.filter(slug=slug))
