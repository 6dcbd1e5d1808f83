"""Writing to those who signed up for an action of mine: compose, look at it, send."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.desk_forms import MessageForm
from actions.models import Action
from actions.services.messaging import audience_of, write
from actions.views.desk import desk_only, me, mine
from prisoners.refusals import Refusal

BAD_REQUEST = 400


@desk_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def compose(request: HttpRequest, slug: str) -> HttpResponse:
    """A message: shown as it will be read first, sent by a second press."""
    action = mine(request, slug)
    form = MessageForm(request.POST or None, action=action)
    if not form.is_bound:
        return _page(request, action, form)
    if not form.is_valid():
        return _page(request, action, form, status=BAD_REQUEST)
    if request.POST.get("do") != "send":
        reached = audience_of(action, form.audience, form.slot).count()
        return _page(request, action, form, preview=form.cleaned_data["text"], reached=reached)
    return _sent(request, action, form)


def _sent(request: HttpRequest, action: Action, form: MessageForm) -> HttpResponse:
    said = {"text": form.cleaned_data["text"], "audience": form.audience, "slot": form.slot}
    try:
        reached = write(action, me(request), key=form.cleaned_data["key"], **said)
    except Refusal as refused:
        for reason in refused.reasons:
            form.add_error(None, str(reason))
        return _page(request, action, form, status=BAD_REQUEST)
    told = ngettext("On its way to %(n)d person.", "On its way to %(n)d people.", reached) % {"n": reached}
    messages.success(request, told if reached else _("It was sent already."))
    return HttpResponseRedirect(reverse("actions:desk-action", args=[action.slug]) + "#people")


def _page(request: HttpRequest, action: Action, form: MessageForm, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "actions/desk/message.html", {"action": action, "form": form, **more}, status=status)
