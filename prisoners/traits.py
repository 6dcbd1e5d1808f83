"""By what people are counted, read from the facts about a few of them; for everybody it is kept (`Trait`)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Func, IntegerField
from django.db.models.functions import ExtractYear

from prisoners.choices import PublicationState
from prisoners.few import within
from prisoners.models import Affiliation, Charge, Detention, Prisoner
from prisoners.prepared import Prepared

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
    ROLE = "role"
    ARTICLE = "article"


def _pairs(rows: Any, value: Any) -> Any:
    return rows.order_by().values_list("prisoner", value)


_PEOPLE = Prepared(
    lambda whom: Prisoner.public.filter(within("pk", whom)).order_by().values_list("pk", "country", "gender")
)
_PARTS = Prepared(
    lambda whom: (
        Affiliation.public.filter(within("prisoner", whom)).order_by().values_list("prisoner", "organisation", "kind")
    )
)
#: By kind: whom each value is said of.
_VALUES = {
    Kind.YEAR: Prepared(
        lambda whom: _pairs(Detention.public.filter(within("prisoner", whom)).annotate(year=_YEARS), F("year"))
    ),
    Kind.ARTICLE: Prepared(
        lambda whom: _pairs(
            Charge.public.filter(within("prisoner", whom), case__state=PublicationState.PUBLISHED),
            Func(F("articles"), function="unnest"),
        )
    ),
}


def traits_of(ids: Iterable[int]) -> dict[int, set[Counted]]:
    """What each of these is counted by, from what is public of those who are; four queries, whatever their number."""
    known = list(ids)
    found: dict[int, set[Counted]] = defaultdict(set)
    for pk, country, gender in _PEOPLE.of(known):
        found[pk] |= {(Kind.COUNTRY.value, country), (Kind.SEX.value, gender)}
    for pk, organisation, role in _PARTS.of(known):
        told = ((Kind.ORGANISATION.value, organisation), (Kind.ROLE.value, role))
        found[pk] |= {(kind, str(value)) for kind, value in told if value}
    for kind, rows in _VALUES.items():
        for pk, value in rows.of(known):
            found[pk].add((kind.value, str(value)))
    return found
