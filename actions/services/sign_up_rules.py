"""What a sign-up may be: who can come when, with how many, and the sentence for everything that speaks against it."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions.calendar import begins_at
from actions.choices import SignUpState
from actions.models import Action, SignUp, Slot
from actions.services.places import never_room, no_room
from privacy.addresses import BadAddress, validate_address

MOST_GUESTS = 20
#: What the person has confirmed, and may change by the link in the mail.
IN_LINE = (SignUpState.PENDING, SignUpState.WAITING, SignUpState.OFFERED)
CHANGEABLE = (SignUpState.CONFIRMED, *IN_LINE)

#: What one agrees to; the words that were shown are what is recorded (GDPR art. 7(1)).
CONSENT = _(
    "I agree that the organisers of this action see the name and the answers I give, and that I come. "
    "My address is kept encrypted, is used for mail about this action only, and is erased seven days after it."
)

NOT_PUBLIC = _("There is no such action.")
CANCELLED = _("This action was cancelled.")
CLOSED = _("This action does not take sign-ups.")
NO_DAY = _("The day of this action is not known yet; please come back when it is.")
PAST = _("This action has begun already, or is over.")
NOT_A_SLOT = _("This role does not belong to this action.")
TOO_MANY_GUESTS = _("Please bring at most 20 guests on one sign-up.")
NOT_CHANGEABLE = _("This sign-up cannot be changed; please sign up again.")
NO_CONSENT = _("We need your agreement to keep your sign-up; without it we cannot take it.")
NOT_IN_TIME = _("The place was kept for you for a time, and that is over. Please sign up again.")
NOT_ACCEPTED = _("The organisers could not accept this sign-up.")
WITHDRAWN = _("You withdrew this sign-up. If you want to come after all, please sign up again.")


def reasons_against(action: Action, now: datetime) -> list[Promise | str]:
    """Why nobody can sign up for an action at `now`, leaving aside whether there is room; empty when one can."""
    if not Action.public.filter(pk=action.pk).exists():
        return [NOT_PUBLIC]
    if action.is_cancelled:
        return [CANCELLED]
    begin = begins_at(action)
    if begin is not None and begin <= now:
        return [PAST]
    if not action.is_open_for_sign_up:
        return [CLOSED]
    return [NO_DAY] if begin is None else []


def address_faults(address: str) -> tuple[list[Promise | str], str]:
    """What is wrong with an address, and the address as it is kept."""
    try:
        return [], validate_address(address)
    except BadAddress as error:
        return [error.sentence], ""


def guest_faults(guests: int) -> list[Promise | str]:
    """What speaks against so many guests."""
    return [] if 0 <= guests <= MOST_GUESTS else [TOO_MANY_GUESTS]


def slot_faults(action: Action, slot: Slot | None) -> list[Promise | str]:
    """What speaks against a role."""
    return [] if slot is None or slot.action_id == action.pk else [NOT_A_SLOT]


def no_chance(action: Action, slot: Slot | None, people_coming: int) -> list[Promise | str]:
    """No place now, and none later."""
    find = never_room if action.has_waiting_list else no_room
    return find(action, slot, people_coming)


def not_open(row: SignUp, now: datetime) -> list[Promise | str]:
    """Why this sign-up cannot be confirmed any more, by itself."""
    is_late = row.state == SignUpState.OFFERED and row.offered_until is not None and row.offered_until <= now
    if is_late or row.state == SignUpState.LAPSED:
        return [NOT_IN_TIME]
    if row.state == SignUpState.REFUSED:
        return [NOT_ACCEPTED]
    return [WITHDRAWN] if row.state == SignUpState.WITHDRAWN else []
