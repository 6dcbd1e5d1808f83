"""Actions that return: beginning a series, making its days ahead, changing or cancelling one or all that follow.

Each day is an action of its own with an address, sign-ups and an entry in calendars. What comes later is copied from
the plan of the series: an action of it that nobody has changed by itself.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Least
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from actions import recurrence
from actions.choices import Rhythm, SkippedHour
from actions.models import Action, Series
from actions.refusals import ActionsRefusal
from actions.roles import is_organiser_of
from actions.services import actions as services
from actions.services.actions import IS_OVER, NOT_YOUR_GROUP
from actions.services.cloning import NO_DAY, copy_to
from prisoners.choices import PublicationState
from prisoners.models import Staff

HOURS = ("local_time", "local_end_time")
#: So far ahead the days of a series are made.
AHEAD = timedelta(days=100)
FEWEST, MOST = 2, 120
LONGEST = timedelta(days=2 * 366)

NO_END = _("A series needs an end: please give its last day, or how many times it takes place.")
TWO_ENDS = _("Please give either the last day or the number of times, not both.")
TOO_LONG = _("A series has at most 120 days and lasts at most two years. It can be begun again then.")
TOO_SHORT = _("With this end it takes place only once. Please choose a later one.")
IN_SERIES = _("This action belongs to a series already.")
UNKNOWN_RHYTHM = _("This action cannot return in this rhythm.")
SKIPPED = _(
    "On {days} no clock in {zone} shows {hour}, for it is put forward then. Please choose below whether those days are "
    "left out, or begin at {later}."
)
DATE_OF_ONE = _("The date can be changed for one day only, not for all that follow.")


def repeat(
    action: Action,
    by: Staff,
    *,
    rhythm: str,
    until: date | None = None,
    number: int | None = None,
    on_skipped: str = "",
) -> Series:
    """Have an action return until a last local day, or `number` times in all; its first days are made at once.

    `on_skipped` says what happens on days on which the clock skips its hour; without it such a series is refused and
    the days are named. Raises ActionsRefusal with every reason, and then nothing was written.
    """
    if not is_organiser_of(by, action.group_id):
        raise ActionsRefusal(NOT_YOUR_GROUP)
    with transaction.atomic():
        row = services.locked(action)
        first = _first_day(row, rhythm)
        days = _days(rhythm, first, until, number)
        _refuse_skipped(row, days, on_skipped)
        series = Series.objects.create(
            rhythm=rhythm, first_on=first, last_on=days[-1], made_until=first, on_skipped=on_skipped, pattern=row
        )
        row.series, row.series_on = series, first
        row.save(update_fields=("series", "series_on", "updated_at"))
        make_ahead(series, timezone.now().date())
    return series


def make_ahead(series: Series, today: date) -> int:
    """Make the days that come within AHEAD, and the next one in any case; returns how many. Twice is once."""
    with transaction.atomic():
        row = Series.objects.select_for_update(of=("self",)).select_related("pattern").get(pk=series.pk)
        later = [day for day in recurrence.days_of(row.rhythm, row.first_on, until=row.last_on) if day > row.made_until]
        due = [day for day in later if day <= today + AHEAD] or (later[:1] if row.made_until == row.first_on else [])
        made = [one for day in due if (one := _make(row, day)) is not None]
        row.made_until = min(row.last_on, max([row.made_until, today + AHEAD, *due[-1:]]))
        row.save(update_fields=("made_until", "updated_at"))
    return len(made)


def unfinished(now: datetime) -> QuerySet[Series]:
    """Series of which days are due to be made."""
    return Series.objects.filter(made_until__lt=Least(F("last_on"), Value(now.date() + AHEAD)))


def plan_series(now: datetime) -> int:
    """The clock's question: which days of which series are due to be made? Owes nobody a mail, so it returns 0."""
    today = now.date()
    for series in unfinished(now).order_by("pk"):
        make_ahead(series, today)
    return 0


def change_one(action: Action, by: Staff, **fields: Any) -> Action:
    """Change one day by itself; those made later keep to the plan. Raises ActionsRefusal or BadTime."""
    with transaction.atomic():
        row = services.locked(action)
        if row.series is not None:
            _set_apart(row, row.series)
        return services.change(action, by, **fields)


@transaction.atomic
def change_following(action: Action, by: Staff, **fields: Any) -> list[Action]:
    """Change this day and all that follow: what is changed here is changed there, and everything else stays there.

    Days that are not made yet are made as the last of these. Raises ActionsRefusal or BadTime, and then nothing was
    changed.
    """
    before = services.locked(action)
    told = {name: value for name, value in fields.items() if _differs(before, name, value)}
    if {"held_on", "ends_on"} & set(told):
        raise ActionsRefusal(DATE_OF_ONE)
    changed = [services.change(one, by, **told) for one in following(before)]
    if before.series is not None:
        _plan_by(before.series, changed[0], changed)
    return changed


@transaction.atomic
def cancel_following(action: Action, reason: str, by: Staff) -> list[Action]:
    """Call off this day and all that follow; no more are made. Raises ActionsRefusal, and then nothing was changed."""
    row = services.locked(action)
    cancelled = [services.cancel(one, reason, by) for one in following(row)]
    if row.series is not None and row.series_on is not None:
        row.series.last_on = row.series.made_until = row.series_on
        row.series.save(update_fields=("last_on", "made_until", "updated_at"))
    return cancelled


