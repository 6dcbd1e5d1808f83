"""Following topics by double opt-in: the same work and the same answer for every address."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from privacy import tombstones
from privacy.addresses import BadAddress, validate_address
from privacy.text import clean_line
from supporters import topics as known_topics
from supporters.choices import AlertGroup, ConsentScope, Rate, SubscriptionState, SupporterState, SuppressionReason
from supporters.clock import database_now
from supporters.models import Subscription, Supporter
from supporters.refusals import SubscriptionRefused
from supporters.services import outboxes, people, sooner

#: What one agrees to; the words that were shown are what is recorded (GDPR art. 7(1)).
CONSENT = _(
    "I agree to get alerts by e-mail about what I follow. What I follow can show my political opinion: my address is "
    "kept encrypted, is given to nobody, and is erased when I leave, which takes one click."
)
NO_TOPIC = _("Please choose what you want to follow.")
UNKNOWN_TOPIC = _("What you want to follow does not exist, or is not public any more.")
TOO_MANY = _("Please choose at most 50 at once; «everything» follows all of them.")
NO_CONSENT = _("We need your agreement to write to you; without it we cannot.")
MOST_TOPICS = 50
LONGEST_NOTE = 500
#: What was switched off, and somebody has asked for since.
ASKED_AGAIN = Q(state=SubscriptionState.ACTIVE, rate=Rate.OFF, unconfirmed_until__isnull=False)
#: The kind of the mail that says what is followed from now on.
WELCOME = "alerts_begin"
WITHHELD = "over the cap, or asked not to be written to"


def subscribe(
    address: str,
    topics: Iterable[str],
    language: str,
    *,
    time_zone: str = "UTC",
    rate: str = Rate.AT_ONCE,
    consent: bool,
) -> None:
    """Take a wish to follow topics at a rate (Rate), and owe the mail that asks for its confirmation.

    Raises SubscriptionRefused with every reason: a bad address, no consent, no topic or an unknown one. Nothing in
    answer or work tells whether the address is new, known, suppressed or bounced.
    """
    wanted = sorted(set(topics))
    faults, valid = _address_faults(address)
    faults += topic_faults(wanted) + ([] if consent else [NO_CONSENT])
    if faults:
        raise SubscriptionRefused(faults)
    with transaction.atomic():
        supporter = people.meet(valid, language=language, time_zone=time_zone)
        _note(supporter, wanted, rate)
        _owe(supporter, "subscription_confirmation", valid)


def ask_to_manage(address: str) -> None:
    """Mail the link by which somebody sees and changes what they follow; strangers get none, and no other answer.

    Raises SubscriptionRefused for a bad address.
    """
    faults, valid = _address_faults(address)
    if faults:
        raise SubscriptionRefused(faults)
    with transaction.atomic():
        supporter = people.find(valid)
        is_allowed = people.may_mail_stranger(valid)
        if supporter and supporter.state != SupporterState.UNCONFIRMED:
            _owe_within(supporter, "manage_link", is_allowed)


def confirm(supporter: Supporter) -> None:
    """Follow all that was asked for and not yet confirmed, and owe word of it; twice is once.

    Raises people.Gone when erased meanwhile.
    """
    with transaction.atomic():
        people.confirm(supporter)
        supporter.subscriptions.filter(ASKED_AGAIN).update(rate=Rate.AT_ONCE)
        are_new = _begin(pending(supporter))
        if are_new:
            people.record_consent(supporter, ConsentScope.ALERTS, str(CONSENT))
            _owe_within(supporter, WELCOME, is_allowed=True)
        _dig_up(supporter, are_new)


def follow(supporter: Supporter, topics: Iterable[str]) -> None:
    """Follow what was asked for along with something else, once the mailbox was confirmed by that mail; twice is once.

    The alerts are a consent of their own, noted apart. What else waits in this person's name goes on waiting.
    """
    wanted = sorted(set(topics))
    with transaction.atomic():
        drop_stopped(supporter, wanted)
        rows = [Subscription(supporter=supporter, topic=topic, state=SubscriptionState.ACTIVE) for topic in wanted]
        Subscription.objects.bulk_create(rows, ignore_conflicts=True)
        _begin(pending(supporter).filter(topic__in=wanted))
        people.record_consent(supporter, ConsentScope.ALERTS, str(CONSENT))
        _dig_up(supporter, wanted)


def grave(supporter: Supporter, topic: str) -> tuple[str, str, str]:
    """By which words a subscription is buried."""
    return ("subscription", bytes(supporter.email_lookup).hex(), topic)


def _begin(rows: QuerySet[Subscription]) -> list[str]:
    """Follow these from now on; gives their topics."""
    topics = list(rows.order_by("pk").select_for_update().values_list("topic", flat=True))
    rows.filter(topic__in=topics).update(state=SubscriptionState.ACTIVE, unconfirmed_until=None)
    return topics


def _dig_up(supporter: Supporter, topics: Iterable[str]) -> None:
    """What was left and is followed anew is followed by a restored backup, too; the last thing in its transaction."""
    for topic in topics:
        tombstones.dig_up(*grave(supporter, topic))


def pending(supporter: Supporter) -> QuerySet[Subscription]:
    """What was asked for in the name of this person and waits for their word."""
    return pending_of(supporter.pk)


def pending_of(supporter: UUID) -> QuerySet[Subscription]:
    """The same by the key of the person."""
    return Subscription.objects.filter(Q(state=SubscriptionState.UNCONFIRMED) | ASKED_AGAIN, supporter=supporter)


def disown(supporter: Supporter) -> None:
    """«It was not me»: what was asked for is deleted; a person who never confirmed is never written to again."""
    with transaction.atomic():
        supporter.subscriptions.filter(ASKED_AGAIN).update(unconfirmed_until=None)
        pending(supporter).delete()
        if supporter.state == SupporterState.UNCONFIRMED:
            people.leave_in_peace(supporter, SuppressionReason.NOT_ME)
            people.forget(supporter)


def drop_stopped(supporter: Supporter, topics: Iterable[str]) -> None:
    """What was stopped a moment ago is asked for in another way now: it begins anew."""
    supporter.subscriptions.filter(state=SubscriptionState.STOPPED, topic__in=list(topics)).delete()


def switch_off(supporter: Supporter, topic: str) -> None:
    """Follow one topic no more, and keep the row, so that nothing follows it again by itself; twice is once."""
    with transaction.atomic():
        supporter.subscriptions.filter(topic=topic).update(rate=Rate.OFF, unconfirmed_until=None)
        sooner.let_go(supporter, database_now())


def prefer(supporter: Supporter, topic: str, *, wanted: Iterable[str], rate: str, note: str) -> bool:
    """Which kinds of news of a topic somebody wants (AlertGroup), how often (Rate), and their own note.

    Says whether it is followed, and does nothing else where it is not. What is queued already is asked again at
    sending, and cancelled then; what waits for a digest that is not wanted any more, or is wanted sooner, does so no
    longer.
    """
    muted = sorted(set(AlertGroup.values) - set(wanted))
    with transaction.atomic():
        row = followed(supporter, topic)
        if row is None:
            return False
        row.muted, row.rate, row.note = muted, rate, clean_line(note)[:LONGEST_NOTE]
        row.unconfirmed_until = None
        row.save(update_fields=("muted", "rate", "note", "unconfirmed_until"))
        now = database_now()
        sooner.let_go(supporter, now)
        sooner.hasten(row, now)
        return True


def followed(supporter: Supporter, topic: str) -> Subscription | None:
    """How somebody follows a topic, if they do."""
    return supporter.subscriptions.filter(topic=topic, state=SubscriptionState.ACTIVE).first()


def pause(supporter: Supporter, *, is_paused: bool) -> None:
    """Want no alerts for now, or want them again; what is followed stays as it is."""
    supporter.is_paused = is_paused
    supporter.save(update_fields=("is_paused",))


def by_id(key: str) -> Supporter | None:
    """The supporter a link names, unless forgotten meanwhile."""
    try:
        return Supporter.objects.filter(pk=key).first()
    except ValidationError:
        return None


def language_of(key: str) -> str:
    """The language of the person whom a link names; "" where they were forgotten."""
    supporter = by_id(key)
    return supporter.language if supporter else ""


def _address_faults(address: str) -> tuple[list, str]:
    try:
        return [], validate_address(address)
    except BadAddress as error:
        return [error.sentence], ""


def topic_faults(wanted: list[str]) -> list:
    """Why these topics cannot be followed, as sentences."""
    if not wanted:
        return [NO_TOPIC]
    if len(wanted) > MOST_TOPICS:
        return [TOO_MANY]
    return [] if set(known_topics.titles_of(wanted)) == set(wanted) else [UNKNOWN_TOPIC]


def _note(supporter: Supporter, wanted: list[str], rate: str) -> None:
    """What is followed already stays so; the rest, and what was switched off, waits for confirmation."""
    until = timezone.now() + people.CONFIRM_WITHIN
    drop_stopped(supporter, wanted)
    rows = [Subscription(supporter=supporter, topic=topic, rate=rate, unconfirmed_until=until) for topic in wanted]
    Subscription.objects.bulk_create(rows, ignore_conflicts=True)
    asked = Q(state=SubscriptionState.UNCONFIRMED) | Q(rate=Rate.OFF)
    supporter.subscriptions.filter(asked, topic__in=wanted).update(unconfirmed_until=until)


def _owe(supporter: Supporter, kind: str, address: str) -> None:
    _owe_within(supporter, kind, people.may_mail_stranger(address))


def _owe_within(supporter: Supporter, kind: str, is_allowed: bool) -> None:
    """Written in either case, so that the work is the same; withheld when it may not be sent."""
    now = timezone.now()
    outboxes.owe(
        supporter,
        kind,
        f"supporter:{supporter.pk}",
        f"{now:%Y-%m-%dT%H:%M:%S.%f}",
        due_at=now,
        stale_at=now + people.CONFIRM_WITHIN - timedelta(hours=1),
        withheld="" if is_allowed else WITHHELD,
    )
