"""How many places an action and its roles have, and who holds one: whoever is coming, and whoever was offered one."""

from dataclasses import dataclass

from django.db.models import F, Q, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions.choices import SignUpState
from actions.models import Action, SignUp, Slot

HOLDING = (SignUpState.CONFIRMED, SignUpState.OFFERED)

FULL = _("All places are taken.")
SLOT_FULL = _("All places for this role are taken.")
FEWER_PLACES = _("There are not enough places left for you and your guests.")


@dataclass(frozen=True)
class Places:
    """How many places are held by people and their guests, of how many; None is no limit, zero is zero."""

    taken: int
    capacity: int | None

    @property
    def left(self) -> int | None:
        """How many are free; never less than none, even after the capacity was lowered."""
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    def holds(self, people_coming: int) -> bool:
        """Whether so many more find a place."""
        return self.left is None or people_coming <= self.left


def places_of(action: Action, besides: SignUp | None = None) -> Places:
    """The places of a whole action, those of one sign-up left aside."""
    return Places(_taken(Q(action=action), besides), action.capacity)


def places_of_slot(slot: Slot, besides: SignUp | None = None) -> Places:
    """The places of one role at an action, those of one sign-up left aside."""
    return Places(_taken(Q(slot=slot), besides), slot.maximum)


def no_room(
    action: Action, slot: Slot | None, people_coming: int, besides: SignUp | None = None
) -> list[Promise | str]:
    """Why so many people find no place now; empty when they do. Guests count."""
    places = places_of(action, besides)
    if not places.holds(people_coming):
        return [FEWER_PLACES if places.left else FULL]
    if slot is not None and not places_of_slot(slot, besides).holds(people_coming):
        return [SLOT_FULL]
    return []


def never_room(action: Action, slot: Slot | None, people_coming: int) -> list[Promise | str]:
    """Why so many people would find no place even if nobody else came."""
    if not Places(0, action.capacity).holds(people_coming):
        return [FEWER_PLACES if action.capacity else FULL]
    if slot is not None and not Places(0, slot.maximum).holds(people_coming):
        return [SLOT_FULL]
    return []


def locked(action_id: int) -> Action:
    """The action, with its row locked: whoever gives or frees a place does it one after the other."""
    return Action.internal.select_for_update(of=("self",)).order_by().get(pk=action_id)


def _taken(which: Q, besides: SignUp | None) -> int:
    holding = SignUp.objects.filter(which, state__in=HOLDING)
    holding = holding.exclude(pk=besides.pk) if besides is not None else holding
    return holding.aggregate(taken=Sum(1 + F("guests")))["taken"] or 0
