"""Sheets to print, as PDF: for everybody what is public, and for organisers the sheet for the street."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action, Campaign, DayOfAction, Photo
from actions.printing import pictures, sheets
from actions.printing.press import PAPERS
from actions.public_rows import actions
from prisoners import public_rows
from prisoners.models import Prisoner

BAD_REQUEST = 400


@require_safe
def placard(request: HttpRequest, slug: str) -> HttpResponse:
    """A placard of one prisoner; `?paper=a3`, or another of press.PAPERS."""
    paper = request.GET.get("paper", "a4")
    if paper not in PAPERS:
        return HttpResponse(f"paper: {', '.join(PAPERS)}\n", content_type="text/plain", status=BAD_REQUEST)
    return _file(sheets.placard(_prisoner(slug), timezone.now().date(), paper), f"placard-{slug}.pdf")


@require_safe
def leaflet(request: HttpRequest, slug: str) -> HttpResponse:
    """The call to an action; one that was called off calls nobody."""
    return _file(sheets.leaflet(_coming(slug), timezone.now().date()), f"leaflet-{slug}.pdf")


@require_safe
def street_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """An empty sheet to sign up on in the street."""
    return _file(sheets.street_sheet(_coming(slug), timezone.now().date()), f"sign-up-{slug}.pdf")


@require_safe
def open_letter(request: HttpRequest, slug: str) -> HttpResponse:
    """The demands of a campaign with lines to sign."""
    return _file(sheets.open_letter(_campaign(slug), timezone.now().date()), f"open-letter-{slug}.pdf")


@require_safe
def prisoner_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands beside a shared link to a prisoner's page."""
    return _picture(pictures.of_prisoner(_prisoner(slug), timezone.now().date()))


@require_safe
def action_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands beside a shared link to an action."""
    return _picture(pictures.of_action(_action(slug)))


@require_safe
def campaign_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands beside a shared link to a campaign."""
    return _picture(pictures.of_campaign(_campaign(slug)))


@require_safe
def action_photo(request: HttpRequest, slug: str) -> HttpResponse:
    """The same where an action has a picture of its own."""
    return _photo(_action(slug).picture)


@require_safe
def day_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands beside a shared link to a day of action."""
    return _picture(pictures.of_day(_day(slug)))


@require_safe
def day_photo(request: HttpRequest, slug: str) -> HttpResponse:
    """The same where the call has a picture of its own."""
    return _photo(_day(slug).picture)


def _day(slug: str) -> DayOfAction:
    day = DayOfAction.public.select_related("picture").filter(slug=slug).first()
    if day is None:
        raise Http404
    return day


def _prisoner(slug: str) -> Prisoner:
    prisoner = public_rows.prisoners().filter(slug=slug).first()
    if prisoner is None:
        raise Http404
    return prisoner


def _campaign(slug: str) -> Campaign:
    campaign = Campaign.public.filter(slug=slug).first()
    if campaign is None:
        raise Http404
    return campaign


def _action(slug: str) -> Action:
    action = actions().filter(slug=slug).first()
    if action is None:
        raise Http404
    return action


def _coming(slug: str) -> Action:
    action = _action(slug)
    if action.is_cancelled:
        raise Http404
    return action


def _file(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _photo(photo: Photo | None) -> HttpResponse:
    """A picture that was published, cut for sharing; no page of ours names one that is not there."""
    if photo is None or not photo.is_published:
        raise Http404
    try:
        return _picture(pictures.of_photo(photo), "image/jpeg")
    except FileNotFoundError as error:
        raise Http404 from error


def _picture(data: bytes, kind: str = "image/png") -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Cache-Control"] = "public, max-age=3600"
    # Other sites show it beside the link; this is the one file of ours that is made for that.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
