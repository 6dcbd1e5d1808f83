"""Pages by which somebody is told in this very browser, without an address; none where no key is configured."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from privacy import webpush
from privacy.forms import stateless_form_view
from supporters import onward, topics
from supporters.browser_forms import BrowserForm, OpenForm, RenewedForm
from supporters.forms import MOST_OFFERED, FindForm
from supporters.link_views import answer
from supporters.links import LinkPage, Way
from supporters.refusals import SubscriptionRefused
from supporters.services import browsers
from supporters.views import MOST_FOUND, initial_of, posted, searched_name

NO_CONTENT, BAD_REQUEST, NOT_KNOWN = 204, 400, 404


def where_configured(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """404 where there is no key to be known by."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if webpush.sender() is None:
            raise Http404
        return view(request, *args, **kwargs)

    return checked


@where_configured
@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """Follow something in this browser; `?topic=prisoner:12` is chosen beforehand."""
    if request.method != "POST":
        return _search_page(request)
    form = BrowserForm(posted(request))
    if form.is_valid() and _subscribed(form):
        return answer(request, _followed(form.cleaned_data["topics"]))
    return _page(request, form)


@where_configured
@stateless_form_view
@require_POST
def open_page(request: HttpRequest) -> HttpResponse:
    """To what this browser follows, for the browser that shows its own secret."""
    form = OpenForm(request.POST)
    data = form.cleaned_data if form.is_valid() else {"endpoint": "", "secret": ""}
    supporter = browsers.owner_of(data["endpoint"], data["secret"])
    if supporter is None:
        text = _("This browser follows nothing here, or its permission was withdrawn.")
        return answer(request, LinkPage(_("Nothing is followed here"), text, status=NOT_KNOWN, ways=(_here(),)))
    return HttpResponseRedirect(browsers.page_of(supporter), status=303)


@where_configured
@csrf_exempt
@require_POST
def renewed(request: HttpRequest) -> HttpResponse:
    """For the worker of a browser whose subscription was renewed: without a page, a cookie or a word that is shown."""
    form = RenewedForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=BAD_REQUEST)
    try:
        old = (form.cleaned_data["old_endpoint"], form.cleaned_data["old_secret"])
        is_known = browsers.carry_over(*old, form.held)
    except SubscriptionRefused:
        return HttpResponse(status=BAD_REQUEST)
    return HttpResponse(status=NO_CONTENT if is_known else NOT_KNOWN)


def _search_page(request: HttpRequest) -> HttpResponse:
    name = searched_name(request)
    found = topics.prisoners_like(name, MOST_FOUND)
    form = BrowserForm(initial=initial_of(request), found=found)
    find = FindForm(initial={"name": name, "topic": form.initial["topics"]}) if topics.are_many(MOST_OFFERED) else None
    return _page(request, form, find=find, is_nobody=bool(name.strip()) and not found)


def _subscribed(form: BrowserForm) -> bool:
    data = form.cleaned_data
    wishes = {name: data[name] for name in ("time_zone", "rate", "consent")}
    try:
        browsers.subscribe(form.held, data["topics"], get_language() or "en", **wishes)
    except SubscriptionRefused as refused:
        form.add_error(None, [str(reason) for reason in refused.reasons])
    return not form.errors


def _here() -> Way:
    return Way(reverse("supporters:browser"), _("In this browser"))


def _followed(wanted: list[str]) -> LinkPage:
    shown = _(
        "There is nothing to confirm: a first word is shown on the screen of this device soon, and what is new of what "
        "you follow from then on. The words there name nobody, unless you choose so. If the service of your browser "
        "takes nothing within a day, all of this is erased."
    )
    back = _("To see or change what this browser follows, come back to the page «In this browser».")
    ways = (*onward.pages_of(wanted[: onward.MOST]), _here())
    return LinkPage(title=_("You are told in this browser now"), text=f"{shown}\n\n{back}", ways=ways)


def _page(request: HttpRequest, form: BrowserForm, **more: Any) -> HttpResponse:
    sender = webpush.sender()
    context = {"form": form, "mine": OpenForm(auto_id="mine-%s"), "public_key": sender.public if sender else "", **more}
    response = render(request, "supporters/browser.html", context, status=400 if form.errors else 200)
    response.headers["Cache-Control"] = "no-store"
    return response
