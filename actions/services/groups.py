"""Opening and proposing a group, approving it, and who works in it."""

from typing import Any

from anyascii import anyascii
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from actions.choices import GroupRole
from actions.models import Group, GroupProposal, Membership
from actions.refusals import ActionsRefusal
from actions.services.slugs import alone
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Staff
from prisoners.times import zone_or_refuse
from privacy.addresses import BadAddress, validate_address
from privacy.text import clean_line, clean_text

#: So many proposals without an account may wait at once; a robot fills no more than that.
MOST_WAITING = 50

NO_NAME = _("A group needs a name and an address for its page.")
NO_PROPOSED_NAME = _("A group needs a name.")
ZONE_WITHOUT_PLACE = _("Please say in which city the group is: a time zone alone says nothing of the place.")
NOT_AN_ORGANISER = _("Only staff with the role of organiser can organise in a group.")
TOO_MANY_WAIT = _("Very many groups wait to be approved at this moment. Please come back in a few days.")
NOT_FOR_YOU = _("Approving groups is for publishers and stewards.")
SECOND_PERSON = _("A second person has to look at it: whoever proposed a group cannot approve it.")
DECIDED = _("This group does not wait to be approved.")
NO_REASON = _("Please give the reason.")


def open_group(*, slug: str, name: str, time_zone: str, **fields: Any) -> Group:
    """A new group, as a draft. Raises ActionsRefusal without a name, BadTime for an unknown zone."""
    if not slug.strip() or not name.strip():
        raise ActionsRefusal(NO_NAME)
    zone_or_refuse(time_zone)
    return Group.internal.create(slug=slug.strip(), name=name.strip(), time_zone=time_zone, **fields)


def propose_group(
    *, name: str, city: str, country: str, time_zone: str, description: str, by: Staff | None = None, contact: str = ""
) -> Group:
    """Propose a group, for a publisher or a steward to approve; nobody sees it before.

    `by` is the proposer's account; without one, `contact` is an address under which they are told, kept encrypted
    until it is decided. Who may organise and proposes a group organises in it. Raises ActionsRefusal without a name, a
    city or a way to reach whoever proposes; BadTime for an unknown zone. Then nothing was written.
    """
    name, city = clean_line(name), clean_line(city)
    faults: list[Promise | str] = [*([] if name else [NO_PROPOSED_NAME]), *([] if city else [ZONE_WITHOUT_PLACE])]
    faults += [] if by else _against_contact(contact)
    if faults:
        raise ActionsRefusal(faults)
    told = {"name": name, "city": city, "country": country.upper(), "description": clean_text(description)}
    with transaction.atomic():
        group = open_group(
            slug=free_group_slug(name), time_zone=time_zone, state=PublicationState.IN_REVIEW, submitted_by=by, **told
        )
        if by is None:
            GroupProposal.objects.create(group=group, contact=validate_address(contact))
        elif by.has_role(StaffRole.ORGANISER):
            add_member(group, by)
    return group


def approve_group(group: Group, by: Staff) -> Group:
    """Show a proposed group to everybody. Raises ActionsRefusal for the wrong role and for one's own proposal."""
    return _decide(group, by, {"state": PublicationState.PUBLISHED, "published_by": by, "published_at": timezone.now()})


def decline_group(group: Group, by: Staff, reason: str) -> Group:
    """Leave a proposed group out, for a reason, and forget how to reach whoever proposed it. Raises ActionsRefusal."""
    if not reason.strip():
        raise ActionsRefusal(NO_REASON)
    said = {"withdrawn_at": timezone.now(), "withdrawal_reason": clean_text(reason)}
    row = _decide(group, by, {"state": PublicationState.WITHDRAWN, **said})
    GroupProposal.objects.filter(group=row).delete()
    return row


def free_group_slug(name: str) -> str:
    """An address for the group's page that no group has; inside a transaction."""
    alone()
    wanted = slugify(anyascii(name))[:100].strip("-") or get_random_string(10).lower()
    is_taken = Group.internal.filter(slug=wanted).exists()
    return f"{wanted}-{get_random_string(6).lower()}" if is_taken else wanted


def add_member(group: Group, member: Staff, role: str = GroupRole.ORGANISER) -> Membership:
    """Let somebody work in a group, or change what they do there. Raises ActionsRefusal for a wrong role."""
    if role == GroupRole.ORGANISER and not member.has_role(StaffRole.ORGANISER):
        raise ActionsRefusal(NOT_AN_ORGANISER)
    membership, _is_new = Membership.objects.update_or_create(group=group, member=member, defaults={"role": role})
    return membership


def remove_member(group: Group, member: Staff) -> None:
    """End somebody's work in a group; it acts on their next request."""
    Membership.objects.filter(group=group, member=member).delete()


def _against_contact(contact: str) -> list[Promise | str]:
    try:
        validate_address(contact)
    except BadAddress as bad:
        return [bad.sentence]
    return [TOO_MANY_WAIT] if GroupProposal.objects.count() >= MOST_WAITING else []


def _decide(group: Group, by: Staff, values: dict[str, Any]) -> Group:
    """Settle a group that waits, by somebody who may and did not propose it."""
    if not by.has_role(StaffRole.PUBLISHER, StaffRole.STEWARD):
        raise ActionsRefusal(NOT_FOR_YOU)
    with transaction.atomic():
        row = Group.internal.select_for_update(of=("self",)).order_by().get(pk=group.pk)
        if row.state != PublicationState.IN_REVIEW:
            raise ActionsRefusal(DECIDED)
        if row.submitted_by_id == by.pk:
            raise ActionsRefusal(SECOND_PERSON)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    return row
