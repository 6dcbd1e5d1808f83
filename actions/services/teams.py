"""Who works in a group or on one action: invited by a link, dismissed at once.

An invitation opens once, within three days, for the address that the inviter typed, and only while the inviter may
still give that role. It says nothing of the group before it is accepted.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import GroupRole
from actions.models import Action, Assignment, Group, GroupProposal, Invitation, Membership
from actions.refusals import ActionsRefusal
from actions.roles import is_organiser_of, organisers, organises
from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.refusals import Sentence
from prisoners.services.staff import create_staff
from privacy import tombstones
from privacy.addresses import BadAddress, address_lookup
from privacy.fields import lookup_of
from privacy.tombstones import Graves
from supporters.links import link_for

Team = Group | Action
Post = Membership | Assignment

PURPOSE = "invitation"
GOOD_FOR = timedelta(hours=72)
#: After so many other addresses, somebody is guessing.
MOST_WRONG = 5
#: 128 bits, as text of 22 characters.
SECRET_BYTES = 16
#: So many invitations of one group or action may be open at once.
MOST_OPEN = 20
#: From the least to the most that one may do.
RANK = (GroupRole.VIEWER, GroupRole.HELPER, GroupRole.ORGANISER)

NOT_YOURS = _("Only an organiser can invite others or end their work.")
UNKNOWN_ROLE = _("This is not a role in a group.")
TOO_MANY_OPEN = _("Many invitations are open already. Please take some back, or wait until they have expired.")
NO_INVITATION = _("There is no such invitation. Perhaps the address was cut in two, or the invitation was taken back.")
USED = _("This invitation was used already. An invitation opens once.")
EXPIRED = _("This invitation was good for three days, and that is over. Please ask for a new one.")
OTHER_ADDRESS = _("This invitation was made for another address.")
GUESSED = _("This invitation was tried with too many other addresses and opens no more. Please ask for a new one.")
HAS_ACCOUNT = _("There is an account with this address already: log in at the desk, then open this link again.")
LAST_ORGANISER = _("Somebody has to organise here: please invite another organiser first.")
NOT_HERE = _("This person does not work here.")


def invite(team: Team, by: Staff, address: str, role: str) -> str:
    """Invite whoever has this address; returns the link, which is shown this once and kept as a hash.

    Raises ActionsRefusal for a bad address, an unknown role, too many open invitations, and whoever does not
    organise here; then nothing was written.
    """
    faults, lookup = _address(address)
    faults += [] if role in GroupRole.values else [UNKNOWN_ROLE]
    faults += [] if leads(by, team) else [NOT_YOURS]
    faults += [TOO_MANY_OPEN] if _unused(team).count() >= MOST_OPEN else []
    if faults or lookup is None:
        raise ActionsRefusal(faults)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    Invitation.objects.create(
        group=team if isinstance(team, Group) else None,
        action=team if isinstance(team, Action) else None,
        role=role,
        secret_lookup=_hashed(secret),
        address_lookup=lookup,
        invited_by=by,
        expires_at=timezone.now() + GOOD_FOR,
    )
    return link_for(PURPOSE, secret)


def invite_proposer(group: Group, by: Staff) -> tuple[str, str]:
    """The address and the link for whoever proposed an approved group without an account; both are shown this once.

    Empty when somebody with an account proposed it. The address is forgotten. Raises ActionsRefusal.
    """
    with transaction.atomic():
        proposal = GroupProposal.objects.select_for_update().filter(group=group).first()
        if proposal is None:
            return "", ""
        link = invite(group, by, proposal.contact, GroupRole.ORGANISER)
        proposal.delete()
    return proposal.contact, link


def take_back(team: Team, by: Staff, invitation_id: str) -> None:
    """End an open invitation. Raises ActionsRefusal for whoever does not organise here."""
    if not leads(by, team):
        raise ActionsRefusal(NOT_YOURS)
    _unused(team).filter(pk=invitation_id).delete()


def why_not(secret: str) -> Sentence | None:
    """Why an invitation cannot be accepted any more, as a sentence; None when it can."""
    return _against(_found(secret), timezone.now())


def accept(secret: str, address: str, *, handle: str, password: str, language: str) -> Staff:
    """Make an account for the person invited, and let them work where they were invited.

    Raises ActionsRefusal for an invitation that is used, expired, taken back or made for another address, and for an
    address that has an account; RecordRefused for a handle that is taken or a weak password.
    """

    def make(invitation: Invitation) -> Staff:
        if Staff.objects.filter(email_lookup=invitation.address_lookup).exists():
            raise ActionsRefusal(HAS_ACCOUNT)
        return create_staff(address, [StaffRole.ORGANISER], password, handle=handle, language=language)

    return _accept(secret, _address(address)[1], make)


def accept_as(secret: str, member: Staff) -> Staff:
    """The same for somebody who has an account and is logged in with it. Raises ActionsRefusal."""
    return _accept(secret, bytes(member.email_lookup), lambda _invitation: member)


def dismiss(team: Team, by: Staff, handle: str) -> None:
    """End somebody's work in a group, with all of its actions, or on one action; it acts on their next request.

    Raises ActionsRefusal for whoever does not organise here, and for the last organiser of a group.
    """
    if not leads(by, team):
        raise ActionsRefusal(NOT_YOURS)
    with transaction.atomic():
        post = posts(team).select_for_update().filter(member__handle=handle).first()
        if post is None:
            raise ActionsRefusal(NOT_HERE)
        others = posts(team).filter(role=GroupRole.ORGANISER, member__is_active=True).exclude(pk=post.pk)
        if isinstance(team, Group):
            if post.role == GroupRole.ORGANISER and not others.exists():
                raise ActionsRefusal(LAST_ORGANISER)
            for assignment in Assignment.objects.filter(action__group=team, member=post.member_id):
                _end(assignment)
        _end(post)


def replay(graves: Graves) -> int:
    """After a restored backup: end again what was ended since; returns how many posts."""
    gone = [post for model in (Membership, Assignment) for post in model.objects.all() if graves.hold(*_grave(post))]
    for post in gone:
        post.delete()
    return len(gone)


def _end(post: Post) -> None:
    """Somebody's work ends for good: a restored backup does not begin it again."""
    tombstones.bury(*_grave(post))
    post.delete()


