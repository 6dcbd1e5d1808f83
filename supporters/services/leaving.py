"""Following no more: one thing or everything, for an hour to be taken back, or at once and for good."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from privacy import tombstones
from privacy.links import BadLink, read_link_token
from supporters.choices import SubscriptionState, SuppressionReason
from supporters.kinds import alert_names
from supporters.models import Subscription, Supporter
from supporters.services import outboxes, people
from supporters.services.subscriptions import by_id, grave

#: So long what was stopped on the page of what one follows can be taken back; the next purge erases it.
TAKEN_BACK_WITHIN = timedelta(hours=1)
LEFT = "unsubscribed"


def stop(supporter: Supporter, topic: str) -> bool:
    """Follow one topic no more; says whether it was followed. For an hour it can be taken back; twice is once.

    What is queued about it is asked again at sending, and cancelled then.
    """
    with transaction.atomic():
        rows = supporter.subscriptions.filter(topic=topic)
        _stop(supporter, rows)
        return rows.filter(state=SubscriptionState.STOPPED).exists()


def stop_all(supporter: Supporter) -> None:
    """Follow nothing any more, and get none of what is queued; for an hour it can be taken back; twice is once.

    What was only asked for is dropped. What was switched off stops like the rest, also where it was asked for again:
    its row keeps anything from following it by itself, so it comes back with the others, switched off as it was.
    Then the purge erases what was followed, and with it a person on whom nothing else hangs, as `leave` does at once.
    """
    with transaction.atomic():
        supporter.subscriptions.filter(state=SubscriptionState.UNCONFIRMED).delete()
        _stop(supporter, supporter.subscriptions.all())
        _end_alerts(supporter)
        if people.alone(but_for=(Subscription,)).filter(pk=supporter.pk).exists():
            _leave_in_peace(supporter)


def take_back(supporter: Supporter, topics: Iterable[str]) -> int:
    """Follow again what was stopped less than an hour ago, as it was: how often, which news, the note.

    Says how much that is; what was not stopped, or too long ago, is not followed by it. What was queued meanwhile is
    owed again by the next round of the clock. A restored backup follows it, too.
    """
    with transaction.atomic():
        back = _locked(stopped(supporter).filter(topic__in=list(topics)))
        rows = supporter.subscriptions.filter(topic__in=back)
        rows.update(state=SubscriptionState.ACTIVE, unconfirmed_until=None)
        if back:
            people.come_back(supporter)
        for topic in back:
            tombstones.dig_up(*grave(supporter, topic))
        return len(back)


def stopped(supporter: Supporter) -> QuerySet[Subscription]:
    """What can still be taken back."""
    return supporter.subscriptions.filter(state=SubscriptionState.STOPPED, unconfirmed_until__gt=timezone.now())


def leave(supporter: Supporter) -> None:
    """Follow nothing any more: from this transaction on, no alert leaves.

    A person on whom nothing else hangs is forgotten; for thirty days a keyed hash guards against being signed up again.
    """
    with transaction.atomic():
        _bury(supporter, _locked(supporter.subscriptions.all()))
        supporter.subscriptions.all().delete()
        _end_alerts(supporter)
        if people.alone().filter(pk=supporter.pk).exists():
            _leave_in_peace(supporter)
            people.forget(supporter)


def leave_by_token(token: str) -> None:
    """`leave` for whom an unsubscribe link belongs to; a token of nobody does nothing."""
    try:
        claim = read_link_token(token)
    except BadLink:
        return
    supporter = by_id(claim.subject) if claim.purpose == "unsubscribe" else None
    if supporter is not None:
        leave(supporter)


def has_left(key: str) -> bool:
    """Whether the person whom a link names follows nothing any more; so does nobody whom we forgot."""
    supporter = by_id(key)
    return supporter is None or not supporter.subscriptions.exists()


def _stop(supporter: Supporter, rows: QuerySet[Subscription]) -> None:
    topics = _locked(rows.filter(state=SubscriptionState.ACTIVE))
    _bury(supporter, topics)
    until = timezone.now() + TAKEN_BACK_WITHIN
    rows.filter(topic__in=topics).update(state=SubscriptionState.STOPPED, unconfirmed_until=until)


def _locked(rows: QuerySet[Subscription]) -> list[str]:
    """Their topics; held until the end of the transaction, so that the tombstones are in the order of the rows."""
    return list(rows.order_by("pk").select_for_update().values_list("topic", flat=True))


def _end_alerts(supporter: Supporter) -> None:
    outboxes.cancel_queued(supporter, LEFT, [*alert_names(), "subscription_confirmation", "manage_link"])


def _leave_in_peace(supporter: Supporter) -> None:
    people.leave_in_peace(supporter, SuppressionReason.LEFT, until=timezone.now() + people.LEFT_FOR)


def _bury(supporter: Supporter, topics: Iterable[str]) -> None:
    """So that a restored backup does not follow again what was left."""
    for topic in topics:
        tombstones.bury(*grave(supporter, topic))
