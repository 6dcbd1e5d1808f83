"""What can be done once an action is over: what comes next of its series, group, call and campaign, and open appeals.

On its page, so that nobody who came has to be written to about other actions than the one they signed up for.
"""

from datetime import datetime

from django.db.models import Case, Q, QuerySet, Value, When

from actions import calendar
from actions.models import Action, Appeal
from prisoners.models import Prisoner

#: So many of each are shown.
MOST = 3


def actions_after(action: Action, now: datetime) -> QuerySet[Action]:
    """Those to come that have something public in common with it, the ones in its own city first."""
    kin = _kin(action, ("group", "campaign", "day_of_action"))
    if action.series_id is not None:
        kin |= Q(series=action.series_id)
    rows = Action.public.filter(kin, cancelled_at__isnull=True).exclude(pk=action.pk)
    is_far = Case(When(city=action.city, then=Value(0)), default=Value(1))
    return calendar.upcoming(rows, now).order_by(is_far, *calendar.NEXT_FIRST)


def appeals_after(action: Action, now: datetime) -> QuerySet[Appeal]:
    """Those of its campaign or for its people that can still be followed, the one that closes first at the head."""
    people = Prisoner.public.filter(actions=action).order_by().values("pk")
    rows = Appeal.public.filter(_kin(action, ("campaign",)) | Q(prisoners__in=people), closes_at__gt=now)
    return rows.distinct().order_by("closes_at", "pk")


def has_next(action: Action, now: datetime) -> bool:
    """Whether there is any of both."""
    return actions_after(action, now).exists() or appeals_after(action, now).exists()


def _kin(action: Action, names: tuple[str, ...]) -> Q:
    """That a row belongs to the same as this action; what is not public binds nothing together."""
    kin = Q(pk__in=[])
    for name in names:
        whole = getattr(action, name)
        if whole is not None and whole.is_published:
            kin |= Q(**{name: whole})
    return kin
