"""Groups, and whom their actions address."""

from django.contrib import admin

from actions.admin.base import LookedAtInline, PublishableAdmin, sources
from actions.models import Group, Membership, Target, TargetSource


class MembershipInline(LookedAtInline):
    """Who works in a group: whoever does reads who comes, so they are invited by its organisers and by nobody else."""

    model = Membership
    fields = ("member", "role")


@admin.register(Group)
class GroupAdmin(PublishableAdmin):
    """Groups and who organises in them."""

    list_display = ("name", "city", "country", "state")
    list_filter = ("state", "country")
    search_fields = ("name", "city")
    inlines = (MembershipInline,)


@admin.register(Target)
class TargetAdmin(PublishableAdmin):
    """Whom actions address."""

    list_display = ("name", "city", "country", "address_as_of", "verified_on", "state")
    list_filter = ("state", "of_country", "country")
    search_fields = ("name", "city", "address")
    inlines = (sources(TargetSource),)
