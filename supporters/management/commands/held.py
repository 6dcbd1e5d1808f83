"""`manage.py held [--release | --cancel]`: what a restored backup would have sent, and what becomes of it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from supporters.services import restoring


class Command(BaseCommand):
    """Says how many mails of each kind wait; a person who has looked lets them go or ends them."""

    help = "Shows what is held since the database was restored; --release sends what is still true, --cancel nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--release and --cancel exclude each other."""
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--release", action="store_true", help="let go what is held; stale mails are dropped")
        choice.add_argument("--cancel", action="store_true", help="send none of what is held")

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each kind, then what was done."""
        until = restoring.held_before()
        if until is None:
            self.stdout.write("nothing is held")
            return
        for kind, count in sorted(restoring.held_by_kind().items()):
            self.stdout.write(f"{kind}: {count}")
        self.stdout.write(self._done(options) or f"held: what was due before {until.isoformat()}")

    def _done(self, options: dict[str, Any]) -> str:
        if options["release"]:
            return f"released: {restoring.release()}"
        return f"cancelled: {restoring.cancel()}" if options["cancel"] else ""
