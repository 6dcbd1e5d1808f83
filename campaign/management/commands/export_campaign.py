"""Writes a campaign as one file that `load_campaign` reads."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from actions.models import Campaign
from campaign.campaign_out import export_campaign, kinds_told
from campaign.loading.nodes import MOST_BYTES

#: Rights of the file: its owner's alone, and everybody's to read it.
FOR_STAFF, FOR_READERS = 0o600, 0o644


class Command(BaseCommand):
    """`manage.py export_campaign SLUG [FILE] [--everything]`: see docs/importing.md."""

    help = "Write a campaign with all that belongs to it as one YAML file, which load_campaign reads; nobody's data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("campaign", metavar="SLUG", help="the campaign, by its address in links")
        parser.add_argument("file", type=Path, nargs="?", help="where to write it; to the output where none is named")
        parser.add_argument(
            "--everything",
            action="store_true",
            help="drafts, what was withdrawn and confidential sources too: a file for staff, not for readers",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file, and say how many rows of each kind stand in it."""
        text, counts = export_campaign(self._campaign(options), everything=options["everything"])
        path: Path | None = options["file"]
        if path is None:
            self.stdout.write(text, ending="")
            return
        try:
            path.touch(mode=FOR_STAFF if options["everything"] else FOR_READERS)
            if options["everything"] and path.is_file():
                # One that was there keeps the rights that it had.
                path.chmod(FOR_STAFF)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            said = {"path": error.filename, "why": error.strerror}
            raise CommandError(_("%(path)s cannot be written: %(why)s.") % said) from error
        for word, count in kinds_told(counts).items():
            self.stdout.write(f"{word}: {count}")
        if len(text.encode()) > MOST_BYTES:
            words = _("It has more than %(most)s bytes, and load_campaign reads no more: export_record moves such.")
            self.stderr.write(words % {"most": MOST_BYTES})

    def _campaign(self, options: dict[str, Any]) -> Campaign:
        rows = Campaign.internal if options["everything"] else Campaign.public
        found = rows.filter(slug=options["campaign"]).first()
        if found is not None:
            return found
        known = ", ".join(rows.order_by("slug").values_list("slug", flat=True)[:20])
        words = _("There is no campaign “%(slug)s” among these: %(known)s.")
        raise CommandError(words % {"slug": options["campaign"], "known": known or "–"})
