"""Days that return: an arrest, a sentence, what is remembered each year. Told at the reader's own hour (nine).

Only dates that are exact to the day return; 29 February does on 28 February in common years. Years are
counted on the calendar, not in days. An anniversary is told on its day, or in a digest by its date.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from prisoners.choices import EventKind, SanctionEnd
from prisoners.dates import PartialDate, anniversary, describe, from_date, years_between
from prisoners.models import Detention, Event, Prisoner, Sanction
from supporters.alerts import register_alert
from supporters.choices import AlertGroup, Rank
from supporters.hours import hour_on, hours_of_readers, is_new_step, local_day
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import Span, Whose, Word, owe_followers
from supporters.topics import topics_of, topics_of_event

ANNIVERSARY = "anniversary"
DAY = timedelta(days=1)
#: So long a digest may still tell of the day, by its date.
KEPT_FOR_DIGEST = timedelta(days=9)

NOT_PUBLIC = "what is remembered is not public"


@dataclass(frozen=True)
class Day:
    """What returns on a day: from which row (`event:3`), what it was, when, of whom, told to the followers of what."""

    row: str
    #: arrest, sentence or event.
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
    more: dict[str, Any] = {"group": AlertGroup.DAYS, "resend_if_in_doubt": False, "kept_for_digest": KEPT_FOR_DIGEST}
    register_alert(ANNIVERSARY, context, against, topics, rank=Rank.PATIENT, **more)
    register_planner("anniversaries", plan)


def plan(now: datetime) -> int:
    """Owe what returns today, where a reader's hour has come and it is not yet midnight; returns how many are new.

    Asked once in a quarter of an hour: in between nobody's hour comes.
    """
    if not is_new_step("anniversaries", now):
        return 0
    spans: dict[date, dict[Whose, Span]] = defaultdict(dict)
    for whose in hours_of_readers():
        day = local_day(now, whose)
        span = Span(hour_on(day, whose), hour_on(day + DAY, whose._replace(hour=0)))
        if span.is_open(now):
            spans[day][whose] = span
    return sum(_tell(one, day, by_reader) for day, by_reader in spans.items() for one in returning_on(day))


def returning_on(day: date) -> list[Day]:
    """Everything public that returns on a local day."""
    return [*_arrests(day), *_sentences(day), *_remembered(day)]


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


def _arrests(day: date) -> Iterator[Day]:
    """From events, and from the beginning of custody; not of people who are known to be free again."""
    events = returning(Event.public.filter(kind=EventKind.ARREST, is_planned=False), "happened", day)
    for event in events:
        for prisoner in _still_held(Prisoner.public.filter(events=event)):
            yield _of_prisoner(f"event:{event.pk}", "arrest", event.happened_on, prisoner)
    earlier = Detention.public.filter(
        prisoner=OuterRef("prisoner"),
        started_earliest__lt=OuterRef("started_earliest"),
        ended_latest__gte=OuterRef("started_earliest") - DAY,
    )
    begun = Detention.public.filter(~Exists(earlier)).select_related("prisoner")
    for row in _of_held(returning(begun, "started", day)):
        yield _of_prisoner(f"detention:{row.pk}", "arrest", row.started_on, row.prisoner)


def _sentences(day: date) -> Iterator[Day]:
    """Of sanctions that still run; what was imposed beside another one has no day of its own."""
    running = Sanction.public.filter(ended_by=SanctionEnd.NOT_ENDED, accompanies__isnull=True, replaced_by__isnull=True)
    for row in _of_held(returning(running.select_related("prisoner"), "imposed", day)):
        yield _of_prisoner(f"sanction:{row.pk}", "sentence", row.imposed_on, row.prisoner)


def _remembered(day: date) -> Iterator[Day]:
    """Events that are remembered each year, by the followers of their country, people and campaigns."""
    for event in returning(Event.public.filter(is_commemorated=True).select_related("place"), "happened", day):
        prisoners = Prisoner.public.filter(events=event).values_list("pk", flat=True)
        country = event.country or (event.place.country if event.place else "")
        topics = tuple(topics_of_event(event.pk, prisoners, [country]))
        title = event.title_i18n or event.get_kind_display()
        yield Day(f"event:{event.pk}", "event", _exact(event.happened_on), title, topics, None)


def _of_prisoner(row: str, what: str, first: PartialDate | None, prisoner: Prisoner) -> Day:
    return Day(row, what, _exact(first), "", tuple(topics_of([prisoner.pk], [prisoner.country])), prisoner)


def _of_held(rows: list[Any]) -> list[Any]:
    """Those of the rows whose prisoners are not known to be free again."""
    people = Prisoner.public.filter(pk__in={row.prisoner_id for row in rows})
    held = set(_still_held(people).values_list("pk", flat=True)) if rows else set()
    return [row for row in rows if row.prisoner_id in held]


def _still_held(prisoners: QuerySet[Prisoner]) -> QuerySet[Prisoner]:
    """Without those whose every known stretch of custody has ended."""
    stretches = Detention.public.filter(prisoner=OuterRef("pk"))
    return prisoners.filter(~Exists(stretches) | Exists(stretches.filter(ended_on="")))


def returning(rows: QuerySet, name: str, day: date) -> list:
    """The rows whose date `<name>_on` returns on the day: asked roughly of the database, exactly of the calendar."""
    days = [(day.month, day.day), *([(2, 29)] if (day.month, day.day) == (2, 28) else [])]
    wanted = Q()
    for month, number in days:
        exact = Q(**{f"{name}_earliest__month": month, f"{name}_earliest__day": number})
        wanted |= exact | Q(**{f"{name}_on__startswith": f"XXXX-{month:02}-{number:02}"})
    found = rows.filter(wanted)
    return [row for row in found if (first := getattr(row, f"{name}_on")) and anniversary(first, day.year) == day]


def _exact(first: PartialDate | None) -> PartialDate:
    if first is None:
        raise ValueError("What has no date does not return.")
    return first


def _find(notification: Notification) -> Day | None:
    day = date.fromisoformat(notification.occasion.partition("/")[0])
    what = notification.occasion.rpartition("/")[2]
    same = (one for one in returning_on(day) if one.subject == notification.subject and one.what == what)
    return next(same, None)


def _known(notification: Notification) -> tuple[Day, date]:
    one = _find(notification)
    if one is None:
        raise LookupError(NOT_PUBLIC)
    return one, date.fromisoformat(notification.occasion.partition("/")[0])
