"""Addresses of pages that nobody has or had: out of a title and a day, in Latin letters whatever the script."""

from anyascii import anyascii
from django.db.models import QuerySet
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from actions.models import Action, DayOfAction, FormerActionSlug

LONGEST = 100


def free_slug(title: str, day: str) -> str:
    """An address for an action's page, with a few letters more where it was taken."""
    return _free(f"{title} {day}", Action.internal.all(), FormerActionSlug.objects.all())


def free_day_slug(title: str, day: str) -> str:
    """The same for the page of a day of action."""
    return _free(f"{title} {day}", DayOfAction.internal.all())


def _free(text: str, *taken: QuerySet) -> str:
    wanted = slugify(anyascii(text))[:LONGEST].strip("-") or get_random_string(10).lower()
    is_taken = any(rows.filter(slug=wanted).exists() for rows in taken)
    return f"{wanted}-{get_random_string(6).lower()}" if is_taken else wanted
