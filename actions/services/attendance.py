"""Noting on the spot who of those who signed up has come."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.refusals import ActionsRefusal

TOO_EARLY = _("Nobody can have come yet: the action has not begun.")
#: How long before its hour people may gather.
ARRIVALS = timedelta(hours=12)
NOBODY = _("There is no such sign-up for this action.")


def record_attendance(action: Action, sign_up: UUID, came: bool | None) -> None:
    """Note that somebody came, did not come, or (None) that it is not recorded.

    Raises ActionsRefusal for others, and more than half a day before the action.
    """
    if action.starts_at is not None and action.starts_at - timezone.now() > ARRIVALS:
        raise ActionsRefusal(TOO_EARLY)
    rows = SignUp.objects.filter(action=action, pk=sign_up, state=SignUpState.CONFIRMED)
    if not rows.update(attended=came):
        raise ActionsRefusal(NOBODY)
