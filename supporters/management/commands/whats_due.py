"""`manage.py whats_due --at ISO [--json] [--explain WHO]`: who would be told what at that instant, and why.

Sends nothing, writes nothing, prints no address.
"""

import json
from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from supporters.explaining import Nobody, explain, find
from supporters.preview import as_row, whats_due

#: Beyond these years nobody asks, and calendars run out.
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Command(BaseCommand):
    """Shows organisers what is about to leave. Names no address."""

    help = "Who would be told what at an instant; sends nothing and writes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--at: an instant with its zone; --json: for machines; --explain: why one person would be told, or not."""
        parser.add_argument("--at", required=True, help="an instant with its zone, such as 2026-12-15T09:00+00:00")
        parser.add_argument("--json", action="store_true", help="for machines")
        parser.add_argument("--explain", metavar="WHO", help="an address or the number of a supporter: why, or why not")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line for each thing that would be told, or one JSON document."""
        at = _instant(options["at"])
        if options["explain"] is not None:
            self._explain(options["explain"], at, for_machines=options["json"])
            return
        found = whats_due(at)
        if options["json"]:
            self.stdout.write(json.dumps({"at": at.isoformat(), "due": [as_row(due) for due in found]}, indent=2))
            return
        for due in found:
            self.stdout.write(f"{due.count} × {due.kind} ({due.language}): {due.about} [{due.subject}, {due.occasion}]")
        self.stdout.write(f"{sum(due.count for due in found)} would be told at {at.isoformat()}.")

    def _explain(self, who: str, at: datetime, *, for_machines: bool) -> None:
        try:
            person = find(who)
        except Nobody as error:
            raise CommandError("Nobody is known under that address or number.") from error
        said = explain(person, at)
        if for_machines:
            self.stdout.write(json.dumps({"at": at.isoformat(), **said.row}, indent=2, ensure_ascii=False))
            return
        for line in said.lines:
            self.stdout.write(line)


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"«{text}» is not an instant such as 2026-12-15T09:00+00:00.") from error
    if at.tzinfo is None:
        raise CommandError("Please say the zone too: an instant such as 2026-12-15T09:00+00:00.")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise CommandError(f"Please give a year between {FIRST_YEAR} and {LAST_YEAR}.")
    return at.astimezone(UTC)
