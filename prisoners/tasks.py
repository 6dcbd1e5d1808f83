"""The door of the clock on this floor: long files that wait are looked at, and written."""

from celery import shared_task

from prisoners import import_errands
from prisoners.import_errands import MOST_SECONDS


@shared_task(soft_time_limit=MOST_SECONDS, time_limit=MOST_SECONDS + 60)
def run_errands() -> None:
    """Do the next thing that was asked about a long file."""
    import_errands.run_next()
