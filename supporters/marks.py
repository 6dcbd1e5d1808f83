"""Marks of a time in custody: birthdays, each hundredth day, half of the term, and its end by calculation.

Told at the reader's hour, by the date, so that a mail that is late is still true. Only what is known to the day is
told: a range gives no mark. Which people have one is asked of the spans; what it is exactly, of the chain: of an end,
which stays near for thirty days and would be asked about with each look, once it is being told.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import (
    BooleanField,
    DateField,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Mod
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import get_language

from prisoners import spans
from prisoners.chain import ChainState, chains_of
from prisoners.dates import anniversary, describe, from_date, years_between
from prisoners.models import Prisoner
from prisoners.returning import may_return
from supporters.alerts import register_alert
from supporters.asking import once
from supporters.choices import AlertGroup
from supporters.hours import days_of_readers, days_were_asked
from supporters.kinds import A_MONTH
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import Span, Whose, Word, owe_followers
from supporters.services.retention import keep_while
from supporters.subjects import named
from supporters.topics import topics_of

BIRTHDAY, HUNDREDS, HALF, NEAR = "birthday", "days_in_custody", "half_of_term", "release_near"
HUNDRED = 100
#: Days; nobody is held for longer than a hundred years.
LONGEST = 36500
#: How long before it the end of a term is told.
AHEAD = timedelta(days=30)
DAY = timedelta(days=1)
#: So many days between stretches of one custody are looked for: who was moved more often is asked about by no day.
MOST_BETWEEN = 20
#: So long a digest may still tell of a mark, by its date.
KEPT_FOR_DIGEST = timedelta(days=9)
#: The end of a term is told some twelve days before it at the latest, whatever the day of the month.
END_KEPT_FOR_MONTH = timedelta(days=20)
NO_MARK = "it is not so any more"


@dataclass(frozen=True)
class Mark:
    """One mark of a public prisoner on a day: what makes it once, and the number or day that it is about."""

    prisoner: Prisoner
    occasion: str
    number: int | None = None
    on: date | None = None


Finder = Callable[[date, QuerySet[Prisoner]], Iterator[Mark]]


def register() -> None:
    """Make the mails about marks and their question known."""
    more: dict[str, Any] = {"group": AlertGroup.DAYS, "resend_if_in_doubt": False, "kept_for_digest": KEPT_FOR_DIGEST}
    for kind in FINDERS:
        kept = END_KEPT_FOR_MONTH if kind == NEAR else A_MONTH
        register_alert(kind, context, against, topics, kept_for_month=kept, **more)
    register_planner("marks", plan, unless=lambda now: days_were_asked("marks", now))
    keep_while((NEAR,), _whose_end_is_near)


def plan(now: datetime) -> int:
    """Owe the marks of today where a reader's hour has come and it is not yet midnight; returns how many are new."""
    by_day = days_of_readers("marks", now)
    everybody = Prisoner.public.all()
    return sum(
        _tell(kind, mark, day, by_reader)
        for day, by_reader in by_day.items()
        for kind, find in FINDERS.items()
        for mark in find(day, everybody)
    )


def birthdays(day: date, people: QuerySet[Prisoner]) -> Iterator[Mark]:
    """Of those who are, or may be, held on that day."""
    held = spans.on_day(spans.kept().filter(may_be_held=True, prisoner=OuterRef("pk")), day)
    for one in people.filter(may_return(day, "born")).filter(Exists(held)):
        if one.born_on is not None and anniversary(one.born_on, day.year) == day:
            yield Mark(one, day.isoformat(), years_between(one.born_on, day))


def hundreds(day: date, people: QuerySet[Prisoner]) -> Iterator[Mark]:
    """The hundredth, two hundredth … day of the custody that lasts; each once, whatever is corrected later.

    It is counted from its first day, less the days between two stretches of it that touch: days on which a span says
    that nobody was certainly held. Of whom there are too few of these there is nothing to ask the chain that day.
    """
    rounded = _OneOf(F("since_on"), _before(day, 0))
    over = Mod(_days_from(F("since_on"), Value(day, DateField())), HUNDRED)
    moved = Q(_OneOf(F("since_on"), _before(day, *range(1, MOST_BETWEEN + 1)))) & GreaterThanOrEqual(
        _days_between(day), over
    )
    for one, state in _chains(_held(day, people).filter(rounded | moved).values("prisoner"), day):
        low, high = state.episode_days_low, state.episode_days_high
        if low and low == high and low % HUNDRED == 0:
            yield Mark(one, str(low), low)


def halves(day: date, people: QuerySet[Prisoner]) -> Iterator[Mark]:
    """Half of the running term is served on that day."""
    found = spans.on_day(spans.kept().filter(half_on=day, prisoner__in=people), day)
    for one, state in _chains(found.values("prisoner"), day):
        half = state.half_term
        if half is not None and half.earliest == half.latest == day:
            yield Mark(one, day.isoformat(), on=state.projected_release_low)


