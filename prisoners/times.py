"""Civil time: a local date and hour in a place, and the one instant that they mean."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from django.utils.functional import Promise, lazy
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext, override, to_locale
from django.utils.translation import gettext_lazy as _

from prisoners.elision import elided
from prisoners.refusals import Refusal
from prisoners.zone_words import city_of

FIRST_TAKEN = _(
    "The clock shows {wanted} twice in {zone}, for it is put back. The first time is meant ({first}), not the second "
    "({second})."
)
SECOND_TAKEN = _(
    "The clock shows {wanted} twice in {zone}, for it is put back. The second time is meant ({second}), not the first "
    "({first})."
)


class BadTime(Refusal):
    """A zone that does not exist, or a local time that no clock there shows."""


def zone_or_refuse(name: str) -> ZoneInfo:
    """The zone of an IANA name such as Asia/Aqtau, or UTC. Raises BadTime for anything else.

    Short names (EST, CET) are refused: they do not say which country's rules count.
    """
    refused = BadTime(format_lazy(_("“{name}” is not a time zone such as Asia/Almaty."), name=name))
    if name != "UTC" and "/" not in name:
        raise refused
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise refused from error


def instant_of(local_date: date, local_time: time, zone_name: str, *, is_second: bool = False) -> datetime:
    """The instant (in UTC) of a local date and time without a zone of their own, in the named zone.

    Where the clock is put back and shows an hour twice, `is_second` says that the second one is meant; of any other
    hour it says nothing. Raises BadTime for an unknown zone, and for an hour that is skipped when the clock is put
    forward, naming the times on either side.
    """
    if local_time.tzinfo is not None:
        raise ValueError("A local time has no zone of its own.")
    zone = zone_or_refuse(zone_name)
    wanted = datetime.combine(local_date, local_time, tzinfo=zone)
    instant = wanted.replace(fold=int(is_second)).astimezone(UTC)
    if not _exists(wanted, zone):
        raise BadTime(_skipped(wanted, zone))
    return instant


def two_hours(local_date: date | None, local_time: time | None, zone_name: str) -> tuple[str, str] | None:
    """Where the clock of the named zone is put back and shows a local time twice (PEP 495), the two distances from UTC.

    None for every other time, and where day or hour is not known. Raises BadTime for an unknown zone.
    """
    if local_date is None or local_time is None:
        return None
    wanted = datetime.combine(local_date, local_time, tzinfo=zone_or_refuse(zone_name))
    first, second = (utc_offset(wanted.replace(fold=fold)) for fold in (0, 1))
    return (first, second) if first != second and _exists(wanted, zone_or_refuse(zone_name)) else None


def skipped_hour(local_date: date | None, local_time: time | None, zone_name: str) -> Promise | None:
    """Why no clock of the named zone shows a local time, where it is put forward; None for every other time.

    Raises BadTime for an unknown zone.
    """
    if local_date is None or local_time is None:
        return None
    zone = zone_or_refuse(zone_name)
    wanted = datetime.combine(local_date, local_time, tzinfo=zone)
    return None if _exists(wanted, zone) else _skipped(wanted, zone)


def said_twice(local_date: date, local_time: time, zone_name: str, *, is_second: bool = False) -> Promise | None:
    """Which of two is taken where the clock of the named zone is put back and shows a local time twice.

    A sentence for whoever enters it; None for every other time. Raises BadTime for an unknown zone.
    """
    both = two_hours(local_date, local_time, zone_name)
    if both is None:
        return None
    sentence = SECOND_TAKEN if is_second else FIRST_TAKEN
    return format_lazy(sentence, wanted=f"{local_time:%H:%M}", zone=zone_name, first=both[0], second=both[1])


def local_day_start(day: date, zone_name: str) -> datetime:
    """The instant (in UTC) at which a civil day begins in the named zone. Raises BadTime for an unknown zone.

    Where the clock skips midnight, the day begins when the clock is put forward.
    """
    return datetime.combine(day, time(), tzinfo=zone_or_refuse(zone_name)).astimezone(UTC)


def say_instant(instant: datetime, zone_name: str, language: str) -> str:
    """An aware instant in words: date, hour, place of the zone and its distance from UTC at that instant."""
    local = instant.astimezone(zone_or_refuse(zone_name))
    locale = _babel_locale(language)
    parts = {
        "date": format_date(local, "medium" if "MMM" in locale.date_formats["medium"].pattern else "long", locale),
        "time": format_time(local, "HH:mm", locale=locale),
        "place": city_of(zone_name, locale),
        "offset": utc_offset(local),
    }
    with override(language):
        if zone_name == "UTC":
            return gettext("%(date)s, %(time)s UTC") % parts
        return elided(gettext("%(date)s, %(time)s, %(place)s time (%(offset)s)") % parts, parts["place"])


def utc_offset(local: datetime) -> str:
    """The distance of an aware local time from UTC, such as UTC+1, UTC−3:30 or UTC."""
    offset = local.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def _exists(local: datetime, zone: ZoneInfo) -> bool:
    """Whether a clock in the zone ever shows this time: going to UTC and back must not change it."""
    return local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)


def _skipped(wanted: datetime, zone: ZoneInfo) -> Promise:
    """Read by the rules before and after the change, a skipped time gives its two neighbours (PEP 495)."""
    later, earlier = (wanted.replace(fold=fold).astimezone(UTC).astimezone(zone) for fold in (0, 1))
    sentence = _("There is no {wanted} in {zone}: the clock is put forward. Did you mean {earlier} or {later}?")
    texts = {"wanted": wanted, "earlier": earlier, "later": later}
    return format_lazy(sentence, zone=zone.key, **{name: _say_local(one) for name, one in texts.items()})


def _say_local(local: datetime) -> str:
    """A local date and hour, lazily: in the language that is active when it is shown."""
    return lazy(_in_words, str)(local)


def _in_words(local: datetime) -> str:
    locale = _babel_locale(get_language() or "en")
    return f"{format_date(local, 'long', locale)}, {format_time(local, 'HH:mm', locale=locale)}"


def _babel_locale(language: str) -> Locale:
    """The conventions of a language; English is British here, and stands in for what Babel does not know."""
    try:
        return Locale("en", "GB") if language == "en" else Locale.parse(to_locale(language))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
