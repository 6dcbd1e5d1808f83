"""The rows that a file asks for, named by key: nothing here is written yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.db.models import CharField, DecimalField, IntegerField, Model
from django.utils.text import slugify
from django.utils.translation import gettext as _

from campaign.loading.cites import locator_of, merged
from campaign.loading.faults import Faults
from prisoners.dates import PartialDate
from prisoners.models import Organisation, Source
from prisoners.times import BadTime, instant_of, local_day_start

KEY_LENGTH = 200


@dataclass(frozen=True)
class Ref:
    """A row named by its model and its key, written or still to be written."""

    model: type[Model]
    key: str


@dataclass
class Row:
    """One row as the file wants it.

    `values` are fields (a `Ref` for a relation), `links` relations to many, `sources` the keys of its sources, a `Cite`
    where the file says where in it; `places` says that of sources among the links. `once` names the values that are set
    when the row is made and then left alone.
    """

    model: type[Model]
    key: str
    line: int
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, list[Ref]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    once: frozenset[str] = frozenset()

    @property
    def ref(self) -> Ref:
        return Ref(self.model, self.key)


@dataclass
class Plan:
    """All rows of a file in the order in which they were asked for. `scope` begins every key that is the file's."""

    scope: str
    faults: Faults
    rows: dict[Ref, Row] = field(default_factory=dict)

    def add(
        self,
        model: type[Model],
        key: str,
        line: int,
        values: Mapping[str, Any],
        *,
        sources: Iterable[str] = (),
        links: Mapping[str, list[Ref]] | None = None,
        once: Iterable[str] = (),
    ) -> Row:
        """Ask for a row under a key inside the file's scope; a key in use gets a number."""
        row = Row(model, self._free(model, f"{self.scope}:{key}", line), line, dict(values))
        row.links, row.sources, row.once = dict(links or {}), merged(sources), frozenset(once)
        return self.put(row)

    def put(self, row: Row) -> Row:
        """Ask for a row whose key is not the file's own (a place, a source)."""
        self._check_values(row)
        return self.rows.setdefault(row.ref, row)

    def starts_at(self, line: int, held_on: PartialDate | None, local_time: time | None, zone: str) -> datetime | None:
        """The instant (UTC) of a local date and time, of the day's first moment without a time, or None.

        An hour that the clock skips on that day is a fault.
        """
        if held_on is None or not held_on.is_day or held_on.earliest is None:
            return None
        try:
            day = held_on.earliest
            return instant_of(day, local_time, zone) if local_time else local_day_start(day, zone)
        except BadTime as error:
            self.faults.add(line, str(error))
            return None

    def _free(self, model: type[Model], key: str, line: int) -> str:
        if len(key) > KEY_LENGTH - 5:
            self.faults.add(line, _("The id is too long."))
            key = key[: KEY_LENGTH - 5]
        number, free = 1, key
        while Ref(model, free) in self.rows:
            number += 1
            free = f"{key}~{number}"
        return free

    def _check_values(self, row: Row) -> None:
        for name, value in row.values.items():
            model_field = row.model._meta.get_field(name)
            most = model_field.max_length if isinstance(model_field, CharField) else None
            if most and isinstance(value, str) and len(value) > most:
                values = {"name": str(getattr(model_field, "verbose_name", name)), "most": most}
                self.faults.add(row.line, _("“%(name)s” is longer than %(most)s characters.") % values)
            if isinstance(model_field, IntegerField | DecimalField) and value is not None:
                self._check_number(row, model_field, value)

    def _check_number(self, row: Row, model_field: IntegerField | DecimalField, value: Any) -> None:
        """A number that its column cannot hold is a fault, and not an error of the database."""
        try:
            model_field.run_validators(Decimal(value) if isinstance(model_field, DecimalField) else value)
        except ValidationError as error:
            name = str(getattr(model_field, "verbose_name", model_field.name))
            words = _("“%(value)s” cannot stand in “%(name)s”.") % {"value": str(value)[:100], "name": name}
            self.faults.add(row.line, " ".join([words, *error.messages]))


def sentence(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


def rest_on(row: Row, sources: Iterable[str]) -> None:
    """Tie a demand, an action, a report or an embassy to its sources, each with where in it that stands."""
    row.links["sources"] = [Ref(Source, str(one)) for one in sources]
    row.places = {str(one): locator_of(one) for one in sources if locator_of(one)}


def organisation_ref(plan: Plan, name: str, line: int) -> Ref:
    """The organisation of that name, asked for once a file."""
    slug = slugify(anyascii(name))[:110] or "organisation"
    row = Row(Organisation, f"{plan.scope}:organisation/{slug}", line)
    row.values, row.once = {"slug": slug, "name": name}, frozenset({"slug"})
    return plan.put(row).ref
