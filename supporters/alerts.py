"""Alerts: kinds of mail that say the same to all who follow a topic, so that they can be asked about together."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from supporters.following import follows_any
from supporters.kinds import Context, Kind, ReasonAgainst, register
from supporters.models import Notification

NOT_FOLLOWED = "the person does not follow it any more"
Topics = Callable[[Notification], Sequence[str]]


def register_alert(name: str, context: Context, against: ReasonAgainst, topics: Topics, **more: Any) -> None:
    """Make an alert known.

    `against` says why it is not true any more whoever the reader is; `topics` under which topics it is told, and is
    asked only of what is still true. `more` are the fields of Kind.
    """

    def reason_against(row: Notification, now: datetime) -> str:
        reason = against(row, now)
        return reason or ("" if follows_any(row.supporter_id, topics(row), row.kind) else NOT_FOLLOWED)

    register(Kind(name, context, reason_against, is_alert=True, against_all=against, topics=topics, **more))
