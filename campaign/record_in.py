"""Reads the files of a whole record into this one: all or nothing, as often as one likes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from campaign.record_tables import BY_MODEL, TABLES
from campaign.record_values import FORMAT, MANIFEST, Line, LineRefused, RecordFileRefused
from campaign.record_writing import RecordWriter, wait_for_others

#: What JSON can write and PostgreSQL cannot keep: zero bytes, and halves of letters that are written as two.
NO_TEXT = re.compile("[\0\ud800-\udfff]")


def import_record(folder: Path) -> dict[str, int]:
    """Read such a folder into the record: all or nothing, as often as one likes; how many rows each file changed.

    Rows are published as they were where they come from. Raises RecordFileRefused with file and line.
    """
    lines = _read(folder)
    with transaction.atomic():
        wait_for_others()
        tallies = RecordWriter(lines).write()
    return {BY_MODEL[model].file: one.new + one.changed for model, one in tallies.items()}


def _read(folder: Path) -> dict[Any, list[tuple[int, Line]]]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
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
        except (ValueError, RecursionError) as error:
            raise LineRefused(path.name, number, _("This is not JSON.")) from error
        if not isinstance(line, dict) or not isinstance(line.get("_"), str):
            raise LineRefused(path.name, number, _("The line has no key “_”."))
        if not _is_text(line):
            raise LineRefused(
                path.name, number, _("A text holds what no text can hold: a zero byte, or half a letter.")
            )
        yield number, line


def _is_text(value: Any) -> bool:
    """Whether the database takes all texts in a value: without zero bytes, and whole letters alone."""
    if isinstance(value, str):
        return not NO_TEXT.search(value)
    if isinstance(value, dict):
        return all(map(_is_text, [*value, *value.values()]))
    return all(map(_is_text, value)) if isinstance(value, list) else True
