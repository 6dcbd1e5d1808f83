"""The whole public record out into plain files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from campaign.record_out import export_record


class Command(BaseCommand):
    """`manage.py export_record DIR`: see docs/importing.md."""

    help = "Write the whole public record into a folder, as JSON lines by natural key."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each file: its name and how many rows were written."""
        try:
            counts = export_record(options["folder"])
        except (FileExistsError, NotADirectoryError) as error:
            raise CommandError(_("%(path)s is a file: name a folder.") % {"path": error.filename}) from error
        except OSError as error:
            said = {"path": error.filename, "why": error.strerror}
            raise CommandError(_("%(path)s cannot be written: %(why)s.") % said) from error
        for file, count in counts.items():
            self.stdout.write(f"{file}: {count}")
