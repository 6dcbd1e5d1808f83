"""Bounces and complaints: a mail that comes back changes something only if it proves which mail of ours it is about."""

from base64 import b32decode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from privacy import keys
from privacy.addresses import BadAddress, normalise_address
from privacy.steady import while_unchanged
from supporters import returned
from supporters.choices import NotificationState, SupporterState, SuppressionReason
from supporters.kinds import alert_names
from supporters.models import Notification, Supporter
from supporters.returned import MAX_BYTES as MAX_BYTES
from supporters.returned import Returned
from supporters.services import once, people
from supporters.services.leaving import leave

#: For so long a bounce may count against an address (SECURITY J.8).
TAKEN_FOR = timedelta(days=30)
HARD_BEFORE_UNREACHABLE = 2
#: How long an address is left in peace after its first, second … temporary failure in a row; one more, and it is
#: unreachable (SECURITY J.7).
SOFT_PAUSES = tuple(timedelta(hours=hours) for hours in (2, 4, 8, 16, 32, 64))
#: Failures that lie further apart are not in a row.
SOFT_FORGOTTEN = timedelta(days=14)
SIGNATURE_BYTES = 16
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
#: Two letters of base32 (RFC 4648) for each ten bits.
PAIRS = [first + second for first in LETTERS for second in LETTERS]


@dataclass(frozen=True)
class Bounce:
    """What a returned mail says: verdict `hard`, `soft` or `none`, its status (RFC 3463), and whether we knew it."""

    verdict: str
    status: str = ""
    recipient_known: bool = False
    is_complaint: bool = False


def envelope_sender(notification: Notification) -> str:
    """Where the mail server sends this mail back to: the row's id, signed, 54 characters before the @."""
    return return_path(notification.pk.bytes)


def return_path(key: bytes) -> str:
    """The same by the key of the notification (its sixteen bytes)."""
    # Fifty-two letters hold 260 bits. By ourselves, since the standard library takes longer than the signature.
    bits = int.from_bytes(key + _signature(key), "big") << 4
    return f"b.{''.join([PAIRS[bits >> place & 1023] for place in range(250, -1, -10)])}@{_domain()}"


def process(raw: bytes) -> Bounce:
    """Read one returned mail and act on it. Never raises for what stands in the mail; keeps nothing of it.

    Without a token of ours in its recipient, or more than thirty days after our mail, it changes nothing.
    """
    return act(returned.read(raw))


def act(said: Returned) -> Bounce:
    """Do what a returned mail calls for, to the people whose mails of ours it proves to be about."""
    heard = [(row, said.about(_address_of(row.supporter))) for row in _about(said.tokens)]
    for row, of_theirs in heard:
        act_on(row.supporter, of_theirs, str(row.pk), row.settled_at or timezone.now())
    found = heard[0][1] if heard else said
    return Bounce(found.verdict, found.status, bool(heard), found.is_complaint)


def act_on(supporter: Supporter, said: Returned, mail: str = "", left_at: datetime | None = None) -> None:
    """Do what a returned mail calls for to a person whom it is known to be about.

    `mail` names it, where that is known: of each, it counts once that there is no such mailbox. What left (`left_at`)
    before the mailbox was last confirmed says nothing of it.
    """
    if said.is_complaint:
        leave(supporter)
        people.leave_in_peace(supporter, SuppressionReason.COMPLAINT)
    elif left_at is not None and people.has_confirmed_since(supporter, left_at):
        return
    elif said.verdict == "hard":
        with transaction.atomic():
            if not mail or once.claim("hard bounce", mail, kept=TAKEN_FOR):
                hard_bounce(supporter)
    elif said.verdict == "soft" and not said.is_policy and not said.is_delay:
        soft_bounce(supporter)


def last_left(supporter: Supporter) -> datetime:
    """When a mail last left for somebody; now, where that is not settled yet."""
    mails = Notification.objects.filter(supporter=supporter, state=NotificationState.SENT)
    return mails.aggregate(at=Max("settled_at"))["at"] or timezone.now()


