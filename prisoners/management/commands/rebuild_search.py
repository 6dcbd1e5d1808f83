"""Computes anew by what names are found: after a change of the rules, or of names past the services."""

from typing import Any

from django.core.management.base import BaseCommand

from prisoners.services.prisoners import name_the_nameless, rebuild_keys


class Command(BaseCommand):
    """Rebuilds what the search looks into; safe to repeat at any time."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{name_the_nameless() + rebuild_keys()} changed")
