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
from actions.desk_forms import CAME, AttendanceForm
from actions.models import Action, SignUp
from actions.roles import organises
from actions.services.attendance import record_attendance
from actions.views.desk import coming_to, desk_only, helped, me, mine
from prisoners.refusals import Refusal
from prisoners.spreadsheets import as_csv

security = logging.getLogger("security")


@desk_only
@never_cache
@require_safe
def print_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Names or aliases to tick off on paper; no address."""
    action = helped(request, slug)
    context = {"action": action, "when": words.when(action), "people": coming_to(action)}
    return render(request, "actions/desk/people.html", context)


@desk_only
@never_cache
@require_POST
def attendance(request: HttpRequest, slug: str) -> HttpResponse:
    """Note whether one person came."""
    action, form = helped(request, slug), AttendanceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That was not a sign-up of this action."))
        return _back(request, action)
    try:
        record_attendance(action, form.cleaned_data["sign_up"], CAME[form.cleaned_data["came"]])
    except Refusal as refused:
        messages.error(request, str(refused))
    return _back(request, action)


@desk_only
@never_cache
@require_POST
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """The list with addresses, as a file; that it was taken is written down, what is in it is not."""
    action = mine(request, slug)
    rows = coming_to(action)
    security.warning("sign-up list of action %s exported by %s: %d rows", action.pk, me(request).handle, len(rows))
    head = [_("Name"), _("E-mail address"), _("Role"), _("Guests"), _("Came")]
    response = HttpResponse(as_csv([head, *(_cells(row) for row in rows)]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="action-{action.pk}.csv"'
    return response


def _cells(row: SignUp) -> list[object]:
    came = {True: _("yes"), False: _("no"), None: ""}[row.attended]
    return [row.called, row.supporter.email, str(row.slot or ""), row.guests, came]


def _back(request: HttpRequest, action: Action) -> HttpResponse:
    """To where the buttons are: of the whole action for whoever organises it, of the list for whoever helps."""
    name = "desk-action" if organises(me(request), action) else "desk-people"
    return HttpResponseRedirect(reverse(f"actions:{name}", args=[action.slug]) + "#people")
