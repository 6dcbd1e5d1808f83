"""The desk for the chain: what was imposed, and stretches of custody."""

from django.contrib import admin

from prisoners.admin.base import CitationInline
from prisoners.admin.officials import NamesAnOfficial
from prisoners.admin.publishing import PublishableAdmin
from prisoners.models import Detention, Sanction


@admin.register(Sanction)
class SanctionAdmin(NamesAnOfficial, PublishableAdmin):
    """What was imposed, with sources."""

    list_display = ("prisoner", "kind", "imposed_on", "ended_by", "state")
    list_filter = ("state", "kind", "prisoner__country")
    list_select_related = ("prisoner",)
    search_fields = ("words", "prisoner__names__folded")
    inlines = (CitationInline,)


@admin.register(Detention)
class DetentionAdmin(PublishableAdmin):
    """Stretches of custody, with sources."""

    list_display = ("prisoner", "kind", "started_on", "ended_on", "place", "state")
    list_filter = ("state", "kind", "prisoner__country")
    list_select_related = ("prisoner", "place")
    search_fields = ("place__words", "prisoner__names__folded")
    inlines = (CitationInline,)
