"""Accounts of staff: opened by a colleague at the command line or on the staff pages, never by oneself."""

import secrets
from collections.abc import Iterable

from django.contrib.auth.password_validation import validate_password

from prisoners.choices import StaffRole
from prisoners.models import Staff
from privacy.fields import lookup_of


def open_account(email: str, roles: Iterable[str], password: str | None = None, handle: str | None = None) -> str:
    """Open or renew the account of an address with these roles; returns its password, a fresh one if none is given.

    The handle, which colleagues and the history see, does not tell the address. Every account enters the
    researchers' desk; what it may do there its roles say. Raises ValidationError for a weak password.
    """
    lookup = lookup_of(email.strip().lower(), "address")
    account = Staff.objects.filter(email_lookup=lookup).first() or Staff(
        email=email, email_lookup=lookup, handle=handle or f"staff-{secrets.token_hex(3)}"
    )
    account.roles = [StaffRole(role).value for role in roles]
    account.is_staff = True
    password = password or secrets.token_urlsafe(12)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    return password
