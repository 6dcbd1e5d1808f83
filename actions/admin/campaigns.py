"""Campaigns and their demands."""

from django.contrib import admin

from actions.admin.base import PublishableAdmin, sources
from actions.models import Campaign, CampaignSource, Demand, DemandSource
from prisoners.admin import base


class DemandInline(base.DeskInline):
    """The demands of a campaign; their sources are entered on their own pages, each with its place."""

    model = Demand
    extra = 0
    filter_horizontal = ("prisoners",)
    show_change_link = True


@admin.register(Campaign)
class CampaignAdmin(PublishableAdmin):
    """Campaigns with their demands."""

    list_display = ("title", "country", "state")
    list_filter = ("state", "country")
    search_fields = ("title", "slug")
    filter_horizontal = ("prisoners", "events", "statements", "figures")
    inlines = (sources(CampaignSource), DemandInline)


@admin.register(Demand)
class DemandAdmin(PublishableAdmin):
    """Demands in every version."""

    list_display = ("__str__", "campaign", "status", "state")
    list_filter = ("state", "status", "campaign")
    list_select_related = ("campaign",)
    search_fields = ("text",)
    filter_horizontal = ("prisoners",)
    inlines = (sources(DemandSource),)
