"""What a list of actions can be asked, defined once: page and API ask through this one class."""

from datetime import date
from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field

from actions.calendar import to_come
from actions.cities import held_in, in_language, names_in
from actions.models import Action, Campaign
from prisoners.filter_fields import ALL, CountryFilter, RowFilter, UpcomingFilter, day_filter
from prisoners.filter_forms import RecordFilter
from prisoners.models import Prisoner
from prisoners.words import country_name

#: Fields that the page always shows.
MAIN = ("city", "country", "campaign")


def cities() -> list[tuple[str, str]]:
    """The cities in which public actions are or were held, each as the active language calls it."""
    named = Action.public.exclude(city="").order_by().values_list("country", "city").distinct()
    called = {name: in_language(country, name) for country, city in sorted(named) for name in names_in(city)}
    return sorted(called.items(), key=lambda entry: entry[1])


def countries() -> list[tuple[str, str]]:
    """The countries in which public actions are or were held, by name."""
    codes = Action.public.exclude(country="").order_by().values_list("country", flat=True).distinct()
    return sorted(((code, country_name(code)) for code in codes), key=lambda entry: entry[1])


@extend_schema_field(OpenApiTypes.STR)
class CityFilter(filters.ChoiceFilter):
    """By a city in which an action is or was held."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, choices=cities, **kwargs)

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Those held there, alone or together with other cities."""
        return rows.filter(held_in(value)) if value else rows


class ActionFilter(RecordFilter):
    """By time, city, country, campaign and prisoner. Days are those of the place."""

    city = CityFilter(label=_("City"), empty_label=_("All cities"))
    country = CountryFilter(offered=countries, label=_("Country"), empty_label=ALL)
    campaign = RowFilter(
        method="of_campaign",
        queryset=lambda _request: Campaign.public.order_by("title", "pk"),
        to_field_name="slug",
        title="title_i18n",
        label=_("Campaign"),
        empty_label=ALL,
    )
    upcoming = UpcomingFilter(method="is_upcoming", help_text=_("To come: not called off and not over."))
    since = day_filter("not_before", _("From"), _("May be held on this local day or later."))
    until = day_filter("not_after", _("Until"), _("May be held on this local day or earlier."))
    prisoner = filters.CharFilter(
        method="for_prisoner",
        max_length=120,
        label=_("Prisoner"),
        help_text=_("As in the address of the prisoner’s page."),
    )

    class Meta:
        model = Action
        fields: tuple[str, ...] = ()

    def is_upcoming(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Actions that were not called off, are not over and not reported, or all the others."""
        coming = to_come(timezone.now()) & Q(cancelled_at__isnull=True)
        return rows.filter(coming) if value == "true" else rows.exclude(coming)

    def not_before(self, rows: QuerySet[Any], name: str, day: date) -> QuerySet[Any]:
        """Those whose last possible day is that day or later; an open end counts."""
        return rows.filter(Q(held_latest__gte=day) | Q(held_latest__isnull=True))

    def not_after(self, rows: QuerySet[Any], name: str, day: date) -> QuerySet[Any]:
        """Those whose first possible day is that day or earlier; an open begin counts."""
        return rows.filter(Q(held_earliest__lte=day) | Q(held_earliest__isnull=True))

    def of_campaign(self, rows: QuerySet[Any], name: str, campaign: Campaign) -> QuerySet[Any]:
        """Actions of that public campaign."""
        return rows.filter(campaign=campaign)

    def for_prisoner(self, rows: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        """Actions for that public prisoner."""
        return rows.filter(prisoners__in=Prisoner.public.filter(slug=slug))
