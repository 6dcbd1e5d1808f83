"""Writes the lines of a record into this one, each through the service of its noun; the caller's transaction holds."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actions.models.cites import MOST
from campaign.record_instants import INSTANTS, derive, revise, told_of
from campaign.record_known import KnownRows
from campaign.record_tables import TABLES, Table
from campaign.record_values import AT, Line, LineRefused, as_kept, said, says_where, why
from prisoners.choices import PublicationState
from prisoners.models import PersonName, Prisoner
from prisoners.models.base import Publishable
from prisoners.refusals import Refusal
from prisoners.services.of_rows import service_of
from prisoners.services.prisoners import keep_name, name_the_nameless
from prisoners.services.refusals import words_of

#: One file or record is read in at a time (a number of our own for PostgreSQL's advisory locks).
LOCK = 7_361_204
#: Lines by their kind, each with the number of its line.
Lines = dict[Any, list[tuple[int, Line]]]


def wait_for_others() -> None:
    """Wait until nothing else is read into the record; inside a transaction, which it holds to its end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@dataclass
class Written:
    """What became of the rows of one kind, by their keys."""

    asked: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    #: The names of the fields that are said otherwise now.
    touched: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: int = 0

    @property
    def new(self) -> int:
        return len(self.made) + self.beside

    @property
    def changed(self) -> int:
        return len(self.touched.keys() - self.made)

    @property
    def unchanged(self) -> int:
        return len(self.asked - self.touched.keys() - self.made)


