"""What was mailed to those who follow, on the web: for who did not get it, or does not follow anything."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from actions.appeal_page import url_of
from actions.choices import DispatchKind
from actions.dispatch_archive import is_shown, page_of, shown
from actions.dispatch_words import words_in
from actions.models import Dispatch
from actions.services.dispatches import appeal_is_open
from supporters.topics import titles_of

PAGE = 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All that began to leave, the latest first."""
    page = Paginator(Dispatch.public.prefetch_related("texts"), PAGE).get_page(request.GET.get("page"))
    return render(request, "actions/dispatches.html", {"page": page, "dispatches": [_line(row) for row in shown(page)]})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them, in the language of the page, or as it was written."""
    row = get_object_or_404(Dispatch.public.select_related("appeal").prefetch_related("texts"), slug=slug)
    if not is_shown(row):
        raise Http404
    about = page_of(row)
    appeal = url_of(row.appeal) if row.appeal and appeal_is_open(row.appeal) else ""
    leads_to = appeal or about
    words = words_in(row, _language(), link=settings.SITE_ORIGIN + leads_to if leads_to else "")
    context = {
        "row": row,
        "words": words,
        "dir": "rtl" if get_language_info(words.language)["bidi"] else "ltr",
        "audience": titles_of([row.audience]).get(row.audience, ""),
        "about_url": about,
        "appeal_url": appeal,
        "crumbs": [{"url": reverse("actions:dispatches"), "label": _("Dispatches")}],
    }
    return render(request, "actions/dispatch.html", context)


def _line(row: Dispatch) -> dict[str, Any]:
    words = words_in(row, _language())
    return {
        "url": reverse("actions:dispatch", args=[row.slug]),
        "subject": words.subject,
        "language": words.language,
        "note": words.note,
        "kind": row.get_kind_display(),
        "is_appeal": row.kind == DispatchKind.APPEAL,
        "at": row.started_at,
    }


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
