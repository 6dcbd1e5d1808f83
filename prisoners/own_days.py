"""Days of those who are held beside those of their custody: birthdays, and near ends of terms by calculation.

The same days that the alerts `birthday` and `release_near` tell of. Only what is known to the day is one.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet

from prisoners.models import Detention, Prisoner, Sanction
from prisoners.returning import Returning, may_return
from prisoners.spans import on_day, spans

BIRTHDAY = "birthday"
#: For so long ahead an end by calculation is told.
AHEAD = timedelta(days=366)


@dataclass(frozen=True)
class Ending:
    """That the running term of a public prisoner ends on a day by calculation, and when a fact of it last changed."""

    prisoner: Prisoner
    on: date
    changed_at: datetime


def birthdays(people: QuerySet[Prisoner], today: date, day: date | None = None) -> list[Returning]:
    """Birthdays of those who are, or may be, held today: all, or those that may return on `day`; two queries."""
    held = on_day(spans(), today).filter(may_be_held=True, prisoner=OuterRef("pk"))
    born = people.filter(may_return(day, "born")).exclude(born_on="").filter(Exists(held)).order_by("name", "pk")
    return [Returning(one, BIRTHDAY, one.born_on, one) for one in born]


def endings(people: QuerySet[Prisoner], today: date, day: date | None = None) -> list[Ending]:
    """Ends of running terms of those held today, until `AHEAD`: all, or those on `day`; a constant number of queries.

    Both days are civil days in UTC.
    """
    first, last = (today, today + AHEAD) if day is None else (day, day)
    if day is not None and not today < day <= today + AHEAD:
        return []
    near = on_day(spans(), today).filter(is_held=True, term_ends_on__gt=today, term_ends_on__range=(first, last))
    # Looked up first: of many people few have their end then.
    ends = {pk: on for pk, on in near.order_by().values_list("prisoner", "term_ends_on") if on is not None}
    ending = list(people.filter(pk__in=ends).order_by("name", "pk"))
    changed = _changed(ending) if ending else {}
    return [Ending(one, ends[one.pk], max([one.updated_at, *changed.get(one.pk, [])])) for one in ending]


def _changed(people: list[Prisoner]) -> dict[int, list[datetime]]:
    """When what the end is calculated from last changed."""
    found: dict[int, list[datetime]] = {}
    models: tuple[Any, ...] = (Sanction, Detention)
    for model in models:
        rows = model.public.filter(prisoner__in=people).order_by().values_list("prisoner")
        for pk, at in rows.annotate(Max("updated_at")):
            found.setdefault(pk, []).append(at)
    return found
