"""How many come to an action, by where they stand and by what they do; numbers, and nobody's name."""

from dataclasses import dataclass

from django.db.models import Count, F, Sum

from actions.choices import SignUpState, SlotRole
from actions.models import Action, SignUp, Slot

OTHERS = SlotRole.PARTICIPANT


@dataclass(frozen=True)
class Numbers:
    """Sign-ups by state (word, sign-ups, people with their guests), and people coming by role with how many needed."""

    states: list[tuple[str, int, int]]
    roles: list[tuple[str, int, int, int | None]]

    @property
    def coming(self) -> int:
        """How many people have confirmed, guests included."""
        return sum(people for word, _rows, people in self.states if word == str(SignUpState.CONFIRMED.label))


def numbers_of(action: Action) -> Numbers:
    """The numbers of one action, in two questions to the database."""
    rows = SignUp.objects.filter(action=action).order_by()
    by_state = {
        row["state"]: (row["rows"], row["people"])
        for row in rows.values("state").annotate(rows=Count("pk"), people=Sum(1 + F("guests")))
    }
    states = [(str(SignUpState(state).label), *by_state[state]) for state in SignUpState.values if state in by_state]
    coming = rows.filter(state=SignUpState.CONFIRMED).values_list("slot").annotate(people=Sum(1 + F("guests")))
    by_slot = dict(coming)
    slots = Slot.internal.filter(action=action).order_by("id")
    roles = [(str(slot), by_slot.get(slot.pk, 0), slot.minimum, slot.maximum) for slot in slots]
    return Numbers(states, roles)
