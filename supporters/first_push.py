"""The first word to a browser that is to be told: once its push service has taken it, what it follows is told there.

Anybody can make up an address at a push service; what was made up takes nothing, and is erased a day later.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.letters import Letter
from supporters.models import Notification
from supporters.services import browsers
from supporters.transports import Outcome, Verdict

FOLLOWS_NOTHING = "nothing is followed there any more"


def register() -> None:
    """Make it known."""
    register_kind(Kind(browsers.FIRST, _no_words, against, is_essential=True))


def against(notification: Notification, now: datetime) -> str:
    """Only while something is followed there."""
    return "" if notification.supporter.subscriptions.exists() else FOLLOWS_NOTHING


def confirm_those_who_took(answers: Iterable[tuple[Letter, Outcome]]) -> None:
    """Note of the browsers of which it was not known yet that they can be told something."""
    taken = (letter.rows for letter, outcome in answers if outcome.verdict == Verdict.ACCEPTED)
    browsers.confirm(_unknown(taken))


def _unknown(taken: Iterable[Sequence[Any]]) -> set[str]:
    return {row.supporter for rows in taken for row in rows if row.kind == browsers.FIRST}


def _no_words(notification: Notification) -> dict[str, Any]:
    return {}
