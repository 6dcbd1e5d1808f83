"""The page of the desk on which two records of one person, or two officials, are laid side by side and merged."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prisoners.models import Official, Prisoner, Staff
from prisoners.refusals import Refusal
from prisoners.services import merging, merging_officials
from prisoners.services.merging import Preview

UNKNOWN = _("There is no record with this address.")
MERGED = _("Merged. The old address leads here.")


@dataclass(frozen=True)
class Kind:
    """What is merged, by which service, and what is said of it."""

    model: Any
    preview: Callable[[Any, Any, Staff], Preview]
    merge: Callable[[Any, Any, Staff], Any]
    title: Any
    #: What becomes of contradictions, and of all else.
    of_contradictions: Any
    of_all: Any


PEOPLE = Kind(
    Prisoner,
    merging.preview,
    merging.merge,
    _("Merge another record into this one"),
    _("Where the two contradict, the first stays, and what the second said is kept as a draft of a statement."),
    _(
        "Facts keep their state of publication. Old addresses, calendars and what people follow go on with the record "
        "that stays. This cannot be taken back."
    ),
)
OFFICIALS = Kind(
    Official,
    merging_officials.preview,
    merging_officials.merge,
    _("Merge another official into this one"),
    _("Where the two contradict, the first stays; the name of the second stays as a spelling."),
    _("Facts stay as they are, and are found under all spellings. Old addresses lead here. This cannot be taken back."),
)


def merge_page(desk: Any, kind: Kind, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what merging another record into this one would do; a POST does it."""
    kept = desk.get_object(request, object_id)
    if kept is None:
        raise Http404
    if not isinstance(request.user, Staff) or not desk.has_change_permission(request, kept):
        raise PermissionDenied
    slug = (request.POST if request.method == "POST" else request.GET).get("other", "").strip().replace("\0", "")
    other = kind.model.internal.filter(slug=slug).first() if slug else None
    page = reverse(f"admin:prisoners_{desk.opts.model_name}_change", args=[kept.pk])
    if request.method == "POST" and other is not None and _is_merged(desk, kind, request, kept, other):
        return HttpResponseRedirect(page)
    context = {
        **desk.admin_site.each_context(request),
        "title": kind.title,
        "kind": kind,
        "opts": desk.opts,
        "page": page,
        "kept": kept,
        "other": other,
        "slug": slug,
        "unknown": UNKNOWN if slug and other is None else "",
        "preview": kind.preview(kept, other, request.user) if other else None,
    }
    return TemplateResponse(request, "admin/prisoners/merge.html", context)


def _is_merged(desk: Any, kind: Kind, request: HttpRequest, kept: Any, other: Any) -> bool:
    if not isinstance(request.user, Staff):
        return False
    try:
        kind.merge(kept, other, request.user)
    except Refusal as refused:
        for reason in refused.reasons:
            desk.message_user(request, str(reason), messages.ERROR)
        return False
    desk.message_user(request, str(MERGED), messages.SUCCESS)
    return True
