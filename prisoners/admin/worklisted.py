"""The lists of the desk, asked for what the lists of its first page cut off."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from prisoners.services.gap_marks import keep_gaps, unknown, with_gaps
from prisoners.worklists import passed_without_outcome


class GapsFilter(admin.SimpleListFilter):
    """Whose chain leaves something open."""

    title = _("gaps in the chain")
    parameter_name = "gaps"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("some", _("some"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Everybody of whom it is known; of how many it is not known yet, is said."""
        if self.value() != "some":
            return queryset
        today = timezone.now().date()
        keep_gaps(today)
        if missing := unknown(today).count():
            said = ngettext(
                "%(n)s chain has not been looked at yet; the clock does it in the next minutes.",
                "%(n)s chains have not been looked at yet; the clock does it in the next minutes.",
                missing,
            )
            messages.warning(request, said % {"n": missing})
        return queryset.filter(pk__in=with_gaps().values("prisoner_pk"))


class OutcomeFilter(admin.SimpleListFilter):
    """Which hearings passed without an outcome."""

    title = _("outcome")
    parameter_name = "outcome"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("missing", _("passed, none is entered"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The hearings of the worklist."""
        if self.value() != "missing":
            return queryset
        return queryset.filter(pk__in=passed_without_outcome(timezone.now()).order_by().values("pk"))
