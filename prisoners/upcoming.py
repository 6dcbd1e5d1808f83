"""Which dates are still to come."""

from datetime import datetime, timedelta

from django.db.models import Q

from prisoners.choices import HearingStatus


def ahead(now: datetime) -> Q:
    """That a row with a local date and a derived instant is not over at `now`.

    With an hour, until that hour; without one, until its local day is over; without a day, until the last
    possible day has passed everywhere (which it has twelve hours after it has in UTC).
    """
    # Whatever is ahead has its last possible day ahead, or yesterday by UTC: an index finds those.
    recent = Q(held_latest__gte=(now - timedelta(days=2)).date())
    return recent & (
        Q(local_time__isnull=False, starts_at__gte=now)
        | Q(local_time__isnull=True, starts_at__gt=now - timedelta(days=1))
        | Q(starts_at__isnull=True, held_latest__gte=(now - timedelta(hours=12)).date())
    )


#: The order of what is to come: by the last possible day, so that a month stands where it ends.
NEXT_FIRST = ("held_latest", "held_earliest", "local_time", "pk")


def coming_hearings(now: datetime) -> Q:
    """Hearings that are not over; one that was called off stays in sight until its hour has passed."""
    return ahead(now) & Q(status__in=(HearingStatus.SCHEDULED, HearingStatus.CANCELLED))