def following(action: Action) -> list[Action]:
    """This day and those that were made after it, without those that were called off. Raises ActionsRefusal."""
    if action.is_cancelled:
        raise ActionsRefusal(IS_OVER)
    if action.series_id is None:
        return [action]
    rows = Action.internal.filter(series=action.series_id, series_on__gte=action.series_on, cancelled_at__isnull=True)
    return list(rows.order_by("series_on"))


def _first_day(row: Action, rhythm: str) -> date:
    """The day of the action, from which its rhythm is told."""
    faults: list[Promise | str] = [*([IN_SERIES] if row.series_id else []), *([IS_OVER] if row.is_cancelled else [])]
    first = row.held_on.earliest if row.held_on is not None and row.held_on.is_day else None
    if first is None:
        faults.append(NO_DAY)
    elif rhythm not in Rhythm.values or rhythm not in recurrence.rhythms_of(first):
        faults.append(UNKNOWN_RHYTHM)
    if faults or first is None:
        raise ActionsRefusal(faults)
    return first


def _days(rhythm: str, first: date, until: date | None, number: int | None) -> list[date]:
    """All days of a series. Raises ActionsRefusal for one without an end, with two, and one too long or too short."""
    if until is None and number is None:
        raise ActionsRefusal(NO_END)
    if until is not None and number is not None:
        raise ActionsRefusal(TWO_ENDS)
    if (until is not None and until > first + LONGEST) or (number is not None and number > MOST):
        raise ActionsRefusal(TOO_LONG)
    if (until is not None and until <= first) or (number is not None and number < FEWEST):
        raise ActionsRefusal(TOO_SHORT)
    days = recurrence.days_of(rhythm, first, until=until, number=number)
    if len(days) < FEWEST:
        raise ActionsRefusal(TOO_SHORT)
    if len(days) > MOST or days[-1] > first + LONGEST:
        raise ActionsRefusal(TOO_LONG)
    return days


def _refuse_skipped(row: Action, days: list[date], on_skipped: str) -> None:
    """Name the days whose hour is not there, unless it was said what happens then."""
    if on_skipped in SkippedHour.values:
        return
    for hour in (row.local_time, row.local_end_time):
        missing = [day for day in days if recurrence.is_skipped(day, hour, row.time_zone)]
        if missing and hour is not None:
            later = recurrence.shown(missing[0], hour, row.time_zone)
            named = ", ".join(day.isoformat() for day in missing)
            words = {"days": named, "zone": row.time_zone, "hour": f"{hour:%H:%M}", "later": f"{later:%H:%M}"}
            raise ActionsRefusal(format_lazy(SKIPPED, **words))


def _make(series: Series, day: date) -> Action | None:
    """The action of one day, unless there is one or the day is left out; public where the plan is."""
    plan = series.pattern
    hours = {name: recurrence.shown(day, getattr(plan, name), plan.time_zone) for name in HOURS}
    is_shifted = any(value != getattr(plan, name) for name, value in hours.items())
    is_there = Action.internal.filter(series=series, series_on=day).exists()
    if is_there or (is_shifted and series.on_skipped == SkippedHour.LEAVE_OUT):
        return None
    published = {name: getattr(plan, name) for name in ("submitted_by", "published_by")}
    state = {"state": PublicationState.PUBLISHED, "published_at": timezone.now(), **published}
    own = {"series": series, "series_on": day, "is_apart": is_shifted, **hours}
    return copy_to(plan, day, **own, **(state if plan.is_published else {}))


def _set_apart(action: Action, of: Series) -> None:
    """Before a day is changed by itself: another one carries the plan, and if there is none, the next is made."""
    series = Series.objects.select_for_update(of=("self",)).get(pk=of.pk)
    if series.pattern_id == action.pk:
        _plan_by(series, action, [*_unchanged(series, action), *_next_of(series, action)])
    Action.internal.filter(pk=action.pk).update(is_apart=True)


def _unchanged(series: Series, action: Action) -> list[Action]:
    return list(Action.internal.filter(series=series, is_apart=False).exclude(pk=action.pk).order_by("series_on"))


def _next_of(series: Series, action: Action) -> list[Action]:
    """The next day, made before its time where no unchanged one is left."""
    if _unchanged(series, action):
        return []
    for day in recurrence.days_of(series.rhythm, series.first_on, until=series.last_on):
        if day > series.made_until and (made := _make(series, day)) is not None:
            Series.objects.filter(pk=series.pk).update(made_until=day)
            return [made]
    return []


def _plan_by(series: Series, action: Action, candidates: list[Action]) -> None:
    """Have the last of these that nobody has changed by itself carry the plan, else the action itself."""
    unchanged = [one for one in candidates if not one.is_apart]
    Series.objects.filter(pk=series.pk).update(pattern=(unchanged or [action])[-1], updated_at=timezone.now())


def _differs(before: Action, name: str, value: Any) -> bool:
    if name == "prisoners":
        return value is not None and {one.pk for one in value} != set(before.prisoners.values_list("pk", flat=True))
    if name == "held_on":
        return before.held_on is None or value != before.held_on.earliest
    return getattr(before, name) != value
