"""What a list of prisoners can be asked; the page and the API ask through the same object."""

from collections.abc import Iterable
from typing import Any

import django_filters as filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.chain import ChainState, chains_of
from prisoners.models import Prisoner
from prisoners.search import find
from prisoners.standing import Standing
from prisoners.words import country_name

HELD = (("true", _("held now")), ("false", _("not held now")))


def countries() -> list[tuple[str, str]]:
    """The countries of the public record, by name."""
    codes = Prisoner.public.order_by().values_list("country", flat=True).distinct()
    return sorted(((code, country_name(code)) for code in codes), key=lambda entry: entry[1])


class PrisonerFilter(filters.FilterSet):
    """By name in any spelling, country, and where the person stands today."""

    q = filters.CharFilter(method="by_name", label=_("Name"), help_text=_("In any spelling or script."))
    country = filters.ChoiceFilter(choices=countries, label=_("Country"), empty_label=_("All"))
    status = filters.ChoiceFilter(
        choices=Standing.choices, method="by_standing", label=_("Where it stands"), empty_label=_("All")
    )
    held = filters.ChoiceFilter(choices=HELD, method="by_held", label=_("Held"), empty_label=_("All"))

    class Meta:
        model = Prisoner
        fields: tuple[str, ...] = ()

    def by_name(self, rows: QuerySet[Any], name: str, text: str) -> QuerySet[Any]:
        """Those of whom some spelling holds every word."""
        return find(rows, text)

    def by_standing(self, rows: QuerySet[Any], name: str, standing: str) -> QuerySet[Any]:
        """Those who stand there today, as far as reported."""
        return rows.filter(pk__in=_those(rows, lambda state: state.status == standing))

    def by_held(self, rows: QuerySet[Any], name: str, held: str) -> QuerySet[Any]:
        """Those who are held today as far as reported, or all the others."""
        return rows.filter(pk__in=_those(rows, lambda state: (state.is_held is True) == (held == "true")))


def _those(rows: QuerySet[Any], is_wanted: Any) -> Iterable[int]:
    """Standing is computed, not stored, so the chain of every row that is left is asked, in five queries."""
    states: dict[int, ChainState] = chains_of(rows.prefetch_related(None), timezone.now().date())
    return [pk for pk, state in states.items() if is_wanted(state)]
