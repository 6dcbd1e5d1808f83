"""Who may do what with whose actions: organisers with those of their own groups, and nobody with all of them."""

from uuid import UUID

from django.db.models import QuerySet

from actions.choices import GroupRole, PhotoState
from actions.models import Action, Group, Membership, Photo
from prisoners.choices import StaffRole
from prisoners.models import Staff


def groups_of(member: Staff) -> QuerySet[Group]:
    """The groups in which this active member of staff organises; those of others are not even named."""
    if not member.is_active:
        return Group.internal.none()
    return Group.internal.filter(memberships__member=member, memberships__role=GroupRole.ORGANISER)


def actions_of(member: Staff) -> QuerySet[Action]:
    """The actions that this member may see from within and change."""
    return Action.internal.filter(group__in=groups_of(member).order_by())


def photos_of(member: Staff) -> QuerySet[Photo]:
    """The photos that this member may see before the public: of their own groups; a publisher, all that are kept."""
    kept = Photo.internal.exclude(state=PhotoState.REJECTED)
    if member.is_active and member.has_role(StaffRole.PUBLISHER):
        return kept
    return kept.filter(report__action__group__in=groups_of(member).order_by())


def is_organiser_of(member: Staff, group_id: int | None) -> bool:
    """Whether an active member of staff organises in this group. No group has no organisers."""
    return member.is_active and organisers(group_id).filter(member=member).exists()


def may_publish_for(member: Staff, group_id: int | None) -> bool:
    """Whether a member may show the group's rows to the public: a publisher, or one of its organisers."""
    return member.has_role(StaffRole.PUBLISHER) or is_organiser_of(member, group_id)


def organisers(group_id: int | None) -> QuerySet[Membership]:
    """The memberships of those who organise in a group; no group has none."""
    if group_id is None:
        return Membership.objects.none()
    return Membership.objects.filter(group_id=group_id, role=GroupRole.ORGANISER, member__is_active=True)


def is_another(member: Staff, other_id: UUID | None) -> bool:
    """Whether two people are needed and these are two (four eyes)."""
    return other_id is not None and member.pk != other_id
