"""The list of strikes, and the page of an organisation: a company, a union, an authority."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from actions import strikes
from actions.footnotes import Footnotes
from actions.organisation_page import EVENTS_A_PAGE, named, page_of


@require_safe
def strike_list(request: HttpRequest) -> HttpResponse:
    """All public strikes, newest first."""
    notes = Footnotes()
    page = Paginator(strikes.strikes(), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    entries = strikes.lines(page.object_list, notes)
    return render(request, "actions/strikes.html", {"page": page, "entries": entries, "sources": notes.listing()})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything public about one organisation, in a number of queries that does not grow with it."""
    organisation = get_object_or_404(named(), slug=slug)
    return render(request, "actions/organisation.html", page_of(organisation, request.GET.get("page")))
