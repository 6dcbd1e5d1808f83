"""The desk's page by which an action returns: each week, on the first Saturday of each month, until a last day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.series_forms import RepeatForm
from actions.services.series import repeat
from actions.views.desk import desk_only, me, mine
from prisoners.refusals import Refusal

BAD_REQUEST = 400


@desk_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def repeat_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Have an action of mine return; what it is and where is taken over, with the hour of the clock on the spot."""
    action = mine(request, slug)
    form = RepeatForm(request.POST or None, action=action)
    back = reverse("actions:desk-action", args=[slug])
    if form.is_valid():
        try:
            repeat(action, me(request), **form.cleaned_data)
        except Refusal as refused:
            form.add_error(None, [str(reason) for reason in refused.reasons])
        else:
            messages.success(request, _("It returns. The days of the next weeks are made; others follow."))
            return HttpResponseRedirect(back)
    context = {"form": form, "title": _("Repeat it"), "back": back, "label": _("Repeat it")}
    return render(request, "actions/desk/form.html", context, status=BAD_REQUEST if form.errors else 200)
