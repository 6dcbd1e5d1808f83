"""The list of actions, an action's page and its sign-up: readable by all, without cookies or scripts."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from actions import calendar, cards, photo_words, words
from actions.choices import AddressVisibility
from actions.cities import RADII, cities
from actions.filters import MAIN, ActionFilter
from actions.footnotes import Footnotes
from actions.forms import SignUpForm
from actions.models import Action, FormerActionSlug, Photo, Report, Target
from actions.models.cites import cites_of
from actions.refusals import SignUpRefused
from actions.services.places import places_of
from actions.services.sign_up import sign_up
from actions.services.sign_up_rules import reasons_against
from actions.services.slots import still_needed, with_places
from prisoners.cards import alerts_url
from prisoners.filter_forms import fields_of
from prisoners.models import Prisoner
from privacy.forms import stateless_form_view

PAGE = 30
#: How many other days of a series an action's page names.
NEXT_DAYS = 6
BAD_REQUEST = 400
CONFLICT = 409


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What is to come and what was, of whatever fits what is asked."""
    asked, now = ActionFilter(request.GET, queryset=Action.public.all()), timezone.now()
    is_understood = asked.form.is_valid()
    rows = cards.with_relations(asked.qs if is_understood else Action.public.none())
    page = Paginator(calendar.past(rows, now), PAGE).get_page(request.GET.get("page"))
    context = {
        "form": asked.form,
        "fields": fields_of(asked, MAIN),
        "is_understood": is_understood,
        "is_filtered": any(request.GET.get(name) for name in asked.filters),
        "city_alerts": _city_alerts(asked.form.cleaned_data["city"] if is_understood else ""),
        "upcoming": [cards.action_card(action) for action in calendar.upcoming(rows, now)],
        "past": [cards.action_card(action) for action in page],
        "page": page,
    }
    return render(request, "actions/index.html", context, status=200 if is_understood else BAD_REQUEST)


def _city_alerts(name: str) -> list[dict[str, str]]:
    """The ways to follow a city with what lies around it."""
    known = [city for city in cities().values() if name and city.name == name]
    return [{"url": alerts_url(one.topic(km)), "title": one.with_surroundings(km)} for one in known for km in RADII]


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is, where and when in whose time, whom it addresses, and what came of it."""
    action = _with_all(Action.public).filter(slug=slug).first()
    return render(request, "actions/action.html", _page(action)) if action else _moved(slug)


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The form to sign up; what is sent gets one and the same answer for every address."""
    action = Action.public.filter(slug=slug).first()
    if action is None:
        raise Http404
    form = SignUpForm(request.POST if request.method == "POST" else None, action=action)
    if request.method == "POST" and form.is_valid():
        return _take(request, action, form)
    return _form_page(request, action, form, BAD_REQUEST if form.is_bound else 200)


def _take(request: HttpRequest, action: Action, form: SignUpForm) -> HttpResponse:
    try:
        sign_up(
            action,
            address=form.cleaned_data["address"],
            name=form.cleaned_data["name"],
            slot=form.cleaned_data.get("slot"),
            guests=form.cleaned_data["guests"],
            language=get_language() or "en",
            consent=form.cleaned_data["consent"],
            answers=form.answers,
            alerts=form.cleaned_data.get("alerts", False),
        )
    except SignUpRefused as refused:
        for reason in refused.reasons:
            form.add_error(None, str(reason))
        return _form_page(request, action, form, CONFLICT)
    return render(request, "actions/look_into_mailbox.html", {"card": cards.action_card(action)})


def _form_page(request: HttpRequest, action: Action, form: SignUpForm, status: int) -> HttpResponse:
    context = {
        "card": cards.action_card(action),
        "place": words.place(action),
        "form": form,
        "line": str(words.LINE_OPEN) if _full(action) and _has_line(action) else "",
        "needs_approval": action.needs_approval,
        "reasons": [] if form.is_bound else _why_not(action),
    }
    return render(request, "actions/sign_up.html", context, status=status)


