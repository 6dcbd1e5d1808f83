"""News of what happened to somebody: an arrest, a transfer, a death, a new sentence. Releases have their own file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from prisoners.chain import sanction_in_words
from prisoners.choices import EventKind
from prisoners.dates import PartialDate, describe
from prisoners.models import Event, Prisoner, Sanction
from supporters.alerts import register_alert
from supporters.choices import AlertGroup
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

    @property
    def topics(self) -> list[str]:
        """Under which topics it is told."""
        return topics_of([self.prisoner.pk], [self.prisoner.country], [self.case])


def register() -> None:
    """Make the mails about changes and their question known."""
    for kind in KINDS:
        register_alert(kind, context, against, topics, group=AlertGroup.STATUS, kept_for_month=A_MONTH)
    register_planner("changes", plan, only_if=lambda now: [_fresh_events(now), _fresh_sanctions(now)])


def plan(now: datetime) -> int:
    """Owe the news of what was published within fourteen days and happened lately; returns how many are new."""
    events = Event.public.filter(pk__in=_fresh_events(now))
    sanctions = Sanction.public.filter(pk__in=_fresh_sanctions(now))
    found = [*_of_events(events), *_of_sanctions(sanctions)]
    return sum(_tell(change) for change in found)


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


def _fresh_events(now: datetime) -> QuerySet[Event]:
    return Event.internal.filter(_is_known(now, "happened"), kind__in=OF_EVENTS)


def _fresh_sanctions(now: datetime) -> QuerySet[Sanction]:
    return Sanction.internal.filter(_is_known(now, "imposed"))


def _is_known(now: datetime, name: str) -> Q:
    """Published lately, and of a day of the last weeks."""
    since, until = (now - KNOWN_WITHIN).date(), now.date() + DAY
    days = {f"{name}_latest__gte": since, f"{name}_latest__lte": until}
    return Q(published_at__gt=now - NEWS_FOR, published_at__lte=now, **days)


def _tell(change: Change) -> int:
    if change.known_at is None:
        return 0
    word = Word(change.kind, f"prisoner:{change.prisoner.pk}", change.row, {"on": str(change.on or "")})
    span = Span(change.known_at, change.known_at + NEWS_FOR)
    return owe_followers(
        change.topics, word, {EVERYBODY: span}, unless=[change.kind], since=change.known_at - SAME_NEWS
    )


def _of_events(events: Any) -> Iterator[Change]:
    told = events.filter(kind__in=OF_EVENTS, is_planned=False)
    for event in told:
        for prisoner in Prisoner.public.filter(events=event):
            row, kind = f"event:{event.pk}", OF_EVENTS[event.kind]
            yield Change(kind, row, prisoner, event.happened_on, event.published_at, event.title_i18n)


def _of_sanctions(sanctions: Any) -> Iterator[Change]:
    """What was imposed beside another sanction is part of the same news."""
    for row in sanctions.filter(accompanies__isnull=True).select_related("prisoner"):
        what = sanction_in_words(row)
        yield Change(SENTENCE, f"sanction:{row.pk}", row.prisoner, row.imposed_on, row.published_at, what, row.case_id)


def _change_of(notification: Notification) -> Change | None:
    """How it stands in public now."""
    table, _colon, key = notification.occasion.partition(":")
    found = (
        _of_events(Event.public.filter(pk=key)) if table == "event" else _of_sanctions(Sanction.public.filter(pk=key))
    )
    same = (one for one in found if f"prisoner:{one.prisoner.pk}" == notification.subject)
    return next((one for one in same if one.kind == notification.kind), None)
