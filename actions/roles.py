"""Who may do what with whose actions: each with those of their own groups or their own, and nobody with all of them.

An organiser of a group organises all of its actions; somebody may organise one action without the group. A helper
sees the names of those who come, whoever only sees the numbers sees those. A role is asked for at each request.
"""

from uuid import UUID

from django.db.models import F, Q, QuerySet

from actions.choices import GroupRole, PhotoState
from actions.models import Action, Assignment, DayOfAction, Dispatch, Group, Membership, Photo
from prisoners.choices import StaffRole
from prisoners.models import Staff


def groups_of(member: Staff) -> QuerySet[Group]:
    """The groups in which this active member of staff organises; those of others are not even named."""
    if not member.is_active:
        return Group.internal.none()
    return Group.internal.filter(memberships__member=member, memberships__role=GroupRole.ORGANISER)


def actions_of(member: Staff) -> QuerySet[Action]:
    """The actions that this member may see from within and change."""
    return _actions_with(member, GroupRole.ORGANISER)


def actions_helped_by(member: Staff) -> QuerySet[Action]:
    """The actions whose people this member may see by name."""
    return _actions_with(member, GroupRole.ORGANISER, GroupRole.HELPER)


def actions_counted_by(member: Staff) -> QuerySet[Action]:
    """The actions of which this member may see how many come."""
    return _actions_with(member, *GroupRole.values)


def _actions_with(member: Staff, *roles: str) -> QuerySet[Action]:
    if not member.is_active:
        return Action.internal.none()
    groups = Membership.objects.filter(member=member, role__in=roles).values("group")
    own = Assignment.objects.filter(member=member, role__in=roles).values("action")
    return Action.internal.filter(Q(group__in=groups) | Q(pk__in=own))


def photos_of(member: Staff) -> QuerySet[Photo]:
    """The photos that this member may see before the public: of their own groups; a publisher, all that are kept."""
    kept = Photo.internal.exclude(state=PhotoState.REJECTED)
    if member.is_active and member.has_role(StaffRole.PUBLISHER):
        return kept
    mine = actions_of(member).order_by()
    shown = Q(actions__in=mine, actions__group=F("group"))
    return kept.filter(
        Q(report__action__in=mine) | Q(group__in=groups_of(member).order_by().values("pk")) | shown
    ).distinct()


def may_handle(member: Staff, photo: Photo) -> bool:
    """Whether a member may blur, describe, publish or refuse a photo: as with its action, or with its group."""
    if photo.report is not None:
        return may_publish_for(member, photo.report.action)
    return photos_of(member).filter(pk=photo.pk).exists()


def calls_of(member: Staff) -> QuerySet[DayOfAction]:
    """The days of action whose call this member writes: those of the own groups; a publisher, all of them."""
    if member.is_active and member.has_role(StaffRole.PUBLISHER):
        return DayOfAction.internal.all()
    return DayOfAction.internal.filter(group__in=groups_of(member).order_by().values("pk"))


def dispatches_of(member: Staff) -> QuerySet[Dispatch]:
    """The dispatches that this member may work on: those of the own groups; a publisher, all of them."""
    if member.is_active and member.has_role(StaffRole.PUBLISHER):
        return Dispatch.internal.all()
    return Dispatch.internal.filter(group__in=groups_of(member).order_by().values("pk"))


def writes_call(member: Staff, day: DayOfAction) -> bool:
    """Whether a member may write this call."""
    return calls_of(member).filter(pk=day.pk).exists()


def is_organiser_of(member: Staff, group_id: int | None) -> bool:
    """Whether an active member of staff organises in this group. No group has no organisers."""
    return member.is_active and organisers(group_id).filter(member=member).exists()


def organises(member: Staff, action: Action) -> bool:
    """Whether an active member of staff organises this action, by its group or by itself."""
    return actions_of(member).filter(pk=action.pk).exists()


def may_publish_for(member: Staff, action: Action) -> bool:
    """Whether a member may show an action and what hangs on it to the public: a publisher, or an organiser of it."""
    return member.has_role(StaffRole.PUBLISHER) or organises(member, action)


def organisers(group_id: int | None) -> QuerySet[Membership]:
    """The memberships of those who organise in a group; no group has none."""
    if group_id is None:
        return Membership.objects.none()
    return Membership.objects.filter(group_id=group_id, role=GroupRole.ORGANISER, member__is_active=True)


def is_another(member: Staff, other_id: UUID | None) -> bool:
    """Whether two people are needed and these are two (four eyes)."""
    return other_id is not None and member.pk != other_id
