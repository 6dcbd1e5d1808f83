"""Who comes to an action of mine: the list to print, the check-in, and the one way by which addresses leave."""

import logging

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from actions import words
from actions.desk_forms import CAME, AttendanceForm, WalkInsForm, one_time_key
from actions.models import Action
from actions.roles import organises
from actions.rosters import FORMS
from actions.services.attendance import count_walk_ins, record_attendance, walk_ins_of
from actions.views.desk import coming_to, desk_only, helped, me, mine
from prisoners.refusals import Refusal

security = logging.getLogger("security")
#: A page to print, beside the files of `actions.rosters`.
PAPER = "paper"


@desk_only
@never_cache
@require_safe
def door(request: HttpRequest, slug: str) -> HttpResponse:
    """Checking people in, with one thumb: who is still expected first, and how many came without a sign-up."""
    action = helped(request, slug)
    people = coming_to(action)
    context = {
        "action": action,
        "when": words.when(action),
        "expected": [row for row in people if row.attended is None],
        "seen": [row for row in people if row.attended is not None],
        "came": sum(1 + row.guests for row in people if row.attended),
        "walk_ins": walk_ins_of(action),
        "key": one_time_key(),
        "is_organiser": organises(me(request), action),
    }
    return render(request, "actions/desk/door.html", context)


@desk_only
@never_cache
@require_POST
def walk_ins(request: HttpRequest, slug: str) -> HttpResponse:
    """Count who came without a sign-up."""
    action, form = helped(request, slug), WalkInsForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please give a whole number."))
        return _back(action, "walk-ins")
    try:
        count_walk_ins(action, form.cleaned_data["by"], form.cleaned_data["key"])
    except Refusal as refused:
        messages.error(request, str(refused))
    return _back(action, "walk-ins")


@desk_only
@never_cache
@require_safe
def print_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Names or aliases to tick off on paper; no address, and the answers for organisers alone."""
    action = helped(request, slug)
    is_organiser = organises(me(request), action)
    people = coming_to(action)
    context = {"action": action, "when": words.when(action), "people": people, "has_answers": is_organiser}
    return render(request, "actions/desk/people.html", context)


@desk_only
@never_cache
@require_POST
def attendance(request: HttpRequest, slug: str) -> HttpResponse:
    """Note whether one person came."""
    action, form = helped(request, slug), AttendanceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That was not a sign-up of this action."))
        return _back(action)
    try:
        record_attendance(action, form.cleaned_data["sign_up"], CAME[form.cleaned_data["came"]])
    except Refusal as refused:
        messages.error(request, str(refused))
    return _back(action)


@desk_only
@never_cache
@require_POST
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """The list with addresses, as a file or to print; that it was taken is written down, what is in it is not."""
    action, wanted = mine(request, slug), request.POST.get("as") or "csv"
    if wanted not in (*FORMS, PAPER):
        messages.error(request, _("The list is given as CSV, ODS or PDF, or on paper."))
        return HttpResponseRedirect(reverse("actions:desk-action", args=[action.slug]))
    rows = coming_to(action)
    security.warning("sign-up list of action %s exported by %s: %d rows", action.pk, me(request).handle, len(rows))
    if wanted == PAPER:
        context = {"action": action, "when": words.when(action), "people": rows}
        return render(request, "actions/desk/people.html", {**context, "has_answers": True, "has_addresses": True})
    form = FORMS[wanted]
    response = HttpResponse(form.made(action, rows), content_type=form.content_type)
    response["Content-Disposition"] = f'attachment; filename="action-{action.pk}.{wanted}"'
    return response


def _back(action: Action, where: str = "expected") -> HttpResponse:
    """To the next one at the door."""
    return HttpResponseRedirect(reverse("actions:desk-door", args=[action.slug]) + f"#{where}")
