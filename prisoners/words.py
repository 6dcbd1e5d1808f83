"""Small wordings that pages, feeds and mails share: countries, days, hours with their zone."""

from datetime import date, timedelta

from django.utils.translation import get_language, gettext, ngettext

from prisoners.chain import ChainState
from prisoners.dates import PartialDate, describe, from_date
from prisoners.elision import elided
from prisoners.models import Hearing
from prisoners.numbers import locale, number
from prisoners.times import utc_offset, zone_or_refuse
from prisoners.zone_words import city_of

#: For so long after a report nobody needs to be told that the count goes on without one.
A_YOUNG_REPORT = timedelta(days=31)


def country_name(code: str) -> str:
    """The name of a country (ISO 3166-1 alpha-2) in the active language (Unicode CLDR)."""
    return locale().territories.get(code, code)


def say(when: PartialDate | date | None) -> str:
    """A date in the active language, "" for none."""
    if when is None:
        return ""
    return describe(when if isinstance(when, PartialDate) else from_date(when), get_language() or "en")


def say_range(low: date | None, high: date | None) -> str:
    """Two days, or one where they are the same; "" where neither is known."""
    return " – ".join(dict.fromkeys(say(day) for day in (low, high) if day is not None))


def iso(when: PartialDate | None) -> str:
    """What a machine reads for a date that is one day; "" otherwise."""
    return when.earliest.isoformat() if when and when.is_day and when.earliest else ""


def days_label(low: int, high: int | None) -> str:
    """The words after the lower number of days held."""
    if high is None:
        return gettext("days in custody at least")
    if low == high:
        return ngettext("day in custody", "days in custody", low)
    return gettext("to %(high)s days in custody") % {"high": number(high)}


def reported(state: ChainState) -> str:
    """How old the knowledge is: a standing is never shown as newer than the last report."""
    if state.last_reported_on is None:
        return gettext("No dated report.")
    said = gettext("As last reported on %(day)s.") % {"day": say(state.last_reported_on)}
    further = gettext("The days since then are counted without a newer report.")
    return f"{said} {further}" if runs_on(state) else said


def runs_on(state: ChainState) -> bool:
    """Whether days of custody are counted beyond the last report: nothing newer than a month says it goes on."""
    newest = state.last_reported_on
    is_open = state.episode_days_low is not None and state.episodes[-1].last.end is None
    return is_open and newest is not None and state.as_of - newest > A_YOUNG_REPORT


def hour(hearing: Hearing) -> str:
    """The local hour, "" where it is not known."""
    return hearing.local_time.strftime("%H:%M") if hearing.local_time else ""


def zone(hearing: Hearing) -> str:
    """Whose hour it is: "Aqtau time (UTC+5)"."""
    if hearing.starts_at is None:
        return ""
    name = hearing.place.time_zone
    city = city_of(name, locale())
    offset = utc_offset(hearing.starts_at.astimezone(zone_or_refuse(name)))
    return elided(gettext("%(city)s time (%(offset)s)") % {"city": city, "offset": offset}, city)
