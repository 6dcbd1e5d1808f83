"""`manage.py process NAME` becomes the process of that name."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from campaign.environment import override
from campaign.processes import EVERYWHERE, PROCESSES, process


class Command(BaseCommand):
    """Start one of the processes that the whole consists of."""

    help = "Become one of the processes: " + ", ".join(PROCESSES)
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", choices=sorted(PROCESSES))

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        """Replaces this process, so that signals and the process id are the new one's."""
        chosen = process(name)
        override({**EVERYWHERE, **chosen.environment})
        os.execv(chosen.argv[0], chosen.argv)  # noqa: S606
