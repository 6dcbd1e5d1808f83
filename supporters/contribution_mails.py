"""The mail that tells whoever handed something in that we have a question; what it is about stands behind the link."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from supporters.choices import ContributionState, NotificationState
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.links import link_for
from supporters.models import Contribution, Notification
from supporters.services import contributions
from supporters.services.contributions import QUESTION_MAIL, RECEIPT

ANSWERED, ERASED = "the question is answered or withdrawn", "the contact or what was handed in is erased"

NO_ADDRESS = _("Nobody was written to: the contact holds no single mail address. The receipt shows the question.")
NOT_KNOWN = _("Nothing is known of the mail any more.")
ON_ITS_WAY = _("It waits to be sent.")
OF_MAILS = {
    NotificationState.WAITING.value: ON_ITS_WAY,
    NotificationState.QUEUED.value: ON_ITS_WAY,
    NotificationState.SENDING.value: ON_ITS_WAY,
    NotificationState.SENT.value: _("It was sent."),
    NotificationState.FAILED.value: _("It could not be delivered."),
    NotificationState.CANCELLED.value: _(
        "It was not sent: the address wants none or had enough for now, or the question was settled before."
    ),
}


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


def news_of(row: Contribution) -> str:
    """What became of the mail that brings our question, for who has asked it; "" where nothing was asked."""
    if not row.question:
        return ""
    mails = Notification.objects.filter(kind=QUESTION_MAIL, subject=f"contribution:{row.pk}")
    last = mails.order_by("due_at").last()
    if last is not None:
        return str(OF_MAILS[last.state])
    # Contacts and mails are erased some time after the decision.
    had_none = row.is_open and not contributions.address_in(row.contact or "")
    return str(NO_ADDRESS if had_none else NOT_KNOWN)


def _key(notification: Notification) -> str:
    return str(UUID(notification.subject.rpartition(":")[2]))
