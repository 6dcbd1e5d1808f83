"""Days of the week beside a date: left out where they fit it, and a reason to ask where they do not."""

import re
from functools import cache

from babel import Locale
from django.utils.translation import gettext as _

from prisoners.dates import PartialDate, say_date
from prisoners.importing.date_spellings import WEEKDAYS
from prisoners.importing.folded import LANGUAGES, fold
from prisoners.importing.refusals import CellRefused


@cache
def weekday_names() -> dict[str, int]:
    """The days of the week (0 for Monday), whole as CLDR has them, and short as no month is."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        found |= {fold(str(name)): day for day, name in Locale.parse(language).days["format"]["wide"].items()}
    return found | WEEKDAYS


def without_weekday(text: str) -> tuple[str, str]:
    """A text without the day of the week before or behind it, and that word."""
    first, _blank, rest = text.partition(" ")
    if rest and first.strip(".,") in weekday_names():
        return re.sub(r"^(den|le|the) ", "", rest.strip(" ,.")), first.strip(".,")
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
