"""Noting on the spot who of those who signed up has come."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.refusals import ActionsRefusal

NOBODY = _("There is no such sign-up for this action.")


def record_attendance(action: Action, sign_up: UUID, came: bool | None) -> None:
    """Note that somebody came, did not come, or (None) that it is not recorded. Raises ActionsRefusal for others."""
    rows = SignUp.objects.filter(action=action, pk=sign_up, state=SignUpState.CONFIRMED)
    if not rows.update(attended=came):
        raise ActionsRefusal(NOBODY)
