"""Who would be told what at an instant: asked of the same planners, in a transaction that is taken back."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import override

from supporters import asked, earlier_digests, outbox, reminders
from supporters.choices import NotificationState
from supporters.clock import database_now
from supporters.kinds import kind_of
from supporters.mails import subject_line
from supporters.models import Notification


@dataclass
class Due:
    """One thing that would be told in one language, and to whom (ids, never addresses)."""

    kind: str
    subject: str
    occasion: str
    about: str
    language: str
    supporters: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many people."""
        return len(self.supporters)


def whats_due(at: datetime) -> list[Due]:
    """What would leave at the instant `at`, as the record stands now. Sends nothing and writes nothing.

    What the clock has noted of its own questions is left aside, so that a day that it has asked about a moment before,
    or asks about in parts, is there for whoever came since. What waits by now for a digest before the instant leaves
    with that one.
    """
    with transaction.atomic(), asked.afresh():
        gone = earlier_digests.left_by(database_now(), at)
        reminders.run_planners(at)
        found = _grouped(at, gone)
        transaction.set_rollback(True)
    return found


def as_row(due: Due) -> dict[str, object]:
    """For machines."""
    return {**asdict(due), "count": due.count}


def _grouped(at: datetime, gone: Container[Any]) -> list[Due]:
    rows = Notification.objects.filter(state=NotificationState.QUEUED, next_attempt_at__lte=at)
    groups: dict[tuple[str, ...], list[Notification]] = defaultdict(list)
    for row in rows.select_related("supporter").order_by(
        "kind", "subject", "occasion", "supporter__language", "supporter_id"
    ):
        if row.pk not in gone and not outbox.reason_against(row, at):
            groups[(row.kind, row.subject, row.occasion, row.supporter.language)].append(row)
    return [_due(key, members) for key, members in groups.items()]


def _due(key: tuple[str, ...], members: list[Notification]) -> Due:
    kind, subject, occasion, language = key
    people = [str(row.supporter_id) for row in members]
    with override(language):
        about = subject_line(members[0], kind_of(kind), is_discreet=False)
    return Due(kind, subject, occasion, about, language, people)
