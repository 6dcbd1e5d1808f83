"""The picture beside an action or a call at the desk: send one in, take it away; the photo's page does the rest."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.models import Action, DayOfAction
from actions.photo_forms import PictureForm
from actions.services.pictures import show_picture, take_away
from actions.views.desk import desk_only, me, mine
from actions.views.desk_days import my_call
from actions.views.desk_writing import attempt

BAD_REQUEST = 400
FORM_METHODS = ["GET", "HEAD", "POST"]


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def of_action(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of an action of mine."""
    return _picture(request, mine(request, slug), reverse("actions:desk-action", args=[slug]))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def of_day(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of a call of mine; its cities follow."""
    return _picture(request, my_call(request, slug), reverse("actions:desk-day", args=[slug]))


def _picture(request: HttpRequest, row: Action | DayOfAction, back: str) -> HttpResponse:
    """The form, and what becomes of it."""
    if request.method == "POST" and request.POST.get("do") == "take-away":
        take_away(row, me(request))
        messages.success(request, _("No picture is shown any more."))
        return HttpResponseRedirect(back)
    form = PictureForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        photo = attempt(form, lambda: show_picture(row, me(request), said.pop("picture"), **said))
        if photo is not None:
            messages.success(request, _("Taken in. Please look at it: a second person publishes it."))
            return HttpResponseRedirect(reverse("actions:desk-photo", args=[photo.pk]))
    context = {"form": form, "row": row, "back": back}
    return render(request, "actions/desk/picture.html", context, status=BAD_REQUEST if form.errors else 200)
