"""Pages by which anybody follows something, or asks for the link to what they follow."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from privacy.forms import stateless_form_view
from supporters import topics, zones
from supporters.forms import MOST_OFFERED, AddressForm, FindForm, SubscribeForm
from supporters.refusals import SubscriptionRefused
from supporters.services import subscriptions

MOST_PRESELECTED = 5
MOST_FOUND, LONGEST_NAME = 20, 200


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """Follow a prisoner, a campaign, a country or everything; `?topic=prisoner:12` is chosen beforehand."""
    if request.method != "POST":
        return _search_page(request)
    form = SubscribeForm(posted(request))
    if form.is_valid() and _subscribed(form):
        return _look_into_mailbox(request)
    return _page(request, "supporters/subscribe.html", form)


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def ask_to_manage(request: HttpRequest) -> HttpResponse:
    """Ask for the link; the answer is the same whether the address follows anything or not."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _asked(form):
        return _private(render(request, "supporters/look_for_link.html"))
    return _page(request, "supporters/ask_to_manage.html", form)


def _search_page(request: HttpRequest) -> HttpResponse:
    """The form; where there are too many prisoners for a list, with those who were looked for by `?name=`."""
    name = searched_name(request)
    found = topics.prisoners_like(name, MOST_FOUND)
    form = SubscribeForm(initial=initial_of(request), found=found)
    find = FindForm(initial={"name": name, "topic": form.initial["topics"]}) if topics.are_many(MOST_OFFERED) else None
    return _page(request, "supporters/subscribe.html", form, find=find, is_nobody=bool(name.strip()) and not found)


def searched_name(request: HttpRequest) -> str:
    """The name that is looked for among those who can be followed."""
    return request.GET.get("name", "")[:LONGEST_NAME]


def initial_of(request: HttpRequest) -> dict[str, Any]:
    """What the address of the page asks for, and the zone that the browser's languages hint at."""
    return {"topics": request.GET.getlist("topic")[:MOST_PRESELECTED], "time_zone": _hinted_zone(request)}


def posted(request: HttpRequest) -> QueryDict:
    """What was sent; where no zone was, as by a form of one step without script, the browser's languages hint at it."""
    data = request.POST.copy()
    data["time_zone"] = zones.offered_name(data.get("time_zone", "")) or _hinted_zone(request)
    return data


def _hinted_zone(request: HttpRequest) -> str:
    return zones.zone_of_languages(request.headers.get("Accept-Language", ""))


def _subscribed(form: SubscribeForm) -> bool:
    data = form.cleaned_data
    try:
        subscriptions.subscribe(
            data["address"],
            data["topics"],
            get_language() or "en",
            time_zone=data["time_zone"],
            rate=data["rate"],
            consent=data["consent"],
        )
    except SubscriptionRefused as refused:
        form.add_error(None, [str(reason) for reason in refused.reasons])
    return not form.errors


def _asked(form: AddressForm) -> bool:
    try:
        subscriptions.ask_to_manage(form.cleaned_data["address"])
    except SubscriptionRefused as refused:
        form.add_error("address", [str(reason) for reason in refused.reasons])
    return not form.errors


def _look_into_mailbox(request: HttpRequest) -> HttpResponse:
    return _private(render(request, "supporters/look_into_mailbox.html"))


def _page(request: HttpRequest, template: str, form: SubscribeForm | AddressForm, **more: Any) -> HttpResponse:
    context = {"form": form, "countries": topics.countries(), "in_browsers": bool(settings.VAPID_KEY), **more}
    return _private(render(request, template, context, status=400 if form.errors else 200))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
