"""The lists of the desk, asked for what nobody has looked up again for long."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.worklists import STALE_AFTER


class VerifiedFilter(admin.SimpleListFilter):
    """By when a fact was last verified."""

    title = _("last verified")
    parameter_name = "verified"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("stale", _("never, or half a year ago")), ("never", _("never")), ("fresh", _("in the last half year"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Stale is what the worklist calls so."""
        never = Q(verified_on__isnull=True)
        fresh = Q(verified_on__gte=timezone.now().date() - STALE_AFTER)
        chosen = {"stale": never | ~fresh, "never": never, "fresh": fresh}.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(chosen)
