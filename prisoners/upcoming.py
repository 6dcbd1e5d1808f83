"""Which dates are still to come."""

from datetime import datetime, timedelta

from django.db.models import Q

from prisoners.choices import HearingStatus


def ahead(now: datetime) -> Q:
    """That a row with a local date and a derived instant is not over at `now`.

    With an hour, until that hour; without one, until its local day is over; without a day, until the last
    possible day has passed everywhere (which it has twelve hours after it has in UTC).
    """
    return (
        Q(local_time__isnull=False, starts_at__gte=now)
        | Q(local_time__isnull=True, starts_at__gt=now - timedelta(days=1))
        | Q(starts_at__isnull=True, held_latest__gte=(now - timedelta(hours=12)).date())
    )


def coming_hearings(now: datetime) -> Q:
    """Hearings that are not over; one that was called off stays in sight until its hour has passed."""
    return ahead(now) & Q(status__in=(HearingStatus.SCHEDULED, HearingStatus.CANCELLED))
