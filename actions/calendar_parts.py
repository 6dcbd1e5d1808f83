"""What calendars are made of: court dates, days that return, actions; of a long record the nearest, and saying so.

A program takes a calendar whole each time it asks, and shows nothing of one that is too large for it. So what is for
many has a bound, and each part says what it leaves out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from actions.ical_actions import action_entries
from actions.ical_actions import with_relations as whole_actions
from actions.models import Action
from prisoners.ical import Entry
from prisoners.ical_days import day_entries, end_entries
from prisoners.ical_hearings import hearing_entries
from prisoners.ical_hearings import with_relations as whole_hearings
from prisoners.models import Event, Hearing, Prisoner
from prisoners.own_days import birthdays, endings
from prisoners.returning import are_many, of_events, of_the_dead, returning
from prisoners.upcoming import NEXT_FIRST

#: What is longer past than this leaves the calendars of many; what was called off stays in sight for as long.
KEPT_FOR = timedelta(days=366)
#: So much of what is to come, and of what was, is in a calendar of many: the nearest.
AHEAD, BEHIND = 250, 50
#: Where more people are held than this, their own days are in their own calendars.
MOST_HELD = 300

Entries = Callable[[Iterable[Any]], list[Entry]]


@dataclass(frozen=True)
class Part:
    """Entries of one kind, and a sentence for each thing that is left out."""

    entries: list[Entry]
    left_out: tuple[str, ...] = ()


def all_hearings(hearings: QuerySet[Hearing]) -> Part:
    """Every court date, however long ago."""
    return Part(hearing_entries(whole_hearings(hearings)))


def near_hearings(hearings: QuerySet[Hearing], today: date) -> Part:
    """The court dates around today; four queries."""
    ahead, behind = _near(whole_hearings(hearings), today)
    left_out = []
    if len(ahead) > AHEAD:
        said = gettext("Of the court dates to come, the next %(n)d are here; later ones follow as they come nearer.")
        left_out.append(said % {"n": AHEAD})
    if len(behind) > BEHIND:
        left_out.append(gettext("Of the court dates that are over, the last %(n)d are here.") % {"n": BEHIND})
    return Part(hearing_entries([*ahead[:AHEAD], *behind[:BEHIND]]), tuple(left_out))


def all_days(people: QuerySet[Prisoner], events: QuerySet[Event]) -> Part:
    """All that returns each year, birthdays of those held among it, and near ends of terms by calculation."""
    today = timezone.now().date()
    days = day_entries([*returning(people, events), *birthdays(people, today)])
    return Part([*days, *end_entries(endings(people, today))])


def near_days(people: QuerySet[Prisoner], events: QuerySet[Event]) -> Part:
    """The same, but of so many people only what is commemorated, and the days after deaths."""
    if not are_many(people, MOST_HELD):
        return all_days(people, events)
    said = gettext(
        "More than %(n)d people are held: the anniversaries of arrests and sentences, birthdays and ends of terms "
        "are in the calendar of each of them."
    )
    return Part(day_entries([*of_events(events), *of_the_dead(events)]), (said % {"n": MOST_HELD},))


def all_actions(actions: QuerySet[Action]) -> Part:
    """Every action, however long ago."""
    return Part(action_entries(whole_actions(actions)))


def near_actions(actions: QuerySet[Action], today: date) -> Part:
    """The actions around today; two queries."""
    ahead, behind = _near(whole_actions(actions), today)
    left_out = []
    if len(ahead) > AHEAD:
        said = gettext("Of the actions to come, the next %(n)d are here; later ones follow as they come nearer.")
        left_out.append(said % {"n": AHEAD})
    if len(behind) > BEHIND:
        left_out.append(gettext("Of the actions that are over, the last %(n)d are here.") % {"n": BEHIND})
    return Part(action_entries([*ahead[:AHEAD], *behind[:BEHIND]]), tuple(left_out))


def recent(today: date) -> Q:
    """What may not be longer past than calendars keep it."""
    return Q(held_latest__gte=today - KEPT_FOR)


def _near(rows: QuerySet[Any], today: date) -> tuple[list[Any], list[Any]]:
    """What is to come and what was, the nearest to today first, one more of each than is shown."""
    kept = rows.filter(recent(today))
    ahead = kept.filter(held_latest__gte=today).order_by(*NEXT_FIRST)[: AHEAD + 1]
    behind = kept.filter(held_latest__lt=today).order_by("-held_latest", "-pk")[: BEHIND + 1]
    return list(ahead), list(behind)
