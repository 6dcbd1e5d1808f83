"""What the list of strikes can be asked, defined once: page and API ask through this one class."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import DemandState, ValueUnit
from actions.models import Demand
from prisoners.choices import EventKind
from prisoners.dates import PartialDate
from prisoners.filter_fields import ALL, CountryFilter, RowFilter, WhenFilter, overlaps
from prisoners.filter_forms import RecordFilter
from prisoners.filters import EDTF
from prisoners.models import Event, Involvement, Organisation
from prisoners.words import country_name

#: Fields that the page always shows.
MAIN = ("country", "organisation", "happened")
#: An address has no word for a demand that claims no number.
NO_NUMBER = "none"
CLAIMS = [*((value, label) for value, label in ValueUnit.choices if value), (NO_NUMBER, ValueUnit.NONE.label)]
GOING_ON = (("true", _("going on, as far as known")), ("false", _("has ended")))


def strikes() -> QuerySet[Event]:
    """The public strikes."""
    return Event.public.filter(kind=EventKind.STRIKE)


def countries() -> list[tuple[str, str]]:
    """The countries of public strikes, by name."""
    codes = strikes().exclude(country="").order_by().values_list("country", flat=True).distinct()
    return sorted(((code, country_name(code)) for code in codes), key=lambda entry: entry[1])


def organisations() -> QuerySet[Organisation]:
    """The companies, unions and authorities that stood as something in a public strike."""
    parts = Involvement.public.filter(event__kind=EventKind.STRIKE).order_by().values("organisation")
    return Organisation.objects.filter(pk__in=parts).order_by("name", "pk")


class StrikeFilter(RecordFilter):
    """By country, company or other organisation, time, and what the strike demanded.

    Demands count where they are public, and so is their campaign. Whether a strike goes on is what its date says: it
    does where that is open or reaches today, and is neither where the date is not known.
    """

    country = CountryFilter(offered=countries, label=_("Country"), empty_label=ALL)
    organisation = RowFilter(
        method="with_organisation",
        queryset=lambda _request: organisations(),
        to_field_name="slug",
        label=_("Company or other organisation"),
        empty_label=ALL,
    )
    happened = WhenFilter(method="happened_then", label=_("When"), help_text=EDTF)
    going_on = filters.ChoiceFilter(method="is_going_on", choices=GOING_ON, label=_("State"), empty_label=ALL)
    claim = filters.ChoiceFilter(method="with_a_claim", choices=CLAIMS, label=_("Value in a demand"), empty_label=ALL)
    became = filters.ChoiceFilter(
        method="with_an_end", choices=DemandState.choices, label=_("What became of a demand"), empty_label=ALL
    )

    class Meta:
        model = Event
        fields: tuple[str, ...] = ()

    def with_organisation(self, rows: QuerySet[Any], name: str, organisation: Organisation) -> QuerySet[Any]:
        """Those in which it stood as something."""
        parts = Involvement.public.filter(organisation=organisation, event__isnull=False).order_by()
        return rows.filter(pk__in=parts.values("event"))

    def happened_then(self, rows: QuerySet[Any], name: str, when: PartialDate) -> QuerySet[Any]:
        """Those that may have happened then."""
        return rows.filter(overlaps("happened", when))

    def is_going_on(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Those that go on today (UTC), or those that ended before."""
        today = timezone.now().date()
        if value == "false":
            return rows.filter(happened_latest__lt=today)
        is_open = Q(happened_latest__gte=today) | Q(happened_latest__isnull=True)
        return rows.filter(is_open, happened_earliest__lte=today)

    def with_a_claim(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Those with a public demand for so many of that, or with one that names no number."""
        return self._raised_by(rows, value_unit=ValueUnit.NONE if value == NO_NUMBER else value)

    def with_an_end(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Those with a public demand of which that became."""
        return self._raised_by(rows, status=value)

    def _raised_by(self, rows: QuerySet[Any], **asked: str) -> QuerySet[Any]:
        found = Demand.public.filter(event__isnull=False, **asked).order_by()
        return rows.filter(pk__in=found.values("event"))