def _grave(post: Post) -> tuple[str, object]:
    return post._meta.label_lower, post.pk


def leads(by: Staff, team: Team, invited_at: datetime | None = None) -> bool:
    """Whether somebody may give roles here: an organiser; in a group a steward too, without one a publisher too.

    What was given at `invited_at` is not ended by the arrival of an organiser after that.
    """
    if isinstance(team, Action):
        return organises(by, team)
    if is_organiser_of(by, team.pk) or by.has_role(StaffRole.STEWARD):
        return True
    others = organisers(team.pk).filter(**({"created_at__lt": invited_at} if invited_at else {}))
    return by.has_role(StaffRole.PUBLISHER) and not others.exists()


def posts(team: Team) -> QuerySet:
    """Who works here, by handle."""
    rows = Membership.objects.filter(group=team) if isinstance(team, Group) else Assignment.objects.filter(action=team)
    return rows.order_by("member__handle")


def open_invitations(team: Team) -> list[Invitation]:
    """The invitations that somebody may still accept, the newest first: not those of an inviter who leads no more."""
    rows = _unused(team).select_related("invited_by", "group", "action").order_by("-expires_at")
    now = timezone.now()
    return [row for row in rows if _against(row, now) is None]


def _unused(team: Team) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(**{"group" if isinstance(team, Group) else "action": team})
    return rows.filter(accepted_at__isnull=True, expires_at__gt=timezone.now(), wrong_addresses__lt=MOST_WRONG)


def purge_invitations(now: datetime, dry_run: bool = False) -> int:
    """Delete invitations a week after they expired, and say how many; until then a late click is told why."""
    old = Invitation.objects.filter(expires_at__lt=now - timedelta(days=7))
    return old.count() if dry_run else old.delete()[0]


def _accept(secret: str, lookup: bytes | None, somebody: Callable[[Invitation], Staff]) -> Staff:
    """Accept once; of two who press at the same moment, the second is told that it was used."""
    _refuse_other_address(secret, lookup)
    with transaction.atomic():
        row = Invitation.objects.select_for_update(of=("self",)).filter(secret_lookup=_hashed(secret)).first()
        now = timezone.now()
        if row is None:
            raise ActionsRefusal(NO_INVITATION)
        if fault := _against(row, now):
            raise ActionsRefusal(fault)
        member = somebody(row)
        _give(row, member)
        row.accepted_at = now
        row.save(update_fields=("accepted_at",))
    return member


def _refuse_other_address(secret: str, lookup: bytes | None) -> None:
    """Count another address outside of what is undone when the attempt is refused."""
    row = _found(secret)
    if fault := _against(row, timezone.now()):
        raise ActionsRefusal(fault)
    if row is not None and row.address_lookup != lookup:
        Invitation.objects.filter(pk=row.pk).update(wrong_addresses=F("wrong_addresses") + 1)
        raise ActionsRefusal(OTHER_ADDRESS)


def _against(row: Invitation | None, now: datetime) -> Sentence | None:
    """The first reason that speaks against it; an inviter who no longer leads has nothing to give."""
    if row is None:
        return NO_INVITATION
    if row.accepted_at is not None:
        return USED
    if row.expires_at <= now:
        return EXPIRED
    if row.wrong_addresses >= MOST_WRONG:
        return GUESSED
    return None if leads(row.invited_by, _team(row), row.expires_at - GOOD_FOR) else NO_INVITATION


def _give(row: Invitation, member: Staff) -> None:
    """The role invited to; whoever does more already goes on doing so."""
    if row.role == GroupRole.ORGANISER and not member.has_role(StaffRole.ORGANISER):
        member.roles = [*member.roles, StaffRole.ORGANISER]
        member.save(update_fields=("roles",))
    team = _team(row)
    post = posts(team).filter(member=member).first()
    if post is None:
        where = {"group": team} if isinstance(team, Group) else {"action": team}
        posts(team).model.objects.create(**where, member=member, role=row.role)
    elif RANK.index(GroupRole(row.role)) > RANK.index(GroupRole(post.role)):
        post.role = row.role
        post.save(update_fields=("role", "updated_at"))


def _team(row: Invitation) -> Team:
    team = row.group or row.action
    if team is None:
        raise LookupError("The database keeps an invitation to nothing out.")
    return team


def _found(secret: str) -> Invitation | None:
    return Invitation.objects.select_related("invited_by").filter(secret_lookup=_hashed(secret)).first()


def _hashed(secret: str) -> bytes:
    return lookup_of(secret, PURPOSE)


def _address(address: str) -> tuple[list[Sentence], bytes | None]:
    try:
        return [], address_lookup(address)
    except BadAddress as bad:
        return [bad.sentence], None
