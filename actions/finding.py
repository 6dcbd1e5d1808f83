"""What this floor adds to the question which prisoners are looked for: those of a campaign."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actions.models import Campaign
from prisoners.filter_fields import ALL, RowFilter
from prisoners.filters import PrisonerFilter
from prisoners.remembered import remembered


class CampaignFilter(RowFilter):
    """By a public campaign, named by its slug."""

    def __init__(self) -> None:
        super().__init__(
            method=_of_campaign,
            queryset=lambda _request: _campaigns(),
            offered=_offered,
            to_field_name="slug",
            title="title_i18n",
            label=_("Campaign"),
            empty_label=ALL,
        )


def register() -> None:
    """Offer the filter to page, API, exports and statistics of the floor below."""
    PrisonerFilter.offer("campaign", CampaignFilter())


def _campaigns() -> QuerySet[Campaign]:
    return Campaign.public.order_by("title", "pk")


def _offered() -> list[tuple[Any, str]]:
    what = ("campaigns", get_language())
    rows = _campaigns().only("slug", "title", "i18n")
    return remembered(what, lambda: [(one.slug, one.title_i18n) for one in rows], {Campaign})


def _of_campaign(rows: QuerySet[Any], name: str, campaign: Campaign) -> QuerySet[Any]:
    """The prisoners for whom the campaign stands."""
    return rows.filter(pk__in=campaign.prisoners.order_by().values("pk"))
