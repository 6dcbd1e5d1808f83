"""What a person does by the mailed link once they have signed up: change it, hush it, withdraw, «it was not me»."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise

from actions.choices import SignUpState
from actions.models import Action, Answer, SignUp, Slot
from actions.refusals import SignUpRefused
from actions.services import questions, waiting
from actions.services.places import locked, never_room, no_room
from actions.services.sign_up_rules import (
    CHANGEABLE,
    IN_LINE,
    NOT_CHANGEABLE,
    guest_faults,
    reasons_against,
    slot_faults,
)
from privacy import tombstones
from supporters.choices import SupporterState, SuppressionReason
from supporters.models import Supporter
from supporters.services import people


def withdraw(sign_up: SignUp) -> None:
    """The person does not come after all; the place goes to the next in line. Doing it twice is doing it once.

    What was answered is erased at once. A sign-up that was not accepted stays so.
    """
    with transaction.atomic():
        action = locked(sign_up.action_id)
        tombstones.bury("sign-up", sign_up.pk)
        gone = {"state": SignUpState.WITHDRAWN, "guests": 0, "unconfirmed_until": None, "offered_until": None}
        SignUp.objects.filter(pk=sign_up.pk).exclude(state=SignUpState.REFUSED).update(**gone)
        Answer.objects.filter(sign_up=sign_up.pk).delete()
        waiting.move_up(action, timezone.now())


def mute(sign_up: SignUp) -> None:
    """No more mails about this action. Who comes is expected still; who waits for a place leaves the line.

    A place in line that nobody can be told of would be kept from the next.
    """
    if sign_up.state in IN_LINE:
        withdraw(sign_up)
        return
    tombstones.bury("mails about a sign-up", sign_up.pk)
    SignUp.objects.filter(pk=sign_up.pk).update(is_muted=True)


def unmute(sign_up: SignUp) -> None:
    """Mails about this action again; a move that was not told meanwhile is told then."""
    SignUp.objects.filter(pk=sign_up.pk).update(is_muted=False)


def change(sign_up: SignUp, *, slot: Slot | None, guests: int, answers: Mapping[int, str] | None = None) -> None:
    """Bring more or fewer guests, do something else there, or answer otherwise (None: as answered before).

    Raises SignUpRefused, and then nothing was changed.
    """
    now = timezone.now()
    with transaction.atomic():
        action = locked(sign_up.action_id)
        row = SignUp.objects.select_for_update(of=("self",)).get(pk=sign_up.pk)
        unclear, answered = ([], None) if answers is None else questions.read(action, answers)
        faults = guest_faults(guests) + slot_faults(action, slot) + unclear + reasons_against(action, now)
        faults = faults or ([] if row.state in CHANGEABLE else [NOT_CHANGEABLE])
        if faults := faults or _no_place_for(row, action, slot, guests):
            raise SignUpRefused(faults)
        row.slot, row.guests = slot, guests
        row.save(update_fields=("slot", "guests"))
        if answered is not None:
            questions.keep(row, answered)
        waiting.move_up(action, now)


def disown(sign_up: SignUp) -> None:
    """«It was not me»: the sign-up is deleted, and an address that nobody ever confirmed is not written to again."""
    supporter = sign_up.supporter
    with transaction.atomic():
        action = locked(sign_up.action_id)
        tombstones.bury("sign-up", sign_up.pk)
        SignUp.objects.filter(pk=sign_up.pk).delete()
        if supporter.state == SupporterState.UNCONFIRMED:
            _never_write_again(supporter)
        waiting.move_up(action, timezone.now())


def _never_write_again(supporter: Supporter) -> None:
    """Nobody at this address ever said yes: keep its keyed hash, so that it is left in peace, and nothing else."""
    people.leave_in_peace(supporter, SuppressionReason.NOT_ME)
    people.forget(supporter)


def _no_place_for(row: SignUp, action: Action, slot: Slot | None, guests: int) -> list[Promise | str]:
    find = never_room if row.state in (SignUpState.WAITING, SignUpState.PENDING) else None
    return find(action, slot, 1 + guests) if find else no_room(action, slot, 1 + guests, besides=row)
