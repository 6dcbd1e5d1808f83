"""Following topics without an address: in the browser that has shown, by its own keys, that it is there."""

import hmac
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.refusals import Sentence
from privacy import webpush
from privacy.fields import lookup_of
from supporters.choices import ConsentScope, NotificationState, Rate, SubscriptionState, SupporterState
from supporters.links import link_for
from supporters.models import Browser, Subscription, Supporter
from supporters.push_hosts import host_of
from supporters.refusals import SubscriptionRefused
from supporters.services import outboxes, people
from supporters.services.subscriptions import drop_stopped, topic_faults

#: What one agrees to; the words that were shown are what is recorded (GDPR art. 7(1)).
CONSENT = _(
    "I agree to be told in this browser about what I follow. What I follow can show my political opinion: the address "
    "of this browser is kept encrypted, is used for nothing else, and is erased when I leave, which takes one click. "
    "The push service of the maker of my browser learns that this site sends something to this browser, and when."
)
NO_CONSENT = _("We need your agreement to tell you anything; without it we cannot.")
NO_BROWSER = _("Your browser has given no address at which it can be told something, so nothing is followed.")
UNKNOWN_SERVICE = _("Your browser is told through a push service that this site does not know; please use e-mail.")
OTHER_KEYS = _("This browser is known here with other keys. Please withdraw and give its permission again.")
TOO_MANY = _("Too many browsers were added in this hour. Please try again in the next one, or use e-mail.")
#: The kind of the first word to a browser, and how long its push service has to take it.
FIRST = "browser_confirmation"
TAKEN_WITHIN = timedelta(days=1)
#: In one hour (UTC), so that nobody fills the database with browsers that are none.
ADDED = "browsers that are told"
ADDED_AN_HOUR = 200
#: So long a browser that has ended is kept, for its owner to come back; then it is forgotten.
ENDED_KEPT = timedelta(days=30)
#: So long the page of what a browser follows stays open to it.
OPEN_FOR = timedelta(hours=1)
PURPOSE = "endpoint of a browser"


@dataclass(frozen=True)
class Held:
    """What a browser shows of its subscription (W3C Push API): endpoint, key (`p256dh`) and secret (`auth`)."""

    endpoint: str
    key: str
    secret: str


def subscribe(
    held: Held,
    topics: Iterable[str],
    language: str,
    *,
    time_zone: str = "UTC",
    rate: str = Rate.AT_ONCE,
    consent: bool,
) -> Supporter:
    """Follow topics at a rate (Rate) in a browser, once its push service has taken a first word for it.

    That is owed at once; where it is not taken within a day, all is erased. What a known browser follows already keeps
    its rate, unless it was switched off. Raises SubscriptionRefused with every reason.
    """
    wanted = sorted(set(topics))
    faults = [*_faults(held), *topic_faults(wanted), *([] if consent else [NO_CONSENT])]
    if faults:
        raise SubscriptionRefused(faults)
    with transaction.atomic():
        supporter = _meet(held, language, time_zone)
        if supporter.state == SupporterState.ACTIVE:
            people.confirm(supporter)
        else:
            _owe_first(supporter)
        drop_stopped(supporter, wanted)
        rows = [
            Subscription(supporter=supporter, topic=one, rate=rate, state=SubscriptionState.ACTIVE) for one in wanted
        ]
        Subscription.objects.bulk_create(rows, ignore_conflicts=True)
        supporter.subscriptions.filter(topic__in=wanted, rate=Rate.OFF).update(rate=rate, unconfirmed_until=None)
        people.record_consent(supporter, ConsentScope.ALERTS, str(CONSENT))
    return supporter


def carry_over(endpoint: str, secret: str, held: Held) -> bool:
    """A browser has renewed its subscription: what it followed under the old endpoint it follows under the new one.

    Whoever shows the old secret is that browser. Says whether it was known, and the new endpoint nobody's; raises
    SubscriptionRefused for a new one at which nobody can be told anything.
    """
    if faults := _faults(held):
        raise SubscriptionRefused(faults)
    try:
        with transaction.atomic():
            return _carried(endpoint, secret, held)
    except IntegrityError:
        # Somebody else's since a moment ago.
        return False


