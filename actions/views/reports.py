"""The picket log: what happened, where, how many came, and who counted."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actions import cards
from actions.models import Report
from actions.standing_places import map_of
from actions.totals import counted, span_of

PAGE = 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All published reports, the latest first."""
    rows = cards.reports_with_relations(Report.public.all())
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    counts = {report.action_id: counted(*span) for report in page if (span := span_of(report))}
    context = {
        "page": page,
        "reports": [cards.report_card(report) for report in page],
        "map": map_of((report.action for report in page), counts),
    }
    return render(request, "actions/reports.html", context)
