"""Opening a group, and who organises in it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from actions.choices import GroupRole
from actions.models import Group, Membership
from actions.refusals import ActionsRefusal
from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.times import zone_or_refuse

NO_NAME = _("A group needs a name and an address for its page.")
NOT_AN_ORGANISER = _("Only staff with the role of organiser can organise in a group.")


def open_group(*, slug: str, name: str, time_zone: str, **fields: Any) -> Group:
    """A new group, as a draft. Raises ActionsRefusal without a name, BadTime for an unknown zone."""
    if not slug.strip() or not name.strip():
        raise ActionsRefusal(NO_NAME)
    zone_or_refuse(time_zone)
    return Group.internal.create(slug=slug.strip(), name=name.strip(), time_zone=time_zone, **fields)


def add_member(group: Group, member: Staff, role: str = GroupRole.ORGANISER) -> Membership:
    """Let somebody work in a group, or change what they do there. Raises ActionsRefusal for a wrong role."""
    if role == GroupRole.ORGANISER and not member.has_role(StaffRole.ORGANISER):
        raise ActionsRefusal(NOT_AN_ORGANISER)
    membership, _is_new = Membership.objects.update_or_create(group=group, member=member, defaults={"role": role})
    return membership


def remove_member(group: Group, member: Staff) -> None:
    """End somebody's work in a group; it acts on their next request."""
    Membership.objects.filter(group=group, member=member).delete()
