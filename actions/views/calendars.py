"""Calendars for programs: one address each, the same answer for everybody, 304 while nothing has changed."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from actions import calendars
from actions.models import Action, Campaign, DayOfAction, FormerActionSlug, FormerCampaignSlug, Group
from prisoners.ical import calendar_octets
from prisoners.models import FormerOfficialSlug, FormerSlug, Official, Prisoner
from supporters.services.calendars import owner_of

TYPE = "text/calendar; charset=utf-8"
#: A calendar that belongs to one person stays with this person's program.
FOR_ONE = "private, no-cache"

Make = Callable[[], calendars.Whole]


@require_safe
def everything(request: HttpRequest) -> HttpResponseBase:
    """All that is announced."""
    return _answer(request, "until-free", lambda: calendars.of_everything(timezone.now().date()))


@require_safe
def prisoner(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One prisoner; an old address leads to the new one."""
    row = Prisoner.public.filter(slug=slug).first()
    if row is None:
        former = FormerSlug.objects.filter(slug=slug, prisoner__in=Prisoner.public.order_by())
        return _moved(request, "prisoner", former.values_list("prisoner__slug", flat=True).first())
    return _answer(request, slug, lambda: calendars.of_prisoner(row))


@require_safe
def official(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The court dates of one judge or other official; an old address leads to the new one."""
    row = Official.public.filter(slug=slug).first()
    if row is None:
        former = FormerOfficialSlug.objects.filter(slug=slug, official__in=Official.public.order_by())
        return _moved(request, "official", former.values_list("official__slug", flat=True).first())
    return _answer(request, slug, lambda: calendars.of_official(row, timezone.now().date()))


@require_safe
def campaign(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One campaign; an old address leads to the new one."""
    row = Campaign.public.filter(slug=slug).first()
    if row is None:
        former = FormerCampaignSlug.objects.filter(slug=slug, campaign__in=Campaign.public.order_by())
        return _moved(request, "campaign", former.values_list("campaign__slug", flat=True).first())
    return _answer(request, slug, lambda: calendars.of_campaign(row, timezone.now().date()))


@require_safe
def action(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One action; an old address leads to the new one."""
    row = Action.public.filter(slug=slug).first()
    if row is None:
        former = FormerActionSlug.objects.filter(slug=slug, action__in=Action.public.order_by())
        return _moved(request, "action", former.values_list("action__slug", flat=True).first())
    return _answer(request, slug, lambda: calendars.of_action(row))


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The actions of one group."""
    row = Group.public.filter(slug=slug).first()
    if row is None:
        raise Http404
    return _answer(request, slug, lambda: calendars.of_group(row, timezone.now().date()))


@require_safe
def day(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The actions of one day of action in all cities."""
    row = DayOfAction.public.filter(slug=slug).first()
    if row is None:
        raise Http404
    return _answer(request, slug, lambda: calendars.of_day(row))


@require_safe
def my(request: HttpRequest, secret: str) -> HttpResponseBase:
    """What one person follows; whoever knows the address may read it, until it is renewed or revoked."""
    owner = owner_of(secret)
    if owner is None:
        raise Http404
    make: Make = lambda: calendars.of_person(owner, timezone.now().date())  # noqa: E731
    response = _answer(request, "until-free", make, language=owner.language)
    response.headers["Cache-Control"] = FOR_ONE
    return response


def _answer(request: HttpRequest, name: str, make: Make, *, language: str = "") -> HttpResponseBase:
    """The octets with their own hash as ETag (RFC 9110 8.8.3): a client that has them gets 304."""
    chosen = _language(request, language)
    with override(chosen):
        octets = calendar_octets(*make())
    response = HttpResponse(octets, content_type=TYPE)
    response.headers["Content-Language"] = chosen
    response.headers["Content-Disposition"] = f'inline; filename="{name}.ics"'
    response.headers["ETag"] = f'"{hashlib.sha256(octets).hexdigest()[:32]}"'
    patch_vary_headers(response, ("Accept-Language",))
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response


def _language(request: HttpRequest, otherwise: str) -> str:
    """The one that is asked for in the address, else the person's, else what the program accepts."""
    known = {code for code, _name in settings.LANGUAGES}
    wanted = request.GET.get("lang", "")
    return next((one for one in (wanted, otherwise, get_language() or "") if one in known), settings.LANGUAGE_CODE)


def _moved(request: HttpRequest, name: str, slug: str | None) -> HttpResponseBase:
    if slug is None:
        raise Http404
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    return HttpResponsePermanentRedirect(reverse(f"calendars:{name}", args=[slug]) + query)
