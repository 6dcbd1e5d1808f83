"""The list as a file: whoever fits the filter, and what every file says of itself."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, ClassVar

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from prisoners import public_rows
from prisoners.chain import ChainState, chains_of
from prisoners.columns import Column, columns, join_list, join_members
from prisoners.filters import PrisonerFilter
from prisoners.importing.saying import current
from prisoners.models import Hearing, Prisoner
from prisoners.paginator import looked_up
from prisoners.spreadsheets import safe_cell
from prisoners.upcoming import coming_hearings

#: People whose facts are in memory at a time: a few at first, whose rows leave at once, and twice as many each time.
FEW, CHUNK = 20, 200
POINTERS = frozenset({"replaces", "accompanies", "added_to", "sanction"})


@dataclass(frozen=True)
class Export(ABC):
    """What a file tells of everybody who fits a filter that is understood, and what it says of itself."""

    asked: PrisonerFilter

    #: What it is: a word for names of files and sheets.
    what: ClassVar[str]

    @property
    def day(self) -> date:
        """Of which day it is (UTC)."""
        return self.asked.day

    @property
    def name(self) -> str:
        """The name of the file without its ending: what, which filter, which day."""
        words = "-".join(f"{name}-{value}" for name, value in self.asked.chosen().items())
        plain = "".join(one if one.isascii() and (one.isalnum() or one in "-_.") else "_" for one in words)
        return "-".join(part for part in (self.what, plain[:80], self.day.isoformat()) if part)

    @property
    @abstractmethod
    def title(self) -> str:
        """What it is, in the active language."""

    @abstractmethod
    def table(self) -> Iterator[list[str]]:
        """The lines of a sheet beneath what it says of itself, safe in a spreadsheet."""

    @abstractmethod
    def document(self) -> Iterator[str]:
        """The parts of a JSON document."""

    def about(self) -> dict[str, Any]:
        """What it is, for a person and for a machine."""
        return {
            "title": self.title,
            "source": f"{settings.SITE_ORIGIN}/",
            "filter": dict(self.asked.chosen()),
            "rows": self.asked.total(self.asked.qs),
            "day": self.day.isoformat(),
            "made_at": timezone.now().isoformat(timespec="seconds"),
            "licence": settings.DATA_LICENCE,
        }

    def sheet(self) -> Iterator[list[str]]:
        """What the file says of itself, each line begun by #, then its table."""
        about = self.about()
        asked = "; ".join(f"{name}={value}" for name, value in about.pop("filter").items())
        for name, value in {**about, "filter": asked or gettext("none: everybody")}.items():
            yield [f"# {name}: {value}"]
        yield from self.table()


@dataclass(frozen=True)
class PeopleExport(Export):
    """Everybody who fits, one row a person, in the columns that the import reads: all, or the `fields`."""

    fields: Sequence[str] = ()

    what = "prisoners"

    @property
    def columns(self) -> Sequence[Column]:
        """The columns that are asked, in their order; all of them where none is."""
        named = {one.name: one for one in columns()}
        return [named[name] for name in self.fields or named]

    @property
    def title(self) -> str:
        return gettext("Prisoners")

    def rows(self) -> Iterator[dict[str, str]]:
        """One dictionary a person, every column in it; a constant number of queries for each 200 people."""
        for people in self._people():
            states, hearings = chains_of(people, self.day), _next_hearings(people)
            yield from (_row(one, states[one.pk], hearings.get(one.pk)) for one in people)

    def _people(self) -> Iterator[list[Prisoner]]:
        """Whoever fits, in order, some at a time; who was withdrawn before their turn came is not among them."""
        # Whole rows of everybody would be put in order, and aside, before the first of them leaves.
        numbers = self.asked.qs.prefetch_related(None).values_list("pk", flat=True).iterator(chunk_size=CHUNK)
        count = FEW
        while some := list(islice(numbers, count)):
            yield looked_up(self.asked.queryset, some)
            count = min(2 * count, CHUNK)

    def table(self) -> Iterator[list[str]]:
        asked = self.columns
        labels = [one.label for one in asked]
        yield [f"# {labels[0]}", *labels[1:]]
        yield [one.name for one in asked]
        for row in self.rows():
            yield [safe_cell(row[one.name]) for one in asked]

    def document(self) -> Iterator[str]:
        names = [one.name for one in self.columns]
        yield json.dumps(self.about(), ensure_ascii=False)[:-1] + ', "prisoners": [\n'
        for number, row in enumerate(self.rows()):
            yield (",\n" if number else "") + json.dumps({name: row[name] for name in names}, ensure_ascii=False)
        yield "\n]}\n"


def filter_of(data: Any) -> PrisonerFilter:
    """The filters of a query string, over people with what a row of a sheet holds."""
    return PrisonerFilter(data, queryset=public_rows.prisoners_in_a_sheet())


def _next_hearings(people: Sequence[Prisoner]) -> dict[int, date]:
    rows = Hearing.public.filter(coming_hearings(timezone.now()), case__defendants__in=people)
    found = rows.order_by("-held_earliest").values_list("case__defendants", "held_earliest")
    return {person: day for person, day in found if person is not None and day is not None}


def _row(person: Prisoner, state: ChainState, hearing: date | None) -> dict[str, str]:
    members = _members(person)
    places = {one.pk: str(number) for number, one in enumerate(members["sanction"], 1)}
    own = {one.name: _text(getattr(person, one.field)) for one in columns() if not one.group and not one.is_computed}
    grouped = {
        one.name: join_members(_cell(member, one, places) for member in members[one.group])
        for one in columns()
        if one.group
    }
    return own | grouped | {name: _text(value) for name, value in _computed(person, state, hearing).items()}


def _members(person: Prisoner) -> dict[str, list[Any]]:
    return {
        "spelling": list(person.names.all()),
        "role": list(person.affiliations.all()),
        "case": list(person.cases.all()),
        "charge": _by_case(person),
        "sanction": list(person.sanctions.all()),
        "custody": list(person.detentions.all()),
        "source": list({citation.source.pk: citation.source for citation in person.citations.all()}.values()),
    }


def _by_case(person: Prisoner) -> list[Any]:
    """The charges in the order of their cases; the order within a case stays."""
    cases = [one.pk for one in person.cases.all()]
    return sorted(
        (one for one in person.charges.all() if one.case_id in cases), key=lambda one: cases.index(one.case_id)
    )


def _cell(member: Any, column: Column, places: dict[int, str]) -> str:
    """`places` are the positions of the sanctions, by which members point at them."""
    if column.field in POINTERS and column.group in ("sanction", "custody"):
        return places.get(getattr(member, f"{column.field}_id"), "")
    return _text(current(member, column.field))


def _computed(person: Prisoner, state: ChainState, hearing: date | None) -> dict[str, Any]:
    return {
        "status": state.status.value,
        "is_held": state.is_held,
        "days_held": state.days_held_low,
        "days_held_most": state.days_held_high,
        "release_expected": state.projected_release_high,
        "next_hearing": hearing,
        "last_reported_on": state.last_reported_on,
        "page": f"{settings.SITE_ORIGIN}/en/prisoners/{person.slug}/",
    }


def _text(value: Any) -> str:
    """As the import reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return join_list(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)
