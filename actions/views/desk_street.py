"""Logging at the desk what happened at an action that nobody announced."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.roles import groups_of
from actions.services.street import log_unannounced
from actions.street_forms import StreetForm
from actions.views.desk import in_a_group, me, unreported
from actions.views.desk_photos import receive
from actions.views.desk_writing import BAD_REQUEST, FORM_METHODS, attempt, led_on, to_action, to_photos


@in_a_group
@never_cache
@require_http_methods(FORM_METHODS)
def log(request: HttpRequest) -> HttpResponse:
    """What happened today, in one form; what stands at the desk already is offered first."""
    form = StreetForm(request.POST or None, request.FILES or None, groups=groups_of(me(request)))
    if form.is_valid():
        group, key = form.cleaned_data["group"], form.cleaned_data["key"]
        said = {"report": form.of_the_report(), **form.of_the_action()}
        action = attempt(form, lambda: log_unannounced(group, me(request), key=key, **said))
        if action is not None:
            messages.success(request, _("Saved. A second person publishes it."))
            has_photos = receive(request, action, key)
            return led_on(request, to_photos(action) if has_photos else to_action(action))
    context = {"form": form, "draft": f"{me(request).pk}-street", "begun": unreported(me(request))}
    return render(request, "actions/desk/log.html", context, status=BAD_REQUEST if form.is_bound else 200)
