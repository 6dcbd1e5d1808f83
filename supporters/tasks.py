"""The doors of the clock: each asks its question of the database and does what is due."""

from celery import shared_task
from django.utils import timezone

from supporters import outbox, reminders
from supporters.services import retention


@shared_task
def plan_due() -> None:
    """Write down what is due to whom."""
    reminders.run_planners(timezone.now())


@shared_task
def send_due() -> None:
    """Free what dead workers left, then send what is due."""
    outbox.take_back()
    outbox.deliver()


@shared_task
def purge() -> None:
    """Delete what is past its retention time."""
    retention.purge(timezone.now(), dry_run=False)
