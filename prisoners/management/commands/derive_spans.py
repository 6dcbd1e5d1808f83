"""Derives anew where everybody stands on which days: after a change of the rules, or when in doubt."""

from typing import Any

from django.core.management.base import BaseCommand

from prisoners.services.spans import derive_all


class Command(BaseCommand):
    """Rebuilds what lists are filtered by; safe to repeat at any time."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{derive_all()} people")