def _carried(endpoint: str, secret: str, held: Held) -> bool:
    lookup = lookup_of(held.endpoint, PURPOSE)
    supporter = owner_of(endpoint, secret, Supporter.objects.select_for_update(of=("self",)))
    if supporter is None or Supporter.objects.filter(email_lookup=lookup).exclude(pk=supporter.pk).exists():
        return False
    browser = supporter.browser
    browser.endpoint, browser.key, browser.secret = held.endpoint, held.key, held.secret
    browser.save()
    Supporter.objects.filter(pk=supporter.pk).update(email_lookup=lookup)
    supporter.email_lookup = lookup
    if supporter.state != SupporterState.ACTIVE:
        _owe_first(supporter)
    return True


def confirm(supporters: Iterable[str]) -> None:
    """Tell them (keys) from now on what they follow: their push services have taken the first word."""
    waiting = Supporter.objects.filter(pk__in=list(supporters), state=SupporterState.UNCONFIRMED, browser__isnull=False)
    for supporter in waiting:
        with suppress(people.Gone):
            people.confirm(supporter)


def owner_of(endpoint: str, secret: str, among: QuerySet[Supporter] | None = None) -> Supporter | None:
    """Whose browser it is that shows this, among those people; nobody's for a secret that is not its own."""
    rows = Supporter.objects.all() if among is None else among
    supporter = rows.filter(email_lookup=lookup_of(endpoint, PURPOSE)).select_related("browser").first()
    return supporter if supporter and _is_same(supporter.browser.secret, secret) else None


def page_of(supporter: Supporter) -> str:
    """The path of what a browser follows, below whichever name of the site it uses; good for an hour."""
    return urlsplit(link_for("manage", str(supporter.pk), expires_at=timezone.now() + OPEN_FOR)).path


def service_of(supporter: Supporter) -> str:
    """The name of the push service of somebody's browser; "" for whoever has given an address."""
    browser = Browser.objects.filter(pk=supporter.pk).first()
    return host_of(browser.endpoint) if browser else ""


def ended(now: datetime) -> QuerySet[Supporter]:
    """Whose browser takes nothing any more, and has not come back."""
    rows = Supporter.objects.filter(browser__isnull=False, state=SupporterState.UNREACHABLE)
    return rows.filter(Q(last_bounced_on__lt=(now - ENDED_KEPT).date()) | Q(rests_until__lt=now - ENDED_KEPT))


def _faults(held: Held) -> list[Sentence]:
    if not (held.endpoint and held.key and held.secret):
        return [NO_BROWSER]
    if not host_of(held.endpoint):
        return [UNKNOWN_SERVICE]
    try:
        webpush.opened_keys(held.key, held.secret)
    except webpush.BadKeys:
        return [NO_BROWSER]
    return []


def _meet(held: Held, language: str, time_zone: str) -> Supporter:
    """The person of this browser; a new one where it is not known."""
    lookup = lookup_of(held.endpoint, PURPOSE)
    until = timezone.now() + TAKEN_WITHIN
    made = Supporter(email="", email_lookup=lookup, language=language, time_zone=time_zone, unconfirmed_until=until)
    if not Supporter.objects.filter(email_lookup=lookup).exists() and not people.is_within(ADDED, ADDED_AN_HOUR):
        raise SubscriptionRefused([TOO_MANY])
    Supporter.objects.bulk_create([made], ignore_conflicts=True)
    supporter = Supporter.objects.select_for_update().get(email_lookup=lookup)
    known = Browser.objects.filter(pk=supporter.pk).first()
    if known is None:
        Browser(supporter=supporter, endpoint=held.endpoint, key=held.key, secret=held.secret).save()
    elif not _is_same(known.secret, held.secret):
        raise SubscriptionRefused([OTHER_KEYS])
    return supporter


def _owe_first(supporter: Supporter) -> None:
    """A browser that was known and had ended may have come back; until it takes something, it is as a new one."""
    now = timezone.now()
    if supporter.state == SupporterState.UNREACHABLE or (supporter.unconfirmed_until or now) <= now:
        supporter.state, supporter.unconfirmed_until = SupporterState.UNCONFIRMED, now + TAKEN_WITHIN
        supporter.save(update_fields=("state", "unconfirmed_until"))
    open_ones = (NotificationState.QUEUED, NotificationState.SENDING)
    if not supporter.notifications.filter(kind=FIRST, state__in=open_ones).exists():
        until = supporter.unconfirmed_until or now + TAKEN_WITHIN
        occasion = f"{now:%Y-%m-%dT%H:%M:%S.%f}"
        outboxes.owe(supporter, FIRST, f"supporter:{supporter.pk}", occasion, due_at=now, stale_at=until)


def _is_same(known: str, shown: str) -> bool:
    return hmac.compare_digest(known.encode(), shown.encode())
