"""A fact that touches a plan: a release or a death reaches those who organise coming actions for that person.

Nothing is changed for them: whether a picket becomes a welcome is theirs to decide. Drafts count too, for who plans one
should know first of all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Manager, Q, QuerySet
from django.urls import reverse
from django.utils.translation import get_language

from actions import words
from actions.calendar import over_at, upcoming
from actions.models import Action
from actions.organising import is_organised_by, tell_organisers
from prisoners.choices import EventKind, PublicationState
from prisoners.dates import describe
from prisoners.models import Detention, Event, FormerSlug, Prisoner
from supporters import releases
from supporters.choices import NotificationState
from supporters.custody_changes import DEATH, Turning, begun_or_died, turnings
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services import moving

KIND = "plan_touched"
#: What may have happened.
RELEASED, DIED = "release", "death"
TOUCHES = (RELEASED, DIED)
#: So long after it became known it is told (SECURITY K.2).
NEWS_FOR = timedelta(days=14)

NOT_SO = "what was reported is not public any more"
OVER = "the action was cancelled, withdrawn or is over"
NOT_THEIRS = "the person does not organise it any more"


@dataclass(frozen=True)
class Touch:
    """What happened (release or death) to whom, told by which row (`event:4`, `detention:7`), on which day."""

    what: str
    prisoner: Prisoner
    row: str
    on: Any

    @property
    def occasion(self) -> str:
        """What makes it once."""
        return f"{self.what}/{self.prisoner.pk}/{self.row}"


def register() -> None:
    """Make the mail to organisers and its question known."""
    register_kind(Kind(KIND, context, against, is_essential=True))
    register_planner("touched-plans", plan, only_if=_rows)


def plan(now: datetime) -> int:
    """Owe word of what became known within fourteen days to who organises; returns how many are new."""
    touches = list(_touches(now))
    planned = _to_come(now).filter(prisoners__in={touch.prisoner.pk for touch in touches})
    pairs = set(planned.order_by().values_list("pk", "prisoners"))
    _count_merged_as_kept(pairs)
    concerned = {prisoner for _action, prisoner in pairs}
    theirs = (touch for touch in touches if touch.prisoner.pk in concerned)
    return sum(_tell(touch, action, now) for touch in theirs for action in _coming(touch.prisoner, now))


def context(notification: Notification) -> dict[str, Any]:
    """What happened to whom, and which plan it touches."""
    action, touch, language = _action_of(notification), _touch_of(notification), get_language() or "en"
    if action is None or touch is None:
        raise LookupError(NOT_SO)
    return {
        "what": touch.what,
        "who": touch.prisoner.name_i18n,
        "on": describe(touch.on, language) if touch.on else "",
        "title": action.title_i18n,
        "when": words.when(action),
        "link": f"{settings.SITE_ORIGIN}{reverse('actions:desk-action', args=[action.slug])}",
    }


def against(notification: Notification, now: datetime) -> str:
    """True while it is public, the action is to come, and the person organises it."""
    action = _action_of(notification)
    end = over_at(action) if action else None
    if action is None or action.is_cancelled or (end is not None and end <= now):
        return OVER
    if _touch_of(notification) is None:
        return NOT_SO
    return "" if is_organised_by(action, notification.supporter) else NOT_THEIRS


def _touches(now: datetime) -> Iterator[Touch]:
    for one in releases.recent(now):
        yield Touch(RELEASED, one.prisoner, one.row, one.on)
    for event in _deaths(Event.public, now):
        for prisoner in Prisoner.public.filter(events=event):
            yield Touch(DIED, prisoner, f"event:{event.pk}", event.happened_on)
    for end in _died(Detention.public.filter(_ended_in_death(now))):
        if end.known_at and now - NEWS_FOR < end.known_at <= now:
            yield _touch_of_custody(end)


def _died(rows: QuerySet[Detention]) -> Iterator[Turning]:
    return (end for end in turnings(rows) if end.kind == DEATH)


def _touch_of_custody(end: Turning) -> Touch:
    return Touch(DIED, end.stretch.prisoner, f"detention:{end.stretch.pk}", end.on)


def _ended_in_death(now: datetime) -> Q:
    _begun, died = begun_or_died((now - releases.KNOWN_WITHIN).date(), now.date() + releases.DAY)
    return died


def _deaths(rows: Manager[Event], now: datetime) -> QuerySet[Event]:
    return rows.filter(kind=EventKind.DEATH, is_planned=False, published_at__gt=now - NEWS_FOR, published_at__lte=now)


def _rows(now: datetime) -> list[QuerySet[Any]]:
    """The rows without which no plan is touched."""
    died = Detention.internal.filter(_ended_in_death(now))
    return [*releases.rows_of_recent(now), _deaths(Event.internal, now), died]


def _coming(prisoner: Prisoner, now: datetime) -> QuerySet[Action]:
    return _to_come(now).filter(prisoners=prisoner)


def _to_come(now: datetime) -> QuerySet[Action]:
    planned = Action.internal.exclude(state=PublicationState.WITHDRAWN)
    return upcoming(planned.filter(cancelled_at__isnull=True), now)


def _count_merged_as_kept(planned: set[tuple[int, int]]) -> None:
    """Of these plans and people: what was told of a record that was merged into theirs was told of theirs."""
    merged = FormerSlug.objects.filter(prisoner__in={person for _action, person in planned}, merged_pk__isnull=False)
    subjects = sorted({f"action:{action}" for action, _person in planned})
    for number, kept in merged.values_list("merged_pk", "prisoner"):
        for what in TOUCHES:
            moving.move_occasions(KIND, subjects, f"{what}/{number}/", f"{what}/{kept}/")


def _tell(touch: Touch, action: Action, now: datetime) -> int:
    """Once, though an event and a stretch of custody may both tell it."""
    until = now + NEWS_FOR
    told = Notification.objects.filter(kind=KIND, subject=f"action:{action.pk}").exclude(occasion=touch.occasion)
    same = told.filter(
        occasion__startswith=f"{touch.what}/{touch.prisoner.pk}/", due_at__gt=now - releases.SAME_RELEASE
    )
    if same.exclude(state=NotificationState.CANCELLED).exists():
        return 0
    return tell_organisers(KIND, action, touch.occasion, now, stale_at=over_at(action) or until, kept_until=until)


def _action_of(notification: Notification) -> Action | None:
    planned = Action.internal.exclude(state=PublicationState.WITHDRAWN)
    return planned.filter(pk=notification.subject.removeprefix("action:")).first()


def _touch_of(notification: Notification) -> Touch | None:
    """How it stands in public now."""
    what, prisoner, row = notification.occasion.split("/")
    if what == RELEASED:
        found = releases.find(prisoner, row)
        return Touch(what, found.prisoner, found.row, found.on) if found else None
    if row.startswith("detention:"):
        ended = Detention.public.filter(pk=row.removeprefix("detention:"), prisoner=prisoner)
        return next(map(_touch_of_custody, _died(ended)), None)
    event = Event.public.filter(pk=row.removeprefix("event:"), kind=EventKind.DEATH).first()
    person = Prisoner.public.filter(pk=prisoner, events=event).first() if event else None
    return Touch(what, person, row, event.happened_on) if event and person else None
