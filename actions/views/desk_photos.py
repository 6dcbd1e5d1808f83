"""Photos at the desk: send some, blur more by touch or by numbers, say what is seen, publish or refuse."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from actions.models import Action, Photo
from actions.photo_forms import SHOWN, TOUCH, LookedForm, NumberForm, PartForm, PhotosField, TouchForm, WordsForm
from actions.roles import actions_of, calls_of, is_another, photos_of
from actions.services import photos as services
from actions.services.reports import KEY_KEPT
from actions.views.desk import desk_only, me, mine
from prisoners.refusals import Refusal
from supporters.services import once

#: How many of the actions that show one picture are named beside it.
MOST_NAMED = 10


@desk_only
@never_cache
@require_POST
def send(request: HttpRequest, slug: str) -> HttpResponse:
    """Take in photos of an action of mine."""
    action = mine(request, slug)
    receive(request, action)
    return HttpResponseRedirect(reverse("actions:desk-report", args=[action.slug]) + "#photos")


def receive(request: HttpRequest, action: Action, key: str = "") -> bool:
    """Take in the photos of a form, and say what became of each; whether there were any.

    What a bad connection sends again with the same `key` is not taken in twice.
    """
    files = PhotosField(required=False).clean(request.FILES.getlist("photos"))
    if not files or (key and not once.claim(f"photos:{action.pk}", key, kept=KEY_KEPT)):
        return False
    try:
        taken = services.take(action, me(request), files)
    except Refusal as refused:
        messages.error(request, str(refused))
        return True
    for sentence in taken.refused:
        messages.error(request, sentence)
    if taken.photos:
        messages.success(request, _("Photos taken in: %(n)d. Please look at each.") % {"n": len(taken.photos)})
    return True


@desk_only
@never_cache
@require_safe
def show(request: HttpRequest, photo: UUID) -> HttpResponse:
    """One photo, and everything that can be done with it."""
    row = _mine(request, photo)
    width = SHOWN[1] if request.GET.get("w") == str(SHOWN[1]) else SHOWN[0]
    context = {
        "photo": row,
        **_beside(request, row),
        "shown": width,
        "shown_height": max(1, round(row.height * width / row.width)),
        "other": SHOWN[0] if width == SHOWN[1] else SHOWN[1],
        "touch": TOUCH,
        "parts": [_percent(row, box) for box in row.boxes],
        "part_form": PartForm(auto_id="part-%s"),
        "words_form": WordsForm(initial={name: getattr(row, name) for name in WordsForm.base_fields}),
        "looked_form": LookedForm(),
        "may_publish": is_another(me(request), row.submitted_by_id),
    }
    return render(request, "actions/desk/photo.html", context)


@desk_only
@never_cache
@require_safe
def picture(request: HttpRequest, photo: UUID) -> HttpResponse:
    """The picture, for those who look at it before the public does."""
    row = _mine(request, photo)
    width = min(max(_whole(request.GET.get("w"), SHOWN[0]), 64), row.width)
    try:
        data = services.preview(row, width, blurred=request.GET.get("plain") != "1")
    except Refusal as refused:
        raise Http404 from refused
    response = HttpResponse(data, content_type="image/jpeg")
    response["Content-Disposition"] = 'inline; filename="photo.jpg"'
    return response


@desk_only
@never_cache
@require_POST
def cover(request: HttpRequest, photo: UUID) -> HttpResponse:
    """Blur one more part: where the picture was touched, or by numbers."""
    row = _mine(request, photo)
    part = _touched(request, row) or _numbered(request)
    if part is None:
        messages.error(request, services.OUTSIDE)
        return _to(row)
    return _do(request, row, lambda: services.cover(row, me(request), *part), _("Blurred."))


@desk_only
@never_cache
@require_POST
def uncover(request: HttpRequest, photo: UUID) -> HttpResponse:
    """Show one part again."""
    row, form = _mine(request, photo), NumberForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else -1
    return _do(request, row, lambda: services.uncover(row, me(request), number), _("Not blurred any more."))


@desk_only
@never_cache
@require_POST
def describe(request: HttpRequest, photo: UUID) -> HttpResponse:
    """Keep the words."""
    row, form = _mine(request, photo), WordsForm(request.POST)
    if not form.is_valid():
        messages.error(request, services.NO_WORDS)
        return _to(row)
    return _do(request, row, lambda: services.describe(row, me(request), **form.cleaned_data), _("Saved."))


@desk_only
@never_cache
@require_POST
def publish(request: HttpRequest, photo: UUID) -> HttpResponse:
    """Show it to everybody."""
    row, form = _mine(request, photo), LookedForm(request.POST)
    looked = form.is_valid() and form.cleaned_data["looked"]
    return _do(request, row, lambda: services.publish(row, me(request), looked=looked), _("Published."))


@desk_only
@never_cache
@require_POST
def reject(request: HttpRequest, photo: UUID) -> HttpResponse:
    """Refuse it, or take it down."""
    row = _mine(request, photo)
    try:
        services.reject(row, me(request))
    except Refusal as refused:
        messages.error(request, str(refused))
        return _to(row)
    messages.success(request, _("The photo is deleted."))
    return HttpResponseRedirect(reverse("actions:desk"))


def _beside(request: HttpRequest, row: Photo) -> dict[str, Any]:
    """What a photo belongs to: the action of its report, or the actions and calls of mine that show it."""
    if row.report is not None:
        return {"action": row.report.action, "kicker": row.report.action.title_i18n}
    shown, calls = actions_of(me(request)).filter(picture=row), calls_of(me(request)).filter(picture=row)
    kicker = row.group.name_i18n if row.group else ""
    return {"shown_on": shown[:MOST_NAMED], "calls": calls[:MOST_NAMED], "kicker": kicker}


def _mine(request: HttpRequest, photo: UUID) -> Photo:
    """A photo that this member may look at; for any other the answer is that there is none."""
    row = photos_of(me(request)).select_related("report__action", "group").filter(pk=photo).first()
    if row is None:
        raise Http404
    return row


def _do(request: HttpRequest, photo: Photo, do: Callable[[], None], done: str) -> HttpResponse:
    try:
        do()
    except Refusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return _to(photo)


def _touched(request: HttpRequest, photo: Photo) -> tuple[float, float, float, float] | None:
    """The part around a touch, as shares of the picture; browsers name the pixels `at.x` and `at.y` (HTML, 4.10.5)."""
    sent = {"x": request.POST.get("at.x"), "y": request.POST.get("at.y")}
    form = TouchForm({**sent, "shown": request.POST.get("shown"), "size": request.POST.get("size")})
    if not form.is_valid():
        return None
    said, height = form.cleaned_data, form.cleaned_data["shown"] * photo.height / photo.width
    wide, high = said["size"], said["size"] * said["shown"] / height
    left, top = said["x"] / said["shown"] - wide / 2, said["y"] / height - high / 2
    first, above = min(max(left, 0.0), 0.999), min(max(top, 0.0), 0.999)
    return first, above, wide - max(0.0, -left), high - max(0.0, -top)


def _numbered(request: HttpRequest) -> tuple[float, float, float, float] | None:
    form = PartForm(request.POST)
    if not form.is_valid():
        return None
    said = form.cleaned_data
    return said["left"] / 100, said["top"] / 100, said["width"] / 100, said["height"] / 100


def _percent(photo: Photo, box: list[int]) -> dict[str, Any]:
    """A blurred part in words a person can find on the picture."""
    return {"left": round(100 * box[0] / photo.width), "top": round(100 * box[1] / photo.height)}


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise


def _to(photo: Photo) -> HttpResponse:
    return HttpResponseRedirect(reverse("actions:desk-photo", args=[photo.pk]))
