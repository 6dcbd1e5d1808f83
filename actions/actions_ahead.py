"""Actions of which a change may be told still: what followers were told of them is kept, however long ago that was."""

from datetime import datetime

from django.db.models import Q, QuerySet

from actions.announcements import KINDS, NEWS_FOR
from actions.models import Action
from supporters.services.retention import keep_while
from supporters.subjects import named


def register() -> None:
    """Keep what those were told who have to hear of a change."""
    keep_while(KINDS, ahead)


def ahead(now: datetime) -> QuerySet[Action, tuple[str]]:
    """Their subjects, and those of a series that goes on: no day of it is news to whoever was told of one."""
    since = now - NEWS_FOR
    is_vague = Q(starts_at__isnull=True) & (Q(held_latest__isnull=True) | Q(held_latest__gte=since.date()))
    is_ahead = Q(starts_at__gt=since) | is_vague | Q(series__last_on__gte=now.date())
    rows = Action.internal.filter(is_ahead).order_by()
    return rows.values_list(named("action"))
