"""Why somebody would be told something, or not: asked of the same planners, in a transaction that is taken back."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from privacy.addresses import BadAddress
from supporters import outbox, reminders
from supporters.choices import NotificationState, Rate, SubscriptionState, SupporterState
from supporters.hours import last_hour
from supporters.kinds import UnknownKind, group_of, kind_of
from supporters.models import Notification, Subscription, Supporter
from supporters.services import people, subscriptions
from supporters.services.outboxes import Whose

OPEN = (NotificationState.QUEUED, NotificationState.WAITING)


class Nobody(LookupError):
    """Nobody is known by that address or number."""


def find(who: str) -> Supporter:
    """The person with this address, or with this number. Raises Nobody."""
    try:
        found = people.find(who) if "@" in who else subscriptions.by_id(who)
    except BadAddress as error:
        raise Nobody from error
    if found is None:
        raise Nobody
    return found


def explain(person: Supporter, at: datetime) -> list[str]:
    """Lines about a person, what they follow, and each mail that they or others are owed by the instant `at`.

    Names no address. Sends nothing and writes nothing.
    """
    with transaction.atomic():
        reminders.run_planners(at)
        lines = [*_person(person, at), *_follows(person), *_mails(person, at), *_of_others(person, at)]
        transaction.set_rollback(True)
    return lines


def _person(person: Supporter, at: datetime) -> Iterator[str]:
    yield f"{person.pk}: {person.state}, {person.language}, {person.told_at_hour:02}:00 in {person.time_zone}"
    if person.is_paused:
        yield "has paused: no alert is sent"
    if person.state != SupporterState.ACTIVE:
        yield "only mails that were just asked for are sent"
    for reason in people.suppressions(at).filter(address_lookup=person.email_lookup).values_list("reason", flat=True):
        yield f"asked not to be written to: {reason}"


def _follows(person: Supporter) -> Iterator[str]:
    rows = list(person.subscriptions.order_by("topic"))
    for row in rows:
        unwanted = f", without {', '.join(row.muted)}" if row.muted else ""
        state = row.rate if row.state == SubscriptionState.ACTIVE else row.state
        yield f"follows {row.topic}: {state}{unwanted}"
    if not rows:
        yield "follows nothing"


def _mails(person: Supporter, at: datetime) -> Iterator[str]:
    for row in Notification.objects.filter(supporter=person).select_related("supporter").order_by("due_at", "pk"):
        yield f"{_named(row)}: {_becomes(row, at)}"


def _becomes(row: Notification, at: datetime) -> str:
    if row.state not in OPEN:
        when = row.settled_at.isoformat(timespec="minutes") if row.settled_at else ""
        return " ".join(part for part in (row.state, when, row.reason) if part)
    try:
        reason = outbox.reason_against(row, at)
    except UnknownKind:
        return "would not be sent: no such kind of mail"
    if reason:
        return f"would not be sent: {reason}"
    if row.state == NotificationState.WAITING:
        last = last_hour(Rate(row.rate), Whose(row.supporter.time_zone, row.supporter.told_at_hour), at)
        return f"waits for the {row.rate} digest; the last one was due {last.isoformat(timespec='minutes')}"
    if row.next_attempt_at > at:
        return f"would be sent at {row.next_attempt_at.isoformat(timespec='minutes')}"
    return "would be sent now"


def _of_others(person: Supporter, at: datetime) -> Iterator[str]:
    """What others would be told now and this person was never owed."""
    mine = set(Notification.objects.filter(supporter=person).values_list("kind", "subject", "occasion"))
    follows = list(person.subscriptions.filter(state=SubscriptionState.ACTIVE))
    seen = set()
    rows = Notification.objects.filter(state=NotificationState.QUEUED, next_attempt_at__lte=at)
    for row in rows.order_by("kind", "subject", "occasion", "pk").distinct("kind", "subject", "occasion"):
        key = (row.kind, row.subject, row.occasion)
        if key not in mine and key not in seen and (reason := _not_owed(row, person, follows)):
            seen.add(key)
            yield f"{_named(row)}: is told to others, not here: {reason}"


def _not_owed(row: Notification, person: Supporter, follows: list[Subscription]) -> str:
    """Why an alert was not owed; "" for what is no alert."""
    try:
        kind = kind_of(row.kind)
        told_under = set(kind.topics(row)) if kind.topics else set()
    except LookupError:
        return ""
    if not told_under:
        return ""
    matching = [one for one in follows if one.topic in told_under]
    if not matching:
        return f"follows none of {', '.join(sorted(told_under))}"
    if all(one.rate == Rate.OFF for one in matching):
        return "it is switched off"
    if all(one.rate == Rate.OFF or group_of(row.kind) in one.muted for one in matching):
        return "this kind of news is not wanted"
    if person.is_paused or person.state != SupporterState.ACTIVE:
        return "no alerts are sent to this person"
    return "it is not due here yet, or was told by another mail"


def _named(row: Notification) -> str:
    return f"{row.kind} [{row.subject}, {row.occasion}]"
