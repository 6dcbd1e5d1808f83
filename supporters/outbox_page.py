"""`/staff/outbox/`: the books of the outbox for who keeps the site running; numbers and kinds, never people."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from prisoners.choices import StaffRole
from prisoners.models import Staff
from supporters import accounts
from supporters.choices import NotificationState
from supporters.clock import database_now
from supporters.failures import Failure, failure_of
from supporters.kinds import called


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def outbox(request: HttpRequest) -> HttpResponse:
    """What waits, leaves, left and failed; POST queues again what failed, of one kind or of all. For stewards."""
    if not isinstance(request.user, Staff) or not request.user.has_role(StaffRole.STEWARD):
        raise PermissionDenied
    now = database_now()
    if request.method == "POST":
        count = accounts.replay(now, request.POST.get("kind", ""))
        done = ngettext("%(n)d mail is queued again.", "%(n)d mails are queued again.", count)
        messages.success(request, done % {"n": count})
        return HttpResponseRedirect(reverse("admin-outbox"))
    found = accounts.books(now)
    context = {
        **admin.site.each_context(request),
        "title": _("Outbox"),
        "books": found,
        "states": [(NotificationState(state).label, count) for state, count in found.by_state.items()],
        "lines": [_said(line) for line in found.lines],
        "why": [
            (_("Why mails failed"), _in_words(found.reasons)),
            (_("Why mails are tried again later"), _in_words(found.put_off)),
        ],
        "failed": accounts.failed(now).count(),
    }
    return TemplateResponse(request, "admin/supporters/outbox.html", context)


def _in_words(reasons: list[tuple[str, str, int]]) -> list[tuple[str, Failure, int]]:
    return [(called(kind), failure_of(reason), count) for kind, reason, count in reasons]


def _said(line: accounts.Line) -> dict[str, Any]:
    age = None if line.oldest_seconds is None else line.oldest_seconds // 60
    return {
        "kind": called(line.kind),
        "state": NotificationState(line.state).label,
        "count": line.count,
        "minutes": age,
    }
