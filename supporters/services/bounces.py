"""Bounces and complaints: a mail that comes back changes something only if it proves which mail of ours it is about."""

import re
from base64 import b32decode, b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from privacy import keys
from supporters.choices import SupporterState, SuppressionReason
from supporters.models import Notification, Supporter
from supporters.services import people
from supporters.services.subscriptions import leave

MAX_BYTES = 1_000_000
MAX_PARTS = 100
#: For so long a bounce may count against an address (SECURITY J.8).
TAKEN_FOR = timedelta(days=30)
HARD_BEFORE_UNREACHABLE = 2
SIGNATURE_BYTES = 16

HARD_STATUSES = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
FIELD = re.compile(r"^(action|status|diagnostic-code)\s*:\s*(.*)$", re.IGNORECASE | re.MULTILINE)
#: How servers say without a code that there is no such mailbox.
HARD_WORDS = re.compile(
    r"user unknown|unknown user|no such (?:user|mailbox|recipient|address)|(?:user|mailbox|recipient|account|address) "
    r"(?:does not exist|doesn't exist|not found|is unknown|unknown)|unknown (?:recipient|mailbox|address)|"
    r"unrouteable address|not a known user|no mailbox here by that name",
    re.IGNORECASE,
)
NOT_HARD_WORDS = re.compile(
    r"quota|mailbox (?:is )?full|over ?size|out of (?:the )?office|vacation|spam|blocked|blacklist|policy|"
    r"greylist|try again|temporar|delayed|still being retried|warning",
    re.IGNORECASE,
)
TOKEN = re.compile(r"\bb\.([a-z2-7]{52})@", re.IGNORECASE)


@dataclass(frozen=True)
class Bounce:
    """What a returned mail says: verdict `hard`, `soft` or `none`, its status (RFC 3463), and whether we knew it."""

    verdict: str
    status: str = ""
    recipient_known: bool = False
    is_complaint: bool = False


def envelope_sender(notification: Notification) -> str:
    """Where the mail server sends this mail back to: the row's id, signed, 54 characters before the @."""
    signed = notification.pk.bytes + _signature(notification.pk)
    return f"b.{b32encode(signed).decode().rstrip('=').lower()}@{settings.BOUNCE_DOMAIN}"


def process(raw: bytes) -> Bounce:
    """Read one returned mail and act on it. Never raises for what stands in the mail; keeps nothing of it.

    Without a token of ours in its recipient, or more than thirty days after our mail, it changes nothing.
    """
    try:
        message = message_from_bytes(raw[:MAX_BYTES])
        verdict, status = _judge(message)
    except RecursionError:
        # Parts in parts without end: no mail server writes such a thing.
        return Bounce("none")
    notification, is_complaint = _addressee(message), _is_complaint(message)
    if notification is not None:
        _act(notification.supporter, verdict, is_complaint)
    return Bounce(verdict, status, notification is not None, is_complaint)


def hard_bounce(supporter: Supporter) -> None:
    """Count one permanent failure; two on different days make the address unreachable."""
    today = timezone.now().date()
    with transaction.atomic():
        row = Supporter.objects.select_for_update().filter(pk=supporter.pk).first()
        if row is None or row.last_bounced_on == today:
            return
        row.hard_bounces += 1
        row.last_bounced_on = today
        if row.hard_bounces >= HARD_BEFORE_UNREACHABLE and row.state == SupporterState.ACTIVE:
            row.state = SupporterState.UNREACHABLE
        row.save(update_fields=("hard_bounces", "last_bounced_on", "state"))


def _act(supporter: Supporter, verdict: str, is_complaint: bool) -> None:
    if is_complaint:
        leave(supporter)
        people.leave_in_peace(supporter, SuppressionReason.COMPLAINT)
    elif verdict == "hard":
        hard_bounce(supporter)


def _addressee(message: Message) -> Notification | None:
    """The mail of ours that came back, by the signed address it was returned to."""
    headers = (message.get_all(name, []) for name in ("To", "Delivered-To", "X-Original-To", "Envelope-To"))
    found = (TOKEN.search(str(line)) for lines in headers for line in lines)
    ids = [key for match in found if match and (key := _read(match[1]))]
    recent = Notification.objects.filter(pk__in=ids, due_at__gt=timezone.now() - TAKEN_FOR)
    return recent.select_related("supporter").first()


def _read(token: str) -> UUID | None:
    raw = b32decode(token.upper() + "=" * (-len(token) % 8))
    key = UUID(bytes=raw[:16])
    return key if _is_signed(key, raw[16:]) else None


def _signature(key: UUID) -> bytes:
    return keys.sign("bounce", key.bytes)[:SIGNATURE_BYTES]


def _is_signed(key: UUID, signature: bytes) -> bool:
    return keys.is_signed("bounce", key.bytes, signature)


def _is_complaint(message: Message) -> bool:
    """An abuse report (RFC 5965)."""
    return any(part.get_content_type() == "message/feedback-report" for part in _parts(message))


def _judge(message: Message) -> tuple[str, str]:
    """By the delivery status (RFC 3464) where there is one, else by the words of a mail that is plainly a bounce."""
    for part in _parts(message):
        if part.get_content_type() == "message/delivery-status":
            return _by_fields(_text(part))
    if not _looks_like_bounce(message):
        return "none", ""
    return _by_words(" ".join(_text(part) for part in _parts(message) if part.get_content_type() == "text/plain"))


def _by_fields(text: str) -> tuple[str, str]:
    """The fields of the recipient; the code in the diagnosis says more than a bare 5.0.0."""
    fields = {name.lower(): value.strip() for name, value in FIELD.findall(text)}
    action, diagnosis = fields.get("action", "").lower(), fields.get("diagnostic-code", "")
    status = _first_status(fields.get("status", ""))
    precise = _first_status(diagnosis)
    if precise and (not status or status.endswith(".0.0")):
        status = precise
    if action.startswith(("delivered", "relayed", "expanded")) or status.startswith("2"):
        return "none", status
    if action.startswith("delayed") or status.startswith("4"):
        return "soft", status
    is_vague = status in ("", "5.0.0", "5.1.0", "5.5.0", "5.3.0")
    is_hard = status in HARD_STATUSES or (is_vague and _says_hard(f"{diagnosis} {text}"))
    return ("hard" if is_hard else "soft"), status


def _by_words(text: str) -> tuple[str, str]:
    status = _first_status(text)
    if status in HARD_STATUSES or (not status.startswith("4") and _says_hard(text)):
        return "hard", status
    return "soft", status


def _says_hard(text: str) -> bool:
    return bool(HARD_WORDS.search(text)) and not NOT_HARD_WORDS.search(text)


def _looks_like_bounce(message: Message) -> bool:
    """From the null sender or a postmaster, and not an answer of a person or an absence notice (RFC 3834)."""
    if str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied"):
        return False
    sender = f"{message.get('From', '')} {message.get('Return-Path', '')}".lower()
    return "mailer-daemon" in sender or "postmaster" in sender or "<>" in sender


def _first_status(text: str) -> str:
    found = STATUS.search(text)
    return found[1] if found else ""


def _parts(message: Message) -> Iterator[Message]:
    """The parts in order, no more than a hundred of them."""
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            return
        yield part


def _text(part: Message) -> str:
    """The words of a part; a delivery status is a list of header blocks."""
    payload = part.get_payload()
    if isinstance(payload, list):
        return "\n".join(str(block) for block in payload)
    decoded = part.get_payload(decode=True)
    return decoded.decode("utf-8", "replace") if isinstance(decoded, bytes) else str(payload)
