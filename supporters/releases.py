"""News of a release, from the end of a stretch of custody or from an event, whichever is published."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Manager, Min, Q, QuerySet
from django.utils.translation import get_language

from prisoners.choices import CustodyEnd, EventKind
from prisoners.dates import PartialDate, describe
from prisoners.models import Detention, Event, Prisoner
from supporters.alerts import register_alert
from supporters.asking import once
from supporters.choices import AlertGroup
from supporters.kinds import A_MONTH
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import EVERYBODY, Span, Word, owe_followers
from supporters.topics import topics_of

RELEASE = "release"
FREED = (
    CustodyEnd.RELEASED,
    CustodyEnd.SERVED,
    CustodyEnd.EARLY,
    CustodyEnd.PARDONED,
    CustodyEnd.AMNESTIED,
    CustodyEnd.ACQUITTED,
    CustodyEnd.BAIL,
    CustodyEnd.DROPPED,
)
DAY = timedelta(days=1)
#: For so long it is news (SECURITY K.2).
NEWS_FOR = timedelta(days=14)
#: A release that becomes known later than this belongs to the record, not to the mailbox.
KNOWN_WITHIN = timedelta(days=60)
#: Two sources that name two days within this time mean one release.
SAME_RELEASE = timedelta(days=30)

NOT_PUBLIC = "the release is not public"


@dataclass(frozen=True)
class Release:
    """One prisoner's way out: from which row (`detention:4`), on which day, and since when it is news."""

    prisoner: Prisoner
    row: str
    on: PartialDate
    known_at: datetime


def register() -> None:
    """Make the mail about a release and its question known."""
    register_alert(RELEASE, context, against, topics, group=AlertGroup.STATUS, kept_for_month=A_MONTH)
    register_planner("releases", plan, only_if=rows_of_recent)


def plan(now: datetime) -> int:
    """Owe the news of each release that became known within fourteen days; returns how many are new."""
    return sum(_tell(release) for release in recent(now))


def rows_of_recent(now: datetime) -> list[QuerySet[Any]]:
    """The rows without which there is no recent release, public or not."""
    return [_ended(Detention.internal, now), _happened(Event.internal, now)]


def recent(now: datetime) -> list[Release]:
    """The releases that became known within fourteen days."""
    return [release for release in _releases(now) if now - NEWS_FOR < release.known_at <= now]


def context(notification: Notification) -> dict[str, Any]:
    """Who, and on which day; the day is said as a date, for the mail may be late."""
    release, language = _known(notification), get_language() or "en"
    return {
        "who": release.prisoner.name_i18n,
        "when": describe(release.on, language),
        "link": f"{settings.SITE_ORIGIN}/{language}/prisoners/{release.prisoner.slug}/",
    }


def against(notification: Notification, now: datetime) -> str:
    """True while the row that told it stands in public."""
    return NOT_PUBLIC if _release_of(notification) is None else ""


def topics(notification: Notification) -> list[str]:
    """Under which topics it is told."""
    prisoner = _known(notification).prisoner
    return topics_of([prisoner.pk], [prisoner.country])


def _tell(release: Release) -> int:
    told_under = topics_of([release.prisoner.pk], [release.prisoner.country])
    word = Word(RELEASE, f"prisoner:{release.prisoner.pk}", release.row, {"on": str(release.on)})
    span = Span(release.known_at, release.known_at + NEWS_FOR)
    return owe_followers(told_under, word, {EVERYBODY: span}, unless=[RELEASE], since=release.known_at - SAME_RELEASE)


def _ended(rows: Manager[Detention], now: datetime) -> QuerySet[Detention]:
    return rows.filter(
        ended_by__in=FREED,
        ended_earliest__isnull=False,
        ended_latest__gte=(now - KNOWN_WITHIN).date(),
        ended_latest__lte=now.date() + DAY,
    )


def _happened(rows: Manager[Event], now: datetime) -> QuerySet[Event]:
    return rows.filter(
        kind=EventKind.RELEASE,
        is_planned=False,
        happened_earliest__isnull=False,
        happened_latest__gte=(now - KNOWN_WITHIN).date(),
        happened_latest__lte=now.date() + DAY,
    )


def _releases(now: datetime) -> list[Release]:
    """Of the last weeks; the events only add what no stretch of custody tells."""
    told = [_of_detention(row) for row in _with_entry(_ended(Detention.public, now))]
    for event in _happened(Event.public, now):
        told += [_of_event(event, prisoner) for prisoner in Prisoner.public.filter(events=event)]
    return told


def _with_entry(rows: QuerySet[Detention]) -> QuerySet[Detention]:
    """With the instant at which the end was first entered, by the history of the row."""
    entered = Min("history_entry__pgh_created_at", filter=Q(history_entry__ended_by__in=FREED))
    return rows.select_related("prisoner").annotate(entered_at=entered)


def _of_detention(row: Detention) -> Release:
    """Known since the end was entered, or since the stretch was published with it."""
    known = [at for at in (row.published_at, getattr(row, "entered_at", None)) if at is not None]
    return _release(row.prisoner, f"detention:{row.pk}", row.ended_on, max(known, default=None))


def _of_event(event: Event, prisoner: Prisoner) -> Release:
    return _release(prisoner, f"event:{event.pk}", event.happened_on, event.published_at)


def _release(prisoner: Prisoner, row: str, on: PartialDate | None, known_at: datetime | None) -> Release:
    """News since it was known to the public, or since its day when that is later."""
    if on is None or on.earliest is None:
        raise ValueError("A release without a day is not looked for.")
    began = datetime.combine(on.earliest, time(), tzinfo=UTC)
    return Release(prisoner, row, on, max(began, known_at or began))


def _release_of(notification: Notification) -> Release | None:
    key, row = notification.subject.removeprefix("prisoner:"), notification.occasion
    return once(("release", key, row), lambda: find(key, row))


def find(prisoner_pk: str, row: str) -> Release | None:
    """The release of a prisoner that a row (`detention:4`, `event:7`) tells, as it stands in public."""
    kind, _colon, key = row.partition(":")
    prisoner = Prisoner.public.filter(pk=prisoner_pk).first()
    if prisoner is None:
        return None
    if kind == "detention":
        ended = Detention.public.filter(ended_by__in=FREED, ended_latest__isnull=False)
        stretch = ended.filter(pk=key, prisoner=prisoner).first()
        return _of_detention(stretch) if stretch and stretch.ended_earliest else None
    event = Event.public.filter(prisoners=prisoner, pk=key, kind=EventKind.RELEASE).first()
    return _of_event(event, prisoner) if event and event.happened_earliest else None


def _known(notification: Notification) -> Release:
    release = _release_of(notification)
    if release is None:
        raise LookupError(NOT_PUBLIC)
    return release
