"""`manage.py process_bounce < MAIL`: reads one bounce or complaint, prints one JSON line, keeps nothing of the mail."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from supporters.services import bounces


class Command(BaseCommand):
    """To be called by the mail server for each mail to BOUNCE_DOMAIN."""

    help = "Reads one bounce or complaint from standard input and prints one JSON line."

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse what is too long; else act, and say what was understood."""
        raw = sys.stdin.buffer.read(bounces.MAX_BYTES + 1)
        if len(raw) > bounces.MAX_BYTES:
            raise CommandError("The mail is longer than a megabyte; nothing was done.")
        found = bounces.process(raw)
        line: dict[str, Any] = {"verdict": found.verdict, "status": found.status}
        line["recipient_known"] = found.recipient_known
        if found.is_complaint:
            line["complaint"] = True
        self.stdout.write(json.dumps(line))
