"""`manage.py purge` erases what must not be kept any longer."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from actions.services import retention as of_actions
from prisoners.services import errands
from supporters.services import retention as of_supporters


class Command(BaseCommand):
    """Erase sign-ups of past actions, what nobody confirmed, and settled notifications."""

    help = "Erase what must not be kept any longer; --dry-run only counts it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count, and change nothing")

    def handle(self, *args: Any, dry_run: bool = False, **options: Any) -> None:
        now = timezone.now()
        found = {**of_actions.purge(now, dry_run), **of_supporters.purge(now, dry_run), **errands.purge(now, dry_run)}
        for what, count in found.items():
            self.stdout.write(f"{what}: {count}")
