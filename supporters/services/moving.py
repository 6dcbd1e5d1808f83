"""What hung on a record that was merged into another one hangs on the one that was kept."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import Q

from supporters.choices import SubscriptionState
from supporters.models import Subscription

#: What one follows of the merged record stands before what was never confirmed, or was stopped, of the kept one.
MAKE_ROOM = """
DELETE FROM supporters_subscription AS kept USING supporters_subscription AS old, prisoners_formerslug AS merged
WHERE old.topic = ANY(%(old)s) AND old.topic = 'prisoner:' || merged.merged_pk AND old.state = 'active'
  AND kept.topic = 'prisoner:' || merged.prisoner_id AND kept.supporter_id = old.supporter_id
  AND kept.state <> 'active'
"""
#: Who follows both keeps the subscription to the kept one; of several that were merged into it, the first goes there.
MOVE = """
UPDATE supporters_subscription AS old SET topic = moved.topic
FROM (
    SELECT DISTINCT ON (one.supporter_id, merged.prisoner_id)
           one.id, one.supporter_id, 'prisoner:' || merged.prisoner_id AS topic
    FROM supporters_subscription AS one
    JOIN prisoners_formerslug AS merged ON one.topic = 'prisoner:' || merged.merged_pk
    WHERE one.topic = ANY(%(old)s)
    ORDER BY one.supporter_id, merged.prisoner_id, one.state = 'active' DESC, one.id) AS moved
WHERE old.id = moved.id AND NOT EXISTS (
    SELECT FROM supporters_subscription AS kept
    WHERE kept.supporter_id = moved.supporter_id AND kept.topic = moved.topic)
"""
DROP = """
DELETE FROM supporters_subscription AS old WHERE old.topic = ANY(%(old)s)
"""
#: What was told of both stays where it is, but for one of each.
RENAME = """
UPDATE supporters_notification AS old SET subject = moved.subject
FROM (
    SELECT DISTINCT ON (one.supporter_id, one.kind, one.occasion, merged.prisoner_id)
           one.id, one.supporter_id, one.kind, one.occasion, 'prisoner:' || merged.prisoner_id AS subject
    FROM supporters_notification AS one
    JOIN prisoners_formerslug AS merged ON one.subject = 'prisoner:' || merged.merged_pk
    WHERE one.subject = ANY(%(old)s)
    ORDER BY one.supporter_id, one.kind, one.occasion, merged.prisoner_id, one.state = 'sent' DESC, one.id) AS moved
WHERE old.id = moved.id AND NOT EXISTS (
    SELECT FROM supporters_notification AS kept
    WHERE kept.supporter_id = moved.supporter_id AND kept.kind = moved.kind
      AND kept.subject = moved.subject AND kept.occasion = moved.occasion)
"""
MOVE_OCCASIONS = """
UPDATE supporters_notification AS old SET occasion = %(new)s || substr(old.occasion, length(%(old)s) + 1)
WHERE old.subject = ANY(%(subjects)s) AND old.kind = %(kind)s AND starts_with(old.occasion, %(old)s) AND NOT EXISTS (
    SELECT FROM supporters_notification AS kept
    WHERE kept.supporter_id = old.supporter_id AND kept.kind = old.kind AND kept.subject = old.subject
      AND kept.occasion = %(new)s || substr(old.occasion, length(%(old)s) + 1))
"""


def follow_kept(old: Sequence[str]) -> None:
    """Move what is followed and what was told of these topics (`prisoner:7`), all of records that were merged.

    Records stay merged for ever, and each round of the clock asks: by indexes, of what is followed now and of the rest,
    and of the subjects of what was told.
    """
    found, active = Subscription.objects.filter(topic__in=old), Q(state=SubscriptionState.ACTIVE)
    is_followed = found.filter(active).exists() or found.filter(~active).exists()
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in (MAKE_ROOM, MOVE, DROP, RENAME) if is_followed else (RENAME,):
            cursor.execute(statement, {"old": list(old)})


def move_occasions(kind: str, subjects: Sequence[str], old: str, new: str) -> None:
    """Have what was told of these subjects on occasions that begin so count as told on those that begin anew."""
    with connection.cursor() as cursor:
        cursor.execute(MOVE_OCCASIONS, {"kind": kind, "subjects": list(subjects), "old": old, "new": new})
