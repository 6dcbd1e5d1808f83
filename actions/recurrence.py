"""How an action returns: a rhythm that a person understands, its rule (RFC 5545, RRULE), and the days it falls on.

Days are local days of the place; the hour of the clock on the spot stays the same through the year.
"""

from datetime import UTC, date, datetime, time, timedelta

from babel.dates import format_date
from dateutil.rrule import rrulestr
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from actions.choices import Rhythm
from prisoners.times import BadTime, instant_of, zone_or_refuse

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NTH = (_("first"), _("second"), _("third"), _("fourth"), _("last"))
WEEK = timedelta(days=7)


def rhythms_of(first: date) -> list[str]:
    """The rhythms that can begin on a day: the fifth Saturday of a month is its last one, and a fourth may be."""
    nth = [Rhythm.MONTHLY_WEEKDAY] if _nth(first) <= 4 else []
    last = [Rhythm.MONTHLY_LAST_WEEKDAY] if (first + WEEK).month != first.month else []
    return [Rhythm.WEEKLY, Rhythm.FORTNIGHTLY, *nth, *last, Rhythm.MONTHLY_DATE]


def rule_of(rhythm: str, first: date) -> str:
    """The rule of a rhythm that begins on `first`, without its end; a month that lacks the day is left out."""
    weekday = WEEKDAYS[first.weekday()]
    return {
        Rhythm.WEEKLY: f"FREQ=WEEKLY;BYDAY={weekday}",
        Rhythm.FORTNIGHTLY: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}",
        Rhythm.MONTHLY_WEEKDAY: f"FREQ=MONTHLY;BYDAY={_nth(first)}{weekday}",
        Rhythm.MONTHLY_LAST_WEEKDAY: f"FREQ=MONTHLY;BYDAY=-1{weekday}",
        Rhythm.MONTHLY_DATE: f"FREQ=MONTHLY;BYMONTHDAY={first.day}",
    }[Rhythm(rhythm)]


def days_of(rhythm: str, first: date, *, until: date | None = None, number: int | None = None) -> list[date]:
    """The days from `first` on, until a last day or as many as `number`; one of the two is needed."""
    if (until is None) == (number is None):
        raise ValueError("A series ends on a day or after a number of times.")
    end = f"UNTIL={until:%Y%m%d}" if until else f"COUNT={number}"
    found = rrulestr(f"{rule_of(rhythm, first)};{end}", dtstart=datetime.combine(first, time()))
    return [one.date() for one in found]


def say(rhythm: str, first: date) -> str:
    """A rhythm in words, in the active language: "each month on the first Saturday"."""
    words = {
        "weekday": format_date(first, "EEEE", locale=(get_language() or "en").replace("-", "_")),
        "nth": NTH[-1] if rhythm == Rhythm.MONTHLY_LAST_WEEKDAY else NTH[min(_nth(first), 5) - 1],
        "day": first.day,
    }
    return {
        Rhythm.WEEKLY: gettext("each week on %(weekday)s"),
        Rhythm.FORTNIGHTLY: gettext("every two weeks on %(weekday)s"),
        Rhythm.MONTHLY_WEEKDAY: gettext("each month on the %(nth)s %(weekday)s"),
        Rhythm.MONTHLY_LAST_WEEKDAY: gettext("each month on the %(nth)s %(weekday)s"),
        Rhythm.MONTHLY_DATE: gettext("each month on day %(day)s"),
    }[Rhythm(rhythm)] % words


def is_skipped(day: date, hour: time | None, zone: str) -> bool:
    """Whether no clock in the zone shows this hour on this day, for it is put forward then."""
    if hour is None:
        return False
    try:
        instant_of(day, hour, zone)
    except BadTime:
        return True
    return False


def shown(day: date, hour: time | None, zone: str) -> time | None:
    """The hour, or where the clock skips it the later one: 03:30 for a 02:30 that is not there."""
    if hour is None or not is_skipped(day, hour, zone):
        return hour
    rules = zone_or_refuse(zone)
    return datetime.combine(day, hour, tzinfo=rules).astimezone(UTC).astimezone(rules).time()


def _nth(day: date) -> int:
    """Which of its weekday in the month a day is, from 1."""
    return (day.day - 1) // 7 + 1
