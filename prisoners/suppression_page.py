"""The log of suppression: sites blocked or down, broadcasts and networks cut, news kept back; each with its source."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prisoners.cards import Card, SourceNumbers
from prisoners.casing import with_capital
from prisoners.choices import SUPPRESSIONS
from prisoners.marked import capitalised, joined, words_of
from prisoners.models import Event
from prisoners.public_rows import cited
from prisoners.words import country_name, iso, say

EVENTS_A_PAGE = 50


@require_safe
def suppression_log(request: HttpRequest) -> HttpResponse:
    """The whole log, newest first."""
    rows = Event.public.filter(kind__in=SUPPRESSIONS).prefetch_related(cited())
    page = Paginator(rows.order_by("-happened_earliest", "-pk"), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    numbers = SourceNumbers(lambda event: event.citations.all())
    entries = [_entry(event, numbers) for event in page.object_list]
    context: dict[str, Any] = {"page": page, "entries": entries, "sources": numbers.listed()}
    return render(request, "prisoners/suppression.html", context)


def _entry(event: Event, numbers: SourceNumbers) -> Card:
    kind, country = with_capital(event.get_kind_display()), country_name(event.country) if event.country else ""
    title = words_of(event, "title")
    return {
        "when": say(event.happened_on),
        "iso": iso(event.happened_on),
        "title": title or capitalised(event, "text"),
        "text": capitalised(event, "text") if title else "",
        "note": joined(", ", (kind, country)),
        "numbers": numbers.of(event),
    }
