"""Cover again what earlier versions covered with a mosaic: `manage.py flatten_photos`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from actions.refusals import ActionsRefusal
from actions.services.covering import flatten, to_flatten


class Command(BaseCommand):
    """Called once after an update; calling it again does what is left."""

    help = "Publishes photos anew whose covered parts are a mosaic still; an average colour is left of them."

    def handle(self, *args: Any, **options: Any) -> None:
        """One photo at a time: one whose file is not there stops no other, and is named at the end."""
        done, missing = 0, []
        for photo in to_flatten():
            try:
                done += flatten(photo)
            except ActionsRefusal:
                missing.append(str(photo.pk))
        self.stdout.write(f"{done} photos were covered again.")
        if missing:
            raise CommandError(f"The files of these photos are not there: {', '.join(missing)}")
