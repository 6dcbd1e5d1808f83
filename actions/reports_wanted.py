"""An action that is over and of which nothing is reported: its organisers are asked once what happened.

The report is what all that follows waits for: the thanks to those who came, the alert to those who follow, the log.
"""

from datetime import datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Manager, QuerySet
from django.urls import reverse

from actions import words
from actions.calendar import not_over
from actions.models import Action
from actions.organising import is_organised_by, tell_organisers
from prisoners.times import instant_of
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.models import Notification
from supporters.reminders import register_planner

KIND = "report_wanted"
#: So long after the end: on the next day, and not in the evening of the day itself.
AFTER = timedelta(hours=18)
#: Of an action that began longer ago nobody is asked: sign-ups are erased a week after it, and with them the thanks.
WITHIN = timedelta(days=5)
#: It wakes nobody: between these hours of the place.
FROM, UNTIL = 9, 21

REPORTED = "something is reported of it"
NOT_SO = "the action was cancelled or withdrawn, or is still to come"
NOT_THEIRS = "the person does not organise it any more"


def register() -> None:
    """Make the mail to organisers and its question known."""
    register_kind(Kind(KIND, context, against, is_essential=True, resend_if_in_doubt=False))
    register_planner("reports-wanted", plan, only_if=lambda now: [_silent(Action.internal, now)])


def plan(now: datetime) -> int:
    """Owe it to the organisers of each action that was over yesterday; returns how many are new."""
    wanted = {(f"action:{action.pk}", _occasion(action)): action for action in _silent(Action.public, now)}
    asked = Notification.objects.filter(kind=KIND, subject__in=[subject for subject, _occasion in wanted])
    known = set(asked.values_list("subject", "occasion"))
    return sum(_ask(action, now) for about, action in wanted.items() if about not in known)


def context(notification: Notification) -> dict[str, Any]:
    """Which action, and where one says what happened."""
    action = _action_of(notification)
    if action is None:
        raise LookupError(NOT_SO)
    return {
        "title": action.title_i18n,
        "when": words.when(action),
        "link": f"{settings.SITE_ORIGIN}{reverse('actions:desk-report', args=[action.slug])}",
    }


def against(notification: Notification, now: datetime) -> str:
    """True while nothing is reported, not even in a draft, and the person organises it."""
    action = _action_of(notification)
    if action is None or not _silent(Action.public, now).filter(pk=action.pk).exists():
        return REPORTED if action is not None and hasattr(action, "report") else NOT_SO
    return "" if is_organised_by(action, notification.supporter) else NOT_THEIRS


def _silent(rows: Manager[Action], now: datetime) -> QuerySet[Action]:
    took_place = rows.filter(report=None, cancelled_at__isnull=True, starts_at__range=(now - WITHIN, now - AFTER))
    return took_place.exclude(not_over(now - AFTER)).order_by("pk")


def _ask(action: Action, now: datetime) -> int:
    until = _began(action) + WITHIN
    due_at = _by_day(now, action.time_zone)
    return tell_organisers(KIND, action, _occasion(action), due_at, stale_at=until, kept_until=until)


def _by_day(now: datetime, zone: str) -> datetime:
    """The instant itself by day, else the next morning, by the clock of the place."""
    local = now.astimezone(ZoneInfo(zone))
    if FROM <= local.hour < UNTIL:
        return now
    morning = local.date() + timedelta(days=1 if local.hour >= UNTIL else 0)
    return instant_of(morning, time(FROM), zone)


def _occasion(action: Action) -> str:
    """An action that is put off and takes place later is asked about again."""
    return f"report/{_began(action).date().isoformat()}"


def _began(action: Action) -> datetime:
    return cast(datetime, action.starts_at)


def _action_of(notification: Notification) -> Action | None:
    return Action.public.filter(pk=notification.subject.removeprefix("action:")).first()
