"""Who organises an action, and a mail that is owed to each of them; staff have proven their address."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from actions.choices import GroupRole
from actions.models import Action
from prisoners.models import Staff
from supporters.choices import SupporterState
from supporters.models import Notification, Supporter
from supporters.services import outboxes, people

DAY = timedelta(days=1)


def organisers_of(action: Action) -> QuerySet[Staff]:
    """The active members of staff who organise an action, by itself or by its group; not those who help or look on."""
    theirs = Q(assignments__action=action, assignments__role=GroupRole.ORGANISER)
    if action.group_id is not None:
        theirs |= Q(memberships__group=action.group_id, memberships__role=GroupRole.ORGANISER)
    return Staff.objects.filter(theirs, is_active=True).distinct().order_by("pk")


def is_organised_by(action: Action, supporter: Supporter) -> bool:
    """Whether a mail to this person reaches one of them."""
    return organisers_of(action).filter(email_lookup=supporter.email_lookup).exists()


def tell_organisers(
    kind: str, action: Action, occasion: str, due_at: datetime, *, stale_at: datetime, kept_until: datetime
) -> int:
    """Owe each of them a mail about an action, to leave at an instant; returns how many are new.

    Once: what is kept to send the mail is kept for as long as it is news, though the person follows nothing.
    """
    return sum(_tell(kind, action, occasion, member, due_at, stale_at, kept_until) for member in organisers_of(action))


def _tell(
    kind: str, action: Action, occasion: str, member: Staff, due_at: datetime, stale_at: datetime, kept_until: datetime
) -> bool:
    about = f"action:{action.pk}"
    told = Notification.objects.filter(kind=kind, subject=about, occasion=occasion)
    if told.filter(supporter__email_lookup=member.email_lookup).exists():
        return False
    with transaction.atomic():
        person = people.meet(member.email, language=member.language)
        unconfirmed = Supporter.objects.filter(pk=person.pk, state=SupporterState.UNCONFIRMED)
        unconfirmed.update(unconfirmed_until=kept_until + DAY)
        return outboxes.owe(person, kind, about, occasion, due_at=due_at, stale_at=stale_at)
