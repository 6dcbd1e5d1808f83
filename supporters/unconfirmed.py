"""One more mail to somebody who has not confirmed after a day, while the link still lives; then it is all deleted.

It is the first one where a stranger had used up what the address may be sent in a day: what somebody asks for
themselves is put off by that; it is lost where there is no room a day later either, as when the month is used up.
"""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from supporters.choices import NotificationState, SubscriptionState, SupporterState
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.models import Notification, Supporter
from supporters.opt_in import SETTLED, confirmation_context
from supporters.reminders import register_planner
from supporters.services import outboxes, people, subscriptions

REMINDER, ASKED = "confirmation_reminder", "subscription_confirmation"
AFTER = timedelta(hours=24)
#: A link that lives for less than this helps nobody.
LEAST = timedelta(hours=2)
#: At one round of the clock.
MOST = 200


def register() -> None:
    """Make the mail and its question known."""
    register_kind(Kind(REMINDER, confirmation_context, against, is_essential=True))
    register_planner("unconfirmed", plan, only_if=lambda now: [_in_time(now)])


def plan(now: datetime) -> int:
    """Owe the reminder to whoever was asked a day ago; it counts as a mail to a stranger. Returns how many are new."""
    had_no_room = Q(state=NotificationState.CANCELLED, reason=subscriptions.WITHHELD)
    asked = Notification.objects.filter(Q(state=NotificationState.SENT) | had_no_room, kind=ASKED)
    waiting = _in_time(now).filter(subscriptions__state=SubscriptionState.UNCONFIRMED, notifications__in=asked)
    found = waiting.exclude(notifications__kind=REMINDER).distinct().order_by("pk")[:MOST]
    return sum(_remind(one, now) for one in found)


def against(notification: Notification, now: datetime) -> str:
    """Only while something waits."""
    return "" if subscriptions.pending(notification.supporter).exists() else SETTLED


def _in_time(now: datetime) -> QuerySet[Supporter]:
    """Strangers who were asked a day ago, while their link still lives."""
    return Supporter.objects.filter(
        state=SupporterState.UNCONFIRMED,
        unconfirmed_until__gt=now + LEAST,
        unconfirmed_until__lte=now + people.CONFIRM_WITHIN - AFTER,
    )


def _remind(supporter: Supporter, now: datetime) -> bool:
    until = supporter.unconfirmed_until or now
    withheld = "" if people.may_mail_stranger(supporter.email) else subscriptions.WITHHELD
    stale_at = until - timedelta(hours=1)
    about = f"supporter:{supporter.pk}"
    return outboxes.owe(supporter, REMINDER, about, "once", due_at=now, stale_at=stale_at, withheld=withheld)
