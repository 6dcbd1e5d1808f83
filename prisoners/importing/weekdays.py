"""Days of the week beside a date: left out where they fit it, and a reason to ask where they do not."""

import re
from functools import cache

from babel import Locale
from django.utils.translation import gettext as _

from prisoners.dates import PartialDate, say_date
from prisoners.importing.date_spellings import WEEKDAYS
from prisoners.importing.folded import LANGUAGES_OF_DATES, fold
from prisoners.importing.refusals import CellRefused


@cache
def weekday_names() -> dict[str, int]:
    """The days of the week (0 for Monday), whole as CLDR has them, and short as no month is."""
    found: dict[str, int] = {}
    for language in LANGUAGES_OF_DATES:
        found |= {fold(str(name)): day for day, name in Locale.parse(language).days["format"]["wide"].items()}
    return found | WEEKDAYS


def without_weekday(text: str) -> tuple[str, str]:
    """A text without the day of the week before or behind it, and that word."""
    for match in filter(None, (re.match(words, text) for words in (r"(\S+ \S+) ", r"(\S+) "))):
        if (weekday := match[1].strip(".,")) in weekday_names():
            return re.sub(r"^(den|le|the) ", "", text[match.end() :].strip(" ,.")), weekday
    rest, _blank, last = text.rpartition(" ")
    if rest and last.strip("().,") in weekday_names():
        return rest.strip(" ,."), last.strip("().,")
    return text, ""


def fitting(found: PartialDate, weekday: str) -> PartialDate:
    """A date that is on the day of the week that stands beside it: another one is a slip in one of the two."""
    if weekday and found.is_day and found.earliest and found.earliest.weekday() != weekday_names()[weekday]:
        values = {"day": say_date(found), "weekday": weekday}
        raise CellRefused(_("The day of the week does not fit: %(day)s is no “%(weekday)s”.") % values)
    return found