def was_written_to(address: str) -> Supporter | None:
    """Whom we have written to at this address within the time for which a bounce may count."""
    try:
        supporter = people.find(address)
    except BadAddress:
        return None
    mails = Notification.objects.filter(supporter=supporter, state=NotificationState.SENT)
    return supporter if supporter and mails.filter(due_at__gt=timezone.now() - TAKEN_FOR).exists() else None


def hard_bounce(supporter: Supporter, endpoint: str = "") -> bool:
    """Count one permanent failure; two on different days make the address unreachable.

    A browser that has ended its subscription has done so for good (RFC 8030 section 7.3): for it, one is enough, unless
    it has renewed it since something went to that endpoint. Returns whether the address is still the person's.
    """
    today = timezone.now().date()
    with transaction.atomic():
        row = Supporter.objects.select_for_update().filter(pk=supporter.pk).first()
        if endpoint and row is not None and row.browser.endpoint != endpoint:
            return False
        if row is None or row.last_bounced_on == today:
            return True
        row.hard_bounces += 1
        row.last_bounced_on = today
        if row.hard_bounces >= (HARD_BEFORE_UNREACHABLE if row.email else 1) and row.state == SupporterState.ACTIVE:
            row.state = SupporterState.UNREACHABLE
        row.save(update_fields=("hard_bounces", "last_bounced_on", "state"))
    return True


def soft_bounce(supporter: Supporter) -> None:
    """Count one temporary failure; the alerts that wait are put off, longer each time, and in the end none leaves.

    What fails while the address is left in peace was on its way before, and is not counted.
    """
    now = timezone.now()
    with transaction.atomic():
        row = Supporter.objects.select_for_update().filter(pk=supporter.pk).first()
        if row is None or (row.rests_until is not None and row.rests_until > now):
            return
        is_in_a_row = row.rests_until is not None and row.rests_until > now - SOFT_FORGOTTEN
        row.soft_bounces = row.soft_bounces + 1 if is_in_a_row else 1
        _let_rest(row, now)
        row.save(update_fields=("soft_bounces", "rests_until", "state"))


def heal(supporters: Iterable[str]) -> None:
    """These (keys) have taken something: what failed before was not in a row with what may fail later."""
    failed = Supporter.objects.filter(pk__in=list(supporters), soft_bounces__gt=0)
    failed.update(soft_bounces=0, rests_until=None)


def _let_rest(row: Supporter, now: datetime) -> None:
    if row.soft_bounces > len(SOFT_PAUSES):
        row.state = SupporterState.UNREACHABLE if row.state == SupporterState.ACTIVE else row.state
        return
    row.rests_until = now + SOFT_PAUSES[row.soft_bounces - 1]
    waiting = Notification.objects.filter(supporter=row, state=NotificationState.QUEUED, kind__in=alert_names())
    waiting.update(next_attempt_at=Greatest("next_attempt_at", Value(row.rests_until)))


def _about(tokens: Iterable[str]) -> list[Notification]:
    """The mails of ours that came back, by the signed addresses they were returned to."""
    ids = [key for key in map(_read, tokens) if key]
    recent = Notification.objects.filter(pk__in=ids, due_at__gt=timezone.now() - TAKEN_FOR)
    return list(recent.select_related("supporter")) if ids else []


def _address_of(supporter: Supporter) -> Callable[[str], bool]:
    """Whether an address that a mail server names is that of this person."""

    def is_theirs(named: str) -> bool:
        try:
            return bool(supporter.email) and normalise_address(named) == normalise_address(supporter.email)
        except BadAddress:
            return False

    return is_theirs


def _read(token: str) -> UUID | None:
    raw = b32decode(token.upper() + "=" * (-len(token) % 8))
    key = UUID(bytes=raw[:16])
    return key if _is_signed(key, raw[16:]) else None


@while_unchanged("BOUNCE_DOMAIN")
def _domain() -> str:
    return str(settings.BOUNCE_DOMAIN)


def _signature(key: bytes) -> bytes:
    return keys.sign("bounce", key)[:SIGNATURE_BYTES]


def _is_signed(key: UUID, signature: bytes) -> bool:
    return keys.is_signed("bounce", key.bytes, signature)
