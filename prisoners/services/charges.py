"""The history of charges: since when each stood where. Where it stands now, the database takes from the last line."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.choices import ChargeStatus
from prisoners.models import Charge, ChargeStep
from prisoners.refusals import Sentence
from prisoners.services.refusals import refuse_if

SAYS_NOTHING = _("Please say where the charge stood from that day on.")
WITHOUT_FIRST_DAY = _("Please give the day, or the first day on which it may have been: a history has an order.")
TO_COME = _("That day is still to come: enter where the charge stands when it stands there.")
ALREADY_THERE = _("The history of this charge says that already.")


def add_step(charge: Charge, **fields: Any) -> ChargeStep:
    """Enter since when a charge stood where; as public as the charge. Raises RecordRefused."""
    return keep_step(ChargeStep(charge=charge, **fields))


@transaction.atomic
def keep_step(step: ChargeStep) -> ChargeStep:
    """Write a line of the history, and take over where the charge stands now. Raises RecordRefused with all reasons."""
    Charge.internal.select_for_update().order_by().get(pk=step.charge_id)
    refuse_if(reasons_against(step))
    step.save()
    step.charge.refresh_from_db(fields=("status", "updated_at"))
    return step


def reasons_against(step: ChargeStep) -> list[Sentence]:
    """Every reason why a line cannot be written like this."""
    reasons: list[Sentence] = []
    if step.status in ("", ChargeStatus.UNKNOWN):
        reasons.append(SAYS_NOTHING)
    first = step.since_on.earliest if step.since_on else None
    if first is None:
        return [*reasons, WITHOUT_FIRST_DAY]
    # Nowhere is the local day more than one ahead of UTC's.
    if first > timezone.now().date() + timedelta(days=1):
        reasons.append(TO_COME)
    if _is_there(step):
        reasons.append(ALREADY_THERE)
    return reasons


def _is_there(step: ChargeStep) -> bool:
    if step.charge_id is None:
        return False
    same = ChargeStep.internal.filter(charge=step.charge_id, status=step.status, since_on=step.since_on)
    return same.exclude(pk=step.pk).exists()
