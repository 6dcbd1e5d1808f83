"""`manage.py backup FILE`: the database and the published pictures, sealed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaign import backups


class Command(BaseCommand):
    """May run while the site is up: the dump is of one instant."""

    help = "Writes the database and the published pictures to FILE, sealed with age."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE, and to whom it is sealed."""
        parser.add_argument("file", type=Path, help="a file that does not exist yet")
        parser.add_argument(
            *("--recipient", "-r"),
            action="append",
            default=[],
            help="an age public key (age1…); without one BACKUP_RECIPIENTS, else a key derived from FIELD_KEYS",
        )

    def handle(self, *args: Any, file: Path, recipient: list[str], **options: Any) -> None:
        """Raises CommandError when there is no backup, and says why."""
        try:
            size = backups.write(file, recipient)
        except backups.BackupFailed as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{file}: {size} bytes")
