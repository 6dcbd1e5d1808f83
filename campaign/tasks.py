"""The one task of the wiring itself: a sign of life of clock and worker together."""

from celery import shared_task

from campaign.clock import mark_tick


@shared_task
def heartbeat() -> None:
    """Mark that the clock rang and a worker heard it."""
    mark_tick()
