"""After a restored backup: nobody who left is written to, and nothing that was due is sent before a person has looked.

The database is behind the tombstones then. Each round of the clock asks that first, so that it makes no difference
whether the backup came back by our command or by an operator's own hands.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from privacy import tombstones
from privacy.tombstones import Graves, Place
from supporters.choices import NotificationState, SubscriptionState, SuppressionReason
from supporters.clock import database_now
from supporters.models import Notification, RestoreMark, Subscription, Supporter, Suppression
from supporters.services import people

log = logging.getLogger(__name__)

Replay = Callable[[Graves], int]
NOT_RELEASED = "the database was restored, and an operator decided against sending"
SUPPRESSED, CAME_BACK = "suppressed", "came-back"
ONE_AT_A_TIME = 7_283_453

_REPLAYS: list[Replay] = []


def register() -> None:
    """Have the restored backup ask this floor."""
    on_restore(replay)


def on_restore(replay: Replay) -> None:
    """Have a floor told what is gone since the backup; called once at start. It says how many rows it took away."""
    _REPLAYS.append(replay)


def watch() -> bool:
    """Whether the database turns out to be restored; then those who left are taken away again, and the rest is held."""
    with _alone():
        with transaction.atomic():
            mark, beat = _mark(), tombstones.beat()
            is_restored = mark.beat > 0 if beat is None else beat > mark.beat
            if is_restored:
                _recover(mark)
            _move_on(mark, beat or 0)
        tombstones.set_beat(mark.beat)
    return is_restored


def hold() -> None:
    """Take away who has left and hold what is due, as after a restored backup, without asking whether it is one."""
    with _alone():
        with transaction.atomic():
            mark = _mark()
            _recover(mark)
            _move_on(mark, tombstones.beat() or 0)
        tombstones.set_beat(mark.beat)


def held_before() -> datetime | None:
    """What was due before this instant is not to be sent now; None when nothing is held."""
    return RestoreMark.objects.filter(pk=1).values_list("held_before", flat=True).first()


def held() -> QuerySet[Notification]:
    """What waits for a person since the last restore."""
    until = held_before()
    rows = Notification.objects.filter(state__in=(NotificationState.QUEUED, NotificationState.SENDING))
    return rows.filter(due_at__lt=until) if until else rows.none()


def held_by_kind() -> Counter[str]:
    """How many of each kind wait."""
    return Counter(held().values_list("kind", flat=True))


def release() -> int:
    """Let go what is held; each is asked again whether it is still true. Returns how many."""
    count = held().count()
    RestoreMark.objects.update(held_before=None)
    return count


def cancel() -> int:
    """Send none of what is held; returns how many. As failed, since what is cancelled may be owed again."""
    settled = {"state": NotificationState.FAILED, "reason": NOT_RELEASED, "settled_at": timezone.now()}
    count = held().update(**settled)
    RestoreMark.objects.update(held_before=None)
    return count


def replay(graves: Graves) -> int:
    """Forget again who was forgotten, end again what was unfollowed, and remember who is not to be written to.

    What was stopped and taken back is followed, whether the backup is from before the one or the other.
    """
    _take_back(graves)
    return _suppress(graves) + _forget(graves) + _unfollow(graves)


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time, until the counter beside the log is written too.

    Between the commit and that, the database of a new site would look to the next process as if its tombstones were
    lost: two that start at once would hold what is due.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])


def _mark() -> RestoreMark:
    RestoreMark.objects.get_or_create(pk=1)
    return RestoreMark.objects.select_for_update().get(pk=1)


def _recover(mark: RestoreMark) -> None:
    graves = tombstones.since(Place(mark.log_month, mark.log_offset))
    taken = sum(replay(graves) for replay in _REPLAYS)
    mark.held_before = database_now()
    log.error(
        "this database is older than its tombstones: %s rows were taken away again, and what was due before %s is "
        "held until `manage.py held --release` or `--cancel`",
        taken,
        mark.held_before.isoformat(),
    )


def _move_on(mark: RestoreMark, beat: int) -> None:
    place = tombstones.here()
    mark.beat, mark.log_month, mark.log_offset = max(mark.beat, beat) + 1, place.month, place.offset
    mark.save()


def _suppress(graves: Graves) -> int:
    for words in graves.notes:
        if words[0] == SUPPRESSED:
            lookup, reason, until = words[1:]
            defaults = {"reason": reason, "until_on": None if until == "-" else until}
            Suppression.objects.update_or_create(address_lookup=bytes.fromhex(lookup), defaults=defaults)
        elif words[0] == CAME_BACK:
            left = Suppression.objects.filter(reason=SuppressionReason.LEFT)
            left.filter(address_lookup=bytes.fromhex(words[1])).delete()
    return 0


def _forget(graves: Graves) -> int:
    rows = Supporter.objects.only("pk", "email_lookup").iterator()
    gone = [row for row in rows if graves.hold("supporter", bytes(row.email_lookup).hex())]
    for row in gone:
        people.forget(row)
    return len(gone)


def _unfollow(graves: Graves) -> int:
    gone = [pk for pk, *grave in _graves_of(Subscription.objects.all()) if graves.hold(*grave)]
    return Subscription.objects.filter(pk__in=gone).delete()[0]


def _take_back(graves: Graves) -> None:
    stopped = Subscription.objects.filter(state=SubscriptionState.STOPPED)
    back = [pk for pk, *grave in _graves_of(stopped) if graves.gave_back(*grave)]
    Subscription.objects.filter(pk__in=back).update(state=SubscriptionState.ACTIVE, unconfirmed_until=None)


def _graves_of(rows: QuerySet[Subscription]) -> Iterator[tuple[UUID, str, str, str]]:
    """Each with the words by which `leaving` buries it."""
    for pk, lookup, topic in rows.values_list("pk", "supporter__email_lookup", "topic").iterator():
        yield pk, "subscription", bytes(lookup).hex(), topic
