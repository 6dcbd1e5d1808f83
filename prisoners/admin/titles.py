"""What the pages of the desk are called: so that no noun has to be bent, which most languages do and no format can."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from prisoners.casing import with_capital

ADDING = _("Add %(what)s")
CHANGING = _("Change %(what)s")
LOOKING = _("View %(what)s")


class TitledAdmin(admin.ModelAdmin):
    """A list is called as its rows are, and the page of a row by what is done there."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The list."""
        title = with_capital(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page of one row, or of a new one."""
        row = context.get("original")
        seen = CHANGING if self.has_change_permission(request, row) else LOOKING
        context["title"] = (ADDING if row is None else seen) % {"what": self.opts.verbose_name}
        return super().render_change_form(request, context, *args, **kwargs)