def near_ends(day: date, people: QuerySet[Prisoner]) -> Iterator[Mark]:
    """The running term ends by calculation within thirty days; once for each end that is calculated."""
    near = _held(day, people).filter(term_ends_on__gt=day, term_ends_on__lte=day + AHEAD)
    for span in near.order_by("prisoner").select_related("prisoner"):
        yield Mark(span.prisoner, span.term_ends_on.isoformat(), on=span.term_ends_on)


def ends_by_chain(day: date, people: QuerySet[Prisoner]) -> Iterator[Mark]:
    """The same of few, from the facts as they stand: the spans may not know yet what was written a moment ago."""
    for one, state in _chains(people.values("pk"), day):
        low, high = state.projected_release_low, state.projected_release_high
        if state.is_held and low is not None and low == high and day < low <= day + AHEAD:
            yield Mark(one, low.isoformat(), on=low)


#: Which question each kind of mail asks of everybody, and of somebody whom it is about to tell of.
FINDERS: dict[str, Finder] = {BIRTHDAY: birthdays, HUNDREDS: hundreds, HALF: halves, NEAR: near_ends}
OF_ONE = {**FINDERS, NEAR: ends_by_chain}


def context(notification: Notification) -> dict[str, Any]:
    """Who, on which day, and the number or the day that it is about."""
    mark, language = _find(notification), get_language() or "en"
    if mark is None:
        raise LookupError(NO_MARK)
    return {
        "who": mark.prisoner.name_i18n,
        "day": describe(from_date(_day_of(notification)), language),
        "n": mark.number,
        "until": describe(from_date(mark.on), language) if mark.on else "",
        "link": f"{settings.SITE_ORIGIN}/{language}/prisoners/{mark.prisoner.slug}/",
    }


def against(notification: Notification, now: datetime) -> str:
    """True while the record still says so of that day."""
    return NO_MARK if _find(notification) is None else ""


def topics(notification: Notification) -> list[str]:
    """Under which topics it is told."""
    mark = _find(notification)
    return topics_of([mark.prisoner.pk], [mark.prisoner.country]) if mark else []


def _whose_end_is_near(now: datetime) -> QuerySet[Any, tuple[str]]:
    """Word of it is of use on its day alone, and is not to be erased and told again while the end is near still."""
    days = ((now - DAY).date(), (now + DAY + AHEAD).date())
    rows = spans.kept().filter(is_held=True, term_ends_on__range=days).order_by()
    return rows.values_list(named("prisoner", "prisoner"))


def _tell(kind: str, mark: Mark, day: date, by_reader: dict[Whose, Span]) -> int:
    word = Word(kind, f"prisoner:{mark.prisoner.pk}", mark.occasion, {"day": day.isoformat()})
    return owe_followers(topics_of([mark.prisoner.pk], [mark.prisoner.country]), word, by_reader)


def _find(notification: Notification) -> Mark | None:
    kind, day, subject = notification.kind, _day_of(notification), notification.subject
    people = Prisoner.public.filter(pk=subject.removeprefix("prisoner:"))
    found = once((kind, subject, day), lambda: list(OF_ONE[kind](day, people)))
    return next((mark for mark in found if mark.occasion == notification.occasion), None)


def _day_of(notification: Notification) -> date:
    return date.fromisoformat(notification.told["day"])


class _OneOf(Func):
    """Whether a day is one of these: as one value, for Django takes longer to write down thousands than to look."""

    template, arg_joiner, output_field = "(%(expressions)s::date[]))", " = ANY(", BooleanField()


def _before(day: date, *off: int) -> Value:
    """The days from which it is a round number, and so many days more."""
    days = (day - timedelta(days=n + more) for n in range(HUNDRED, LONGEST, HUNDRED) for more in off)
    return Value(f"{{{','.join(map(str, days))}}}")


def _days_between(day: date) -> Subquery:
    """On how many days of the custody that lasts somebody was not certainly held; None where that is none."""
    less = spans.kept().filter(prisoner=OuterRef("prisoner"), begins_on__gt=OuterRef("since_on"), ends_on__lte=day)
    lengths = less.exclude(is_held=True).order_by().values("prisoner")
    return Subquery(lengths.annotate(days=Sum(_days_from(F("begins_on"), F("ends_on")))).values("days"))


def _days_from(begin: Any, end: Any) -> Func:
    """How many days lie between: the database has a number for it, and Django a length of time."""
    return Func(end, begin, template="(%(expressions)s)", arg_joiner=" - ", output_field=IntegerField())


def _held(day: date, people: QuerySet[Prisoner]) -> QuerySet[Any]:
    return spans.on_day(spans.kept().filter(is_held=True, prisoner__in=people), day)


def _chains(keys: QuerySet[Any], day: date) -> Iterator[tuple[Prisoner, ChainState]]:
    people = list(Prisoner.public.filter(pk__in=keys).order_by("pk"))
    states = chains_of(people, day) if people else {}
    yield from ((one, states[one.pk]) for one in people)
