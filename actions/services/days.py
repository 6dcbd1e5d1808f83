"""Days of action: writing the call once, and joining it with a city of one's own.

A change of the call reaches every city that does not say otherwise; who signed up there hears of it only where the
date, the hour or the place has changed.
"""

from datetime import time

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from actions import inheriting
from actions.calendar import earliest_day, over_at
from actions.models import Action, DayOfAction, Group
from actions.refusals import ActionsRefusal
from actions.roles import is_organiser_of
from actions.services import actions as services
from actions.services.actions import NOT_YOUR_GROUP
from actions.services.slugs import free_slug
from prisoners.models import Staff
from prisoners.refusals import Refusal
from privacy.text import clean_line

NO_SUCH_DAY = _("There is no such day of action.")
DAY_IS_OVER = _("This day of action is over.")
ZONE_WITHOUT_PLACE = _("Please say in which city: a time zone alone says nothing of the place.")
ALREADY_THERE = _("Your group has an action in this city on that day already.")
IN_CITY = _("{city}: {reason}")


def add_city(
    day: DayOfAction,
    group: Group,
    by: Staff,
    *,
    city: str,
    country: str = "",
    time_zone: str = "",
    venue: str = "",
    local_time: time | None = None,
    local_end_time: time | None = None,
) -> Action:
    """Join a day of action: a draft for a city, with what the call says and the hours of the call unless others are
    given. The zone is the group's unless another is named.

    Raises ActionsRefusal without a city, for a call that is not public or over, for the group's second action in one
    city, and for whoever does not organise in the group; BadTime for a zone or an hour that is not there.
    """
    city = clean_line(city)
    if not is_organiser_of(by, group.pk):
        raise ActionsRefusal(NOT_YOUR_GROUP)
    if not city:
        raise ActionsRefusal(ZONE_WITHOUT_PLACE)
    with transaction.atomic():
        call = DayOfAction.public.select_for_update(of=("self",)).order_by().filter(pk=day.pk).first()
        _refuse_joining(call, group, city)
        own = {"local_time": local_time, "local_end_time": local_end_time} if local_time else {}
        fresh = Action(group=group, own_fields=[], title=day.title)
        values = {**inheriting.inherited(fresh, call or day), **own}
        place = {"city": city, "country": country.upper() or group.country, "venue": clean_line(venue)}
        made = Action(group=group, day_of_action=day, time_zone=time_zone or group.time_zone, **place, **values)
        made.slug = free_slug(f"{day.title} {city}", str(day.held_on))
        made.is_open_for_sign_up = True
        return services.create_row(made, prisoners=day.prisoners.all())


def store_day(day: DayOfAction) -> list[Action]:
    """Keep the call as it was written, and have every city follow that is not over or called off.

    Returns the actions that follow. Raises Refusal naming the city whose clocks do not show the new hour; then
    nothing was changed.
    """
    with transaction.atomic():
        day.save()
        return follow(day)


def follow(day: DayOfAction) -> list[Action]:
    """Have the cities take from the call what they do not say themselves; doing it twice is doing it once.

    What a call says that is not public reaches no city that is, or that waits to be: nobody has looked at it.
    """
    with transaction.atomic():
        rows = Action.internal.select_for_update(of=("self",)).order_by("pk")
        ahead = [row for row in rows.filter(day_of_action=day, cancelled_at__isnull=True) if not _is_over(row)]
        for row in ahead:
            _follow(row, day)
    return ahead


def _follow(row: Action, day: DayOfAction) -> None:
    values = inheriting.inherited(row, day)
    try:
        services.keep_if_changed(row, values)
    except Refusal as refused:
        reasons = [format_lazy(IN_CITY, city=row.city, reason=reason) for reason in refused.reasons]
        raise ActionsRefusal(reasons) from refused
    if inheriting.PEOPLE not in row.own_fields:
        row.prisoners.set(day.prisoners.all())


def _refuse_joining(call: DayOfAction | None, group: Group, city: str) -> None:
    if call is None:
        raise ActionsRefusal(NO_SUCH_DAY)
    if call.held_on < earliest_day(timezone.now()):
        raise ActionsRefusal(DAY_IS_OVER)
    if Action.internal.filter(day_of_action=call, group=group, city=city, cancelled_at__isnull=True).exists():
        raise ActionsRefusal(ALREADY_THERE)


def _is_over(row: Action) -> bool:
    end = over_at(row)
    return end is not None and end <= timezone.now()
