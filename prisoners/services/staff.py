"""Accounts of staff: made by the operator, never by oneself."""

import secrets
from collections.abc import Iterable

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.refusals import Sentence
from prisoners.services.refusals import refuse_if
from privacy.addresses import BadAddress, address_lookup, validate_address

#: The roles that work at the researchers' desk; organisers have a desk of their own.
AT_THE_DESK = frozenset({StaffRole.RESEARCHER, StaffRole.PUBLISHER, StaffRole.STEWARD})

UNKNOWN_ROLE = _("“{role}” is not a role: choose researcher, publisher, organiser or steward.")
WITHOUT_ROLE = _("Please name at least one role.")
KNOWN_ADDRESS = _("There is an account with this address already.")
HANDLE_TAKEN = _("There is an account with this handle already.")


@transaction.atomic
def create_staff(address: str, roles: Iterable[str], password: str, *, handle: str = "", language: str = "en") -> Staff:
    """Make an account. The address is kept encrypted; the handle, which colleagues see, tells nothing of it.

    Raises RecordRefused with all reasons: a bad or known address, an unknown role, a weak password.
    """
    wanted = list(dict.fromkeys(roles))
    staff = Staff(handle=handle or f"staff-{secrets.token_hex(3)}", language=language)
    refuse_if([*_of_address(address), *of_roles(wanted), *_of_handle(staff.handle), *of_password(password, staff)])
    staff.email, staff.email_lookup = validate_address(address), address_lookup(address)
    staff.roles, staff.is_staff = wanted, bool(AT_THE_DESK & set(wanted))
    staff.set_password(password)
    staff.save()
    return staff


def _of_address(address: str) -> list[Sentence]:
    try:
        lookup = address_lookup(address)
    except BadAddress as refusal:
        return [refusal.sentence]
    return [KNOWN_ADDRESS] if Staff.objects.filter(email_lookup=lookup).exists() else []


def of_roles(roles: list[str]) -> list[Sentence]:
    """What speaks against giving these roles."""
    unknown: list[Sentence] = [format_lazy(UNKNOWN_ROLE, role=role) for role in roles if role not in StaffRole.values]
    return unknown if roles else [WITHOUT_ROLE]


def _of_handle(handle: str) -> list[Sentence]:
    return [HANDLE_TAKEN] if Staff.objects.filter(handle=handle).exists() else []


def of_password(password: str, staff: Staff) -> list[Sentence]:
    """What speaks against this password."""
    try:
        validate_password(password, staff)
    except ValidationError as error:
        return list(error.messages)
    return []
