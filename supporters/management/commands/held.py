"""`manage.py held [--release | --cancel]`: what a restored backup would have sent, and what becomes of it."""

from argparse import ArgumentParser
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand

from supporters import reminders
from supporters.clock import database_now
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
        """A line for each kind, then what was done.

        What was due since the backup was made is not in it: before a person decides, the questions of the clock are
        asked once, whether or not it runs. Those that fail are in the log.
        """
        until = restoring.held_before()
        if until is None:
            self.stdout.write("nothing is held")
            return
        with suppress(reminders.PlannersFailed):
            reminders.run_planners(database_now())
        for kind, count in sorted(restoring.held_by_kind().items()):
            self.stdout.write(f"{kind}: {count}")
        self.stdout.write(self._done(options) or f"held: what was due before {until.isoformat()}")

    def _done(self, options: dict[str, Any]) -> str:
        if options["release"]:
            return f"released: {restoring.release()}"
        return f"cancelled: {restoring.cancel()}" if options["cancel"] else ""
