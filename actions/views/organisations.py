"""The list of strikes, and the page of an organisation: a company, a union, an authority."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from actions.footnotes import Footnotes
from actions.organisation_page import EVENTS_A_PAGE, named, page_of
from actions.strike_filter import MAIN, StrikeFilter, strikes
from actions.strikes import lines, with_relations
from prisoners.filter_forms import fields_of


@require_safe
def strike_list(request: HttpRequest) -> HttpResponse:
    """All public strikes that fit what is asked, newest first."""
    asked = StrikeFilter(request.GET, queryset=strikes())
    is_understood = asked.form.is_valid()
    notes, query = Footnotes(), _chosen(asked, request)
    found = with_relations(asked.qs if is_understood else strikes().none())
    page = Paginator(found, EVENTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": asked.form,
        "fields": fields_of(asked, MAIN),
        "is_understood": is_understood,
        "page": page,
        "entries": lines(page.object_list, notes),
        "sources": notes.listing(),
        "query": f"?{query}" if query else "",
    }
    return render(request, "actions/strikes.html", context, status=200 if is_understood else 400)


def _chosen(asked: StrikeFilter, request: HttpRequest) -> str:
    """What is asked, as the address of the same list for machines has it."""
    return urlencode({name: value for name in asked.filters if (value := request.GET.get(name, ""))})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything public about one organisation, in a number of queries that does not grow with it."""
    organisation = get_object_or_404(named(), slug=slug)
    return render(request, "actions/organisation.html", page_of(organisation, request.GET.get("page")))
