"""`manage.py forget_person < ADDRESS`: deletes everything about one person (GDPR art. 17)."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from privacy.addresses import BadAddress
from supporters.services import people


class Command(BaseCommand):
    """For a steward; the address comes by standard input, so that it stands in no shell history or process list."""

    help = "Deletes everything about the person whose address is read from standard input."

    def handle(self, *args: Any, **options: Any) -> None:
        """Forget, and say whether there was somebody."""
        try:
            supporter = people.find(sys.stdin.readline().strip())
        except BadAddress as error:
            raise CommandError(str(error)) from error
        if supporter is None:
            self.stdout.write("nobody with this address")
            return
        people.forget(supporter)
        self.stdout.write("forgotten")
