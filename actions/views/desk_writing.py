"""The desk's forms: a new action, changing, publishing and cancelling one, and the report of what happened."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from actions import cards
from actions.choices import PhotoState
from actions.desk_forms import ActionForm, CancelForm, CloneForm, NewActionForm, ReportForm
from actions.models import Action, DayOfAction, Report
from actions.new_words import WORDS, waiting_for
from actions.publication import publish, send_back, submit
from actions.reported_along import NO_REPORT, publish_both
from actions.roles import groups_of
from actions.series_forms import AND_FOLLOWING, offer_following
from actions.services.actions import cancel, create
from actions.services.attendance import walk_ins_of
from actions.services.cloning import clone
from actions.services.reports import counts_of, log_report
from actions.services.series import cancel_following, change_following, change_one
from actions.views.desk import desk_only, in_a_group, me, mine, said_back
from actions.views.desk_photos import receive
from prisoners.choices import PublicationState
from prisoners.refusals import Refusal

BAD_REQUEST = 400
#: The step back, of a button that otherwise publishes.
BACK = "send-back"
FORM_METHODS = ["GET", "HEAD", "POST"]
TOLD = gettext_lazy("Saved. Those who come are told when its time or place has changed.")
DONE = gettext_lazy("Published.")


@in_a_group
@never_cache
@require_http_methods(FORM_METHODS)
def new(request: HttpRequest) -> HttpResponse:
    """A draft of an action."""
    form = NewActionForm(request.POST or None, groups=groups_of(me(request)))
    if form.is_valid():
        fields = _given(form)
        made = attempt(form, lambda: create(fields.pop("group"), me(request), **fields))
        if made is not None:
            return to_action(made)
    return _form(request, form, _("A new action"), reverse("actions:desk"))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change an action; whoever comes hears of another hour or place."""
    action = mine(request, slug)
    new = waiting_for(action)
    words = {name: getattr(new, name) for name in WORDS} if new is not None else {}
    form = ActionForm(request.POST or None, instance=action, initial=words)
    offer_following(form, action, _("Change all days that follow too"))
    if form.is_valid():
        changed = attempt(form, lambda: _change(request, slug, dict(form.cleaned_data)))
        if changed is not None:
            messages.success(request, TOLD if changed.is_published else _("Saved."))
            say_what_waits(request, changed)
            return to_action(changed)
    return _form(request, form, _("Change the action"), _address(action))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def clone_action(request: HttpRequest, slug: str) -> HttpResponse:
    """The same action on another day, as a draft."""
    action = mine(request, slug)
    form = CloneForm(request.POST or None)
    if form.is_valid():
        made = attempt(form, lambda: clone(action, form.cleaned_data["held_on"], me(request)))
        if made is not None:
            messages.success(request, _("This is the draft for the new day. Nobody else sees it yet."))
            return to_action(made)
    return _form(request, form, _("The same on another day"), _address(action))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def cancel_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Call an action off."""
    action = mine(request, slug)
    form = CancelForm(request.POST or None)
    offer_following(form, action, _("Cancel all days that follow too"))
    if form.is_valid():
        stop = cancel_following if form.cleaned_data.get(AND_FOLLOWING) else cancel
        done = attempt(form, lambda: stop(action, form.cleaned_data["reason"], me(request)))
        if done is not None:
            messages.success(request, _("Cancelled. Those who wanted to come are told."))
            return to_action(action)
    return _form(request, form, _("Cancel the action"), _address(action), label=_("Cancel it"))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Log what happened."""
    action = mine(request, slug)
    row = Report.internal.filter(action=action).first()
    form = ReportForm(request.POST or None, request.FILES or None, instance=row, initial=_counted(action, row))
    if form.is_valid():
        written = attempt(form, lambda: log_report(action, me(request), **_without_photos(form)))
        if written is not None:
            messages.success(request, _("Saved. A second person publishes it."))
            has_photos = receive(request, action, form.cleaned_data["key"])
            return led_on(request, to_photos(action) if has_photos else to_action(action))
    return _report_form(request, form, action, row)


@desk_only
@never_cache
@require_POST
def submit_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand an action to a second person."""
    action = mine(request, slug)
    return _do(request, action, lambda: submit(action, me(request)), _("Submitted. A second person publishes it."))


@desk_only
@never_cache
@require_POST
def publish_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an action that somebody else submitted to everybody, or send it back; whoever submitted it takes it back."""
    action, seen = mine(request, slug), request.POST.get("seen", "")
    if request.POST.get("do") == BACK:
        return _send_back(request, action, action)
    by, seen_report = me(request), request.POST.get("seen_report")
    if seen_report is not None:
        return _do(request, action, lambda: publish_both(action, by, seen=seen, seen_report=seen_report), DONE)
    return _do(request, action, lambda: publish(action, by, seen=seen), DONE)


