"""When those who come are reminded: rows an organiser adds and removes, each so long before the beginning."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions.models import Action
from actions.refusals import ActionsRefusal
from actions.roles import organises
from actions.services.actions import NOT_YOURS
from actions.services.places import locked
from prisoners.models import Staff

MOST = 5
#: In minutes: the nearest and the farthest from the beginning, and how far two are apart at least.
NEAREST, FARTHEST, APART = 30, 60 * 24 * 60, 60

TOO_MANY = _("Please remind people five times at most.")
TOO_NEAR = _("A reminder leaves at least 30 minutes before the beginning; later nobody reads it in time.")
TOO_FAR = _("A reminder leaves at most 60 days before the beginning.")
TOO_CLOSE = _("Two reminders are at least an hour apart.")
TOO_LATE = _("A new reminder that would have left already reaches nobody; please choose a shorter time.")


def set_reminders(action: Action, by: Staff, minutes: Sequence[int]) -> None:
    """Remind those who come so many minutes before the beginning; none is no reminder.

    Raises ActionsRefusal with every reason, and then nothing was changed.
    """
    if not organises(by, action):
        raise ActionsRefusal(NOT_YOURS)
    wanted = sorted(set(minutes), reverse=True)
    with transaction.atomic():
        row = locked(action.pk)
        if faults := _faults(row, wanted):
            raise ActionsRefusal(faults)
        row.reminder_minutes = wanted
        row.save(update_fields=("reminder_minutes", "updated_at"))


def _faults(action: Action, wanted: Sequence[int]) -> list[Promise | str]:
    new = set(wanted) - set(action.reminder_minutes)
    return [
        *([TOO_MANY] if len(wanted) > MOST else []),
        *([TOO_NEAR] if any(one < NEAREST for one in wanted) else []),
        *([TOO_FAR] if any(one > FARTHEST for one in wanted) else []),
        *([TOO_CLOSE] if any(far - near < APART for far, near in pairwise(wanted)) else []),
        *([TOO_LATE] if any(_is_past(action, one) for one in new) else []),
    ]


def _is_past(action: Action, minutes: int) -> bool:
    return action.starts_at is not None and action.starts_at - timedelta(minutes=minutes) <= timezone.now()
