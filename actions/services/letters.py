"""To whom letters can go today, least written to first, and counting those who say that they wrote."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from actions.models import LetterClaim
from actions.refusals import ActionsRefusal
from prisoners.models import Prisoner
from prisoners.spans import spans_on
from supporters.services import people

#: Letters count for the order of the list for so long.
COUNTED_FOR = timedelta(days=365)
#: In one hour (UTC) and for one person; more are most likely one machine.
CLAIMS_AN_HOUR = 100

NOBODY_TO_WRITE_TO = _("This person cannot be written to, as far as we know today.")
SO_MANY = _("So many said so within this hour that we have stopped counting. Your letter counts all the same.")


def can_be_written_to(day: date) -> QuerySet[Prisoner]:
    """Those who may be in custody on that day and to whom letters are let through, least written to first.

    Each with `letters`, how many people said in the last year that they wrote: who gets few of them, needs one most.
    """
    held = spans_on(day).filter(may_be_held=True)
    recent = Q(letter_claims__day__gt=day - COUNTED_FOR)
    rows = Prisoner.public.filter(can_be_written_to=True, pk__in=held.values("prisoner"))
    counted = rows.annotate(letters=Coalesce(Sum("letter_claims__count", filter=recent), 0))
    return counted.order_by("letters", "name", "pk")


def say_written(prisoner: Prisoner, now: datetime) -> None:
    """Count one more who says that they wrote, on the day of `now` (UTC); who it was is never known.

    Raises ActionsRefusal for somebody who cannot be written to, and when too many say so within one hour.
    """
    if not can_be_written_to(now.date()).filter(pk=prisoner.pk).exists():
        raise ActionsRefusal(NOBODY_TO_WRITE_TO)
    if not people.is_within(f"letter:{prisoner.pk}", CLAIMS_AN_HOUR):
        raise ActionsRefusal(SO_MANY)
    with transaction.atomic():
        row, _is_new = LetterClaim.objects.get_or_create(prisoner=prisoner, day=now.date())
        LetterClaim.objects.filter(pk=row.pk).update(count=F("count") + 1)
