"""What those who sign up are offered and asked: roles, questions, and the organisers' word where it is wanted."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from actions.asking_forms import (
    QuestionRows,
    ReminderRows,
    SlotRows,
    minutes_of,
    of_questions,
    of_reminders,
    of_slots,
    rows_of,
)
from actions.desk_forms import DecisionForm
from actions.models import Action, Question, Slot
from actions.services.approving import accept, refuse
from actions.services.questions import set_questions
from actions.services.reminding import set_reminders
from actions.services.slots import set_slots
from actions.views.desk import desk_only, me, mine
from prisoners.refusals import Refusal

BAD_REQUEST, CONFLICT = 400, 409
FORM_METHODS = ["GET", "HEAD", "POST"]


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def roles(request: HttpRequest, slug: str) -> HttpResponse:
    """The roles at an action of mine."""
    action = mine(request, slug)
    rows = SlotRows(request.POST or None, initial=of_slots(Slot.internal.filter(action=action)))
    said = {
        "title": _("Roles"),
        "lede": _("Who takes a role can be counted on for it. Each may have a least and a most."),
    }
    return _kept(request, action, rows, said, lambda: set_slots(action, me(request), rows_of(rows)))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def questions(request: HttpRequest, slug: str) -> HttpResponse:
    """What those who sign up for an action of mine are asked."""
    action = mine(request, slug)
    rows = QuestionRows(request.POST or None, initial=of_questions(Question.internal.filter(action=action)))
    said = {
        "title": _("Questions"),
        "lede": _(
            "Ask only what the day needs, and never for names of others, addresses or papers. Answers are kept "
            "encrypted, seen by the organisers alone, and erased with the sign-up."
        ),
    }
    return _kept(request, action, rows, said, lambda: set_questions(action, me(request), rows_of(rows)))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def reminders(request: HttpRequest, slug: str) -> HttpResponse:
    """When those who come to an action of mine are reminded."""
    action = mine(request, slug)
    rows = ReminderRows(request.POST or None, initial=of_reminders(action.reminder_minutes))
    said = {
        "title": _("Reminders"),
        "lede": _(
            "Everybody who comes gets a mail with time, place and description so long before the beginning. "
            "Whoever signs up later gets the latest one that was missed."
        ),
    }
    return _kept(request, action, rows, said, lambda: set_reminders(action, me(request), minutes_of(rows)))


@desk_only
@never_cache
@require_POST
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """The organisers' word on one sign-up."""
    action, form = mine(request, slug), DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That was not a sign-up of this action."))
        return _back(action)
    do = accept if form.cleaned_data["do"] == "accept" else refuse
    try:
        do(action, form.cleaned_data["sign_up"], me(request))
    except Refusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Done. They are told by mail."))
    return _back(action)


def _kept(
    request: HttpRequest, action: Action, rows: Any, said: dict[str, str], keep: Callable[[], None]
) -> HttpResponse:
    """The rows as a page; a POST keeps them, or says why not and loses nothing that was typed."""
    reasons: list[str] = []
    if rows.is_bound and rows.is_valid():
        try:
            keep()
        except Refusal as refused:
            reasons = [str(reason) for reason in refused.reasons]
        else:
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(request.path)
    status = 200 if not rows.is_bound else CONFLICT if reasons else BAD_REQUEST
    context = {"rows": rows, "reasons": reasons, "action": action, "back": _address(action), **said}
    return render(request, "actions/desk/rows.html", context, status=status)


def _back(action: Action) -> HttpResponse:
    return HttpResponseRedirect(_address(action) + "#pending")


def _address(action: Action) -> str:
    return reverse("actions:desk-action", args=[action.slug])
