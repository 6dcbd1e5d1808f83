"""`manage.py rotate_keys`: seals every encrypted row with the newest key."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from campaign.key_witness import WRONG_KEYS, opens_database
from privacy.fields import encrypted_fields, reencrypt


class Command(BaseCommand):
    """Run it after putting a new key in front of FIELD_KEYS; safe to stop and to run again while the site is up."""

    help = (
        "Seals every encrypted column with the newest key of FIELD_KEYS. Afterwards keys in the middle of the list "
        "may be removed, once the links in mails that were sealed with them may stop working. The last key is the "
        "founding key and stays for good: without it nothing can be opened and nobody found."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints a line for each model with how many rows were sealed anew. Raises CommandError for other keys."""
        if not opens_database():
            raise CommandError(f"Nothing was changed: {WRONG_KEYS}.")
        for model in apps.get_models():
            if encrypted_fields(model) and model._meta.managed and not model._meta.proxy:
                self.stdout.write(f"{model._meta.label}: {sum(reencrypt(model))}")
