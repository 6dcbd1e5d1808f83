"""The organisers' word on a sign-up that waits for it: accepted, or not."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import SignUpState
from actions.models import Action, Answer, SignUp
from actions.refusals import ActionsRefusal
from actions.roles import organises
from actions.services.actions import NOT_YOURS
from actions.services.places import locked
from actions.services.sign_up import owe_word, place
from actions.services.sign_up_rules import reasons_against
from prisoners.models import Staff

NOT_WAITING = _("This sign-up does not wait for your word: it was withdrawn, or somebody has decided already.")


def accept(action: Action, sign_up: UUID, by: Staff) -> None:
    """They may come: a place, or one in the line where there is none left; they are told.

    Raises ActionsRefusal for others' actions, one that is past, cancelled or closed, a sign-up that does not wait for
    it, and where there is neither place nor line; then it waits still.
    """
    with transaction.atomic():
        row = _waiting(action, sign_up, by)
        now = timezone.now()
        if faults := reasons_against(row.action, now):
            raise ActionsRefusal(faults)
        place(row, row.action, now)


def refuse(action: Action, sign_up: UUID, by: Staff) -> None:
    """They are told that it cannot be; what they answered is erased. Raises ActionsRefusal as `accept`."""
    with transaction.atomic():
        row = _waiting(action, sign_up, by)
        SignUp.objects.filter(pk=row.pk).update(state=SignUpState.REFUSED, guests=0)
        Answer.objects.filter(sign_up=row).delete()
        owe_word(row, "sign_up_refused", row.action, timezone.now())


def _waiting(action: Action, sign_up: UUID, by: Staff) -> SignUp:
    """The sign-up that waits, with the action's row locked before its own, as everywhere."""
    if not organises(by, action):
        raise ActionsRefusal(NOT_YOURS)
    fresh = locked(action.pk)
    rows = SignUp.objects.select_for_update(of=("self",)).select_related("supporter", "slot")
    row = rows.filter(action=fresh, pk=sign_up, state=SignUpState.PENDING).first()
    if row is None:
        raise ActionsRefusal(NOT_WAITING)
    row.action = fresh
    return row
