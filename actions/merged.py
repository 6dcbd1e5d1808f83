"""What was for the followers of a record that was merged is for those of the one that was kept, on this floor too."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Model

from actions.models import Dispatch, Hook
from prisoners.models import FormerSlug
from supporters.reminders import register_planner

#: What names a topic: for whom a dispatch is, what a machine is told about.
NAMED: tuple[tuple[type[Model], str], ...] = ((Dispatch, "audience"), (Hook, "topic"))


def register() -> None:
    """Have the clock ask soon, so that a dispatch which is under way reaches the others, too."""
    merged = FormerSlug.objects.filter(merged_pk__isnull=False)
    register_planner("merged-audiences", follow_kept, only_if=lambda now: [merged])


def follow_kept(now: datetime) -> int:
    """Name the kept record where one that was merged is named; owes nobody a mail, and so is always 0."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model, column in NAMED:
            # Names of ours alone.
            cursor.execute(f"""
                UPDATE {model._meta.db_table} SET {column} = 'prisoner:' || merged.prisoner_id
                FROM prisoners_formerslug AS merged WHERE {column} = 'prisoner:' || merged.merged_pk
            """)  # noqa: S608
    return 0
