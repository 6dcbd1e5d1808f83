"""Addresses of pages that nobody has or had: out of a title and a day, in Latin letters whatever the script."""

from anyascii import anyascii
from django.db import connection
from django.db.models import QuerySet
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from actions.models import Action, DayOfAction, FormerActionSlug

LONGEST = 100
#: One address is sought at a time (a number of our own for PostgreSQL's advisory locks).
LOCK = 7_361_211


def alone() -> None:
    """Wait until nobody else seeks an address for a page; inside the transaction that writes the row with it.

    A button that is pressed twice makes two rows of one title at the same moment.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def free_slug(title: str, day: str) -> str:
    """An address for an action's page, with a few letters more where it was taken; inside a transaction."""
    return _free(f"{title} {day}", Action.internal.all(), FormerActionSlug.objects.all())


def free_day_slug(title: str, day: str) -> str:
    """The same for the page of a day of action."""
    return _free(f"{title} {day}", DayOfAction.internal.all())


def _free(text: str, *taken: QuerySet) -> str:
    alone()
    wanted = slugify(anyascii(text))[:LONGEST].strip("-") or get_random_string(10).lower()
    is_taken = any(rows.filter(slug=wanted).exists() for rows in taken)
    return f"{wanted}-{get_random_string(6).lower()}" if is_taken else wanted
