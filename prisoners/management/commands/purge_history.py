"""`manage.py purge_history PRISONER --by HANDLE` deletes what was once written about somebody it would endanger."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from prisoners.models import Prisoner, Staff
from prisoners.refusals import Refusal
from prisoners.services.purging import purge_history


class Command(BaseCommand):
    """Purge the history of one prisoner, for a steward, after asking once more."""

    help = "Delete the kept changes of a prisoner and of all facts about that prisoner. It cannot be taken back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("prisoner", help="the address of the page (slug)")
        parser.add_argument("--by", required=True, help="the handle of the steward who decides")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, prisoner: str, by: str, yes: bool = False, **options: Any) -> None:
        """Ask for the address once more, then purge."""
        row = Prisoner.internal.filter(slug=prisoner).first()
        steward = Staff.objects.filter(handle=by).first()
        if row is None or steward is None:
            raise CommandError(_("There is no prisoner with this address, or no account with this handle."))
        if not yes and _typed(row.slug) != row.slug:
            raise CommandError(_("Nothing was purged."))
        try:
            gone = purge_history(row, steward)
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(_("Purged: %(count)s entries.") % {"count": gone})


def _typed(slug: str) -> str:
    """What was typed; nothing where nobody can be asked."""
    try:
        return input(_("Type %(slug)s again to purge its history for ever: ") % {"slug": slug})
    except EOFError:
        return ""
