"""`manage.py tick [--once]`: what the clock and the workers do, for hosts with cron only and for trials."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from supporters import outbox, reminders
from supporters.clock import database_now, mark
from supporters.services import restoring

PAUSE_SECONDS = 15


class Command(BaseCommand):
    """Plans what is due, then sends what is planned."""

    help = "Plans what is due and sends what is planned; once, or again every 15 seconds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--once: one round."""
        parser.add_argument("--once", action="store_true", help="one round, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the rounds."""
        self._round()
        while not options["once"]:
            time.sleep(PAUSE_SECONDS)
            self._round()

    def _round(self) -> None:
        restoring.watch()
        planned = reminders.run_planners(database_now())
        freed = outbox.take_back()
        ended = outbox.deliver()
        states = ", ".join(f"{count} {state}" for state, count in sorted(ended.items())) or "nothing due"
        mark("plan")
        mark("send")
        self.stdout.write(f"planned {planned}, taken back {freed}; {states}")
