"""Writing the call to a day of action: whoever organises somewhere writes it once, and the cities follow."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions.calendar import earliest_day
from actions.choices import ActionKind
from actions.models import DayOfAction, Demand, Group
from actions.new_words import back_to_draft, held_back, publish_words
from actions.publication import publish
from actions.refusals import ActionsRefusal
from actions.roles import is_organiser_of, writes_call
from actions.services.actions import END_WITHOUT_BEGIN, ENDS_FIRST, NO_TITLE, NOT_YOUR_GROUP, UNKNOWN_KIND
from actions.services.days import DAY_IS_OVER, follow
from actions.services.slugs import free_day_slug
from prisoners.models import Prisoner, Staff

NOT_YOUR_CALL = _("This call is changed by those who called for it, or by a publisher.")


def call_for(
    group: Group, by: Staff, *, prisoners: Iterable[Prisoner] = (), demands: Iterable[Demand] = (), **fields: Any
) -> DayOfAction:
    """A draft of a call to many cities, by a group. Local day and hours are those of each city's clock.

    Raises ActionsRefusal with every reason: somebody else's group, no title, an unknown kind, hours in disorder, a day
    that is over.
    """
    if not is_organiser_of(by, group.pk):
        raise ActionsRefusal(NOT_YOUR_GROUP)
    row = DayOfAction(group=group, **fields)
    _refuse_if([*_faults(row), *([DAY_IS_OVER] if row.held_on < earliest_day(timezone.now()) else [])])
    with transaction.atomic():
        row.slug = free_day_slug(row.title, str(row.held_on))
        return _keep(row, prisoners, demands)


def change_call(
    day: DayOfAction,
    by: Staff,
    *,
    prisoners: Iterable[Prisoner] | None = None,
    demands: Iterable[Demand] | None = None,
    **fields: Any,
) -> DayOfAction:
    """Change a call; every city that does not say otherwise follows, and whoever comes hears of another day or hour.

    New words of a public call wait for a second person (`actions.new_words`); one that waits itself is a draft again.
    Raises ActionsRefusal, also naming the city whose clocks do not show the new hour; then nothing was changed.
    """
    with transaction.atomic():
        row = DayOfAction.internal.select_for_update(of=("self",)).order_by().get(pk=day.pk)
        if not writes_call(by, row):
            raise ActionsRefusal(NOT_YOUR_CALL)
        back_to_draft(row, fields, prisoners=prisoners, demands=demands)
        for name, value in held_back(row, by, fields).items():
            setattr(row, name, value)
        _refuse_if(_faults(row))
        return _keep(row, prisoners, demands)


def publish_call(day: DayOfAction, by: Staff, *, seen: str | None = None) -> None:
    """Show a call to everybody, and have every city say what somebody has now looked at. Raises as `publish`."""
    with transaction.atomic():
        publish(day, by, seen=seen)
        follow(DayOfAction.internal.get(pk=day.pk))


def publish_call_words(day: DayOfAction, by: Staff, seen: str) -> None:
    """Have a call say its new words, and every city that does not say otherwise. Raises as `publish_words`."""
    with transaction.atomic():
        publish_words(day, by, seen)
        follow(DayOfAction.internal.get(pk=day.pk))


def _keep(row: DayOfAction, prisoners: Iterable[Prisoner] | None, demands: Iterable[Demand] | None) -> DayOfAction:
    with transaction.atomic():
        row.save()
        if prisoners is not None:
            row.prisoners.set(prisoners)
        if demands is not None:
            row.demands.set(demands)
        follow(row)
    return row


def _faults(row: DayOfAction) -> list[Promise | str]:
    """What speaks against a call as it is written."""
    begin, end = row.local_time, row.local_end_time
    checks: Iterable[tuple[bool, Promise]] = (
        (bool(row.title.strip()), NO_TITLE),
        (set(row.kinds) <= set(ActionKind.values), UNKNOWN_KIND),
        (end is None or begin is not None, END_WITHOUT_BEGIN),
        (end is None or begin is None or begin < end, ENDS_FIRST),
    )
    return [sentence for is_well, sentence in checks if not is_well]


def _refuse_if(reasons: list[Promise | str]) -> None:
    if reasons:
        raise ActionsRefusal(reasons)
