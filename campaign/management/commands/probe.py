"""`manage.py probe NAME`: whether a process does its work, for the health checks of containers."""

from argparse import ArgumentParser
from http.client import HTTPConnection, HTTPException
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campaign.clock import last_tick
from campaign.processes import PROCESSES

#: The heartbeat rings every 30 seconds, by the clock, through Redis, in a worker.
SILENT_SECONDS = 120
WEB_PORT = 8000


class Command(BaseCommand):
    """Ends with 0 when the process of that name does its work, else with 1 and the reason."""

    help = "Whether a process does its work"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name of the process."""
        parser.add_argument("name", choices=sorted(PROCESSES))

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        """Raises CommandError with the reason."""
        reason = against_web() if name == "web" else against_clock()
        if reason:
            raise CommandError(reason)


def against_web() -> str:
    """Why the web process is not well, or ""."""
    connection = HTTPConnection("127.0.0.1", WEB_PORT, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": settings.SITE_HOST})
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        return f"no answer ({type(error).__name__})"
    finally:
        connection.close()
    return "" if status < 400 else f"answers {status}"


def against_clock() -> str:
    """Why clock and worker together are not well, or ""."""
    tick = last_tick()
    if tick is None:
        return "the clock never rang, or Redis was emptied"
    age = (timezone.now() - tick).total_seconds()
    return "" if age <= SILENT_SECONDS else f"the clock rang {age:.0f} seconds ago"
