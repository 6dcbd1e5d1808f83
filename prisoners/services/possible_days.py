"""Days on which nothing can have happened to somebody: before the birth, and those that are still to come."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.dates import PartialDate
from prisoners.models import Detention, Prisoner, Sanction
from prisoners.refusals import Sentence

BEFORE_BIRTH = _("This would be before the person was born.")
IN_FUTURE = _("This day lies in the future.")
#: Somewhere on earth it is tomorrow already.
AHEAD = timedelta(days=1)


def reasons_against_days(fact: Sanction | Detention, days: Iterable[PartialDate | None]) -> list[Sentence]:
    """Why these days of a fact cannot be of the person whose it is; only what is certain counts."""
    given = [one for one in days if one is not None]
    last = timezone.now().date() + AHEAD
    is_future = any(one.earliest is not None and one.earliest > last for one in given)
    # A form may have no person yet.
    person: Prisoner | None = getattr(fact, "prisoner", None)
    is_before = person is not None and is_before_birth(person.born_on, given)
    return [*([BEFORE_BIRTH] if is_before else []), *([IN_FUTURE] if is_future else [])]


def is_before_birth(born: PartialDate | None, days: Iterable[PartialDate]) -> bool:
    """Whether one of the days is certainly before that of a birth."""
    first = born.earliest if born else None
    return first is not None and any(one.latest is not None and one.latest < first for one in days)
