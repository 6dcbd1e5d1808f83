"""`manage.py doctor`: looks whether this installation could do its work, and says what is amiss."""

from collections.abc import Callable
from typing import Any

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from campaign.clock import late_tasks
from campaign.health import database_answers, redis_answers
from campaign.key_witness import WRONG_KEYS, opens_database
from campaign.management.commands.probe import against_clock
from privacy.keys import ring
from privacy.tombstones import against_folder
from supporters.accounts import books
from supporters.clock import database_now
from supporters.services.restoring import held_before

#: Greylisting keeps a mail waiting for an hour and more; one that waits for a day shows that nothing leaves.
LATE_SECONDS = 86_400


class Command(BaseCommand):
    """Ends with 0 when all is well, else with 1 after naming everything that is not."""

    help = "Look whether this installation can do its work"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each look. Raises CommandError when one found something."""
        findings = {name: look() for name, look in LOOKS.items()}
        for name, finding in findings.items():
            self.stdout.write(f"{name}: {finding or 'well'}")
        amiss = [name for name, finding in findings.items() if finding]
        if amiss:
            raise CommandError(f"Not well: {', '.join(amiss)}.")


def against_settings() -> str:
    """What Django's checks and ours have against the settings, or ""."""
    found = checks.run_checks(include_deployment_checks=False)
    return "; ".join(str(one.msg) for one in found if one.level >= checks.WARNING)


def against_keys() -> str:
    """What is wrong with FIELD_KEYS, or ""."""
    try:
        ring()
    except ImproperlyConfigured as error:
        return str(error)
    try:
        return "" if opens_database() else WRONG_KEYS
    except DatabaseError:
        return "unknown while the database does not answer"


def against_database() -> str:
    """Why the database is not ready, or ""."""
    if not database_answers():
        return "no answer"
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return f"the schema cannot be read ({type(error).__name__})"
    return f"{len(plan)} migrations are not applied: call migrate" if plan else ""


def against_redis() -> str:
    """Why Redis is not ready, or ""."""
    return "" if redis_answers() else "no answer"


def against_ticks() -> str:
    """Why clock and worker are not well, or ""; unknown without Redis."""
    return against_clock() if redis_answers() else "unknown while Redis does not answer"


def against_tasks() -> str:
    """Which tasks have not ended well for too long, or ""."""
    try:
        late = late_tasks()
    except DatabaseError:
        return "unknown while the database does not answer"
    said = ", ".join(f"{name} {age} seconds ago" for name, age in late.items())
    return f"last ended well: {said}; the log of the worker says why" if late else ""


def against_held_mail() -> str:
    """What waits for a person since the database was restored, or ""."""
    try:
        until = held_before()
    except DatabaseError:
        return "unknown while the database does not answer"
    return f"mails due before {until.isoformat()} wait for `manage.py held`" if until else ""


def against_outbox() -> str:
    """Whether mails leave when they should, or ""; `manage.py outbox` says more."""
    try:
        found = books(database_now())
    except DatabaseError:
        return "unknown while the database does not answer"
    except ImproperlyConfigured:
        # What is wrong with the keys has a look and a line of its own.
        return ""
    if found.paused_until:
        return f"the mail server refuses us: nothing is sent until {found.paused_until.isoformat()}"
    if found.held_back:
        return f"strangers ask too often: {found.held_back} confirmation mails were held back in this hour"
    late = found.oldest_seconds > LATE_SECONDS and not found.held
    return f"the oldest mail was due {found.oldest_seconds} seconds ago: see `manage.py outbox`" if late else ""


LOOKS: dict[str, Callable[[], str]] = {
    "settings": against_settings,
    "keys": against_keys,
    "database": against_database,
    "redis": against_redis,
    "clock and worker": against_ticks,
    "tasks": against_tasks,
    "tombstones": against_folder,
    "held mail": against_held_mail,
    "outbox": against_outbox,
}
