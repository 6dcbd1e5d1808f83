"""Imports a spreadsheet of prisoners, or says what it would do."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prisoners.import_terminal import pace_on
from prisoners.importing.countries import country_of_file
from prisoners.importing.encodings import encoding_of
from prisoners.importing.outlines import LIKELY, Options, Outline
from prisoners.importing.pace import OPENING, Pace
from prisoners.importing.proposals import outline
from prisoners.importing.refusals import FileRefused
from prisoners.importing.report import as_json, lines
from prisoners.importing.rows import read_rows
from prisoners.importing.sheets import MOST_BYTES, open_file
from prisoners.models import Batch
from prisoners.refusals import Refusal
from prisoners.services import imports
from prisoners.services.import_taking_back import take_back


class Command(BaseCommand):
    """`manage.py import_prisoners FILE [--map HEADING=COLUMN …] [--commit] [--json]`: see docs/importing.md."""

    help = "Import a spreadsheet (CSV or XLSX) or an export in JSON. Without --commit it only reports what it would do."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--map", action="append", default=[], metavar="HEADING=COLUMN[:OPTIONS]")
        parser.add_argument("--sheet", action="append", default=[], help="read only this sheet of a workbook")
        parser.add_argument(
            "--encoding", default="", help="in which a text was saved (such as KOI8-R), where it is misread"
        )
        parser.add_argument("--country", default="", help="for rows that name none (ISO 3166-1, such as KZ)")
        parser.add_argument("--zone", default="", help="time zone (IANA) of places that the record does not know")
        parser.add_argument("--likely", default="hold", choices=LIKELY, help="what to do with likely the same people")
        parser.add_argument("--decide", action="append", default=[], metavar="ROW=new|skip|SLUG|row:N")
        parser.add_argument("--commit", action="store_true", help="write it")
        parser.add_argument("--skip-refused", action="store_true", help="write the rest where some rows are refused")
        parser.add_argument("--take-back", action="store_true", help="undo the import of exactly this file")
        parser.add_argument("--json", action="store_true", help="report for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        """Report, and write with --commit; exits with 1 when anything was refused and nothing written."""
        try:
            data = _read(options["file"])
            file = imports.File(options["file"].name, data)
            if options["take_back"]:
                self._take_back(file, is_json=options["json"])
                return
            self._import(file, options)
        except Refusal as refused:
            reasons = [str(reason) for reason in refused.reasons]
            if options["json"]:
                self.stdout.write(
                    json.dumps({"file": options["file"].name, "committed": False, "error": " ".join(reasons)})
                )
            raise CommandError("\n".join([_("Nothing was written."), *reasons])) from refused

    def _import(self, file: imports.File, options: dict[str, Any]) -> None:
        with pace_on(self.stderr) as pace:
            found, batch = self._gone_through(file, options, pace)
        self._report(found, file, batch, options)
        if options["commit"] and found.faults and not options["skip_refused"]:
            raise CommandError(
                _("Nothing was written: correct the refused rows, or leave them out with --skip-refused.")
            )

    def _gone_through(self, file: imports.File, options: dict[str, Any], pace: Pace) -> tuple[Outline, Batch | None]:
        """What the file would do, and the import where it was written. Raises FileRefused."""
        mapping, decisions = _pairs(options["map"]), _pairs(options["decide"])
        pace.begin(OPENING)
        opened = open_file(file.name, file.data, encoding_of(options["encoding"]))
        read = read_rows(opened, mapping, timezone.now().date(), options["sheet"], pace)
        chosen = Options(country_of_file(options["country"]), options["zone"], options["likely"], decisions)
        with transaction.atomic():
            if options["commit"]:
                imports.lock()
            found = outline(read, chosen, pace)
            is_refused = bool(found.faults) and not options["skip_refused"]
            is_written = options["commit"] and found.is_change and not is_refused
            return found, imports.write(found, file, None, pace) if is_written else None

    def _report(self, found: Outline, file: imports.File, batch: Batch | None, options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(as_json(found, file.name, batch), ensure_ascii=False, indent=1))
            return
        for line in lines(found):
            self.stdout.write(line)
        if batch is not None:
            self.stdout.write(_("Written as drafts, import number %(number)s.") % {"number": batch.pk})
        elif options["commit"] and not found.is_change:
            self.stdout.write(str(imports.NOTHING_TO_DO))
        elif not options["commit"]:
            self.stdout.write(_("Nothing was written; --commit writes it."))

    def _take_back(self, file: imports.File, *, is_json: bool) -> None:
        batch = Batch.internal.filter(digest=file.digest, taken_back_at=None).first()
        if batch is None:
            raise FileRefused(_("This file has not been imported, or was taken back."))
        with pace_on(self.stderr) as pace:
            take_back(batch, None, pace)
        if is_json:
            self.stdout.write(json.dumps({"file": file.name, "taken_back": True, "batch": batch.pk}))
        else:
            self.stdout.write(_("Taken back: import number %(number)s.") % {"number": batch.pk})


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileRefused(_("The file cannot be read: %(why)s.") % {"why": error.strerror}) from error


def _pairs(texts: list[str]) -> dict[str, str]:
    """HEADING=COLUMN; a heading may hold "=" itself, a column cannot."""
    for text in texts:
        if "=" not in text:
            raise FileRefused(_("“%(text)s” needs a sign = between the two.") % {"text": text})
    return {left.strip(): right.strip() for left, _sign, right in (text.rpartition("=") for text in texts)}
