"""Keeping an appeal, and counting those who say that they wrote: a claim, and told as one."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _

from actions import appeal_rules
from actions.models import Appeal, AppealClaim
from actions.refusals import ActionsRefusal
from supporters.services import people

#: In one hour (UTC) and for one appeal; more are most likely one machine.
CLAIMS_AN_HOUR = 200

CLOSED = _("This appeal is over: nothing is to be sent any more.")
SO_MANY = _("So many said so within this hour that we have stopped counting. Your letter counts all the same.")


def keep(appeal: Appeal) -> Appeal:
    """Keep an appeal as it was entered; the instant at which it closes is derived here.

    Raises ActionsRefusal or prisoners.times.BadTime, and then nothing was written.
    """
    if faults := appeal_rules.faults(appeal):
        raise ActionsRefusal(faults)
    appeal_rules.derive_closing(appeal)
    appeal.save()
    return appeal


def say_written(appeal: Appeal, now: datetime) -> None:
    """Count one more who says that they wrote, on the day of `now` (UTC); who it was is never known.

    Raises ActionsRefusal for an appeal that is over or not public, and when too many say so within one hour.
    """
    if not appeal_rules.is_open(appeal, now) or not Appeal.public.filter(pk=appeal.pk).exists():
        raise ActionsRefusal(CLOSED)
    if not people.is_within(f"written:{appeal.pk}", CLAIMS_AN_HOUR):
        raise ActionsRefusal(SO_MANY)
    with transaction.atomic():
        row, _is_new = AppealClaim.objects.get_or_create(appeal=appeal, day=now.date())
        AppealClaim.objects.filter(pk=row.pk).update(count=F("count") + 1)


def written(appeal: Appeal) -> int:
    """How many said that they wrote."""
    return AppealClaim.objects.filter(appeal=appeal).aggregate(total=Sum("count"))["total"] or 0
