"""`manage.py fetch_bounces`: reads the mailbox of what comes back (BOUNCE_MAILBOX_URL), and prints one JSON line."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from supporters import mailboxes


class Command(BaseCommand):
    """The clock does the same every five minutes, where a mailbox is named."""

    help = "Reads bounces and complaints from the mailbox BOUNCE_MAILBOX_URL and empties it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when no mailbox is named, or it cannot be read."""
        if not settings.BOUNCE_MAILBOX_URL:
            raise CommandError("BOUNCE_MAILBOX_URL is not set; `process_bounce` reads one mail from standard input.")
        try:
            done = mailboxes.fetch()
        except mailboxes.MailboxAway as away:
            raise CommandError(f"{str(away).capitalize()}; nothing is lost.") from None
        self.stdout.write(json.dumps(dict(sorted(done.items()))))
