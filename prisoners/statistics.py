"""How many there are of whom: the people of a filter, counted by what the record says of them.

Asked through `prisoners.filters` like the list, so that a number here and the list behind it never disagree. A
constant number of queries, whatever the number of people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext

from prisoners.choices import PublicationState
from prisoners.few import within
from prisoners.filters import PrisonerFilter
from prisoners.held import Level, levels_of
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Detention,
    Organisation,
    Prisoner,
    Span,
    Trait,
    TraitTotal,
)
from prisoners.remembered import Models
from prisoners.spans import are_counted
from prisoners.standing import Standing
from prisoners.standing_filter import HELD
from prisoners.standings import standings
from prisoners.traits import Kind
from prisoners.words import country_name

#: What is counted, beside who fits the filter.
COUNTED: Models = {Span, Detention, Affiliation, Organisation, Charge, Case}
#: So many organisations and articles are counted, the commonest first.
MOST = 25


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
    """The numbers of a filter that is understood; of few things they are kept until what they count is written."""
    return asked.remembered("statistics", partial(_counted, asked), COUNTED)


def _counted(asked: PrisonerFilter) -> Statistics:
    # Where nothing is asked that leaves somebody out, what is kept of everybody is read. Else who fits is looked up
    # once: asked again by each count, the filter would cost more than the counting.
    is_everybody = not set(asked.chosen()) - {"as_of"}
    people, count = (None, 0) if is_everybody else asked.numbers()
    known, traits = standings(asked.day, people), _traits(people)
    tables = (
        _by_status(known.people),
        _by_custody(known.people),
        _by_country(traits[Kind.COUNTRY]),
        _by_sex(traits[Kind.SEX]),
        _by_year(traits[Kind.YEAR]),
        _by_organisation(traits[Kind.ORGANISATION]),
        _by_article(traits[Kind.ARTICLE]),
    )
    total = Prisoner.public.order_by().count() if people is None else count
    return Statistics(asked.day, total, tables, tuple(levels_of(known.turns)))


def _traits(people: str | None) -> dict[str, list[tuple[str, int]]]:
    """By kind: so many of each value, among these or in the whole public record."""
    rows: Any
    if people is None and are_counted():
        rows = TraitTotal.objects.values_list("kind", "value").annotate(count=Sum("people")).filter(count__gt=0)
    else:
        theirs = Q(prisoner__state=PublicationState.PUBLISHED) if people is None else within("prisoner", people)
        rows = Trait.objects.filter(theirs).values_list("kind", "value").annotate(count=Count("*"))
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for kind, value, count in rows:
        found[kind].append((value, count))
    return found


def _by_status(standing: list[tuple[str, str, int]]) -> Table:
    labels = dict(Standing.choices)
    rows = _most(_summed((status, count) for status, _held, count in standing))
    made = [Entry(value, str(labels[value]), count, ("status", value)) for value, count in rows]
    return Table("status", gettext("Where it stands"), tuple(made))


def _by_custody(standing: list[tuple[str, str, int]]) -> Table:
    rows = _most(_summed((held, count) for _status, held, count in standing))
    made = [Entry(name, str(dict(HELD)[name]), count, ("held", name)) for name, count in rows]
    return Table("held", gettext("Held"), tuple(made))


def _by_country(rows: list[tuple[str, int]]) -> Table:
    made = [Entry(code, country_name(code), count, ("country", code)) for code, count in _most(rows)]
    return Table("country", gettext("Country"), tuple(made))


def _by_sex(rows: list[tuple[str, int]]) -> Table:
    labels = {"f": gettext("women"), "m": gettext("men"), "": gettext("not recorded")}
    made = [Entry(value or "unknown", labels[value], count) for value, count in _most(rows)]
    return Table("sex", gettext("Sex"), tuple(made), gettext("As the record speaks of people."))


def _by_year(rows: list[tuple[str, int]]) -> Table:
    """By the years in which a stretch of custody may have begun, as the filter asks for it."""
    in_order = sorted(rows, key=lambda row: int(row[0]))
    made = [Entry(year, year, count, ("arrested", year)) for year, count in in_order]
    note = gettext("A person counts in each year in which custody began, or may have begun.")
    return Table("year", gettext("Custody began"), tuple(made), note)


def _by_organisation(rows: list[tuple[str, int]]) -> Table:
    found = _most((int(pk), count) for pk, count in rows)[:MOST]
    known = Organisation.objects.in_bulk([pk for pk, _count in found])
    named = [(known[pk], count) for pk, count in found if pk in known]
    made = [Entry(one.slug, one.name_i18n, count, ("organisation", one.slug)) for one, count in named]
    return Table("organisation", gettext("Organisation"), tuple(made), _commonest())


def _by_article(rows: list[tuple[str, int]]) -> Table:
    made = [Entry(value, value, count, ("article", value)) for value, count in _most(rows)[:MOST]]
    return Table("article", gettext("Article of the code"), tuple(made), _commonest())


def _summed(rows: Iterable[tuple[str, int]]) -> Iterable[tuple[str, int]]:
    sums = Counter[str]()
    for value, count in rows:
        sums[value] += count
    return [(value, count) for value, count in sums.items() if count]


def _most(rows: Iterable[Any]) -> list[tuple[Any, int]]:
    """The commonest first, and those that are equally common in a fixed order."""
    return sorted(((value, count) for value, count in rows), key=lambda pair: (-pair[1], str(pair[0])))


def _commonest() -> str:
    return gettext("The commonest; one person may be counted under several.")
