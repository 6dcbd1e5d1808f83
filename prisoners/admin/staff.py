"""Colleagues and their roles: stewards read them and close accounts; operators make them. Addresses are not shown."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.refusals import Refusal
from prisoners.services import accounts

# Roles are given to accounts, not to Django's groups: two things called "groups" would mislead.
admin.site.unregister(Group)


@admin.register(Staff)
class StaffAdmin(admin.ModelAdmin):
    """Who holds which role."""

    list_display = ("handle", "role_names", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("handle",)
    actions = ("close_accounts",)
    fields = ("handle", "role_names", "language", "is_active", "is_staff", "last_login")

    @admin.display(description=_("roles"))
    def role_names(self, staff: Staff) -> str:
        """The roles in words."""
        return ", ".join(str(StaffRole(role).label) for role in staff.roles)

    @admin.action(description=_("Close these accounts"), permissions=["close"])
    def close_accounts(self, request: HttpRequest, queryset: QuerySet[Staff]) -> None:
        """End the access of each at once; the operator can open an account again."""
        for staff in queryset.filter(is_active=True):
            try:
                accounts.close(staff, by=request.user)  # type: ignore[arg-type]
            except Refusal as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                self.message_user(request, gettext("Closed: %(handle)s.") % {"handle": staff.handle}, messages.SUCCESS)

    def has_close_permission(self, request: HttpRequest) -> bool:
        """Stewards."""
        return request.user.has_perm("prisoners.change_staff")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Accounts are made on the command line."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Read only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Read only; accounts are switched off, so that the history keeps its names."""
        return False
