"""`manage.py mirror DIR`: the public site as a folder of plain files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaign import mirror


class Command(BaseCommand):
    """May run while the site is up; asks it nothing but what every reader may."""

    help = "Writes all public pages, feeds, calendars and pictures into DIR, in the place of an older mirror."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """DIR."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is empty, new, or a mirror")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Raises CommandError when there is no mirror, and says why."""
        try:
            count = mirror.write(folder)
        except mirror.MirrorFailed as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{folder}: {count} files; signed by\n{mirror.public_key().decode()}", ending="")
