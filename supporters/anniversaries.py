"""Days that return: an arrest, a sentence, what is remembered, each year; a death after 40 and 100 days. Told at nine.

Nine is the reader's own hour. Only dates that are exact to the day return; 29 February does on 28 February in common
years. Years are counted on the calendar, not in days. An anniversary is told on its day, or in a digest by its date.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from prisoners import returning
from prisoners.dates import PartialDate, describe, from_date, years_between
from prisoners.ical_days import event_title
from prisoners.models import Event, Prisoner
from prisoners.returning import Returning
from supporters.alerts import register_alert
from supporters.asking import once
from supporters.choices import AlertGroup, Rank
from supporters.hours import days_of_readers, days_were_asked
from supporters.kinds import A_MONTH
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import Span, Whose, Word, owe_followers
from supporters.topics import topics_of, topics_of_event

ANNIVERSARY = "anniversary"
#: So long a digest may still tell of the day, by its date.
KEPT_FOR_DIGEST = timedelta(days=9)

NOT_PUBLIC = "what is remembered is not public"


@dataclass(frozen=True)
class Day:
    """What returns on a day: from which row (`event:3`), what it was, when, of whom, told to the followers of what."""

    row: str
    #: arrest, sentence, event, day_40 or day_100.
    what: str
    first: PartialDate
    title: str
    topics: tuple[str, ...]
    #: Whose it is; None for an event that is remembered.
    prisoner: Prisoner | None

    @property
    def subject(self) -> str:
        """One arrest told by two rows is one anniversary."""
        return f"prisoner:{self.prisoner.pk}" if self.prisoner else self.row


def register() -> None:
    """Make the mail about a day that returns and its question known."""
    more: dict[str, Any] = {"group": AlertGroup.DAYS, "resend_if_in_doubt": False}
    more |= {"kept_for_digest": KEPT_FOR_DIGEST, "kept_for_month": A_MONTH}
    register_alert(ANNIVERSARY, context, against, topics, rank=Rank.PATIENT, **more)
    register_planner("anniversaries", plan, unless=lambda now: days_were_asked("anniversaries", now))


def plan(now: datetime) -> int:
    """Owe what returns today, where a reader's hour has come and it is not yet midnight; returns how many are new."""
    spans = days_of_readers("anniversaries", now)
    return sum(_tell(one, day, by_reader) for day, by_reader in spans.items() for one in returning_on(day))


def returning_on(day: date, subject: str = "") -> list[Day]:
    """Everything public that returns on a local day, or what of it is about one subject (`prisoner:12`, `event:3`)."""
    prefix, _colon, key = subject.partition(":")
    people, events = Prisoner.public.all(), Event.public.all()
    if subject:
        people = people.filter(pk=key) if prefix == "prisoner" else people.none()
        events = events.filter(pk=key) if prefix == "event" else events.none()
    return [_day_of(one) for one in returning.returning_on(day, people, events.select_related("place"))]


def context(notification: Notification) -> dict[str, Any]:
    """Who or what, since when, and how many years it is."""
    one, day = _known(notification)
    language = get_language() or "en"
    page = f"prisoners/{one.prisoner.slug}/" if one.prisoner else ""
    return {
        "what": one.what,
        "who": one.prisoner.name_i18n if one.prisoner else "",
        "title": one.title,
        "first": describe(one.first, language),
        "day": describe(from_date(day), language) if notification.rate else "",
        "years": years_between(one.first, day),
        "link": f"{settings.SITE_ORIGIN}/{language}/{page}",
    }


def against(notification: Notification, now: datetime) -> str:
    """True while it still returns on that day."""
    return NOT_PUBLIC if _find(notification) is None else ""


def topics(notification: Notification) -> tuple[str, ...]:
    """Under which topics it is told."""
    return _known(notification)[0].topics


def _tell(one: Day, day: date, spans: dict[Whose, Span]) -> int:
    word = Word(ANNIVERSARY, one.subject, f"{day.isoformat()}/{one.what}", {"row": one.row})
    return owe_followers(one.topics, word, spans)


def _day_of(one: Returning) -> Day:
    """Under which topics it is told: an event that is remembered besides under those of its own."""
    row, prisoner = one.row, one.prisoner
    name = f"{row._meta.model_name}:{row.pk}"
    if prisoner is not None:
        told = topics_of([prisoner.pk], [prisoner.country])
        return Day(name, one.what, _exact(one.first), "", tuple(told), prisoner)
    people = Prisoner.public.filter(events=row).values_list("pk", flat=True)
    country = row.country or (row.place.country if row.place else "")
    told = topics_of_event(row.pk, people, [country])
    return Day(name, one.what, _exact(one.first), event_title(one), tuple(told), None)


def _exact(first: PartialDate | None) -> PartialDate:
    if first is None:
        raise ValueError("What has no date does not return.")
    return first


def _find(notification: Notification) -> Day | None:
    day = date.fromisoformat(notification.occasion.partition("/")[0])
    what = notification.occasion.rpartition("/")[2]
    subject = notification.subject
    found = once((ANNIVERSARY, subject, day), lambda: returning_on(day, subject))
    return next((one for one in found if one.subject == subject and one.what == what), None)


def _known(notification: Notification) -> tuple[Day, date]:
    one = _find(notification)
    if one is None:
        raise LookupError(NOT_PUBLIC)
    return one, date.fromisoformat(notification.occasion.partition("/")[0])
