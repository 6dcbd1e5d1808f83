"""Logging in with a handle or an address, and what the roles then allow."""

import contextlib
from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.db.models import Q
from django.http import HttpRequest

from prisoners.models import Staff
from prisoners.roles import permissions_of
from privacy.addresses import BadAddress, address_lookup


class StaffBackend(BaseBackend):
    """Authenticates staff; the same work is done for an account that does not exist, so that the time tells nothing."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Staff | None:
        """The active account with that handle or address and password, or None."""
        if username is None or password is None:
            return None
        staff = _find(username)
        if staff is None:
            Staff().set_password(password)
            return None
        return staff if staff.check_password(password) and staff.is_active else None

    def get_user(self, user_id: UUID) -> Staff | None:
        """The active account with that key, or None."""
        return Staff.objects.filter(pk=user_id, is_active=True).first()

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """What the roles allow, on any row: none of them is about single rows."""
        return set(permissions_of(user_obj)) if isinstance(user_obj, Staff) else set()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Whether the roles allow one thing; asked hundreds of times a page of the desk."""
        return isinstance(user_obj, Staff) and perm in permissions_of(user_obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Whether the account may do anything on that floor."""
        return any(permission.startswith(f"{app_label}.") for permission in self.get_all_permissions(user_obj))


def _find(username: str) -> Staff | None:
    matches = Q(handle=username)
    with contextlib.suppress(BadAddress):
        matches |= Q(email_lookup=address_lookup(username))
    return Staff.objects.filter(matches).first()
