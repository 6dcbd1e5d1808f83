"""The tasks of the wiring itself: a sign of life of clock and worker together, and erasing on every floor."""

from celery import shared_task
from django.utils import timezone

from actions.services import retention as of_actions
from campaign.clock import mark_tick
from prisoners.services import errands
from prisoners.services.gap_marks import AT_A_TICK, keep_gaps
from prisoners.services.spans import settle_all
from supporters.clock import database_now, mark
from supporters.services import retention as of_supporters


@shared_task
def heartbeat() -> None:
    """Mark that the clock rang and a worker heard it."""
    mark_tick()


@shared_task
def settle() -> None:
    """Derive where people stand on which days, where facts have changed and no page has asked since; and whose chain
    leaves something open, of so many people at a time.
    """
    settle_all()
    keep_gaps(timezone.now().date(), AT_A_TICK)


@shared_task
def purge() -> None:
    """Delete what is past its retention time: who came first, then the people on whom nothing hangs any more."""
    now = database_now()
    of_actions.purge(now)
    of_supporters.purge(now)
    errands.purge(now)
    mark("purge")
