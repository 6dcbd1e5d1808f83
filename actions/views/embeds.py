"""Cards for other sites, in a frame: one prisoner or one campaign, without script, cookie, form or picture.

Any site may show these answers in a frame, and no other answer of ours (CSP `frame-ancestors`).
"""

from collections.abc import Callable
from typing import Any

from csp.constants import NONE
from csp.decorators import csp_replace
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from actions import calendar, campaign_people, cards
from actions.models import Action, Campaign, FormerCampaignSlug
from prisoners import public_rows
from prisoners.cards import alerts_url, hearing_row, prisoner_cards
from prisoners.models import FormerSlug, Hearing, Prisoner
from prisoners.upcoming import NEXT_FIRST, coming_hearings

View = Callable[[HttpRequest, str], HttpResponse]
Framed = Callable[..., HttpResponseBase]
#: A frame is small.
NEXT = 3
IN_CUSTODY = ("held", "pretrial")


def for_any_site(view: View) -> Framed:
    """Let every site show the answer in a frame, in the language of `?lang=`, and let it load our styles alone."""
    closed = {name: [NONE] for name in ("script-src", "img-src", "connect-src", "form-action", "manifest-src")}

    @require_safe
    @xframe_options_exempt
    @csp_replace({**closed, "frame-ancestors": ["*"]})
    def framed(request: HttpRequest, slug: str = "") -> HttpResponse:
        with translation.override(_language(request)):
            response = view(request, slug)
            # Said here, for the middleware would name the language of the browser.
            response["Content-Language"] = translation.get_language()
        # A site that isolates itself may load only what says that it may be loaded.
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return framed


@for_any_site
def prisoner(request: HttpRequest, slug: str) -> HttpResponse:
    """Who it is, where they stand, how long already, the next court date."""
    now = timezone.now()
    rows = Prisoner.public.prefetch_related(public_rows.spellings())
    person = rows.filter(slug=slug).first()
    if person is None:
        former = FormerSlug.objects.filter(slug=slug, prisoner__in=Prisoner.public.order_by()).first()
        return _moved(request, "prisoner", former.prisoner.slug if former else "")
    coming = Hearing.public.filter(coming_hearings(now), case__defendants=person)
    hearings = coming.select_related("place").order_by(*NEXT_FIRST)
    card = prisoner_cards([person], now.date())[0]
    context = {
        "card": card,
        "past": card["status"] not in IN_CUSTODY,
        "hearings": [hearing_row(one, who=False) for one in hearings[:NEXT]],
        "told": alerts_url(f"prisoner:{person.pk}"),
    }
    return _shown(request, "actions/embed_prisoner.html", person.name_i18n, context)


@for_any_site
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """For how many it is, what comes next, and the way to sign up."""
    now = timezone.now()
    row = Campaign.public.filter(slug=slug).first()
    if row is None:
        former = FormerCampaignSlug.objects.filter(slug=slug, campaign__in=Campaign.public.order_by()).first()
        return _moved(request, "campaign", former.campaign.slug if former else "")
    people, not_free = campaign_people.how_many(row, now.date())
    ahead = calendar.upcoming(cards.with_relations(Action.public.filter(campaign=row)), now)
    context = {
        "campaign": row,
        "url": reverse("actions:campaign", args=[row.slug]),
        "people": people,
        "not_free": not_free,
        "actions": [cards.action_card(one) for one in ahead[:NEXT]],
        "told": alerts_url(f"campaign:{row.pk}"),
    }
    return _shown(request, "actions/embed_campaign.html", row.title_i18n, context)


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    if asked and asked not in dict(settings.LANGUAGES):
        raise SuspiciousOperation("This language is not one of the site's.")
    return asked or translation.get_language() or settings.LANGUAGE_CODE


def _shown(request: HttpRequest, template: str, title: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, {"title": title, "origin": settings.SITE_ORIGIN, **context})


def _moved(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """An old address leads to the new one, as long as that is public."""
    if not slug:
        raise Http404
    query = request.GET.urlencode()
    return HttpResponsePermanentRedirect(reverse(f"embeds:{kind}", args=[slug]) + (f"?{query}" if query else ""))
