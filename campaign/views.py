"""Pages of the site itself, which belong to no app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaign.style_examples import ExampleFilters, ExampleForm, examples


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this site is, how the list is made, how to correct an error, what is kept of readers."""
    return render(request, "about.html")


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Every component of the design, with invented data, for those who build pages."""
    wrong = ExampleForm({"wrong-email": "not an address", "wrong-topic": "all"}, prefix="wrong")
    context = {"form": ExampleForm(), "wrong_form": wrong, "filters": ExampleFilters(request.GET), **examples()}
    return render(request, "style.html", context)
