"""`manage.py process_bounce < MAIL`: reads one bounce or complaint, prints one JSON line, keeps nothing of the mail."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand

from supporters.services import bounces

#: Bytes that are read at once and not looked at.
BLOCK = 65_536


class Command(BaseCommand):
    """To be called by the mail server for each mail to BOUNCE_DOMAIN."""

    help = "Reads one bounce or complaint from standard input and prints one JSON line."

    def handle(self, *args: Any, **options: Any) -> None:
        """Act, and say what was understood, by the first megabyte: a report stands before the mail it returns."""
        raw = sys.stdin.buffer.read(bounces.MAX_BYTES)
        # The rest is taken and dropped: a mail server whose pipe breaks would send the same for days.
        while sys.stdin.buffer.read(BLOCK):
            pass
        found = bounces.process(raw)
        line: dict[str, Any] = {"verdict": found.verdict, "status": found.status}
        line["recipient_known"] = found.recipient_known
        if found.is_complaint:
            line["complaint"] = True
        self.stdout.write(json.dumps(line))
