"""`manage.py prepare` makes a data folder ready: schema, static files, example campaign, staff log-in."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from campaign.catalogues import compile_catalogues
from campaign.embedded.folder import LOG_IN_FILE
from campaign.loading.service import load_example
from campaign.trial import make_trial
from prisoners.choices import StaffRole
from prisoners.models import Prisoner, Staff
from prisoners.services.staff import create_staff

HANDLE = "staff"
EMAIL = "staff@localhost.localdomain"


class Command(BaseCommand):
    """What `make run` does before it serves."""

    help = "Make a data folder of the embedded engines ready to serve"

    def handle(self, *args: Any, **options: Any) -> None:
        """Each step does nothing where it was done before."""
        if not settings.EMBEDDED:
            raise CommandError("This is for `make run`; a deployment calls migrate and collectstatic.")
        folder = Path(settings.DATA_DIR)
        compile_catalogues(settings.LOCALE_PATHS)
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        is_new = not Prisoner.internal.exists()
        if is_new:
            self.stdout.write("Loading the example campaign …")
            load_example()
        staff = _open_account(folder / LOG_IN_FILE)
        if is_new:
            make_trial(staff)


def _open_account(path: Path) -> Staff:
    """A log-in to look around with, once; its password lies in the folder (mode 0600) to be printed again."""
    known = Staff.objects.filter(handle=HANDLE).first()
    if path.exists() and known is not None:
        return known
    password = secrets.token_urlsafe(12)
    staff = known or create_staff(EMAIL, StaffRole.values, password, handle=HANDLE)
    staff.is_superuser = True
    staff.set_password(password)
    staff.save()
    path.touch(mode=0o600)
    path.write_text(f"{HANDLE}  {password}\n")
    return staff
