"""Dates and times in templates: words for people, and what machines read beside them."""

from datetime import date, datetime

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from prisoners.dates import PartialDate, Precision, describe
from prisoners.times import say_instant, zone_or_refuse
from prisoners.words import say

register = template.Library()
register.filter("day_in_words", say)

#: How month and year stand below a day that is set large, where not as in most languages (CLDR has the year first).
BELOW_A_DAY = {"kk": "Y жылғы E"}


@register.filter
def below_the_day(day: date) -> str:
    """Month and year of a day, as they stand below its number."""
    return date_format(day, BELOW_A_DAY.get(get_language() or "", "E Y"))


@register.filter
def partial_date(value: PartialDate | None) -> SafeString | str:
    """The date in words in the page's language, in `<time>` where HTML can express it, else in a span."""
    if value is None:
        return ""
    words = describe(value, get_language() or "en")
    machine = _machine(value)
    if machine is None:
        return format_html('<span class="date">{}</span>', words)
    return format_html('<time datetime="{}">{}</time>', machine, words)


@register.simple_tag
def local_time(instant: datetime | None, zone: str) -> SafeString | str:
    """Date, hour, place and distance from UTC of an instant, in the zone where it happens."""
    if instant is None:
        return ""
    local = instant.astimezone(zone_or_refuse(zone))
    words = say_instant(instant, zone, get_language() or "en")
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


def _machine(value: PartialDate) -> str | None:
    """The date as HTML writes it: a year, a month, a day, or a day without a year."""
    point = value.begin
    if point is None or value.precision in (Precision.INTERVAL, Precision.AFTER, Precision.UNKNOWN):
        return None
    if value.precision is Precision.NO_YEAR:
        return f"{point.month:02}-{point.day:02}" if point.day else None
    return point.iso
