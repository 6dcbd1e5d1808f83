"""Whoever followed a record that was merged follows the one that was kept; noticed at the next tick."""

from datetime import datetime

from django.db import connection, transaction

from prisoners.models import FormerSlug
from supporters.reminders import register_planner

#: Who follows both keeps the subscription to the kept one.
MOVE = """
UPDATE supporters_subscription AS old SET topic = 'prisoner:' || merged.prisoner_id
FROM prisoners_formerslug AS merged
WHERE old.topic = 'prisoner:' || merged.merged_pk AND NOT EXISTS (
    SELECT FROM supporters_subscription AS kept
    WHERE kept.supporter_id = old.supporter_id AND kept.topic = 'prisoner:' || merged.prisoner_id)
"""
DROP = """
DELETE FROM supporters_subscription AS old USING prisoners_formerslug AS merged
WHERE old.topic = 'prisoner:' || merged.merged_pk
"""


def register() -> None:
    """Have the clock ask before anything else, so that nobody misses what is due at this tick."""
    merged = FormerSlug.objects.filter(merged_pk__isnull=False)
    register_planner("merged", follow_kept, only_if=lambda now: [merged])


def follow_kept(now: datetime) -> int:
    """Move what is followed of merged records; owes nobody a mail, and so is always 0."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(MOVE)
        cursor.execute(DROP)
    return 0
