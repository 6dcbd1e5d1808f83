"""Calendars for programs: one address each, the same answer for everybody, 304 while nothing has changed."""

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any, cast

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


def _of_one(
    name: str, model: Any, make: Callable[[Any, date], calendars.Whole], former: Any = None
) -> Callable[[HttpRequest, str], HttpResponseBase]:
    """The view of the calendars of public rows of a model, by their slug; `name` is that of its address.

    `former` is the model of old slugs, whose field for the row is called like the calendar; they lead to the new one.
    """

    @require_safe
    def answered(request: HttpRequest, slug: str) -> HttpResponseBase:
        row = model.public.filter(slug=slug).first()
        if row is None:
            return _moved(request, name, _slug_today(slug, name, model, former))
        return _answer(request, slug, lambda: make(row, timezone.now().date()))

    return answered


def _slug_today(slug: str, name: str, model: Any, former: Any) -> str | None:
    """Of the public row that had this slug before."""
    if former is None:
        return None
    rows = former.objects.filter(slug=slug, **{f"{name}__in": model.public.order_by()})
    return cast(str | None, rows.values_list(f"{name}__slug", flat=True).first())


prisoner = _of_one("prisoner", Prisoner, lambda row, _today: calendars.of_prisoner(row), FormerSlug)
official = _of_one("official", Official, calendars.of_official, FormerOfficialSlug)
campaign = _of_one("campaign", Campaign, calendars.of_campaign, FormerCampaignSlug)
action = _of_one("action", Action, lambda row, _today: calendars.of_action(row), FormerActionSlug)
group = _of_one("group", Group, calendars.of_group)
day = _of_one("day", DayOfAction, lambda row, _today: calendars.of_day(row))


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
