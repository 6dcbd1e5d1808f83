"""The lists of the desk, asked for what the lists of its first page cut off."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.worklists import gaps_by_person, passed_without_outcome


class GapsFilter(admin.SimpleListFilter):
    """Whose chain leaves something open, of those whose custody has no recorded end or began last."""

    title = _("gaps in the chain")
    parameter_name = "gaps"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("some", _("some, in the newest custody"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The people of the worklist."""
        if self.value() != "some":
            return queryset
        return queryset.filter(pk__in=gaps_by_person(timezone.now().date()))


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
