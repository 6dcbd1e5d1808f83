"""Saying that a fact was looked up again and still holds: the day is shown, and who said so stands in the history."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Staff
from prisoners.models.base import Publishable
from prisoners.services.refusals import refuse_if

#: Who may say that a fact still holds.
VERIFIERS = (StaffRole.RESEARCHER, StaffRole.PUBLISHER)
NOT_ALLOWED = _("Verifying is for researchers and publishers.")
NOT_PUBLIC = _("Only what readers see is verified; publish it first.")


@transaction.atomic
def verify(row: Publishable, by: Staff) -> None:
    """Write today (UTC) as the day on which a published fact was last verified. Raises RecordRefused.

    Nothing that it says changes, so that a researcher may do it to what only a publisher may change.
    """
    reasons = [] if by.has_role(*VERIFIERS) else [NOT_ALLOWED]
    refuse_if([*reasons, *([] if row.state == PublicationState.PUBLISHED else [NOT_PUBLIC])])
    row.verified_on = _today()
    type(row).internal.filter(pk=row.pk).order_by().update(verified_on=row.verified_on)


def _today() -> date:
    return timezone.now().date()
