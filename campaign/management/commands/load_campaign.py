"""Loads a campaign file into the record, or says what it would change."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from campaign.loading.faults import FileRefused
from campaign.loading.service import Outcome, load, read_file


class Command(BaseCommand):
    """`manage.py load_campaign FILE [--dry-run] [--officials]`: idempotent, all or nothing."""

    help = "Load a campaign file (YAML as in campaign/example): all or nothing, the same file twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="print what would change and write nothing")
        words = "make public officials of the names that public facts give to judges, prosecutors and investigators"
        parser.add_argument("--officials", action="store_true", help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report; every fault of a refused file goes to the error stream with its line."""
        try:
            outcome = load(read_file(options["file"]), dry_run=options["dry_run"], officials=options["officials"])
        except FileRefused as refused:
            reasons = "\n".join(f"{options['file']}: {reason}" for reason in refused.reasons)
            raise CommandError(_("Nothing was loaded.") + "\n" + reasons) from refused
        self._report(outcome, options["dry_run"])

    def _report(self, outcome: Outcome, dry_run: bool) -> None:
        if dry_run:
            for line in outcome.lines():
                self.stdout.write(line)
        for one in outcome.tallies():
            counts = _("%(new)s new, %(changed)s changed, %(unchanged)s unchanged, %(removed)s removed")
            self.stdout.write(f"{one.kind}: {counts % vars(one)}")
        self.stdout.write(self._verdict(outcome, dry_run))

    def _verdict(self, outcome: Outcome, dry_run: bool) -> str:
        if not outcome.is_change:
            return _("Nothing changes: the record already says all of this.")
        return _("Dry run: nothing was written.") if dry_run else _("Loaded.")
