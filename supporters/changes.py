"""News of what happened to somebody: an arrest, a transfer, a death, a new sentence. Releases have their own file.

What an event and a stretch of custody tell alike is told once, by whichever was published first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from prisoners.chain import sanction_in_words
from prisoners.choices import EventKind, PublicationState
from prisoners.dates import PartialDate, describe
from prisoners.models import Detention, Event, Prisoner, Sanction
from supporters.alerts import register_alert
from supporters.asking import once
from supporters.choices import AlertGroup
from supporters.custody_changes import begun_or_died, turnings
from supporters.kinds import A_MONTH
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import EVERYBODY, Span, Word, owe_followers
from supporters.topics import topics_of

#: Which event is told as which kind of mail.
OF_EVENTS = {EventKind.ARREST.value: "arrest", EventKind.TRANSFER.value: "transfer", EventKind.DEATH.value: "death"}
SENTENCE = "sentence"
KINDS = (*OF_EVENTS.values(), SENTENCE)
DAY = timedelta(days=1)
#: For so long after its publication it is news (SECURITY K.2).
NEWS_FOR = timedelta(days=14)
#: What becomes known later than this belongs to the record, not to the mailbox.
KNOWN_WITHIN = timedelta(days=60)
#: Two rows of one kind about one person within this time are one piece of news.
SAME_NEWS = timedelta(days=3)

NOT_PUBLIC = "what happened is not public"


@dataclass(frozen=True)
class Change:
    """What happened to one prisoner: which kind of mail, from which row (`event:4`), when, known since when."""

    kind: str
    row: str
    prisoner: Prisoner
    on: PartialDate | None
    known_at: datetime | None
    what: str
    case: int | None = None
    #: Since when the same was told by another row, if it was.
    told_since: datetime | None = None

    @property
    def topics(self) -> list[str]:
        """Under which topics it is told."""
        return topics_of([self.prisoner.pk], [self.prisoner.country], [self.case])

    def is_same(self, other: "Change") -> bool:
        """Whether another row of that kind and person tells the same, by its days."""
        (first, last), (begin, end) = self._days, other._days
        return begin - SAME_NEWS <= last and first <= end + SAME_NEWS

    @property
    def _days(self) -> tuple[date, date]:
        """The first and the last possible day."""
        first, last = (self.on.earliest, self.on.latest) if self.on else (None, None)
        return first or date.min + SAME_NEWS, last or date.max - SAME_NEWS


def register() -> None:
    """Make the mails about changes and their question known."""
    for kind in KINDS:
        register_alert(kind, context, against, topics, group=AlertGroup.STATUS, kept_for_month=A_MONTH)
    register_planner("changes", plan, only_if=_rows_of_fresh)


def plan(now: datetime) -> int:
    """Owe the news of what was published within fourteen days and happened lately; returns how many are new."""
    events, sanctions, stretches = _rows_of_fresh(now)
    found = [*_of_events(Event.public.filter(pk__in=events)), *_of_custody(Detention.public.filter(pk__in=stretches))]
    fresh = [change for change in found if change.known_at and now - NEWS_FOR < change.known_at <= now]
    sentences = _of_sanctions(Sanction.public.filter(pk__in=sanctions))
    return sum(_tell(change) for change in [*_known_first(fresh, now), *sentences])


def context(notification: Notification) -> dict[str, Any]:
    """Who, what and on which day; the day is said as a date, for the mail may be late."""
    change, language = _change_of(notification), get_language() or "en"
    if change is None:
        raise LookupError(NOT_PUBLIC)
    return {
        "who": change.prisoner.name_i18n,
        "when": describe(change.on, language) if change.on else "",
        "what": change.what,
        "link": f"{settings.SITE_ORIGIN}/{language}/prisoners/{change.prisoner.slug}/",
    }


def against(notification: Notification, now: datetime) -> str:
    """True while the row that told it stands in public."""
    return NOT_PUBLIC if _change_of(notification) is None else ""


def topics(notification: Notification) -> list[str]:
    """Under which topics it is told."""
    change = _change_of(notification)
    return change.topics if change else []


def _rows_of_fresh(now: datetime) -> list[QuerySet[Any]]:
    """The rows without which nothing is new, public or not: events, sanctions, stretches of custody.

    The history of a stretch says when a death was entered in it; that is asked of the few that end so.
    """
    since, until = (now - KNOWN_WITHIN).date(), now.date() + DAY
    is_published = Q(published_at__gt=now - NEWS_FOR, published_at__lte=now)
    happened = Q(happened_latest__gte=since, happened_latest__lte=until)
    imposed = Q(imposed_latest__gte=since, imposed_latest__lte=until)
    begun, died = begun_or_died(since, until)
    return [
        Event.internal.filter(is_published, happened, kind__in=OF_EVENTS),
        Sanction.internal.filter(is_published, imposed),
        Detention.internal.filter((is_published & begun) | died, state=PublicationState.PUBLISHED),
    ]


def _known_first(fresh: list[Change], now: datetime) -> Iterator[Change]:
    """These with the instant since which another row tells the same, if that was published before."""
    whom = {change.prisoner.pk for change in fresh}
    since, until = (now - KNOWN_WITHIN).date(), now.date() + DAY
    begun, died = begun_or_died(since, until)
    events = Event.public.filter(kind__in=OF_EVENTS, happened_latest__gte=since, prisoners__in=whom).distinct()
    rows = [*_of_events(events), *_of_custody(Detention.public.filter(begun | died, prisoner__in=whom))] if whom else []
    theirs: dict[tuple[str, int], list[Change]] = defaultdict(list)
    for row in rows:
        theirs[row.kind, row.prisoner.pk].append(row)
    for change in fresh:
        alike = filter(change.is_same, theirs[change.kind, change.prisoner.pk])
        known = [row.known_at for row in alike if row.known_at is not None]
        yield replace(change, told_since=min(known, default=None))


def _tell(change: Change) -> int:
    if change.known_at is None:
        return 0
    word = Word(change.kind, f"prisoner:{change.prisoner.pk}", change.row, {"on": str(change.on or "")})
    span = Span(change.known_at, change.known_at + NEWS_FOR)
    since = min(change.known_at, change.told_since or change.known_at) - SAME_NEWS
    return owe_followers(change.topics, word, {EVERYBODY: span}, unless=[change.kind], since=since)


def _of_events(events: Any) -> Iterator[Change]:
    told = events.filter(kind__in=OF_EVENTS, is_planned=False)
    for event in told:
        for prisoner in Prisoner.public.filter(events=event):
            row, kind = f"event:{event.pk}", OF_EVENTS[event.kind]
            yield Change(kind, row, prisoner, event.happened_on, event.published_at, event.title_i18n)


def _of_custody(stretches: QuerySet[Detention]) -> Iterator[Change]:
    for one in turnings(stretches):
        row = one.stretch
        yield Change(one.kind, f"detention:{row.pk}", row.prisoner, one.on, one.known_at, one.what)


def _of_sanctions(sanctions: Any) -> Iterator[Change]:
    """What was imposed beside another sanction is part of the same news."""
    for row in sanctions.filter(accompanies__isnull=True).select_related("prisoner"):
        what = sanction_in_words(row)
        yield Change(SENTENCE, f"sanction:{row.pk}", row.prisoner, row.imposed_on, row.published_at, what, row.case_id)


def _change_of(notification: Notification) -> Change | None:
    """How it stands in public now."""
    about = (notification.kind, notification.subject, notification.occasion)
    return once(("change", *about), lambda: _find(*about))


def _find(kind: str, subject: str, row: str) -> Change | None:
    table, _colon, key = row.partition(":")
    same = (one for one in _READ_FROM[table](key) if f"prisoner:{one.prisoner.pk}" == subject)
    return next((one for one in same if one.kind == kind), None)


#: How a row that told something is read again, by the first word of the occasion.
_READ_FROM: dict[str, Callable[[str], Iterator[Change]]] = {
    "event": lambda key: _of_events(Event.public.filter(pk=key)),
    "sanction": lambda key: _of_sanctions(Sanction.public.filter(pk=key)),
    "detention": lambda key: _of_custody(Detention.public.filter(pk=key)),
}
