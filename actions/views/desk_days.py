"""Days of action at the desk: the call is written once and changed here, and a city joins it: "add my city"."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions import review_facts
from actions.day_forms import CallForm, CallStepForm, JoinForm, NewCallForm
from actions.models import DayOfAction
from actions.new_words import WORDS, reasons_against, send_back_words, waiting_for
from actions.publication import may_publish_now, may_send_back, send_back, submit
from actions.roles import calls_of, groups_of
from actions.services.calls import call_for, change_call, publish_call, publish_call_words
from actions.services.days import add_city
from actions.views.days import actions_of_day, lines_of, reports_of_day
from actions.views.desk import desk_only, in_a_group, me, returned, said_back
from actions.views.desk_writing import attempt, say_what_waits
from prisoners.choices import PublicationState
from prisoners.models import Staff
from prisoners.refusals import Refusal

BAD_REQUEST = 400
FORM_METHODS = ["GET", "HEAD", "POST"]


@in_a_group
@never_cache
@require_http_methods(FORM_METHODS)
def new(request: HttpRequest) -> HttpResponse:
    """A draft of a call, by a group of mine."""
    form = NewCallForm(request.POST or None, groups=groups_of(me(request)))
    if form.is_valid():
        fields = dict(form.cleaned_data)
        made = attempt(form, lambda: call_for(fields.pop("group"), me(request), **fields))
        if made is not None:
            messages.success(request, _("This is the draft of the call. Nobody else sees it yet."))
            return _to(made)
    return _form(request, form, _("Call for a day of action"), reverse("actions:desk"))


@desk_only
@never_cache
@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """A call of mine, and the cities that everybody sees under it."""
    day = my_call(request, slug)
    new = waiting_for(day)
    context = {
        "day": day,
        "facts": review_facts.of_call(day),
        "new_words": new,
        "can_publish_words": new is not None and not reasons_against(new, me(request)),
        "lines": lines_of(actions_of_day(day), reports_of_day(day)),
        "may_submit": day.is_being_written or day.state == PublicationState.WITHDRAWN,
        "can_publish": may_publish_now(day, me(request)),
        "returned": returned(day),
        "may_send_back": may_send_back(day, me(request)),
        "is_own": day.submitted_by_id == me(request).pk,
        "can_join": day.is_published and groups_of(me(request)).exists(),
    }
    return render(request, "actions/desk/day.html", context)


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change a call of mine, and with it every city that does not say otherwise."""
    day = my_call(request, slug)
    new = waiting_for(day)
    words = {name: getattr(new, name) for name in WORDS} if new is not None else {}
    form = CallForm(request.POST or None, instance=day, initial=words)
    if form.is_valid():
        changed = attempt(form, lambda: change_call(day, me(request), **form.cleaned_data))
        if changed is not None:
            messages.success(request, _("Saved. The cities follow in what they do not say themselves."))
            say_what_waits(request, changed)
            return _to(changed)
    return _form(request, form, _("Change the call"), reverse("actions:desk-day", args=[slug]))


@desk_only
@never_cache
@require_POST
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand a call or its new words to a second person, or show them to everybody."""
    day, form = my_call(request, slug), CallStepForm(request.POST)
    if not form.is_valid():
        return _to(day)
    try:
        done = _take(day, me(request), **form.cleaned_data)
    except Refusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return _to(day)


def _take(day: DayOfAction, by: Staff, *, do: str, seen: str, reason: str) -> str:
    """One step of a call, and what is said when it is done. Raises Refusal."""
    if do == "submit":
        submit(day, by)
        return _("Submitted. A second person publishes it.")
    if do == "send-back":
        back = said_back(day, by)
        send_back(day, by, reason, seen=seen)
        return back
    if do == "send-words-back":
        send_back_words(day, by, seen, reason)
        return _("It is with its author again.")
    if do == "words":
        publish_call_words(day, by, seen)
    else:
        publish_call(day, by, seen=seen)
    return _("Published.")


@in_a_group
@never_cache
@require_http_methods(FORM_METHODS)
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """A draft for a city of mine, with what the call says."""
    day = DayOfAction.public.filter(slug=slug).first()
    if day is None:
        raise Http404
    form = JoinForm(request.POST or None, groups=groups_of(me(request)))
    if form.is_valid():
        fields = dict(form.cleaned_data)
        made = attempt(form, lambda: add_city(day, fields.pop("group"), me(request), **fields))
        if made is not None:
            messages.success(request, _("Your city has joined. Nobody else sees the draft yet."))
            return HttpResponseRedirect(reverse("actions:desk-action", args=[made.slug]))
    title = _("Add my city: %(title)s") % {"title": day.title_i18n}
    return _form(request, form, title, reverse("actions:day", args=[slug]), _("Add my city"))


def my_call(request: HttpRequest, slug: str) -> DayOfAction:
    """A call that I write; for any other the answer is that there is none, whether it exists or not."""
    day = calls_of(me(request)).select_related("group", "picture", "campaign").filter(slug=slug).first()
    if day is None:
        raise Http404
    return day


def _form(request: HttpRequest, form: Any, title: str, back: str, label: str = "") -> HttpResponse:
    context = {"form": form, "title": title, "back": back, "label": label}
    return render(request, "actions/desk/form.html", context, status=BAD_REQUEST if form.errors else 200)


def _to(day: DayOfAction) -> HttpResponse:
    return HttpResponseRedirect(reverse("actions:desk-day", args=[day.slug]))
