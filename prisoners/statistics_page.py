"""The page of numbers: the people of a filter by status, country, year and more, and how many were held when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from prisoners.filter_forms import fields_of
from prisoners.filters import MAIN, PrisonerFilter
from prisoners.held import on
from prisoners.held_page import in_words
from prisoners.models import Prisoner
from prisoners.statistics import statistics_of
from prisoners.statistics_words import as_page


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """The numbers of whoever fits what is asked; what is not understood is said and counts nobody."""
    asked = PrisonerFilter(request.GET, queryset=Prisoner.public.all())
    is_understood = asked.form.is_valid()
    chosen = dict(asked.chosen())
    context = {
        "form": asked.form,
        "fields": fields_of(asked, MAIN),
        "is_understood": is_understood,
        "is_filtered": bool(chosen),
        "query": f"?{urlencode(chosen)}" if chosen else "",
    }
    if is_understood:
        told = statistics_of(asked)
        text = in_words(on(told.day, list(told.levels)), told.total)
        context |= {"total": told.total, "text": text, **as_page(told, chosen)}
    return render(request, "prisoners/statistics.html", context, status=200 if is_understood else 400)
