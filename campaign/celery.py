"""The timetable: what the clock starts and how often. Tasks look for rows; Redis carries only the bell."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_shutting_down

from campaign import kept_connections
from campaign.processes import INSIDE, OUTSIDE
from supporters import stopping

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campaign.settings")

# name: (task, every so many seconds)
TIMETABLE = {
    "heartbeat": ("campaign.tasks.heartbeat", 30),
    "plan what is due": ("supporters.tasks.plan_due", 30),
    "send what is planned": ("supporters.tasks.send_due", 5),
    "read what comes back": ("supporters.tasks.fetch_bounces", 300),
    "tell other machines": ("actions.tasks.tell_hooks", 60),
    "derive where people stand": ("campaign.tasks.settle", 15),
    "purge what is past keeping": ("campaign.tasks.purge", 3600),
    # The last: where one process does all of it in turn (`manage.py tick`), what is due in a round goes before a file.
    "do what imports wait for": ("prisoners.tasks.run_errands", 3),
}
#: What waits for other machines has a queue and a process of its own: the longest dispatch, and a server that answers
#: drop by drop, keep nobody from being told that a hearing has moved.
OF_OUTSIDE = ("supporters.tasks.send_due", "supporters.tasks.fetch_bounces", "actions.tasks.tell_hooks")
HARD_LIMIT_SECONDS = 300
#: Rung once more each time, for the second process of its queue: what is much is shared from the first moment on.
SHARED = ("send what is planned",)


def _entry(task: str, seconds: int) -> dict[str, Any]:
    """A tick that nobody took before the next one is dropped: the next one asks the same question."""
    return {"task": task, "schedule": seconds, "options": {"expires": seconds}}


def _schedule() -> dict[str, dict[str, Any]]:
    beside = {f"{name}, beside another": _entry(*TIMETABLE[name]) for name in SHARED}
    return {name: _entry(*what) for name, what in TIMETABLE.items()} | beside


app = Celery("campaign")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    beat_schedule=_schedule(),
    # Nothing of the schedule is kept on disk: after a loss of any length the next tick asks what is due now.
    beat_scheduler="celery.beat:Scheduler",
    beat_max_loop_interval=10,
    task_default_queue=INSIDE,
    task_routes={task: {"queue": OUTSIDE} for task in OF_OUTSIDE},
    accept_content=["json"],
    task_serializer="json",
    enable_utc=True,
    timezone="UTC",
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    # In kilobytes: what a long import took goes back to the machine when it is done.
    worker_max_memory_per_child=500_000,
    task_time_limit=HARD_LIMIT_SECONDS,
    task_soft_time_limit=HARD_LIMIT_SECONDS - 30,
    # A task that outlives the visibility timeout would be handed out a second time while it runs.
    broker_transport_options={"visibility_timeout": HARD_LIMIT_SECONDS * 4, "socket_timeout": 30},
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    task_ignore_result=True,
    result_backend=None,
    task_send_sent_event=False,
    worker_send_task_events=False,
    worker_hijack_root_logger=False,
    worker_cancel_long_running_tasks_on_connection_loss=False,
)
app.autodiscover_tasks()
kept_connections.keep(app)
# An update puts no mail in doubt: who sends stops claiming, and is done before it is killed.
worker_shutting_down.connect(stopping.ask, weak=False)
