"""By what people are counted, read from the facts about a few of them; for everybody it is kept (`Trait`)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Func, IntegerField
from django.db.models.functions import ExtractYear

from prisoners.choices import PublicationState
from prisoners.models import Affiliation, Charge, Detention, Prisoner

#: A kind of trait and its value, as text.
Counted = tuple[str, str]
#: The years between the bounds of a date; those of a date with an open end are not known.
_YEARS = Func(
    ExtractYear("started_earliest"),
    ExtractYear("started_latest"),
    template="generate_series((%(expressions)s)::integer)",
    arg_joiner=")::integer, (",
    output_field=IntegerField(),
)


class Kind(models.TextChoices):
    """What people are counted by, beside where they stand."""

    COUNTRY = "country"
    SEX = "sex"
    YEAR = "year"
    ORGANISATION = "organisation"
    ARTICLE = "article"


def traits_of(ids: Iterable[int]) -> dict[int, set[Counted]]:
    """What each of these is counted by, from what is public of those who are; four queries, whatever their number."""
    known = list(ids)
    people = Prisoner.public.filter(pk__in=known).order_by()
    taken = Detention.public.annotate(year=_YEARS)
    accused = Charge.public.filter(case__state=PublicationState.PUBLISHED)
    named = Affiliation.public.filter(organisation__isnull=False)
    found: dict[int, set[Counted]] = defaultdict(set)
    for pk, country, gender in people.values_list("pk", "country", "gender"):
        found[pk] |= {(Kind.COUNTRY.value, country), (Kind.SEX.value, gender)}
    for kind, rows in (
        (Kind.YEAR, _pairs(taken, known, F("year"))),
        (Kind.ORGANISATION, _pairs(named, known, F("organisation"))),
        (Kind.ARTICLE, _pairs(accused, known, Func(F("articles"), function="unnest"))),
    ):
        for pk, value in rows:
            found[pk].add((kind.value, str(value)))
    return found


def _pairs(rows: Any, people: list[int], value: Any) -> Any:
    return rows.filter(prisoner__in=people).order_by().values_list("prisoner", value)
