"""The mail that tells whoever handed something in that we have a question; what it is about stands behind the link."""

from datetime import datetime
from typing import Any
from uuid import UUID

from supporters.choices import ContributionState
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.links import link_for
from supporters.models import Notification
from supporters.services import contributions
from supporters.services.contributions import QUESTION_MAIL, RECEIPT

ANSWERED, ERASED = "the question is answered or withdrawn", "the contact or what was handed in is erased"


def register() -> None:
    """Make the mail known. It goes to people who follow nothing: they asked to be reached about this alone."""
    register_kind(Kind(QUESTION_MAIL, context, against, is_essential=True))


def context(notification: Notification) -> dict[str, Any]:
    """The link of the receipt, and no word of what was handed in or asked: a mailbox may be read by others."""
    return {"receipt_url": link_for(RECEIPT, _key(notification))}


def against(notification: Notification, now: datetime) -> str:
    """Only while the question is open, and while the address by which they can be reached is still kept."""
    row = contributions.by_id(_key(notification))
    if row is None or row.contact is None:
        return ERASED
    return "" if row.state == ContributionState.ASKED else ANSWERED


def _key(notification: Notification) -> str:
    return str(UUID(notification.subject.rpartition(":")[2]))
