"""What somebody gets who asks what is held about them: all of it, in words a machine can read.

Upper floors say what they keep: whatever hangs on a person has a section of its own.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from supporters.models import Browser, PersonalCalendar, Supporter

Ask = Callable[[Supporter], list[dict[str, Any]]]

_SECTIONS: dict[str, tuple[type[Model], Ask]] = {}


def register_section(name: str, model: type[Model], ask: Ask) -> None:
    """Have a floor say what it keeps of a person in rows of this model; called once at start."""
    _SECTIONS[name] = (model, ask)


def told() -> set[type[Model]]:
    """The models of upper floors of which everything is told."""
    return {model for model, _ask in _SECTIONS.values()}


def held_about(supporter: Supporter) -> dict[str, Any]:
    """All that is kept about a person, on every floor, as it was given (GDPR art. 15 and 20).

    Dates are days in UTC, instants ISO 8601 in UTC.
    """
    owed = supporter.notifications.order_by("due_at")
    return {
        "address": supporter.email,
        "browser": _browser(supporter),
        "name": supporter.name,
        "language": supporter.language,
        "time_zone": supporter.time_zone,
        "hour": supporter.told_at_hour,
        "neutral_subjects": supporter.is_discreet,
        "paused": supporter.is_paused,
        "state": supporter.state,
        "since": supporter.created_on.isoformat(),
        "confirmed_on": supporter.confirmed_on.isoformat() if supporter.confirmed_on else None,
        "permanent_failures": supporter.hard_bounces,
        "temporary_failures_in_a_row": supporter.soft_bounces,
        "follows": [
            {
                "topic": row.topic,
                "state": row.state,
                "since": row.started_on.isoformat(),
                "rate": row.rate,
                "not_wanted": row.muted,
                "note": row.note or "",
            }
            for row in supporter.subscriptions.order_by("topic")
        ],
        "agreed_to": [
            {"scope": row.scope, "words_sha256": row.text_version, "on": row.given_on.isoformat()}
            for row in supporter.consents.order_by("pk")
        ],
        "mails": [
            {"kind": row.kind, "about": row.subject, "state": row.state, "due_at": row.due_at.isoformat()}
            for row in owed
        ],
        "has_a_calendar": PersonalCalendar.objects.filter(supporter=supporter).exists(),
        **{name: ask(supporter) for name, (_model, ask) in _SECTIONS.items()},
    }


def _browser(supporter: Supporter) -> dict[str, str] | None:
    row = Browser.objects.filter(pk=supporter.pk).first()
    return {"endpoint": row.endpoint, "key": row.key, "since": row.since_on.isoformat()} if row else None
