"""How many there are of whom: the people of a filter, counted by what the record says of them.

Asked through `prisoners.filters` like the list, so that a number here and the list behind it never disagree. A
constant number of queries, whatever the number of people.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Func, IntegerField, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.functional import cached_property
from django.utils.translation import gettext

from prisoners.choices import PublicationState
from prisoners.filters import HELD, HELD_VALUES, PrisonerFilter, among
from prisoners.held import Level, levels
from prisoners.models import Affiliation, Case, Charge, Detention, Organisation, Prisoner, Span
from prisoners.spans import kept, on_day
from prisoners.standing import Standing
from prisoners.words import country_name

#: So many organisations and articles are counted, the commonest first.
MOST = 25
#: The years between the bounds of a date; those of a date with an open end are not known.
_YEARS = Func(
    ExtractYear("started_earliest"),
    ExtractYear("started_latest"),
    template="generate_series((%(expressions)s)::integer)",
    arg_joiner=")::integer, (",
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Entry:
    """So many people of one value; `asks` is the parameter that lists them, with its value, empty where none does."""

    value: str
    label: str
    count: int
    asks: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """The people of a filter by one thing; `note` says what is counted."""

    name: str
    title: str
    rows: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True)
class Statistics:
    """What is known of everybody who fits a filter on `day`: how many, by what, and how many were held on each day."""

    day: date
    total: int
    tables: tuple[Table, ...]
    levels: tuple[Level, ...]


def statistics_of(asked: PrisonerFilter) -> Statistics:
    """The numbers of a filter that is understood; of few things each table is kept until what it counts is written."""
    counted = _Counted(asked)
    tables = (
        asked.remembered("status", counted.by_status, {Span}),
        asked.remembered("custody", counted.by_custody, {Span}),
        asked.remembered("country", counted.by_country),
        asked.remembered("sex", counted.by_sex),
        asked.remembered("year", counted.by_year, {Detention}),
        asked.remembered("organisation", counted.by_organisation, {Affiliation, Organisation}),
        asked.remembered("article", counted.by_article, {Charge, Case}),
    )
    known = asked.remembered("levels", lambda: tuple(levels(asked.day, counted.spans)), {Span})
    return Statistics(asked.day, asked.remembered("people", counted.people.count), tables, known)


class _Counted:
    """The people of a filter, and the ways to count them; each way is one query, or two."""

    def __init__(self, asked: PrisonerFilter) -> None:
        self.asked, self.day = asked, asked.day
        #: Where nothing is asked that leaves somebody out, nothing is compared with the people.
        self.is_everybody = not set(asked.chosen()) - {"as_of"}

    @cached_property
    def _numbers(self) -> list[int]:
        """Who fits, looked up once: asked again by each count, the filter would cost more than the counting."""
        return list(self.asked.qs.order_by().values_list("pk", flat=True))

    def _theirs(self, model: Any) -> QuerySet[Any]:
        """The public facts of theirs of one kind; whoever fits is public, which is not asked again."""
        if self.is_everybody:
            return model.public.order_by()
        published = model.internal.filter(state=PublicationState.PUBLISHED).order_by()
        return published.filter(among("prisoner", self._numbers))

    @property
    def people(self) -> QuerySet[Prisoner]:
        """The people themselves, in no order."""
        rows = Prisoner.public.order_by()
        return rows if self.is_everybody else rows.filter(among("pk", self._numbers))

    @property
    def spans(self) -> QuerySet[Span]:
        """Where they stand."""
        return kept() if self.is_everybody else Span.objects.filter(among("prisoner", self._numbers))

    def by_status(self) -> Table:
        labels = dict(Standing.choices)
        rows = on_day(self.spans, self.day).values_list("status").annotate(count=Count("pk"))
        made = [Entry(value, str(labels[value]), count, ("status", value)) for value, count in _most(rows)]
        return Table("status", gettext("Where it stands"), tuple(made))

    def by_custody(self) -> Table:
        names = {is_held: name for name, is_held in HELD_VALUES.items()}
        rows = on_day(self.spans, self.day).values_list("is_held").annotate(count=Count("pk"))
        found = [(names[is_held], count) for is_held, count in _most(rows)]
        made = [Entry(name, str(dict(HELD)[name]), count, ("held", name)) for name, count in found]
        return Table("held", gettext("Held"), tuple(made))

    def by_country(self) -> Table:
        rows = self.people.values_list("country").annotate(count=Count("pk"))
        made = [Entry(code, country_name(code), count, ("country", code)) for code, count in _most(rows)]
        return Table("country", gettext("Country"), tuple(made))

    def by_sex(self) -> Table:
        labels = {"f": gettext("women"), "m": gettext("men"), "": gettext("not recorded")}
        rows = self.people.values_list("gender").annotate(count=Count("pk"))
        made = [Entry(value or "unknown", labels[value], count) for value, count in _most(rows)]
        return Table("sex", gettext("Sex"), tuple(made), gettext("As the record speaks of people."))

    def by_year(self) -> Table:
        """By the years in which a stretch of custody may have begun, as the filter asks for it."""
        taken = self._theirs(Detention).annotate(year=_YEARS).values_list("year")
        rows = taken.annotate(count=Count("prisoner", distinct=True))
        made = [Entry(str(year), str(year), count, ("arrested", str(year))) for year, count in sorted(rows)]
        note = gettext("A person counts in each year in which custody began, or may have begun.")
        return Table("year", gettext("Custody began"), tuple(made), note)

    def by_organisation(self) -> Table:
        named = self._theirs(Affiliation).filter(organisation__isnull=False)
        found = _most(named.values_list("organisation").annotate(count=Count("prisoner", distinct=True)))[:MOST]
        known = Organisation.objects.in_bulk([pk for pk, _count in found])
        rows = [(known[pk], count) for pk, count in found]
        made = [Entry(one.slug, one.name_i18n, count, ("organisation", one.slug)) for one, count in rows]
        return Table("organisation", gettext("Organisation"), tuple(made), _commonest())

    def by_article(self) -> Table:
        accused = self._theirs(Charge).filter(case__state=PublicationState.PUBLISHED)
        rows = accused.annotate(article=Func(F("articles"), function="unnest")).values_list("article")
        found = _most(rows.annotate(count=Count("prisoner", distinct=True)))[:MOST]
        made = [Entry(value, value, count, ("article", value)) for value, count in found]
        return Table("article", gettext("Article of the code"), tuple(made), _commonest())


def _most(rows: Iterable[Any]) -> list[tuple[Any, int]]:
    """The commonest first, and those that are equally common in a fixed order."""
    return sorted(((value, count) for value, count in rows), key=lambda pair: (-pair[1], str(pair[0])))


def _commonest() -> str:
    return gettext("The commonest; one person may be counted under several.")
