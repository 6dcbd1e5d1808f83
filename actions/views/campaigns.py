"""The list of campaigns, and a campaign's page: its prisoners, demands, figures, timeline, statements and actions."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions import calendar, campaign_brief, campaign_lines, cards
from actions.campaign_people import people_of
from actions.choices import DemandState
from actions.footnotes import Footnotes
from actions.models import Action, Campaign, DayOfAction, Demand, FormerCampaignSlug, Group, Report
from actions.models.cites import cites_of
from actions.totals import totals_of
from prisoners.choices import SUPPRESSIONS
from prisoners.models import Citation, Event, Figure, Prisoner, Statement
from prisoners.public_rows import involved, related

#: Demands that nobody raises any more are folded away.
SETTLED = frozenset({DemandState.SUPERSEDED, DemandState.UNDELIVERED, DemandState.DROPPED, DemandState.ENDED})
#: How many of the past are shown here; the rest is in the lists.
LATEST = 12


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All public campaigns."""
    return render(request, "actions/campaigns.html", {"campaigns": Campaign.public.all()})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything public about one campaign, in a number of queries that does not grow with it."""
    campaign = _with_all(Campaign.public.all()).filter(slug=slug).first()
    return render(request, "actions/campaign.html", _page(campaign)) if campaign else _moved(slug)


def _page(campaign: Campaign) -> dict[str, Any]:
    notes, now = Footnotes(), timezone.now()
    rows = cards.with_relations(Action.public.filter(campaign=campaign))
    held, ahead = list(calendar.past(rows, now)), list(calendar.upcoming(rows, now))
    reports = cards.reports_with_relations(Report.public.filter(action__campaign=campaign))
    people = people_of(campaign, now.date())
    groups = list(Group.public.filter(actions__in=Action.public.filter(campaign=campaign).order_by()).distinct())
    totals = totals_of(held, reports)
    demands = campaign_lines.demand_lines(campaign.demands.all(), notes)
    told, suppressed = _parted(campaign.events.all())
    return {
        "campaign": campaign,
        "own_numbers": notes.cited(campaign.cited.all()),
        "brief": campaign_brief.facts((people["count"], people["count_not_free"]), groups, ahead, held, totals),
        "groups": groups,
        "demands": [line for line in demands if line["state"] not in SETTLED],
        "earlier_demands": [line for line in demands if line["state"] in SETTLED],
        "figures": campaign_lines.figure_tables(campaign.figures.all(), notes),
        "people": people,
        "timeline": campaign_lines.timeline(told, notes),
        "suppressed": campaign_lines.timeline(suppressed, notes),
        "statements": campaign_lines.statement_lines(campaign.statements.all(), notes),
        "upcoming": [cards.action_card(action) for action in ahead],
        "past": [cards.action_card(action) for action in calendar.past(rows.exclude(calendar.TOLD), now)[:LATEST]],
        "reports": [cards.report_card(report) for report in reports[:LATEST]],
        "totals": totals,
        "days": DayOfAction.public.filter(campaign=campaign),
        "sources": notes.listing(),
    }


def _parted(events: Iterable[Event]) -> tuple[list[Event], list[Event]]:
    """What happened, and what was done so that nobody should know."""
    rows = list(events)
    return [one for one in rows if one.kind not in SUPPRESSIONS], [one for one in rows if one.kind in SUPPRESSIONS]


def _with_all(campaigns: QuerySet[Campaign]) -> QuerySet[Campaign]:
    cited = Prefetch("citations", Citation.internal.filter(source__is_confidential=False).select_related("source"))
    demands = Demand.public.select_related("supersedes", "event").prefetch_related(
        cites_of(Demand), Prefetch("prisoners", Prisoner.public.all())
    )
    return campaigns.prefetch_related(
        cites_of(Campaign),
        Prefetch("demands", demands),
        Prefetch("figures", Figure.public.select_related("event").prefetch_related(cited)),
        Prefetch("events", Event.public.prefetch_related(cited, involved(), *related())),
        Prefetch("statements", Statement.public.select_related("organisation").prefetch_related(cited)),
    )


def _moved(slug: str) -> HttpResponse:
    """An old address leads to the new one, as long as that is public."""
    former = FormerCampaignSlug.objects.filter(slug=slug, campaign__in=Campaign.public.order_by()).first()
    if former is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse("actions:campaign", args=[former.campaign.slug]))
