"""`manage.py outbox`: what waits, leaves, left and failed; and what failed is tried again. Names nobody."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from supporters import accounts
from supporters.accounts import Books
from supporters.clock import database_now
from supporters.kinds import every_kind

MOST_LISTED = 200


class Command(BaseCommand):
    """Looks, unless it is told to retry."""

    help = "Shows the outbox by kind and state; --failed lists what failed, --retry queues it again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to look at, and whether to act."""
        parser.add_argument("--failed", action="store_true", help="list what failed and is of use still")
        parser.add_argument("--retry", action="store_true", help="queue again what failed and is of use still")
        parser.add_argument("--kind", help="of one kind only")
        parser.add_argument("--json", action="store_true", help="for a machine")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError for a kind that does not exist."""
        kind, kinds = options["kind"], [one.name for one in every_kind()]
        if kind is not None and kind not in kinds:
            raise CommandError(f"There is no kind «{kind}». There are: {', '.join(kinds)}.")
        kind = kind or ""
        now = database_now()
        if options["retry"]:
            said: dict[str, Any] = {"retried": accounts.replay(now, kind)}
        elif options["failed"]:
            rows = accounts.failed(now, kind)[:MOST_LISTED]
            said = {"failed": [_row(row) for row in rows], "count": accounts.failed(now, kind).count()}
        else:
            said = _only(accounts.books(now), kind)
        for line in [json.dumps(said)] if options["json"] else _lines(said):
            self.stdout.write(line)


def _row(row: Any) -> dict[str, Any]:
    """One that failed; the id is that of the row, and tells nothing of whose it is."""
    return {
        "id": str(row.pk),
        "kind": row.kind,
        "about": "" if row.subject.startswith(("supporter:", "sign_up:")) else row.subject,
        "due_at": row.due_at.isoformat(),
        "of_use_until": row.stale_at.isoformat(),
        "attempts": row.attempts,
        "reason": row.reason,
    }


def _only(found: Books, kind: str) -> dict[str, Any]:
    said = found.as_dict()
    if kind:
        said["lines"] = [line for line in said["lines"] if line["kind"] == kind]
        for name in ("reasons", "put_off"):
            said[name] = [reason for reason in said[name] if reason["kind"] == kind]
    return said


def _lines(said: dict[str, Any]) -> Iterator[str]:
    if "retried" in said:
        yield f"queued again: {said['retried']}"
        return
    for row in said.get("failed", []):
        yield f"{row['kind']}  {row['about'] or '-'}  due {row['due_at']}  {row['reason']}"
    if "failed" in said:
        yield f"failed and of use still: {said['count']}"
        return
    for line in said["lines"]:
        age = f", the oldest due {line['oldest_seconds']} seconds ago" if line["oldest_seconds"] is not None else ""
        yield f"{line['kind']}  {line['state']}: {line['count']}{age}"
    for reason in said["reasons"]:
        yield f"failed, {reason['kind']}: {reason['reason']} ({reason['count']})"
    for reason in said["put_off"]:
        yield f"tried again later, {reason['kind']}: {reason['reason']} ({reason['count']})"
    yield f"held since a restore: {said['held']}"
    yield f"paused until: {said['paused_until'] or 'not paused'}"
    yield f"people whose address takes no mail: {said['unreachable_people']}"
    yield f"people told in a browser: {said['people_told_in_a_browser']}"
    yield f"confirmations held back by the cap of the site in this hour: {said['confirmations_held_back']}"
