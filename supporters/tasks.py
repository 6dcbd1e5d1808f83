"""The doors of the clock: each asks its question of the database and does what is due."""

import logging

from celery import shared_task
from django.conf import settings

from supporters import mailboxes, outbox, reminders
from supporters.clock import database_now, mark
from supporters.services import restoring

log = logging.getLogger(__name__)


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


@shared_task
def fetch_bounces() -> None:
    """Read what came back, where a mailbox is named; one that is away is read the next time."""
    if not settings.BOUNCE_MAILBOX_URL:
        return
    try:
        mailboxes.fetch()
    except mailboxes.MailboxAway as away:
        log.warning("%s", away)
    else:
        mark("bounces")
