"""Court dates of which a change may be told still: what was told of them is kept, however long ago that was."""

from datetime import datetime

from django.db.models import Q, QuerySet

from prisoners.choices import HearingStatus
from prisoners.models import Hearing
from supporters.hearings import KINDS, NEWS_FOR
from supporters.services.retention import keep_while
from supporters.subjects import named


def register() -> None:
    """Keep what those were told who have to hear of a change."""
    keep_while(KINDS, ahead)


def ahead(now: datetime) -> QuerySet[Hearing, tuple[str]]:
    """Their subjects; one that was put off until nobody knows when is among them."""
    is_vague = Q(starts_at__isnull=True, status=HearingStatus.SCHEDULED)
    is_open = Q(held_latest__isnull=True) | Q(held_latest__gte=(now - NEWS_FOR).date())
    rows = Hearing.internal.filter(Q(starts_at__gt=now - NEWS_FOR) | (is_vague & is_open)).order_by()
    return rows.values_list(named("hearing"))
