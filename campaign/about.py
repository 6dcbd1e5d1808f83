"""The pages about the site itself: what it is, how the list is made, how to correct, to come, to give, what is kept."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

#: The last part of each address, and what the page is called.
PAGES = {
    "list": _("How the list is made"),
    "corrections": _("Correct an error"),
    "coming": _("Before you come"),
    "giving": _("How to give safely"),
    "privacy": _("What is kept of you"),
    "accessibility": _("For everybody to use"),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What this site is, with a way to each of the other pages."""
    return render(request, "about/index.html", {"pages": _pages()})


@require_safe
def show(request: HttpRequest, topic: str) -> HttpResponse:
    """One of the pages; their words stand in the templates and are translated as all others are."""
    if topic not in PAGES:
        raise Http404
    context = {
        "title": PAGES[topic],
        "notion": _notion(),
        "notion_language": settings.LIST_NOTION_LANGUAGE,
        "others": _pages(but=topic),
        "crumbs": [{"url": reverse("about"), "label": gettext("What this is")}],
    }
    return render(request, f"about/{topic}.html", context)


def _pages(but: str = "") -> list[dict[str, Any]]:
    return [{"topic": topic, "title": title} for topic, title in PAGES.items() if topic != but]


def _notion() -> list[str]:
    """Whom the host counts as a political prisoner, in paragraphs; empty where the host keeps to the usual notion."""
    return [part.strip() for part in settings.LIST_NOTION.split("\n\n") if part.strip()]
