"""`manage.py compile_catalogues` makes the translations readable for the site; needs no GNU gettext and no database."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from campaign.catalogues import compile_catalogues


class Command(BaseCommand):
    """What an image calls once when it is built."""

    help = "Compile the message catalogues (.po to .mo) that are not compiled yet"
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Say which catalogues were compiled."""
        for path in compile_catalogues(settings.LOCALE_PATHS):
            self.stdout.write(str(path.relative_to(Path(settings.BASE_DIR))))
