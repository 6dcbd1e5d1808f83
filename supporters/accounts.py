"""The books of the outbox: how many mails wait, leave, left and failed, by kind, and how old the oldest is.

Numbers and kinds only: what is counted here stands on a page, in a command's output and in metrics.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, QuerySet

from supporters.choices import NotificationState, SupporterState
from supporters.models import Browser, Notification, Supporter, Tick
from supporters.outbox import PAUSED_UNTIL
from supporters.services import people, restoring

#: What is over is counted for so long; older rows are erased (see `services/retention.py`).
SETTLED_FOR = timedelta(days=14)
OPEN = (NotificationState.WAITING, NotificationState.QUEUED, NotificationState.SENDING)
CLOSED = (NotificationState.SENT, NotificationState.FAILED, NotificationState.CANCELLED)
#: Reasons that a reader of the books wants to see apart; they name codes and never people.
MOST_REASONS = 20
#: What failed may be tried again by hand as long as it is of use.
REPLAYED = "tried again by hand"


@dataclass(frozen=True)
class Line:
    """The mails of one kind in one state; `oldest_seconds` since the oldest of those that are open was due."""

    kind: str
    state: str
    count: int
    oldest_seconds: int | None = None


@dataclass(frozen=True)
class Books:
    """All that an operator asks first. Instants are UTC.

    `reasons` are those of what failed, `put_off` those of what is tried again; `in_browsers` are told there and have no
    address; `held_back` counts the confirmation mails that the cap of the whole site has held back in this hour.
    """

    lines: list[Line]
    held: int
    held_before: datetime | None
    paused_until: datetime | None
    unreachable: int
    bounced: int
    in_browsers: int
    held_back: int
    reasons: list[tuple[str, str, int]]
    put_off: list[tuple[str, str, int]]

    @property
    def by_state(self) -> dict[str, int]:
        """How many there are in each state, of all kinds."""
        found: Counter[str] = Counter()
        for line in self.lines:
            found[line.state] += line.count
        return {state: found[state] for state in NotificationState.values}

    @property
    def oldest_seconds(self) -> int:
        """Since the oldest mail that should have left was due; 0 when none waits."""
        late = (line.oldest_seconds or 0 for line in self.lines if line.state != NotificationState.WAITING)
        return max(late, default=0)

    def as_dict(self) -> dict[str, Any]:
        """For a machine."""
        return {
            "lines": [asdict(line) for line in self.lines],
            "states": self.by_state,
            "oldest_seconds": self.oldest_seconds,
            "held": self.held,
            "held_before": self.held_before.isoformat() if self.held_before else None,
            "paused_until": self.paused_until.isoformat() if self.paused_until else None,
            "unreachable_people": self.unreachable,
            "people_with_bounces": self.bounced,
            "people_told_in_a_browser": self.in_browsers,
            "confirmations_held_back": self.held_back,
            "reasons": _named(self.reasons),
            "put_off": _named(self.put_off),
        }


def _named(reasons: list[tuple[str, str, int]]) -> list[dict[str, Any]]:
    return [{"kind": kind, "reason": reason, "count": count} for kind, reason, count in reasons]


def books(now: datetime) -> Books:
    """The books as of `now`, in a constant number of queries."""
    held_before = restoring.held_before()
    queued = Notification.objects.filter(state=NotificationState.QUEUED)
    everybody = Supporter.objects.order_by()
    return Books(
        lines=[*_open(now), *_closed(now)],
        held=queued.filter(due_at__lt=held_before).count() if held_before else 0,
        held_before=held_before,
        paused_until=paused_until(now),
        unreachable=everybody.filter(state=SupporterState.UNREACHABLE).count(),
        bounced=everybody.exclude(hard_bounces=0, soft_bounces=0).count(),
        in_browsers=Browser.objects.count(),
        held_back=people.held_back_by_the_site(now),
        reasons=_reasons(Notification.objects.filter(state=NotificationState.FAILED, settled_at__gt=now - SETTLED_FOR)),
        put_off=_reasons(queued.filter(attempts__gt=0).exclude(reason="")),
    )


def paused_until(now: datetime) -> datetime | None:
    """Until when nothing is sent, because the mail server refuses us by policy; None when it is sent."""
    tick = Tick.objects.filter(name=PAUSED_UNTIL, ran_at__gt=now).first()
    return tick.ran_at if tick else None


def failed(now: datetime, kind: str = "") -> QuerySet[Notification]:
    """What failed and would be of use still."""
    rows = Notification.objects.filter(state=NotificationState.FAILED, stale_at__gt=now).order_by("due_at")
    return rows.filter(kind=kind) if kind else rows


def replay(now: datetime, kind: str = "") -> int:
    """Queue again what failed and is of use still; whether it is true is asked at sending. Returns how many.

    The same row, so the same Message-ID: whoever got it after all sees one mail.
    """
    again = {"state": NotificationState.QUEUED, "attempts": 0, "reason": REPLAYED, "settled_at": None}
    return failed(now, kind).order_by().update(**again, next_attempt_at=now)


def _open(now: datetime) -> Iterable[Line]:
    rows = Notification.objects.filter(state__in=OPEN).order_by("kind", "state").values_list("kind", "state")
    for kind, state, count, oldest in rows.annotate(count=Count("pk"), oldest=Min("due_at")):
        yield Line(kind, state, count, max(0, int((now - oldest).total_seconds())))


def _closed(now: datetime) -> Iterable[Line]:
    rows = Notification.objects.filter(state__in=CLOSED, settled_at__gt=now - SETTLED_FOR)
    rows = rows.order_by("kind", "state")
    for kind, state, count in rows.values_list("kind", "state").annotate(count=Count("pk")):
        yield Line(kind, state, count)


def _reasons(rows: QuerySet[Notification]) -> list[tuple[str, str, int]]:
    counted = rows.values_list("kind", "reason").annotate(count=Count("pk")).order_by("-count", "kind", "reason")
    return list(counted[:MOST_REASONS])
