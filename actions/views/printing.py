"""Sheets to print, as PDF: for everybody what is public, and for organisers the sheet for the street."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action, Campaign
from actions.printing import sheets
from actions.printing.press import PAPERS
from actions.public_rows import actions
from prisoners import public_rows

BAD_REQUEST = 400


@require_safe
def placard(request: HttpRequest, slug: str) -> HttpResponse:
    """A placard of one prisoner; `?paper=a3`, or another of press.PAPERS."""
    paper = request.GET.get("paper", "a4")
    if paper not in PAPERS:
        return HttpResponse(f"paper: {', '.join(PAPERS)}\n", content_type="text/plain", status=BAD_REQUEST)
    prisoner = public_rows.prisoners().filter(slug=slug).first()
    if prisoner is None:
        raise Http404
    return _file(sheets.placard(prisoner, timezone.now().date(), paper), f"placard-{slug}.pdf")


@require_safe
def leaflet(request: HttpRequest, slug: str) -> HttpResponse:
    """The call to an action."""
    return _file(sheets.leaflet(_action(slug), timezone.now().date()), f"leaflet-{slug}.pdf")


@require_safe
def street_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """An empty sheet to sign up on in the street."""
    return _file(sheets.street_sheet(_action(slug), timezone.now().date()), f"sign-up-{slug}.pdf")


@require_safe
def open_letter(request: HttpRequest, slug: str) -> HttpResponse:
    """The demands of a campaign with lines to sign."""
    campaign = Campaign.public.filter(slug=slug).first()
    if campaign is None:
        raise Http404
    return _file(sheets.open_letter(campaign, timezone.now().date()), f"open-letter-{slug}.pdf")


def _action(slug: str) -> Action:
    action = actions().filter(slug=slug).first()
    if action is None:
        raise Http404
    return action


def _file(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
