"""The page of the desk on which two records of one person are laid side by side and merged."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prisoners.models import Prisoner, Staff
from prisoners.refusals import Refusal
from prisoners.services.merging import merge, preview

UNKNOWN = _("There is no record with this address.")
MERGED = _("Merged. The old address leads here.")


def merge_page(desk: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what merging another record into this one would do; a POST does it."""
    kept = desk.get_object(request, object_id)
    if kept is None:
        raise Http404
    if not isinstance(request.user, Staff) or not desk.has_change_permission(request, kept):
        raise PermissionDenied
    slug = (request.POST if request.method == "POST" else request.GET).get("other", "").strip().replace("\0", "")
    other = Prisoner.internal.filter(slug=slug).first() if slug else None
    if request.method == "POST" and other is not None and _is_merged(desk, request, kept, other):
        return HttpResponseRedirect(reverse("admin:prisoners_prisoner_change", args=[kept.pk]))
    context = {
        **desk.admin_site.each_context(request),
        "title": _("Merge another record into this one"),
        "opts": desk.opts,
        "kept": kept,
        "other": other,
        "slug": slug,
        "unknown": UNKNOWN if slug and other is None else "",
        "preview": preview(kept, other, request.user) if other else None,
    }
    return TemplateResponse(request, "admin/prisoners/merge.html", context)


def _is_merged(desk: Any, request: HttpRequest, kept: Prisoner, other: Prisoner) -> bool:
    if not isinstance(request.user, Staff):
        return False
    try:
        merge(kept, other, request.user)
    except Refusal as refused:
        for reason in refused.reasons:
            desk.message_user(request, str(reason), messages.ERROR)
        return False
    desk.message_user(request, str(MERGED), messages.SUCCESS)
    return True