@dataclass
class RecordWriter:
    """Writes the lines in the order of the tables; links inside one table and to many come after its rows.

    A line says all of its row: what it leaves out is empty.
    """

    lines: Lines
    #: Whether a list of other rows is the whole list, so that those are untied that it does not name.
    takes_away: ClassVar[bool] = True
    rows: dict[Any, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    written: dict[Any, Written] = field(default_factory=lambda: defaultdict(Written))

    def write(self) -> dict[Any, Written]:
        """Write everything; what became of the rows of each kind. Raises LineRefused with the line."""
        for table in TABLES:
            known = KnownRows(table, [line["_"] for _number, line in self.lines.get(table.model, [])], self.rows)
            for number, line in self.lines.get(table.model, []):
                self._put(table, number, line, known)
            for number, line in self.lines.get(table.model, []):
                self._tie(table, number, line)
            self.written[table.model].asked = set(self.rows[table.model])
        for table in TABLES:
            for number, line in self.lines.get(table.model, []):
                self._tie_late(table, number, line)
        self.written[PersonName].beside = name_the_nameless(self.rows[Prisoner].values())
        return self.written

    def columns_of(self, table: Table) -> list[Any]:
        """Which fields of a kind of row a line may say."""
        return table.columns

    def is_said(self, line: Line, name: str, row: Any) -> bool:
        """Whether a line says anything of a field, be it that it is empty."""
        return True

    def find(self, one: Any, key: str) -> Any:
        """The row that a key means, where no line before has it."""
        return None

    def _put(self, table: Table, number: int, line: Line, known: KnownRows) -> None:
        key = line["_"]
        if key in self.rows[table.model]:
            raise LineRefused(table.file, number, _("The key “%(key)s” stands here twice.") % {"key": key})
        values = self._values(table, number, line)
        named = {name for name, (one, _value) in values.items() if self.is_said(line, one.name, None)}
        row = known.find(key, values, named) or table.model()
        self._ask_state(table, number, line, row)
        is_new = row.pk is None
        if is_new:
            known.name(row, key)
        values = {name: value for name, (one, value) in values.items() if self.is_said(line, one.name, row)}
        names = {*values, *INSTANTS.get(table.model, ())}
        before = {name: getattr(row, name) for name in names} if not is_new else {}
        told = told_of(row) if not is_new else {}
        for name, value in values.items():
            setattr(row, name, value)
        if is_new and isinstance(row, Publishable):
            _stand(row, line)
        self._derive(table, number, row)
        revise(row, told)
        otherwise = [name for name in before if said(before[name]) != said(getattr(row, name))]
        if is_new or otherwise:
            _refuse_incomplete(table, number, row)
            self._save(table, number, row)
            self._count(table, key, otherwise, is_new=is_new)
        self.rows[table.model][key] = row

    def _count(self, table: Table, key: str, names: list[str], *, is_new: bool = False) -> None:
        if is_new:
            self.written[table.model].made.add(key)
        else:
            self.written[table.model].touched[key] += names

    def _ask_state(self, table: Table, number: int, line: Line, row: Any) -> None:
        """What was withdrawn or not yet published here is not published by a file, nor the other way round."""
        wanted = line.get("state") or PublicationState.PUBLISHED
        if isinstance(row, Publishable) and row.pk and row.state != wanted:
            words = (
                _("“%(key)s” is not published here; decide about it first.")
                if wanted == PublicationState.PUBLISHED
                else _("“%(key)s” stands otherwise here on its way to publication; decide about it first.")
            )
            raise LineRefused(table.file, number, words % {"key": line["_"]})

    def _derive(self, table: Table, number: int, row: Any) -> None:
        try:
            derive(row)
        except Refusal as error:
            raise LineRefused(table.file, number, str(error)) from error

    def _values(self, table: Table, number: int, line: Line) -> dict[str, tuple[Any, Any]]:
        """By the name of the attribute: the field, and its value."""
        columns = self.columns_of(table)
        known = (
            {one.name for one in columns}
            | set(table.many.split())
            | {"_"}
            | ({AT} if says_where(table.model) else set())
        )
        if unknown := sorted(set(line) - known):
            raise LineRefused(table.file, number, _("Here is no field “%(name)s”.") % {"name": unknown[0]})
        values = {}
        for one in columns:
            if (one.is_relation and one.related_model is table.model) or one.name in table.late.split():
                continue
            if one.get_internal_type() == "DateTimeField" and one.name in INSTANTS.get(table.model, ()):
                continue
            name = one.attname if one.is_relation else one.name
            values[name] = (one, self._value(table, number, one, line.get(one.name)))
        return values

    def _value(self, table: Table, number: int, one: Any, value: Any) -> Any:
        if one.is_relation:
            return None if value is None else self._linked(table, number, one, value).pk
        if value is None:
            return nothing_of(one)
        try:
            return as_kept(one, value)
        except (ValidationError, Refusal, TypeError, ValueError, ArithmeticError) as error:
            words = _("“%(value)s” cannot stand in “%(name)s”.") % {"value": str(value)[:100], "name": one.name}
            raise LineRefused(table.file, number, " ".join([words, *why(error)])) from error

    def _linked(self, table: Table, number: int, one: Any, key: Any) -> Any:
        row = self.rows[one.related_model].get(str(key)) or self.find(one, str(key))
        if row is None:
            values = {"name": one.name, "key": key}
            words = _("“%(name)s” names “%(key)s”, which is not in the files.")
            raise LineRefused(table.file, number, words % values)
        return row

    def _save(self, table: Table, number: int, row: Any) -> None:
        try:
            if reasons := service_of(row).reasons_against(row):
                raise LineRefused(table.file, number, " ".join(map(str, reasons)))
            with transaction.atomic():
                keep_name(row) if isinstance(row, PersonName) else row.save()
        except LineRefused:
            raise
        except DatabaseError as error:
            raise LineRefused(table.file, number, str(words_of(error))) from error
        except (Refusal, ValueError, TypeError) as error:
            raise LineRefused(table.file, number, str(error).splitlines()[0]) from error

    def _tie(self, table: Table, number: int, line: Line) -> None:
        row = self.rows[table.model][line["_"]]
        for one in self.columns_of(table):
            if one.is_relation and one.related_model is table.model and self.is_said(line, one.name, row):
                self._point(table, number, line, one)
        for name in table.many.split():
            if self.is_said(line, name, row):
                self._tie_many(table, number, line, table.model._meta.get_field(name))

    def _point(self, table: Table, number: int, line: Line, one: Any) -> None:
        """Write one link that could not be written with its row."""
        row = self.rows[table.model][line["_"]]
        wanted = self._linked(table, number, one, line[one.name]) if line.get(one.name) is not None else None
        if getattr(row, one.attname) != (wanted.pk if wanted else None):
            setattr(row, one.name, wanted)
            self._save(table, number, row)
            self._count(table, line["_"], [one.name])

    def _tie_many(self, table: Table, number: int, line: Line, one: Any) -> None:
        row = self.rows[table.model][line["_"]]
        keys = line.get(one.name) or []
        if not isinstance(keys, list):
            words = _("“%(value)s” cannot stand in “%(name)s”.") % {"value": str(keys)[:100], "name": one.name}
            raise LineRefused(table.file, number, words)
        wanted = [self._linked(table, number, one, key) for key in keys]
        own = one.remote_field.through._default_manager.filter(**{one.m2m_field_name(): row})
        have = set(own.values_list(one.m2m_reverse_name(), flat=True))
        asked = {other.pk for other in wanted}
        if asked - have or (self.takes_away and have - asked):
            many = getattr(row, one.name)
            many.set(wanted) if self.takes_away else many.add(*wanted)
            self._count(table, line["_"], [one.name])
        if one.name == "sources" and says_where(table.model):
            self._tell_places(table, number, line, row)

    def _tell_places(self, table: Table, number: int, line: Line, row: Any) -> None:
        """Where in its sources a row stands."""
        said_at = line.get(AT) or {}
        if not _are_places(said_at, line.get("sources") or []):
            words = {"value": str(said_at)[:100], "name": AT}
            raise LineRefused(table.file, number, _("“%(value)s” cannot stand in “%(name)s”.") % words)
        for link in row.cited.select_related("source"):
            place = said_at.get(link.source.key, "")
            if link.locator != place and self.is_said(said_at, link.source.key, row):
                link.locator = place
                link.save(update_fields=["locator"])
                self._count(table, line["_"], [AT])

    def _tie_late(self, table: Table, number: int, line: Line) -> None:
        """Links to rows that are written after this one."""
        for name in table.late.split():
            if self.is_said(line, name, self.rows[table.model][line["_"]]):
                self._point(table, number, line, table.model._meta.get_field(name))


def _are_places(said_at: Any, sources: list[str]) -> bool:
    """Whether it says of some of these sources where in them, in words that a citation holds."""
    is_short = isinstance(said_at, dict) and all(isinstance(one, str) and len(one) <= MOST for one in said_at.values())
    return is_short and said_at.keys() <= set(sources)


def _refuse_incomplete(table: Table, number: int, row: Any) -> None:
    """A row is not written without the row on which it hangs."""
    empty = (
        one.name for one in table.columns if one.is_relation and not one.null and getattr(row, one.attname) is None
    )
    if name := next(empty, None):
        words = {"what": table.model._meta.verbose_name, "key": name}
        raise LineRefused(table.file, number, _("%(what)s needs “%(key)s”.") % words)


def _stand(row: Publishable, line: Line) -> None:
    """A new row is published, as two people did where it comes from, which the operator's command line vouches for.

    Where its line says that it is on its way to that, or was withdrawn, it is so here too.
    """
    row.state = line.get("state") or PublicationState.PUBLISHED
    row.published_at = timezone.now() if row.state == PublicationState.PUBLISHED else None
    row.withdrawn_at = timezone.now() if row.state == PublicationState.WITHDRAWN else None


def nothing_of(one: Any) -> Any:
    """What a field holds of which nothing is said."""
    kinds = {"ArrayField": [], "JSONField": {}, "TranslationField": {}, "BooleanField": one.default}
    empty: Any = kinds.get(one.get_internal_type(), "")
    return None if one.null and one.name != "i18n" else empty
