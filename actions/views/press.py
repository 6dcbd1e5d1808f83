"""Pages for the press: one action or a day of action as text to copy, with pictures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from actions import cards, press
from actions.choices import RAISED
from actions.models import Action, Demand, Report
from actions.totals import totals_of
from actions.views.days import actions_of_day, day_or_404, lines_of, reports_of_day


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """What happened at one action; the address has the slug of the action."""
    row = cards.reports_with_relations(Report.public.filter(action__slug=slug)).first()
    if row is None:
        raise Http404
    return render(request, "actions/press.html", press.of_report(row, _demands_of(row.action)))


@require_safe
def day(request: HttpRequest, slug: str) -> HttpResponse:
    """What happened on a day of action in all cities."""
    row = day_or_404(slug)
    actions, reports = actions_of_day(row), reports_of_day(row)
    lines, totals = lines_of(actions, reports), totals_of(actions, reports)
    told = press.of_day(row, totals, lines, reports, get_language() or "en")
    return render(request, "actions/press.html", told)


def _demands_of(action: Action) -> list[Demand]:
    """What its campaign demands today."""
    if action.campaign_id is None:
        return []
    return list(Demand.public.filter(campaign=action.campaign_id, status__in=RAISED))
