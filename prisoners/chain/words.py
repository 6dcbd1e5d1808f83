"""The chain in words: sanctions, days and stretches of custody, in the active language."""

from datetime import date

from django.utils.translation import get_language, gettext, ngettext

from prisoners.choices import CustodyEnd, SanctionKind
from prisoners.custody import Days, Stretch, Window
from prisoners.dates import PartialDate, describe, from_date
from prisoners.models import Sanction
from prisoners.numbers import money, number
from prisoners.terms import Term, length_in_words


def term_of(sanction: Sanction) -> Term:
    """The length of a sanction as pronounced."""
    return Term(sanction.years, sanction.months, sanction.days)


def sanction_in_words(sanction: Sanction) -> str:
    """Its kind and length in the active language: "imprisonment (7 years)"."""
    kind = str(SanctionKind(sanction.kind).label)
    amount = money(sanction.fine_amount, sanction.fine_currency) if sanction.fine_amount is not None else ""
    hours = ngettext("%(n)d hour", "%(n)d hours", sanction.hours) % {"n": sanction.hours} if sanction.hours else ""
    length = length_in_words(term_of(sanction), sanction.is_indefinite) or hours or amount
    return f"{kind} ({length})" if length else kind


def added_in_words(first: Sanction | None) -> str:
    """To which sentence another is added, in the active language: "added to: imprisonment (5 years), October 2019"."""
    if first is None:
        return ""
    told = {"sanction": sanction_in_words(first), "day": say_day(first.imposed_on)}
    return gettext("added to: %(sanction)s, %(day)s") % told


def say_day(day: PartialDate | None) -> str:
    return describe(day, get_language() or "en") if day else gettext("date not known")


def say_window(window: Window) -> str:
    ends = sorted({day for day in (window.earliest, window.latest) if day is not None})
    return " – ".join(say_day(from_date(day)) for day in ends)


def say_days(days: Days) -> str:
    return " – ".join(dict.fromkeys(number(one) for one in (days.low, days.high) if one is not None))


def say_stretch(stretch: Stretch, day: date) -> str:
    begin = say_day(stretch.started_on)
    if stretch.in_transit and stretch.ended_by != CustodyEnd.RELEASED:
        return _say_transit(stretch, day)
    if stretch.by_arrest:
        return _say_arrest(stretch, day)
    if stretch.is_inferred:
        return gettext("No day of arrest is recorded; custody is counted from the sentence: %(begin)s.") % {
            "begin": begin
        }
    if stretch.end is None or not stretch.end.has_begun(day):
        return gettext("In custody from: %(begin)s. No end is recorded by this day.") % {"begin": begin}
    return gettext("In custody from: %(begin)s. Until: %(end)s (%(how)s).") % {
        "begin": begin,
        "end": say_day(stretch.ended_on),
        "how": CustodyEnd(stretch.ended_by).label,
    }


def _say_transit(stretch: Stretch, day: date) -> str:
    told = {"begin": say_day(stretch.started_on), "end": say_day(stretch.ended_on)}
    if stretch.ended_on is None or stretch.end is None or not stretch.end.has_begun(day):
        return (
            gettext("Transferred: %(begin)s. What followed is not recorded by this day; a transfer is no release.")
            % told
        )
    return gettext("Transferred: %(begin)s, held elsewhere from: %(end)s. The time between is custody.") % told


def _say_arrest(stretch: Stretch, day: date) -> str:
    told = {"begin": say_day(stretch.started_on), "end": say_day(stretch.ended_on)}
    if stretch.end is None or not stretch.end.has_begun(day):
        return gettext("Arrested again: %(begin)s. No custody is recorded; it is inferred from the arrest.") % told
    return (
        gettext("Arrested again: %(begin)s, released: %(end)s. No custody is recorded; it is inferred from the arrest.")
        % told
    )
