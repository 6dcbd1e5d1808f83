"""The order of a list by whose birthday comes soonest: of those who are held, or may be, and whose day is known."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, F, FilteredRelation, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, ExtractDay, ExtractMonth, Substr

from prisoners.dates import NO_YEAR, PartialDate, anniversary
from prisoners.models import BIRTHDAY

#: As long as any month, so that each day of a year has its place in it. 29 February stands right after the 28th, on
#: which it is kept in common years.
MONTH = 32
YEAR = 12 * MONTH
#: Of so many days the birthdays are looked for first.
BEGINNING = timedelta(days=9)
#: What is known to the day: with its year, or without.
IS_KNOWN = Q(born_earliest=F("born_latest")) | Q(born_as__regex=rf"^{NO_YEAR}-\d\d-\d\d")


def next_birthday(born: PartialDate | None, day: date) -> date | None:
    """The first birthday that is not before a day; None where no day of the year is known."""
    found = (anniversary(born, year) for year in (day.year, day.year + 1)) if born is not None else ()
    return next((one for one in found if one is not None and one >= day), None)


def soonest_first(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """The people in that order, as they stand on a day; whose birthday is not known, or who is not held, by name."""
    on = Q(spans__begins_on__lte=day, spans__ends_on__gt=day, spans__may_be_held=True)
    told = _told(rows).annotate(span_held=FilteredRelation("spans", condition=on))
    return told.order_by(_wait(day, Q(span_held__isnull=False)).asc(nulls_last=True), "name", "pk")


def the_soonest(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Those of them with whom it begins, of some days: an index has them by month and day."""
    held = {"spans__begins_on__lte": day, "spans__ends_on__gt": day, "spans__may_be_held": True}
    near = _told(rows).alias(wait=_wait(day), birthday=BIRTHDAY)
    return near.filter(_between(day, day + BEGINNING), IS_KNOWN, **held).order_by("wait", "name", "pk")


def _between(first: date, last: date) -> Q:
    begins, ends = Q(birthday__gte=f"{first:%m-%d}"), Q(birthday__lte=f"{last:%m-%d}")
    return begins & ends if first.year == last.year else begins | ends


def _told(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With the date as its text, which a field of dates does not compare."""
    return rows.alias(born_as=Cast("born_on", TextField()))


def _wait(day: date, condition: Q | None = None) -> Case:
    """How far away the next birthday of whom it is known is, 0 on the day itself; null for all others."""
    month = Coalesce(ExtractMonth("born_earliest"), _number(6))
    number = Coalesce(ExtractDay("born_earliest"), _number(9))
    wait = (month * Value(MONTH) + number - Value(_place(day)) + Value(YEAR)) % Value(YEAR)
    return Case(When(IS_KNOWN & (condition or Q()), then=wait))


def _place(day: date) -> int:
    return day.month * MONTH + day.day


def _number(at: int) -> Cast:
    """Two signs of the date as a number."""
    return Cast(Substr("born_as", at, 2), IntegerField())
