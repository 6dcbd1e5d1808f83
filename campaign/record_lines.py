"""The lines of the record's files: which rows go out, how each is named, and what it says; nobody's data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings

from actions.choices import AddressVisibility
from actions.models import Action, Series
from campaign.record_tables import KEY, NAMED, OWN, SLUG, TABLES, Table
from campaign.record_values import AT, Line, plain, said, says_where
from prisoners.models import Citation, Disagreement, FormerOfficialSlug, FormerSlug, Place, Source, Variant
from prisoners.models.sources import FACTS, REPORTABLE


class RecordLines:
    """Gathers public rows; a link to what is not public is left out, and so is a row that cannot be without it.

    Whoever wants other rows says which in `rows_of`, and with which fields in `columns_of` and `many_of`.
    """

    def __init__(self) -> None:
        self.rows: dict[Any, dict[Any, Any]] = defaultdict(dict)
        self.keys: dict[Any, dict[Any, str]] = defaultdict(dict)

    def lines(self) -> dict[Any, list[Line]]:
        """The lines of every file."""
        for table in TABLES:
            self.rows[table.model] = {row.pk: row for row in self.rows_of(table)}
            self._name(table)
        found = {table.model: list(self._lines_of(table)) for table in TABLES}
        return {**found, **self._named_only(found)}

    def columns_of(self, table: Table) -> list[Any]:
        """Which fields of a kind of row go out."""
        return table.columns

    def many_of(self, table: Table, row: Any) -> list[str]:
        """Which of its links to many go out."""
        return table.many.split()

    def rows_of(self, table: Table) -> Iterable[Any]:
        """Which rows of a kind go out, once those of the tables before it are known."""
        model = table.model
        if model is Source:
            return list(Source.public.all())
        if hasattr(model, "public"):
            return list(model.public.all())
        return [row for row in model._default_manager.all() if self.hangs_on_rows(table, row)]

    def hangs_on_rows(self, table: Table, row: Any) -> bool:
        """Rows without a state of their own go out with what they hang on."""
        one_of = {
            Citation: (*FACTS, "variant"),
            Variant: REPORTABLE,
            Disagreement: ("prisoner", "event"),
            Series: ("pattern",),
            FormerOfficialSlug: ("official",),
        }
        if table.model in NAMED:
            return True
        names = one_of.get(table.model)
        if names is None:
            return self._is_out(FormerSlug._meta.get_field("prisoner"), row)
        is_on = any(self._is_out(table.model._meta.get_field(name), row) for name in names)
        return is_on and (table.model is not Citation or row.source_id in self.rows[Source])

    def _is_out(self, one: Any, row: Any) -> bool:
        return getattr(row, one.attname) in self.rows[one.related_model]

    def _name(self, table: Table) -> None:
        taken = {row.import_key for row in self.rows[table.model].values() if table.named_by == OWN and row.import_key}
        used: set[str] = set()
        for pk, row in self.rows[table.model].items():
            key = self._key(table, row, taken)
            while key in used:
                # Two roles of one action may be called alike; a row that is named by an import key has its own.
                key += "~"
            used.add(key)
            self.keys[table.model][pk] = key

    def _key(self, table: Table, row: Any, taken: set[str]) -> str:
        if table.named_by in (SLUG, KEY):
            return str(getattr(row, table.named_by))
        if table.named_by != OWN:
            return "/".join(self._part(table, row, name) for name in table.named_by.split("/"))
        key = row.import_key or f"{settings.SITE_HOST}/{row._meta.model_name}/{row.pk}"
        while not row.import_key and key in taken:
            key += "~"
        return str(key)

    def _part(self, table: Table, row: Any, name: str) -> str:
        if name == "fact":
            name = next(one for one in (*FACTS, "variant") if getattr(row, f"{one}_id") is not None)
            return f"{name}/{self._link(table.model._meta.get_field(name), row)}"
        one = table.model._meta.get_field(name)
        return str(self._link(one, row) if one.is_relation else getattr(row, name))

    def _link(self, one: Any, row: Any) -> str | None:
        return self.keys[one.related_model].get(getattr(row, one.attname))

    def _lines_of(self, table: Table) -> Iterator[Line]:
        many = {name: self._many(table.model, name) for name in table.many.split()}
        places = self._places(table.model)
        for pk, row in self.rows[table.model].items():
            line: Line = {"_": self.keys[table.model][pk]}
            for one in self.columns_of(table):
                value = self._link(one, row) if one.is_relation else plain(getattr(row, one.name))
                if said(value) is not None:
                    line[one.name] = value
            line |= {name: sorted(many[name][pk]) for name in self.many_of(table, row) if many[name].get(pk)}
            line |= {AT: places[pk]} if places.get(pk) else {}
            self.hide(row, line)
            yield line

    def _places(self, model: Any) -> dict[Any, dict[str, str]]:
        """Where in its sources a row stands, by the key of each, as far as that is said."""
        found: dict[Any, dict[str, str]] = defaultdict(dict)
        if not says_where(model):
            return found
        for one in model.sources.through.objects.exclude(locator="").order_by("source__key"):
            if (key := self.keys[Source].get(one.source_id)) is not None:
                found[getattr(one, model.cited.field.attname)][key] = one.locator
        return found

    def hide(self, row: Any, line: Line) -> None:
        """Take from a line what its readers may not know: a meeting point that only those who signed up are told."""
        if isinstance(row, Action) and row.address_visibility != AddressVisibility.EVERYBODY:
            line.pop("venue", None)
            words = {name: text for name, text in line.pop("i18n", {}).items() if not name.startswith("venue_")}
            line |= {"i18n": words} if words else {}

    def _many(self, model: Any, name: str) -> dict[Any, list[str]]:
        one = model._meta.get_field(name)
        found: dict[Any, list[str]] = defaultdict(list)
        own, other = one.m2m_column_name(), one.m2m_reverse_name()
        for pk, linked in one.remote_field.through._default_manager.values_list(own, other):
            if (key := self.keys[one.related_model].get(linked)) is not None:
                found[pk].append(key)
        return found

    def _named_only(self, found: dict[Any, list[Line]]) -> dict[Any, list[Line]]:
        """Places, organisations and sources go out only where a public row names them."""
        wanted: dict[Any, set[str]] = defaultdict(set)
        for table in TABLES:
            links = [
                one
                for one in [*table.columns, *map(table.model._meta.get_field, table.many.split())]
                if one.is_relation
            ]
            links = [one for one in links if one.related_model in NAMED and table.model is not Place]
            for line in found[table.model]:
                for one in links:
                    value = line.get(one.name, [])
                    wanted[one.related_model] |= set(value if isinstance(value, list) else [value])
        inside = {line["_"]: line.get("located_in") for line in found[Place]}
        for key in list(wanted[Place]):
            outer = inside.get(key)
            while outer is not None and outer not in wanted[Place]:
                wanted[Place].add(outer)
                outer = inside.get(outer)
        return {model: [line for line in found[model] if line["_"] in wanted[model]] for model in NAMED}
