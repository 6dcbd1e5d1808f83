"""The whole public record as plain files (JSON lines by natural key), and back: nothing unpublished, nobody's data."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actions.choices import AddressVisibility
from actions.models import Action, Series
from campaign.record_instants import INSTANTS, derive
from campaign.record_tables import BY_MODEL, KEY, NAMED, OWN, SLUG, TABLES, Table
from prisoners.admin.keeping import service_of
from prisoners.choices import PublicationState
from prisoners.dates import PartialDate
from prisoners.models import (
    Citation,
    Disagreement,
    FormerSlug,
    PersonName,
    Place,
    Prisoner,
    Source,
    Variant,
)
from prisoners.models.base import Publishable
from prisoners.models.sources import FACTS, REPORTABLE
from prisoners.refusals import Refusal
from prisoners.services.prisoners import keep_name, name_the_nameless
from prisoners.services.refusals import words_of

FORMAT = {"format": "until-free-record", "version": 1}
MANIFEST = "record.json"
#: What JSON can write and PostgreSQL cannot keep: zero bytes, and halves of letters that are written as two.
NO_TEXT = re.compile("[\0\ud800-\udfff]")
Line = dict[str, Any]


class RecordFileRefused(Refusal):
    """The files of a record are refused as a whole; nothing was written."""


# --- out -------------------------------------------------------------------------------------------


def export_record(folder: Path) -> dict[str, int]:
    """Write the public record into a folder, one file a kind of row, sorted by key; how many rows each has."""
    lines = _Export().lines()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).write_text(json.dumps(FORMAT) + "\n", encoding="utf-8")
    counts = {}
    for table in TABLES:
        rows = sorted(lines[table.model], key=lambda line: str(line["_"]))
        text = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
        (folder / table.file).write_text(text, encoding="utf-8")
        counts[table.file] = len(rows)
    return counts


class _Export:
    """Gathers public rows; a link to what is not public is left out, and so is a row that cannot be without it."""

    def __init__(self) -> None:
        self.rows: dict[Any, dict[Any, Any]] = defaultdict(dict)
        self.keys: dict[Any, dict[Any, str]] = defaultdict(dict)

    def lines(self) -> dict[Any, list[Line]]:
        """The lines of every file."""
        for table in TABLES:
            self.rows[table.model] = {row.pk: row for row in self._public(table)}
            self._name(table)
        found = {table.model: list(self._lines_of(table)) for table in TABLES}
        return {**found, **self._named_only(found)}

    def _public(self, table: Table) -> Iterable[Any]:
        model = table.model
        if model is Source:
            return list(Source.public.all())
        if hasattr(model, "public"):
            return list(model.public.all())
        return [row for row in model._default_manager.all() if self._hangs_on_public(table, row)]

    def _hangs_on_public(self, table: Table, row: Any) -> bool:
        """Rows without a state of their own are as public as what they hang on."""
        one_of = {
            Citation: (*FACTS, "variant"),
            Variant: REPORTABLE,
            Disagreement: ("prisoner", "event"),
            Series: ("pattern",),
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
        for pk, row in self.rows[table.model].items():
            line: Line = {"_": self.keys[table.model][pk]}
            for one in table.columns:
                value = self._link(one, row) if one.is_relation else _plain(getattr(row, one.name))
                if _said(value) is not None:
                    line[one.name] = value
            if table.model is Action and row.address_visibility != AddressVisibility.EVERYBODY:
                line.pop("venue", None)
                words = {name: text for name, text in line.pop("i18n", {}).items() if not name.startswith("venue_")}
                line |= {"i18n": words} if words else {}
            line |= {name: sorted(links[pk]) for name, links in many.items() if links.get(pk)}
            yield line

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


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate | Decimal):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return {name: text for name, text in sorted(value.items()) if text} if isinstance(value, dict) else value


def _said(value: Any) -> Any:
    """A value as a file has it; nothing for every kind of nothing."""
    said = _plain(value)
    return None if said in (None, "", [], {}) else said


def _why(error: Exception) -> list[str]:
    """What the field says against a value, such as the days around one that there is not."""
    if isinstance(error, Refusal):
        return [str(reason) for reason in error.reasons]
    return list(error.messages) if isinstance(error, ValidationError) else []


def _as_kept(one: Any, value: Any) -> Any:
    """A value of a file as the field gives it back when it was written."""
    if one.name == "i18n":
        return dict(value)
    found = one.to_python(value)
    return found.quantize(Decimal(1).scaleb(-one.decimal_places)) if isinstance(found, Decimal) else found


# --- in --------------------------------------------------------------------------------------------


def import_record(folder: Path) -> dict[str, int]:
    """Read such a folder into the record: all or nothing, as often as one likes; how many rows each file changed.

    Rows are published as they were where they come from. Raises RecordFileRefused with file and line.
    """
    lines = _read(folder)
    with transaction.atomic():
        return _Import(lines).write()


def _read(folder: Path) -> dict[Any, list[tuple[int, Line]]]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RecordFileRefused(_("There is no record here: %(file)s is missing.") % {"file": MANIFEST}) from error
    if manifest != FORMAT:
        raise RecordFileRefused(_("This record is of another format or a newer version."))
    return {table.model: list(_lines_in(folder / table.file)) for table in TABLES}


def _lines_in(path: Path) -> Iterator[tuple[int, Line]]:
    if not path.exists():
        return
    try:
        # Lines end with "\n" and nothing else: in JSON a text may hold the other separators as they are (RFC 8259, 7).
        texts = [text for text in path.read_text(encoding="utf-8").split("\n") if text]
    except (OSError, UnicodeDecodeError) as error:
        raise RecordFileRefused(_("%(file)s cannot be read.") % {"file": path.name}) from error
    for number, text in enumerate(texts, 1):
        try:
            line = json.loads(text)
        except ValueError as error:
            raise _fault(path.name, number, _("This is not JSON.")) from error
        if not isinstance(line, dict) or not isinstance(line.get("_"), str):
            raise _fault(path.name, number, _("The line has no key “_”."))
        if not _is_text(line):
            raise _fault(path.name, number, _("A text holds what no text can hold: a zero byte, or half a letter."))
        yield number, line


def _is_text(value: Any) -> bool:
    """Whether the database takes all texts in a value: without zero bytes, and whole letters alone."""
    if isinstance(value, str):
        return not NO_TEXT.search(value)
    if isinstance(value, dict):
        return all(map(_is_text, [*value, *value.values()]))
    return all(map(_is_text, value)) if isinstance(value, list) else True


def _fault(file: str, number: int, reason: str) -> RecordFileRefused:
    return RecordFileRefused(
        _("%(file)s, line %(line)s: %(reason)s") % {"file": file, "line": number, "reason": reason}
    )


@dataclass
class _Import:
    """Writes the lines in the order of the tables; links inside one table and to many come after its rows."""

    lines: dict[Any, list[tuple[int, Line]]]
    rows: dict[Any, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))

    def write(self) -> dict[str, int]:
        counts = {}
        for table in TABLES:
            known = self._known(table)
            changed = {line["_"] for number, line in self.lines[table.model] if self._put(table, number, line, known)}
            changed |= {line["_"] for number, line in self.lines[table.model] if self._tie(table, number, line)}
            counts[table.file] = len(changed)
        for table in TABLES:
            counts[table.file] += sum(self._tie_late(table, number, line) for number, line in self.lines[table.model])
        counts[BY_MODEL[PersonName].file] += name_the_nameless(self.rows[Prisoner].values())
        return counts

    def _known(self, table: Table) -> dict[str, Any]:
        manager = table.model._base_manager
        keys = [line["_"] for _number, line in self.lines[table.model]]
        if table.named_by in (SLUG, KEY, OWN):
            found = manager.filter(**{f"{table.named_by}__in": keys})
            return {str(getattr(row, table.named_by)): row for row in found}
        return {}

    def _put(self, table: Table, number: int, line: Line, known: dict[str, Any]) -> bool:
        key = line["_"]
        if key in self.rows[table.model]:
            raise _fault(table.file, number, _("The key “%(key)s” stands here twice.") % {"key": key})
        values = self._values(table, number, line)
        row = known.get(key) or self._same(table, values) or table.model()
        if isinstance(row, Publishable) and row.pk and not row.is_published:
            raise _fault(
                table.file, number, _("“%(key)s” is not published here; decide about it first.") % {"key": key}
            )
        is_new = row.pk is None
        if is_new and table.named_by in (SLUG, KEY, OWN):
            setattr(row, table.named_by, key)
        names = {*values, *INSTANTS.get(table.model, ())}
        before = {name: getattr(row, name) for name in names} if not is_new else {}
        for name, value in values.items():
            setattr(row, name, value)
        self._derive(table, number, row)
        if is_new or any(_said(before[name]) != _said(getattr(row, name)) for name in before):
            self._save(table, number, row, is_new)
            self.rows[table.model][key] = row
            return True
        self.rows[table.model][key] = row
        return False

    def _derive(self, table: Table, number: int, row: Any) -> None:
        try:
            derive(row)
        except Refusal as error:
            raise _fault(table.file, number, str(error)) from error

    def _same(self, table: Table, values: dict[str, Any]) -> Any:
        """Rows that are named by what they tie together."""
        if table.named_by in (SLUG, KEY, OWN):
            return None
        parts = set(table.named_by.split("/"))
        names = [name for name in values if name.endswith("_id") or name in parts]
        found = table.model._base_manager.filter(**{name: values[name] for name in names})
        return found.exclude(pk__in=[row.pk for row in self.rows[table.model].values()]).order_by("pk").first()

    def _values(self, table: Table, number: int, line: Line) -> dict[str, Any]:
        known = {one.name for one in table.columns} | set(table.many.split()) | {"_"}
        if unknown := sorted(set(line) - known):
            raise _fault(table.file, number, _("Here is no field “%(name)s”.") % {"name": unknown[0]})
        values = {}
        for one in table.columns:
            if (one.is_relation and one.related_model is table.model) or one.name in table.late.split():
                continue
            if one.get_internal_type() == "DateTimeField" and one.name in INSTANTS.get(table.model, ()):
                continue
            name = one.attname if one.is_relation else one.name
            values[name] = self._value(table, number, one, line.get(one.name))
        return values

    def _value(self, table: Table, number: int, one: Any, value: Any) -> Any:
        if one.is_relation:
            return None if value is None else self._linked(table, number, one, value).pk
        if value is None:
            kinds = {"ArrayField": [], "JSONField": {}, "TranslationField": {}, "BooleanField": one.default}
            empty: Any = kinds.get(one.get_internal_type(), "")
            return None if one.null and one.name != "i18n" else empty
        try:
            return _as_kept(one, value)
        except (ValidationError, Refusal, TypeError, ValueError, ArithmeticError) as error:
            said = _("“%(value)s” cannot stand in “%(name)s”.") % {"value": str(value)[:100], "name": one.name}
            raise _fault(table.file, number, " ".join([said, *_why(error)])) from error

    def _linked(self, table: Table, number: int, one: Any, key: Any) -> Any:
        row = self.rows[one.related_model].get(str(key))
        if row is None:
            values = {"name": one.name, "key": key}
            raise _fault(table.file, number, _("“%(name)s” names “%(key)s”, which is not in the files.") % values)
        return row

    def _save(self, table: Table, number: int, row: Any, is_new: bool) -> None:
        if isinstance(row, Publishable) and is_new:
            # Two people published it where it comes from; the operator's command line vouches for that.
            row.state, row.published_at = PublicationState.PUBLISHED, timezone.now()
        try:
            if reasons := service_of(row).reasons_against(row):
                raise _fault(table.file, number, " ".join(map(str, reasons)))
            with transaction.atomic():
                keep_name(row) if isinstance(row, PersonName) else row.save()
        except RecordFileRefused:
            raise
        except DatabaseError as error:
            raise _fault(table.file, number, str(words_of(error))) from error
        except (Refusal, ValueError, TypeError) as error:
            raise _fault(table.file, number, str(error).splitlines()[0]) from error

    def _tie(self, table: Table, number: int, line: Line) -> bool:
        row = self.rows[table.model][line["_"]]
        changed = False
        for one in table.columns:
            if one.is_relation and one.related_model is table.model:
                wanted = self._linked(table, number, one, line[one.name]) if one.name in line else None
                if getattr(row, one.attname) != (wanted.pk if wanted else None):
                    setattr(row, one.name, wanted)
                    self._save(table, number, row, is_new=False)
                    changed = True
        for name in table.many.split():
            one = table.model._meta.get_field(name)
            wanted_rows = [self._linked(table, number, one, key) for key in line.get(name, [])]
            if {other.pk for other in wanted_rows} != set(
                one.remote_field.through._default_manager.filter(**{one.m2m_field_name(): row}).values_list(
                    one.m2m_reverse_name(), flat=True
                )
            ):
                getattr(row, name).set(wanted_rows)
                changed = True
        return changed

    def _tie_late(self, table: Table, number: int, line: Line) -> bool:
        """Links to rows that are written after this one; whether any of them changed."""
        row, changed = self.rows[table.model][line["_"]], False
        for name in table.late.split():
            one = table.model._meta.get_field(name)
            wanted = self._linked(table, number, one, line[name]) if name in line else None
            if getattr(row, one.attname) != (wanted.pk if wanted else None):
                setattr(row, name, wanted)
                changed = True
        if changed:
            self._save(table, number, row, is_new=False)
        return changed
