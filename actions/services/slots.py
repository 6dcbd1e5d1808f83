"""The roles at an action, as its organisers want them: how many are needed, and how many may take one."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from actions.models import Action, SignUp, Slot
from actions.refusals import ActionsRefusal
from actions.roles import organises
from actions.services.actions import NOT_YOURS
from actions.services.places import HOLDING, Places, locked
from prisoners.models import Staff

NO_SUCH_SLOT = _("There is no such role at this action.")
MOST_BELOW_LEAST = _("The most that are needed are fewer than the least.")
IS_HELD = _("People have signed up for this role, so it cannot go; give it a maximum instead: {role}")
TOO_MANY = _("Please name ten roles at most.")
MOST = 10


def with_places(action: Action) -> list[tuple[Slot, Places]]:
    """The roles of an action and how many hold each, in one query."""
    held = Coalesce(Sum(1 + F("sign_ups__guests"), filter=Q(sign_ups__state__in=HOLDING)), 0)
    return [
        (slot, Places(slot.taken, slot.maximum))
        for slot in Slot.internal.filter(action=action).annotate(taken=held).order_by("pk")
    ]


def still_needed(slot: Slot, places: Places) -> int:
    """How many more are needed; never less than none."""
    return max(slot.minimum - places.taken, 0)


def set_slots(action: Action, by: Staff, rows: Sequence[Mapping[str, Any]]) -> None:
    """Have these roles: each of `rows` has `pk` (None for a new one), the fields of a slot, and `is_gone` to drop it.

    Raises ActionsRefusal with every reason, and then nothing was changed: a role that people hold is not dropped.
    """
    if not organises(by, action):
        raise ActionsRefusal(NOT_YOURS)
    with transaction.atomic():
        locked(action.pk)
        known = {slot.pk: slot for slot in Slot.internal.filter(action=action)}
        if faults := _faults(rows, known):
            raise ActionsRefusal(faults)
        Slot.internal.filter(action=action, pk__in=[row["pk"] for row in rows if row["is_gone"]]).delete()
        for row in rows:
            if not row["is_gone"]:
                _write(known.get(row["pk"]) or Slot(action=action), row)


def _faults(rows: Sequence[Mapping[str, Any]], known: Mapping[int, Slot]) -> list[Promise | str]:
    kept = [row for row in rows if not row["is_gone"]]
    strangers = {row["pk"] for row in rows} - set(known) - {None}
    crossed = any(row["maximum"] is not None and row["maximum"] < row["minimum"] for row in kept)
    going = [row["pk"] for row in rows if row["is_gone"]]
    holders = SignUp.objects.filter(slot__in=going, state__in=HOLDING).values_list("slot", flat=True)
    return [
        *([NO_SUCH_SLOT] if strangers else []),
        *([MOST_BELOW_LEAST] if crossed else []),
        *([TOO_MANY] if len(kept) > MOST else []),
        *(format_lazy(IS_HELD, role=str(known[pk])) for pk in sorted(set(holders)) if pk in known),
    ]


def _write(slot: Slot, row: Mapping[str, Any]) -> None:
    for name in ("role", "label", "minimum", "maximum"):
        setattr(slot, name, row[name])
    slot.save()
