"""`manage.py process NAME` becomes the process of that name."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from campaign.environment import override
from campaign.processes import PROCESSES, argv

# A page that asks the database for longer than this holds a thread that others wait for.
PAGE_STATEMENT_MS = "3000"


class Command(BaseCommand):
    """Start one of the processes that the whole consists of."""

    help = "Become one of the processes: " + ", ".join(PROCESSES)
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", choices=sorted(PROCESSES))

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        """Replaces this process, so that signals and the process id are the new one's."""
        override({"PYTHONTZPATH": ""})
        if name == "web":
            override({"STATEMENT_TIMEOUT_MS": PAGE_STATEMENT_MS})
        words = argv(name)
        os.execv(words[0], words)  # noqa: S606
