"""Accounts of staff as time goes by: closed, opened again, given other roles or a new password.

What somebody loses is buried (privacy.tombstones), so that a restored backup does not give it back.
"""

from collections.abc import Iterable

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.services.refusals import refuse_if
from prisoners.services.staff import AT_THE_DESK, of_password, of_roles
from privacy import tombstones
from privacy.tombstones import Graves

NOT_ONESELF = _("Nobody closes their own account: ask a colleague.")

CLOSED, PASSWORD, ROLE = "closed account", "password of staff", "role of staff"


@transaction.atomic
def close(staff: Staff, by: Staff | None = None) -> None:
    """End somebody's access with their next request, everywhere, and make the password useless.

    `by`: the colleague who does it; None for the operator. Raises RecordRefused for one's own account.
    """
    refuse_if([NOT_ONESELF] if by is not None and by.pk == staff.pk else [])
    tombstones.bury(CLOSED, staff.pk)
    _forget_password(staff)
    staff.set_unusable_password()
    staff.is_active = False
    staff.save(update_fields=("is_active", "password"))


@transaction.atomic
def reopen(staff: Staff, password: str) -> None:
    """Let somebody in again, with a new password. Raises RecordRefused for a weak one."""
    set_password(staff, password)
    staff.is_active = True
    staff.save(update_fields=("is_active",))


@transaction.atomic
def set_password(staff: Staff, password: str) -> None:
    """A new password; whoever is logged in with the old one is no longer. Raises RecordRefused for a weak one."""
    refuse_if(of_password(password, staff))
    _forget_password(staff)
    staff.set_password(password)
    staff.save(update_fields=("password",))


@transaction.atomic
def set_roles(staff: Staff, roles: Iterable[str]) -> None:
    """Give these roles and take all others, from the next request on. Raises RecordRefused for one that is unknown."""
    wanted = list(dict.fromkeys(roles))
    refuse_if(of_roles(wanted))
    for lost in set(staff.roles) - set(wanted):
        tombstones.bury(ROLE, staff.pk, lost)
    _give(staff, wanted)


def replay(graves: Graves) -> int:
    """After a restored backup: close, lock and take away again, and end all sessions; returns how many accounts."""
    Session.objects.all().delete()
    return sum(_as_buried(staff, graves) for staff in Staff.objects.all())


def _as_buried(staff: Staff, graves: Graves) -> bool:
    lost = [role for role in staff.roles if graves.hold(ROLE, staff.pk, role)]
    if lost:
        _give(staff, [role for role in staff.roles if role not in lost])
    is_closed = staff.is_active and graves.hold(CLOSED, staff.pk)
    is_locked = graves.hold(PASSWORD, staff.pk, staff.password)
    if is_closed or is_locked:
        staff.is_active = staff.is_active and not is_closed
        staff.set_unusable_password()
        staff.save(update_fields=("is_active", "password"))
    return bool(lost) or is_closed or is_locked


def _give(staff: Staff, roles: list[str]) -> None:
    staff.roles, staff.is_staff = roles, bool(AT_THE_DESK & {StaffRole(role) for role in roles})
    staff.save(update_fields=("roles", "is_staff"))


def _forget_password(staff: Staff) -> None:
    """The keyed hash of the password's hash: a backup that has it gives an account that nobody can enter."""
    tombstones.bury(PASSWORD, staff.pk, staff.password)
