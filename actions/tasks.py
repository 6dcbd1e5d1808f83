"""The door of the clock on this floor: other machines are told of public news."""

from celery import shared_task

from actions import hooks


@shared_task
def tell_hooks() -> None:
    """Tell each machine that is due what is new."""
    hooks.tell_all()
