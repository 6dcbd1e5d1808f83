"""`manage.py restore FILE`: a backup takes the place of what is there, and nobody who left since is written to."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from campaign import backups
from supporters.services import restoring


class Command(BaseCommand):
    """Web, worker and clock have to be stopped; they are told so."""

    help = "Puts a backup in the place of the database. What was due before is held: see `manage.py held`."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE, and the key that opens it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--identity", "-i", type=Path, help="a file with the age secret key of a recipient")

    def handle(self, *args: Any, file: Path, identity: Path | None, **options: Any) -> None:
        """Raises CommandError when the backup was not taken back, and says why; then nothing was changed."""
        try:
            backups.read(file, identity)
        except backups.BackupFailed as error:
            raise CommandError(str(error)) from error
        call_command("migrate", interactive=False, verbosity=0)
        restoring.hold()
        self.stdout.write(f"restored from {file}")
        call_command("held", stdout=self.stdout)
