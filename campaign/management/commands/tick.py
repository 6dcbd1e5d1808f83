"""`manage.py tick [--once]`: what the clock and the workers do, for hosts with cron only and for trials."""

import logging
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

from campaign.celery import TIMETABLE
from supporters.clock import database_now, mark
from supporters.models import Tick

log = logging.getLogger(__name__)

PAUSE_SECONDS = 15
#: Cron is no clock to the second: what is due within so many seconds is done now, and not a minute later.
EARLY = timedelta(seconds=5)
#: Of the names under which it is kept when each was done.
PREFIX = "timetable: "


class Command(BaseCommand):
    """Does what is due of the one timetable, so that a host without a clock keeps every promise of those with one."""

    help = "Does what is due of the clock's timetable: planning, sending, erasing; once, or again every 15 seconds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--once: one round."""
        parser.add_argument("--once", action="store_true", help="one round, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the rounds. With --once raises CommandError, at the end, with what failed; else the log says so."""
        failed = self._round()
        while not options["once"]:
            time.sleep(PAUSE_SECONDS)
            failed = self._round()
        if failed:
            raise CommandError(f"Failed, and tried again next time: {', '.join(failed)}. The log says why.")

    def _round(self) -> list[str]:
        """Do what is due, one after the other; returns what failed: it keeps nothing else from being done."""
        done, failed = [], []
        for name in list(_due(database_now())):
            try:
                import_string(TIMETABLE[name][0])()
                mark(f"{PREFIX}{name}")
                done.append(name)
            except Exception as error:
                log.exception("%s failed (%s)", name, type(error).__name__)
                failed.append(name)
        self.stdout.write(", ".join(done) or "nothing is due")
        return failed


def _due(now: datetime) -> Iterator[str]:
    """The names of what was done so long ago that it is to be done again, in the order of the timetable."""
    known = dict(Tick.objects.filter(name__startswith=PREFIX).values_list("name", "ran_at"))
    for name, (_task, seconds) in TIMETABLE.items():
        last = known.get(f"{PREFIX}{name}")
        if last is None or last + timedelta(seconds=seconds) <= now + EARLY:
            yield name
