"""An action in words: when it is, in whose time, and where, as far as the reader may know."""

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from actions import recurrence
from actions.choices import ActionKind, AddressVisibility, SignUpState
from actions.models import Action, DayOfAction, SignUp, Target
from prisoners.dates import PartialDate, describe, from_date
from prisoners.elision import elided
from prisoners.numbers import locale
from prisoners.times import said_twice, say_instant, utc_offset, zone_or_refuse
from prisoners.zone_words import city_of

ALL_TAKEN = _("All places are taken.")
LINE_OPEN = _("All places are taken; you can join the waiting list.")
PLACES_LEFT = _("There are places left.")


def when(action: Action) -> str:
    """Date, hours and zone of an action in the active language; without an hour, only its date."""
    language = get_language() or "en"
    if action.starts_at is not None and action.has_time:
        begins = say_instant(action.starts_at, action.time_zone, language)
        return (
            gettext("%(begins)s, until %(end)s") % {"begins": begins, "end": _end(action)} if _end(action) else begins
        )
    if action.held_on is None:
        return gettext("date not known")
    return describe(action.held_on, language)


def hour_shown_twice(action: Action) -> str:
    """Which of two is taken where the clock on the spot shows an hour of the action twice, for its organisers."""
    day = action.held_on.earliest if action.held_on is not None and action.held_on.is_day else None
    begins = (day, action.local_time, action.is_second_hour)
    ends = (action.ends_on or day, action.local_end_time, action.ends_in_second_hour)
    hours = [(on, hour, is_second) for on, hour, is_second in (begins, ends) if on is not None and hour is not None]
    said = (said_twice(on, hour, action.time_zone, is_second=is_second) for on, hour, is_second in hours)
    return str(next(filter(None, said), ""))


def clock(action: Action) -> str:
    """The hours alone, as the clock on the spot shows them: "18:00–20:00"; "" while they are not known."""
    if action.local_time is None:
        return ""
    return f"{action.local_time:%H:%M}" + (f" – {end}" if " " in (end := _end(action)) else f"–{end}" if end else "")


def zone(action: Action) -> str:
    """Whose time it is: "Vienna time (UTC+1)"; "" while the hour is not known."""
    if action.starts_at is None or not action.has_time:
        return ""
    place = city_of(action.time_zone, locale())
    offset = utc_offset(action.starts_at.astimezone(zone_or_refuse(action.time_zone)))
    return elided(gettext("%(place)s time (%(offset)s)") % {"place": place, "offset": offset}, place)


def rhythm(action: Action) -> str:
    """How often it returns and until when, in the active language; "" for an action that stands by itself."""
    if action.series is None:
        return ""
    series = action.series
    said = {
        "often": recurrence.say(series.rhythm, series.first_on),
        "day": describe(from_date(series.last_on), _language()),
    }
    return gettext("Returns %(often)s, until %(day)s") % said


def said(partial: PartialDate | None) -> str:
    """A date in words in the active language."""
    return describe(partial, _language()) if partial else ""


def kinds(action: Action | DayOfAction) -> str:
    """What it is, in words."""
    return ", ".join(str(ActionKind(kind).label) for kind in action.kinds if kind in ActionKind.values)


def organiser(action: Action) -> str:
    """Who organises it: the group where it is public, else as reported."""
    if action.group is not None and action.group.is_published:
        return action.group.name_i18n
    return action.organised_by


def is_open(action: Action) -> bool:
    """Whether everybody may know the meeting point."""
    return action.address_visibility == AddressVisibility.EVERYBODY


def place(action: Action, *, knows_address: bool = False) -> str:
    """Meeting point and city; the meeting point only where everybody may know it, or for those who come."""
    parts = [action.venue_i18n if is_open(action) or knows_address else "", action.city]
    return ", ".join(part for part in parts if part)


def where(target: Target) -> str:
    """The address of a target with its city, which many an address names already."""
    parts = [part.strip() for part in (target.address, target.city_i18n)]
    return ", ".join(part for part in parts if part and (part == parts[0] or part not in parts[0]))


def knows_address(sign_up: SignUp) -> bool:
    """Whether this person is told the meeting point: with a place always, in line only where that is enough."""
    if sign_up.state == SignUpState.CONFIRMED:
        return True
    is_in_line = sign_up.state in (SignUpState.WAITING, SignUpState.OFFERED)
    return is_in_line and sign_up.action.address_visibility == AddressVisibility.SIGNED_UP


def _end(action: Action) -> str:
    """The hour; with its day where that is another, and its distance from UTC where the clocks change in between."""
    if action.local_end_time is None or action.ends_at is None:
        return ""
    hour = f"{action.local_end_time:%H:%M}"
    if action.ends_on is None or action.ends_on == action.held_earliest:
        return hour
    said = gettext("%(hour)s on %(day)s") % {"hour": hour, "day": describe(from_date(action.ends_on), _language())}
    return f"{said} ({offset})" if (offset := _other_offset(action)) else said


def _other_offset(action: Action) -> str:
    zone = zone_or_refuse(action.time_zone)
    offsets = [utc_offset(one.astimezone(zone)) for one in (action.starts_at, action.ends_at) if one]
    return offsets[-1] if len(set(offsets)) > 1 else ""


def _language() -> str:
    return get_language() or "en"
