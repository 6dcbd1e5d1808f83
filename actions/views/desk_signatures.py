"""The signatures that are handed over: how many there are, and the one way by which names leave. No address does."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from actions.choices import AppealKind, SignatureState
from actions.models import Appeal, Signature
from actions.services import signatures
from actions.views.desk import desk_only, me
from prisoners.choices import StaffRole
from prisoners.spreadsheets import as_csv
from prisoners.words import country_name

security = logging.getLogger("security")


@desk_only
@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The appeals that are signed, for publishers: they bring the names to the addressee."""
    _publishers_only(request)
    rows = Appeal.internal.exclude(kind=AppealKind.LETTERS)
    lines = [{"appeal": one, "count": sum(signatures.by_country(one).values())} for one in rows]
    return render(request, "actions/desk/signatures.html", {"lines": lines})


@desk_only
@never_cache
@require_POST
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """Names and countries as a file; that it was taken is written down, what is in it is not."""
    _publishers_only(request)
    appeal = Appeal.internal.exclude(kind=AppealKind.LETTERS).filter(slug=slug).first()
    if appeal is None:
        raise Http404
    rows = list(Signature.objects.filter(appeal=appeal, state=SignatureState.CONFIRMED).order_by("country", "pk"))
    security.warning("signatures of appeal %s exported by %s: %d rows", appeal.pk, me(request).handle, len(rows))
    lines = [[row.name, country_name(row.country) if row.country else ""] for row in rows]
    body = as_csv([[_("Name"), _("Country")], *lines])
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="signatures-{appeal.pk}.csv"'
    return response


def _publishers_only(request: HttpRequest) -> None:
    if not me(request).has_role(StaffRole.PUBLISHER):
        raise Http404
