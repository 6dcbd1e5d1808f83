"""Where one reaches a group: an address of its own, kept encrypted, shown only if the group wants that."""

from django.utils.translation import gettext_lazy as _

from actions.models import Group, GroupContact
from actions.refusals import ActionsRefusal
from actions.roles import is_organiser_of
from actions.services.actions import NOT_YOUR_GROUP
from prisoners.models import Staff
from privacy.addresses import BadAddress, validate_address

NOTHING_TO_SHOW = _("There is no address to show. Please give one, or leave the box empty.")


def set_contact(group: Group, by: Staff, *, address: str, is_public: bool) -> None:
    """Keep a group's address, or forget it when it is empty.

    Answers to the organisers' messages go there, so that whoever gets one can read it. Raises ActionsRefusal for
    somebody else's group and for an address that is none; then nothing was changed.
    """
    if not is_organiser_of(by, group.pk):
        raise ActionsRefusal(NOT_YOUR_GROUP)
    if not address.strip():
        if is_public:
            raise ActionsRefusal(NOTHING_TO_SHOW)
        GroupContact.objects.filter(group=group).delete()
        return
    try:
        valid = validate_address(address)
    except BadAddress as bad:
        raise ActionsRefusal(bad.sentence) from bad
    GroupContact.objects.update_or_create(group=group, defaults={"address": valid, "is_public": is_public})


def contact_of(group_id: int | None) -> str:
    """Where answers to a group go; "" where it gave no address."""
    row = GroupContact.objects.filter(group=group_id).first() if group_id is not None else None
    return row.address if row else ""


def public_contact(group: Group) -> str:
    """The address that a group shows to everybody; "" where it shows none."""
    row = GroupContact.objects.filter(group=group, is_public=True).first()
    return row.address if row else ""
