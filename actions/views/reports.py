"""The picket log: what happened, where, how many came, and who counted."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actions import cards
from actions.models import Report

PAGE = 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All published reports, the latest first."""
    page = Paginator(cards.reports_with_relations(Report.public.all()), PAGE).get_page(request.GET.get("page"))
    return render(
        request, "actions/reports.html", {"page": page, "reports": [cards.report_card(report) for report in page]}
    )
