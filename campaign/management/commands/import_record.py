"""The whole public record in again from plain files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaign.record_in import import_record
from prisoners.refusals import Refusal


class Command(BaseCommand):
    """`manage.py import_record DIR`: see docs/importing.md."""

    help = "Read a folder that export_record wrote: all or nothing, as often as one likes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each file: its name and how many rows were new or changed."""
        try:
            counts = import_record(options["folder"])
        except Refusal as error:
            raise CommandError(str(error)) from error
        for file, count in counts.items():
            self.stdout.write(f"{file}: {count}")
