"""Colleagues and their roles, to be read by stewards; accounts are made by the operator, addresses are not shown."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.models import Staff

# Roles are given to accounts, not to Django's groups: two things called "groups" would mislead.
admin.site.unregister(Group)


@admin.register(Staff)
class StaffAdmin(admin.ModelAdmin):
    """Who holds which role."""

    list_display = ("handle", "role_names", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("handle",)
    fields = ("handle", "role_names", "language", "is_active", "is_staff", "last_login")

    @admin.display(description=_("roles"))
    def role_names(self, staff: Staff) -> str:
        """The roles in words."""
        return ", ".join(str(StaffRole(role).label) for role in staff.roles)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Accounts are made on the command line."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Read only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Read only; accounts are switched off, so that the history keeps its names."""
        return False
