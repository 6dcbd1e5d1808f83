"""What a provider tells by webhook of the mails that leave through it, as django-anymail reads it.

Such a provider keeps bounces and complaints to itself. It is believed, since it shows a secret of ours, in what it says
of an address that we have written to lately; nothing of it is kept.
"""

from typing import Any

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason, tracking
from django.conf import settings

from supporters import returned
from supporters.returned import Returned
from supporters.services import bounces
from supporters.services.leaving import leave

REFUSED = (EventType.BOUNCED, EventType.REJECTED)
#: What is said of the address itself.
PERMANENT = (RejectReason.BOUNCED, RejectReason.INVALID)
#: What providers call a failure that may pass, which django-anymail gives the same reason as one that does not:
#: Postmark, Brevo, MailerSend by a word, SparkPost by a class of bounces.
SOFT = frozenset({"SoftBounce", "soft_bounce", "soft_bounced"})
SOFT_CLASSES = frozenset({"20", "21", "22", "23", "24", "40", "70"})
#: What Postmark says of a mail that a filter held back, and django-anymail takes for a complaint.
FILTERED = "SpamNotification"
#: What Mailjet says of a mail that it kept to itself, since its reader complained before.
COMPLAINED_BEFORE = "spam reporter"


def register() -> None:
    """Listen, where a provider was named."""
    if settings.BOUNCE_PROVIDER:
        tracking.connect(heed, dispatch_uid="supporters.providers")


def heed(sender: object, event: AnymailTrackingEvent, **more: Any) -> None:
    """Do what an event calls for, where it is about somebody we have written to."""
    supporter = bounces.was_written_to(event.recipient or "")
    if supporter is None:
        return
    if event.event_type == EventType.UNSUBSCRIBED:
        leave(supporter)
    else:
        mail = str(event.message_id or "")
        bounces.act_on(supporter, said_by(event), mail and f"{supporter.pk} {mail}", bounces.last_left(supporter))


def said_by(event: AnymailTrackingEvent) -> Returned:
    """What an event says, as a returned mail would say it."""
    said = event.esp_event if isinstance(event.esp_event, dict) else {}
    if _complains(event, said):
        return Returned(is_complaint=True)
    if event.event_type not in REFUSED:
        return Returned(is_delay=True)
    # A filter that takes a mail for spam is none of its reader's doing.
    if event.reject_reason in (RejectReason.BLOCKED, RejectReason.SPAM):
        return Returned("soft", is_policy=True)
    words = str(event.mta_response or event.description or "")
    is_permanent = event.reject_reason in PERMANENT and not _is_called_soft(said)
    return returned.answered(words, is_permanent=is_permanent)


def _complains(event: AnymailTrackingEvent, said: dict[str, Any]) -> bool:
    """Whether the reader pressed «this is spam», now or before."""
    if event.event_type == EventType.COMPLAINED:
        return said.get("Type") != FILTERED
    return said.get("error") == COMPLAINED_BEFORE


def _is_called_soft(said: dict[str, Any]) -> bool:
    """By the provider's own name for it; Mailjet says whether it is hard."""
    data, inner = said.get("data"), said.get("msys")
    names = {said.get("Type"), said.get("event"), data.get("type") if isinstance(data, dict) else None}
    classes = {str(one.get("bounce_class")) for one in inner.values()} if isinstance(inner, dict) else set()
    return bool(names & SOFT or classes & SOFT_CLASSES) or said.get("hard_bounce") is False
