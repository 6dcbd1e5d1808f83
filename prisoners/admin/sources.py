"""The desk for sources, and for the points on which they differ."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from prisoners.admin.base import CitationInline, DeskAdmin, DeskInline
from prisoners.models import Disagreement, Source, Variant


class VariantInline(DeskInline):
    """The reports that differ."""

    model = Variant
    show_change_link = True


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    """Where facts come from."""

    list_display = ("__str__", "publisher", "published_on", "language", "reliability", "is_confidential")
    list_filter = ("material", "reliability", "connection", "is_confidential", "language")
    search_fields = ("words",)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The key is the one field that explains itself to nobody."""
        words = {"key": _("A short name of your own for this source, as in court-news-2026-11.")}
        return super().get_form(request, obj, change=change, help_texts=words, **kwargs)


@admin.register(Disagreement)
class DisagreementAdmin(DeskAdmin):
    """Points on which sources differ."""

    list_display = ("__str__", "prisoner", "event")
    list_filter = ("prisoner__country",)
    list_select_related = ("prisoner", "event")
    search_fields = ("words", "event__words", "prisoner__names__folded")
    inlines = (VariantInline,)


@admin.register(Variant)
class VariantAdmin(DeskAdmin):
    """The same fact as another source reports it, with that source."""

    list_display = ("__str__", "disagreement")
    list_select_related = ("disagreement",)
    search_fields = ("words",)
    inlines = (CitationInline,)