@desk_only
@never_cache
@require_POST
def publish_report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a report that somebody else wrote to everybody, or send it back; whoever wrote it takes it back."""
    action, seen = mine(request, slug), request.POST.get("seen", "")
    row = Report.internal.select_related("action").filter(action=action).first()
    if row is None:
        messages.error(request, NO_REPORT)
        return to_action(action)
    if request.POST.get("do") == BACK:
        return _send_back(request, action, row)
    return _do(request, action, lambda: publish(row, me(request), seen=seen), DONE)


def _send_back(request: HttpRequest, action: Action, row: Action | Report) -> HttpResponse:
    by, seen, reason = me(request), request.POST.get("seen", ""), request.POST.get("reason", "")
    return _do(request, action, lambda: send_back(row, by, reason, seen=seen), said_back(row, by))


def _change(request: HttpRequest, slug: str, fields: dict[str, Any]) -> Action:
    """For one day, or for it and all that follow; asked of the row anew, for the form has written on the other."""
    action = mine(request, slug)
    if fields.pop(AND_FOLLOWING, False):
        return change_following(action, me(request), **fields)[0]
    return change_one(action, me(request), **fields)


def say_what_waits(request: HttpRequest, row: Action | DayOfAction) -> None:
    """Say after a change what the public does not see yet."""
    if row.state == PublicationState.DRAFT and row.submitted_by_id is not None:
        messages.info(request, _("It is a draft again: please submit it once more."))
    elif waiting_for(row) is not None:
        messages.info(request, _("The new words are shown once somebody else has looked at them."))


def attempt(form: BaseForm, do: Callable[[], Any]) -> Any:
    """What a service returns, or None with the reasons of its refusal on the form."""
    try:
        return do()
    except Refusal as refused:
        for reason in refused.reasons:
            form.add_error(None, str(reason))
        return None


def _do(request: HttpRequest, action: Action, do: Callable[[], None], done: str | Promise) -> HttpResponse:
    """One press of a button: done, or why not."""
    try:
        do()
    except Refusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, str(done))
    return to_action(action)


def _report_form(request: HttpRequest, form: ReportForm, action: Action, row: Report | None) -> HttpResponse:
    photos = [] if row is None else row.photos.exclude(state=PhotoState.REJECTED)
    draft = f"{me(request).pk}-{action.pk}"
    context = {"form": form, "action": action, "card": cards.action_card(action), "photos": photos, "draft": draft}
    return render(request, "actions/desk/report.html", context, status=BAD_REQUEST if form.is_bound else 200)


def _counted(action: Action, row: Report | None) -> dict[str, Any]:
    """What was counted at the door, for whoever begins the report."""
    came = (counts_of(action)[1] or 0) + walk_ins_of(action)
    return {} if row is not None or not came else {"turnout_low": came}


def _without_photos(form: ReportForm) -> dict[str, Any]:
    """The report's own fields; photos have a way of their own."""
    return {name: value for name, value in form.cleaned_data.items() if name != "photos"}


def _given(form: BaseForm) -> dict[str, Any]:
    """What was entered, without the zone where it was left to the group's."""
    fields = dict(form.cleaned_data)
    if not fields.get("time_zone"):
        fields.pop("time_zone", None)
    fields.setdefault("country", fields["group"].country)
    return fields


def _form(request: HttpRequest, form: BaseForm, title: str, back: str, label: str = "") -> HttpResponse:
    status = BAD_REQUEST if form.is_bound else 200
    return render(
        request, "actions/desk/form.html", {"form": form, "title": title, "back": back, "label": label}, status=status
    )


def led_on(request: HttpRequest, to: HttpResponseRedirect) -> HttpResponse:
    """Where it goes on; to a script that sent the form, in words, since it would fetch the notices away."""
    return JsonResponse({"to": to.url}) if request.headers.get("Accept") == "application/json" else to


def to_photos(action: Action) -> HttpResponseRedirect:
    """To the photos that were just taken in."""
    return HttpResponseRedirect(reverse("actions:desk-report", args=[action.slug]) + "#photos")


def to_action(action: Action) -> HttpResponseRedirect:
    """To the page of an action at the desk."""
    return HttpResponseRedirect(_address(action))


def _address(action: Action) -> str:
    return reverse("actions:desk-action", args=[action.slug])