def _why_not(action: Action) -> list[str]:
    faults = [str(reason) for reason in reasons_against(action, timezone.now())]
    return faults or [word for word in [_full(action)] if word and not _has_line(action)]


def _full(action: Action) -> str:
    return str(words.ALL_TAKEN) if places_of(action).left == 0 else ""


def _has_line(action: Action) -> bool:
    """Whether one can wait for a place; where there are none at all, nobody can."""
    return action.has_waiting_list and action.capacity != 0


def _page(action: Action) -> dict[str, Any]:
    notes = Footnotes()
    reports = [action.report] if getattr(action, "report", None) and action.report.is_published else []
    return {
        "action": action,
        "card": cards.action_card(action),
        "when": words.when(action),
        "rhythm": words.rhythm(action),
        "other_days": _other_days(action),
        "place": words.place(action),
        "is_place_hidden": action.address_visibility != AddressVisibility.EVERYBODY and bool(action.venue),
        "picture": photo_words.picture_of(action),
        "call": action.day_of_action if action.day_of_action and action.day_of_action.is_published else None,
        "group": action.group if action.group and action.group.is_published else None,
        "target": _target(action, notes),
        "campaign": action.campaign if action.campaign and action.campaign.is_published else None,
        "prisoners": list(action.prisoners.all()),
        "report": cards.report_card(reports[0]) if reports else None,
        "arrests": cards.arrests(reports[0]) if reports else "",
        "photos": photo_words.shown(reports[0].photos.all()) if reports else [],
        "press": reports[0].press_links.split() if reports else [],
        "report_numbers": notes.cited(reports[0].cited.all()) if reports else [],
        "own_numbers": notes.cited(action.cited.all()),
        "sources": notes.listing(),
        "can_sign_up": not _why_not(action),
        "places": _places(action),
        "roles": _roles(action),
    }


def _roles(action: Action) -> list[dict[str, Any]]:
    """What people do there, and how many more are needed for it."""
    if not action.is_open_for_sign_up or action.is_cancelled:
        return []
    return [
        {"role": str(slot), "needed": still_needed(slot, places), "is_taken": places.left == 0}
        for slot, places in with_places(action)
    ]


def _other_days(action: Action) -> list[cards.ActionCard]:
    """The next days of its series that are public."""
    if action.series_id is None:
        return []
    rows = Action.public.filter(series=action.series_id, cancelled_at__isnull=True).exclude(pk=action.pk)
    return [cards.action_card(one) for one in calendar.upcoming(cards.with_relations(rows), timezone.now())[:NEXT_DAYS]]


def _places(action: Action) -> str:
    """Whether there is room, without a number: how many come is not for everybody."""
    if not action.is_open_for_sign_up or action.capacity is None:
        return ""
    full = str(words.LINE_OPEN) if _has_line(action) else str(words.ALL_TAKEN)
    return full if _full(action) else str(words.PLACES_LEFT)


def _target(action: Action, notes: Footnotes) -> dict[str, Any] | None:
    target = action.target
    if target is None or not target.is_published:
        return None
    return {
        "name": target.name_i18n,
        "address": target.address,
        "where": words.where(target),
        "as_of": words.said(target.address_as_of),
        "verified_on": target.verified_on,
        "website": target.website,
        "numbers": notes.cited(target.cited.all()),
    }


def _with_all(actions: Any) -> QuerySet[Action]:
    return actions.select_related("group", "target", "campaign", "series", "day_of_action", "picture").prefetch_related(
        Prefetch("prisoners", Prisoner.public.all()),
        cites_of(Action),
        cites_of(Target, "target__cited"),
        Prefetch("report", _reports()),
    )


def _reports() -> QuerySet[Report]:
    return Report.internal.prefetch_related(cites_of(Report), Prefetch("photos", Photo.public.all()))


def _moved(slug: str) -> HttpResponse:
    """An old address leads to the new one, as long as that is public."""
    former = FormerActionSlug.objects.filter(slug=slug, action__in=Action.public.order_by()).first()
    if former is None:
        raise Http404
    return HttpResponsePermanentRedirect(cards.action_url(former.action))
