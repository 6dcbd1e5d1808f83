"""When an action begins, when it is over and until when one can sign up, told from what is known of its hour."""

from datetime import UTC, date, datetime, timedelta

from django.db.models import F, Q, QuerySet

from actions.models import Action
from prisoners.choices import PublicationState

DAY = timedelta(hours=24)
#: How long an action is taken to last when nobody said how long.
USUAL_LENGTH = timedelta(hours=3)
#: The order of those to come.
NEXT_FIRST = (F("starts_at").asc(nulls_last=True), "held_earliest", "id")
#: That readers know what happened at an action; and that its organisers have written it down.
TOLD, LOGGED = Q(report__state=PublicationState.PUBLISHED), Q(report__isnull=False)
#: A day ends so much later than by UTC where it ends last.
LAST_ON_EARTH = timedelta(hours=12)


def earliest_day(now: datetime) -> date:
    """The earliest local day that is not over everywhere at `now`: in New York yesterday evening is still yesterday."""
    return (now - LAST_ON_EARTH).date()


def begins_at(action: Action) -> datetime | None:
    """The instant (UTC) until which one can still sign up: the beginning, or the end of the day without an hour."""
    if action.starts_at is None:
        return None
    return action.starts_at if action.has_time else action.starts_at + DAY


def over_at(action: Action) -> datetime | None:
    """The instant (UTC) after which an action belongs to the past; None while its day is not known."""
    if action.starts_at is None:
        return None
    return action.ends_at or action.starts_at + (USUAL_LENGTH if action.has_time else DAY)


def is_over(action: Action, now: datetime) -> bool:
    """Whether an action belongs to the past at `now`; one of which no date is known does not."""
    end = over_at(action)
    if end is not None:
        return end <= now
    return action.held_latest is not None and action.held_latest < earliest_day(now)


def upcoming(actions: QuerySet[Action], now: datetime, reported: Q = TOLD) -> QuerySet[Action]:
    """Those that are to come at `now`, the next one first; a month without a day counts until its last day."""
    return actions.filter(to_come(now, reported)).order_by(*NEXT_FIRST)


def past(actions: QuerySet[Action], now: datetime, reported: Q = TOLD) -> QuerySet[Action]:
    """Those that are over or reported at `now`, and those of which no date is known; the latest first."""
    return _latest_first(actions.exclude(to_come(now, reported)))


def _latest_first(actions: QuerySet[Action]) -> QuerySet[Action]:
    return actions.order_by(F("held_earliest").desc(nulls_last=True), "-id")


def parted(actions: QuerySet[Action], now: datetime) -> tuple[list[Action], list[Action]]:
    """The upcoming ones and the past ones, in the same orders, by one query: for the few of one page."""
    rows = list(_latest_first(actions.annotate(is_ahead=to_come(now))))
    ahead = [row for row in rows if getattr(row, "is_ahead", False)]
    last = datetime.max.replace(tzinfo=UTC)
    ahead.sort(key=lambda row: (row.starts_at or last, row.held_earliest or date.max, row.pk))
    return ahead, [row for row in rows if row not in ahead]


def not_over(now: datetime) -> Q:
    """That an action does not belong to the past at `now` (an instant, UTC)."""
    ends = Q(ends_at__isnull=False, ends_at__gt=now)
    begun = Q(ends_at__isnull=True, local_time__isnull=False, starts_at__isnull=False, starts_at__gt=now - USUAL_LENGTH)
    all_day = Q(ends_at__isnull=True, local_time__isnull=True, starts_at__isnull=False, starts_at__gt=now - DAY)
    vague = Q(starts_at__isnull=True, held_latest__isnull=False, held_latest__gte=earliest_day(now))
    return ends | begun | all_day | vague


def to_come(now: datetime, reported: Q = TOLD) -> Q:
    """That an action is not over at `now`, and nobody has reported what happened at it: that is never still to come."""
    return not_over(now) & ~reported
