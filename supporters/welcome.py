"""The mail to whoever has just confirmed: what they follow from now on, and the way to change it, in their mailbox.

Until the first piece of news, which may be months away, they would have no link of their own.
"""

from datetime import datetime
from typing import Any

from django.conf import settings

from supporters import topics
from supporters.choices import Rate, SubscriptionState
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.models import Notification
from supporters.services.subscriptions import WELCOME

FOLLOWS_NOTHING = "nothing is followed"


def register() -> None:
    """Make the mail known. It comes of a subscription, and ends with it."""
    register_kind(Kind(WELCOME, context, against, resend_if_in_doubt=False, is_alert=True, waits=False))


def context(notification: Notification) -> dict[str, Any]:
    """What is followed, as far as it is public, each with its page, and whether some of it is told in digests."""
    rows = notification.supporter.subscriptions.filter(state=SubscriptionState.ACTIVE).exclude(rate=Rate.OFF)
    rates = dict(rows.values_list("topic", "rate"))
    titles, pages = topics.titles_of(rates), topics.pages_of(rates)
    followed = [
        {"title": title, "url": f"{settings.SITE_ORIGIN}{pages[topic]}" if topic in pages else ""}
        for topic, title in sorted(titles.items(), key=lambda pair: pair[1])
    ]
    return {"followed": followed, "in_digests": any(rate != Rate.AT_ONCE for rate in rates.values())}


def against(notification: Notification, now: datetime) -> str:
    """True while anything of it is followed and public."""
    return "" if context(notification)["followed"] else FOLLOWS_NOTHING
