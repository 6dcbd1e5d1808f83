"""Reads the files of a whole record into this one: all or nothing, as often as one likes."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campaign.record_instants import INSTANTS, derive
from campaign.record_tables import BY_MODEL, KEY, OWN, SLUG, TABLES, Table
from campaign.record_values import FORMAT, MANIFEST, Line, RecordFileRefused, said
from prisoners.admin.keeping import service_of
from prisoners.choices import PublicationState
from prisoners.models import PersonName, Prisoner
from prisoners.models.base import Publishable
from prisoners.refusals import Refusal
from prisoners.services.prisoners import keep_name, name_the_nameless
from prisoners.services.refusals import words_of

#: What JSON can write and PostgreSQL cannot keep: zero bytes, and halves of letters that are written as two.
NO_TEXT = re.compile("[\0\ud800-\udfff]")


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
        if is_new or any(said(before[name]) != said(getattr(row, name)) for name in before):
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
            words = _("“%(value)s” cannot stand in “%(name)s”.") % {"value": str(value)[:100], "name": one.name}
            raise _fault(table.file, number, " ".join([words, *_why(error)])) from error

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
