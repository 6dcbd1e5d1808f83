"""`manage.py webhook add|list|retry|remove|tell`: other machines that are told of public news."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from actions import hooks
from actions.models import Hook
from actions.services import hooks as services
from prisoners.refusals import Refusal


class Command(BaseCommand):
    """For whoever runs the site; the secret is shown once, and no address is ever printed."""

    help = "Tells other machines of public news: signed JSON to an https address, confirmed by a challenge."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One word says what to do."""
        steps = parser.add_subparsers(dest="step", required=True)
        add = steps.add_parser("add", help="register a machine; prints the secret once")
        add.add_argument("--name", required=True, help="what you call it")
        add.add_argument("--url", required=True, help="its https address")
        add.add_argument("--topic", default="all", help="all, prisoner:12 or campaign:3")
        add.add_argument("--language", default="en")
        steps.add_parser("list", help="each machine, one JSON line")
        steps.add_parser("tell", help="tell what is new now, as the clock does every minute")
        for word in ("retry", "remove"):
            steps.add_parser(word).add_argument("name")

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        """Raises CommandError with every reason."""
        getattr(self, f"_{step}")(options)

    def _add(self, options: dict[str, Any]) -> None:
        fields = {name: options[name] for name in ("name", "url", "topic", "language")}
        try:
            row = services.register(**fields)
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"Registered {row.name}; it is asked a challenge within a minute.")
        self.stdout.write(f"Secret, shown this once: {row.secret}")

    def _list(self, options: dict[str, Any]) -> None:
        for row in Hook.objects.order_by("name"):
            said = {"name": row.name, "topic": row.topic, "language": row.language, "state": row.state}
            said |= {"failures": row.failures, "reason": row.reason}  # type: ignore[dict-item]
            said["told_until"] = row.told_until.isoformat() if row.told_until else ""
            self.stdout.write(json.dumps(said))

    def _tell(self, options: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(dict(sorted(hooks.tell_all().items()))))

    def _retry(self, options: dict[str, Any]) -> None:
        services.try_again(_known(options["name"]))
        self.stdout.write("It is asked again within a minute.")

    def _remove(self, options: dict[str, Any]) -> None:
        services.remove(_known(options["name"]))
        self.stdout.write("Removed.")


def _known(name: str) -> Hook:
    row = Hook.objects.filter(name=name).first()
    if row is None:
        raise CommandError("There is none of that name.")
    return row
