"""Finds the row that a line of a record's file speaks of, where it is here already."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Set
from typing import Any

from django.conf import settings

from campaign.record_tables import KEY, OWN, SLUG, Table
from campaign.record_values import said

#: What must not differ in a row that is named by its number alone: numbers are given anew where a record began anew.
ALIKE = ("name", "kind", "text", "title", "about", "speaker", "role", "who", "imposed_on", "started_on", "happened_on")


class KnownRows:
    """The rows of one kind that the keys of a file may mean."""

    def __init__(self, table: Table, keys: Iterable[str], rows: Mapping[Any, Mapping[str, Any]]) -> None:
        """`rows` are those that the file speaks of, of the kinds before this one."""
        self.table, self.is_named = table, table.named_by in (SLUG, KEY, OWN)
        self.found: dict[str, Any] = {}
        if self.is_named:
            known = table.model._base_manager.filter(**{f"{table.named_by}__in": list(keys)})
            self.found = {str(getattr(row, table.named_by)): row for row in known}
        self.numbered = self._numbered(set(keys) - self.found.keys()) if table.named_by == OWN else {}
        self.beside = None if self.is_named else RowsBeside(table, rows)

    def find(self, key: str, values: Mapping[str, tuple[Any, Any]], named: Set[str]) -> Any:
        """The row of a key, or what says the same where rows have no key of their own; None for a new one.

        `named` are the fields of which the line says something. No row is found twice.
        """
        if self.beside:
            return self.beside.find({name: value for name, (_one, value) in values.items()})
        return self.found.get(key) or self._by_number(key, values, named)

    def name(self, row: Any, key: str) -> None:
        """Name a new row."""
        if self.is_named:
            setattr(row, self.table.named_by, key)

    def _numbered(self, keys: Iterable[str]) -> dict[str, Any]:
        """Rows of this very site that no file ever named went out under their number."""
        begin = f"{settings.SITE_HOST}/{self.table.model._meta.model_name}/"
        numbers = {key: key.removeprefix(begin) for key in keys if key.startswith(begin)}
        wanted = {key: int(number) for key, number in numbers.items() if number.isdecimal() and len(number) < 19}
        rows = self.table.model._base_manager.filter(import_key=None).in_bulk(set(wanted.values()))
        return {key: rows[number] for key, number in wanted.items() if number in rows}

    def _by_number(self, key: str, values: Mapping[str, tuple[Any, Any]], named: Set[str]) -> Any:
        row = self.numbered.get(key)
        if row is None:
            return None
        asked = [name for name in named if name.endswith("_id") or name in ALIKE]
        return row if all(said(getattr(row, name)) == said(values[name][1]) for name in asked) else None


class RowsBeside:
    """Rows without a key of their own, known by what they hang on and by what they say."""

    def __init__(self, table: Table, rows: Mapping[Any, Mapping[str, Any]]) -> None:
        """`rows` are those that the file speaks of, of the kinds before this one."""
        self.table = table
        self.parts = table.named_by.split("/")
        self.parent = table.model._meta.get_field(self.parts[0])
        self.parents = {row.pk for row in rows[self.parent.related_model].values()}
        self.asked: set[Any] = set()
        self.found: dict[tuple[Any, ...], deque[Any]] = defaultdict(deque)

    def find(self, values: Mapping[str, Any]) -> Any:
        """The first row that says so; no row is found twice."""
        names = [name for name in values if name.endswith("_id") or name in self.parts]
        self._ask(values[self.parent.attname], names)
        alike = self.found[tuple(values[name] for name in names)]
        return alike.popleft() if alike else None

    def _ask(self, parent: Any, names: list[str]) -> None:
        """Look at what hangs on all rows of the file at once, or on another one of this site."""
        if parent in self.asked:
            return
        wanted = {parent, *self.parents} - self.asked
        for row in self.table.model._base_manager.filter(**{f"{self.parent.attname}__in": wanted}).order_by("pk"):
            self.found[tuple(getattr(row, name) for name in names)].append(row)
        self.asked |= wanted
