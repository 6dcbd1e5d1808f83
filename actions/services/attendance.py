"""Noting on the spot who of those who signed up has come."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest, Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import SignUpState
from actions.models import Action, SignUp, WalkIns
from actions.refusals import ActionsRefusal
from supporters.services import once

TOO_EARLY = _("Nobody can have come yet: the action has not begun.")
#: How long before its hour people may gather.
ARRIVALS = timedelta(hours=12)
MOST_WALK_INS = 1_000_000
NOBODY = _("There is no such sign-up for this action.")


def record_attendance(action: Action, sign_up: UUID, came: bool | None) -> None:
    """Note that somebody came, did not come, or (None) that it is not recorded.

    Raises ActionsRefusal for others, and more than half a day before the action.
    """
    _refuse_too_early(action)
    rows = SignUp.objects.filter(action=action, pk=sign_up, state=SignUpState.CONFIRMED)
    if not rows.update(attended=came):
        raise ActionsRefusal(NOBODY)


def count_walk_ins(action: Action, by: int, key: str = "") -> int:
    """Count so many more (or fewer) who came without a sign-up, never below none; returns how many there are now.

    With a `key`, the same press sent twice counts once. Raises ActionsRefusal more than half a day before the action.
    """
    _refuse_too_early(action)
    with transaction.atomic():
        WalkIns.objects.get_or_create(action=action)
        if not key or once.claim(f"walk-ins:{action.pk}", key, str(by)):
            counted = Least(Greatest(F("count") + by, 0), MOST_WALK_INS)
            WalkIns.objects.filter(action=action).update(count=counted)
    return walk_ins_of(action)


def walk_ins_of(action: Action) -> int:
    """How many came without a sign-up, as far as they were counted."""
    return WalkIns.objects.filter(action=action).values_list("count", flat=True).first() or 0


def _refuse_too_early(action: Action) -> None:
    if action.starts_at is not None and action.starts_at - timezone.now() > ARRIVALS:
        raise ActionsRefusal(TOO_EARLY)
