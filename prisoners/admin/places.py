"""The desk for places and organisations."""

from django.contrib import admin

from prisoners.admin.base import DeskAdmin
from prisoners.models import Organisation, Place


@admin.register(Place)
class PlaceAdmin(DeskAdmin):
    """Places with their zones."""

    list_display = ("name", "kind", "country", "time_zone", "located_in")
    list_filter = ("kind", "country")
    list_select_related = ("located_in",)
    search_fields = ("words",)


@admin.register(Organisation)
class OrganisationAdmin(DeskAdmin):
    """Unions, parties, companies, newspapers."""

    list_display = ("name", "slug")
    search_fields = ("words",)
    prepopulated_fields = {"slug": ("name",)}
