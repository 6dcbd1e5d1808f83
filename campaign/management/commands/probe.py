"""`manage.py probe NAME`: whether a process does its work, for the health checks of containers."""

from argparse import ArgumentParser
from http.client import HTTPConnection, HTTPException
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campaign.clock import last_tick
from campaign.processes import PROCESSES
from supporters.clock import database_now
from supporters.models import Tick

#: The heartbeat rings every 30 seconds, by the clock, through Redis, in a worker.
SILENT_SECONDS = 120
#: A round of sending takes three minutes at the most, and what it has claimed by then.
SENDING_SECONDS = 600
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
        reason = AGAINST.get(name, against_clock)()
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


def against_sender() -> str:
    """Why nothing goes out, or "": what is due is looked for every five seconds, and a round ends within minutes."""
    sent = Tick.objects.filter(name="send").first()
    if sent is None:
        return "nothing was ever sent"
    age = (database_now() - sent.ran_at).total_seconds()
    return "" if age <= SENDING_SECONDS else f"the last round of sending ended {age:.0f} seconds ago"


#: By the name of the process; worker and clock are well together or not at all.
AGAINST = {"web": against_web, "sender": against_sender}
