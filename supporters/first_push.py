"""The first word to a browser that is to be told: once its push service has taken it, what it follows is told there.

Anybody can make up an address at a push service; what was made up takes nothing, and is erased a day later.
"""

from datetime import datetime
from typing import Any

from supporters.choices import SubscriptionState
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.models import Notification
from supporters.services import browsers

FOLLOWS_NOTHING = "nothing is followed there any more"


def register() -> None:
    """Make it known."""
    register_kind(Kind(browsers.FIRST, _no_words, against, is_essential=True))


def against(notification: Notification, now: datetime) -> str:
    """Only while something is followed there."""
    is_followed = notification.supporter.subscriptions.filter(state=SubscriptionState.ACTIVE).exists()
    return "" if is_followed else FOLLOWS_NOTHING


def _no_words(notification: Notification) -> dict[str, Any]:
    return {}
