"""The doors of the clock: each asks its question of the database and does what is due."""

from celery import shared_task

from supporters import outbox, reminders
from supporters.clock import database_now, mark
from supporters.services import restoring


@shared_task
def plan_due() -> None:
    """Write down what is due to whom."""
    restoring.watch()
    reminders.run_planners(database_now())
    mark("plan")


@shared_task
def send_due() -> None:
    """Free what dead workers left, then send what is due."""
    restoring.watch()
    outbox.take_back()
    outbox.deliver()
    mark("send")
