"""The desk's page by which a city joins a day of action: "add my city"."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.day_forms import JoinForm
from actions.models import DayOfAction
from actions.roles import groups_of
from actions.services.days import add_city
from actions.views.desk import desk_only, me
from prisoners.refusals import Refusal

BAD_REQUEST = 400


@desk_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """A draft for a city of mine, with what the call says."""
    day = DayOfAction.public.filter(slug=slug).first()
    if day is None:
        raise Http404
    form = JoinForm(request.POST or None, groups=groups_of(me(request)))
    if form.is_valid():
        try:
            made = add_city(day, form.cleaned_data.pop("group"), me(request), **form.cleaned_data)
        except Refusal as refused:
            form.add_error(None, [str(reason) for reason in refused.reasons])
        else:
            messages.success(request, _("Your city has joined. Nobody else sees the draft yet."))
            return HttpResponseRedirect(reverse("actions:desk-action", args=[made.slug]))
    title = _("Add my city: %(title)s") % {"title": day.title_i18n}
    context = {"form": form, "title": title, "back": reverse("actions:day", args=[slug]), "label": _("Add my city")}
    return render(request, "actions/desk/form.html", context, status=BAD_REQUEST if form.errors else 200)
