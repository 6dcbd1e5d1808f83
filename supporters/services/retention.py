"""Erasing what must not be kept any longer (SECURITY L.3)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from supporters.choices import ContributionState, NotificationState, SubscriptionState, SupporterState
from supporters.models import (
    Contribution,
    MailCount,
    Notification,
    Once,
    StrangerMailCount,
    Subscription,
    Supporter,
    Suppression,
)
from supporters.services import browsers, people
from supporters.services.contributions import QUESTION_MAIL

#: Bounces arrive within five days.
SETTLED_KEPT = timedelta(days=14)
#: What is held against limits is over with its window.
COUNTS_KEPT = timedelta(days=1)
#: How somebody can be reached who handed something in: so long after the decision, and without one so long at most.
CONTACT_KEPT_DECIDED, CONTACT_KEPT_OPEN = timedelta(days=30), timedelta(days=180)
#: What was handed in: so long after the decision.
CONTRIBUTION_KEPT = timedelta(days=180)

#: At an instant, in one column: what is to come still (`hearing:5`), or belongs to what is.
Ahead = Callable[[datetime], QuerySet[Any, tuple[str]]]
_AHEAD: list[tuple[Sequence[str], Ahead]] = []


def keep_while(kinds: Sequence[str], ahead: Ahead) -> None:
    """Have what was told by these kinds of mail kept while its subject is ahead; called once for each at start.

    Whoever was told a day has to hear that it changed, however long ago that was, and is not to be told it again.
    """
    _AHEAD.append((kinds, ahead))


def purge(now: datetime, dry_run: bool = False) -> dict[str, int]:
    """Delete what was not confirmed in time or was stopped, whom nothing hangs on, and what is old.

    With `dry_run` nothing is changed, and the numbers say what would be.
    """
    rows: dict[str, QuerySet] = {
        "unconfirmed_subscriptions": _unconfirmed_subscriptions(now),
        "subscriptions_that_were_stopped": _stopped(now),
        "unconfirmed_people": _unconfirmed_people(now),
        "browsers_that_ended": browsers.ended(now),
        "people_on_whom_nothing_hangs": _left_alone(),
        "settled_notifications": _settled(now),
        "counts_of_confirmation_mails": StrangerMailCount.objects.filter(day__lt=(now - people.MONTH).date()),
        "counts_of_mails": MailCount.objects.filter(until__lt=now - COUNTS_KEPT),
        "keys_that_were_used": Once.objects.filter(kept_until__lte=now),
        "suppressions_that_ended": Suppression.objects.filter(until_on__lt=now.date()),
    }
    rows["contributions_decided_long_ago"] = _decided_before((now - CONTRIBUTION_KEPT).date())
    contacts = {"contacts_of_contributions": _erase_contacts(now, dry_run)}
    return {**{name: _erase(found, dry_run) for name, found in rows.items()}, **contacts}


def _decided_before(day: date) -> QuerySet[Contribution]:
    return Contribution.objects.filter(state__in=ContributionState.decided(), decided_on__lt=day)


def _erase_contacts(now: datetime, dry_run: bool) -> int:
    decided = Q(decided_on__lt=(now - CONTACT_KEPT_DECIDED).date())
    waited = Q(received_on__lt=(now - CONTACT_KEPT_OPEN).date())
    rows = Contribution.objects.filter(decided | waited, contact__isnull=False)
    if dry_run:
        return rows.count()
    # With the contact goes the last link from a person to what they handed in.
    told = [f"contribution:{pk}" for pk in rows.values_list("pk", flat=True)]
    Notification.objects.filter(subject__in=told, kind=QUESTION_MAIL).delete()
    return rows.update(contact=None)


def _erase(rows: QuerySet, dry_run: bool) -> int:
    """How many rows of their own kind there are; what hangs on them goes along uncounted."""
    if dry_run:
        return rows.count()
    model: type[Model] = rows.model
    with transaction.atomic():
        # Asked again of locked rows: who subscribes between question and deletion waits, and is not erased with it.
        locked = list(rows.order_by().select_for_update(of=("self",)).values_list("pk", flat=True))
        return rows.filter(pk__in=locked).delete()[1].get(model._meta.label, 0)


def _unconfirmed_subscriptions(now: datetime) -> QuerySet[Subscription]:
    return Subscription.objects.filter(state=SubscriptionState.UNCONFIRMED, unconfirmed_until__lt=now)


def _stopped(now: datetime) -> QuerySet[Subscription]:
    return Subscription.objects.filter(state=SubscriptionState.STOPPED, unconfirmed_until__lte=now)


def _unconfirmed_people(now: datetime) -> QuerySet[Supporter]:
    return Supporter.objects.filter(state=SupporterState.UNCONFIRMED, unconfirmed_until__lt=now)


def _left_alone() -> QuerySet[Supporter]:
    """Whoever still has a mail on its way gets it first."""
    waiting = (NotificationState.WAITING, NotificationState.QUEUED, NotificationState.SENDING)
    return people.alone().exclude(notifications__state__in=waiting)


def _settled(now: datetime) -> QuerySet[Notification]:
    """Court dates and anniversaries are kept until the occasion cannot come back, so that nothing is said twice."""
    final = (NotificationState.SENT, NotificationState.FAILED, NotificationState.CANCELLED)
    rows = Notification.objects.filter(state__in=final, settled_at__lt=now - SETTLED_KEPT)
    rows = rows.filter(stale_at__lt=now - SETTLED_KEPT)
    follows = Exists(Subscription.objects.filter(supporter=OuterRef("supporter")))
    # What is in doubt, or was given up by an operator, is failed; what was cancelled may be owed again.
    over = (NotificationState.SENT, NotificationState.FAILED)
    for kinds, ahead in _AHEAD:
        is_needed = Q(state__in=over, kind__in=kinds, subject__in=ahead(now))
        rows = rows.exclude(is_needed & Q(follows))
    return rows
