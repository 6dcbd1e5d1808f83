"""Days as entries of a calendar: arrests, sentences, birthdays of those held, what is remembered, ends of terms.

The same days that `supporters.anniversaries` and `supporters.marks` write about.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext

from prisoners.casing import with_capital
from prisoners.choices import EventKind
from prisoners.dates import PartialDate, anniversary
from prisoners.ical import ON_THE_DAY, Entry, revision_of
from prisoners.models import Prisoner
from prisoners.own_days import BIRTHDAY, Ending
from prisoners.returning import COUNTED, DAY, Returning
from prisoners.words import say

A_LEAP_YEAR = 2000
FORTY, HUNDRED = COUNTED


def day_entries(found: Iterable[Returning]) -> list[Entry]:
    """These days in the active language; what is not known to the day is no entry."""
    return [entry for one in found if (entry := _entry(one)) is not None]


def end_entries(found: Iterable[Ending]) -> list[Entry]:
    """Near ends of terms in the active language, each on its day; the entry stays the same when the day moves."""
    return [_end_entry(one) for one in found]


def _end_entry(one: Ending) -> Entry:
    row, url = one.prisoner, _url(one.prisoner)
    return Entry(
        key=f"prisoner:{row.pk}/end",
        created_at=row.created_at,
        changed_at=one.changed_at,
        sequence=revision_of(row.created_at, one.changed_at),
        summary=end_summary(one),
        start=one.on,
        end=one.on + DAY,
        url=url,
        description=url,
        categories=("RELEASE",),
        alarms=ON_THE_DAY,
    )


def end_summary(one: Ending) -> str:
    """The end in one line, in the active language: calculated, and so no promise."""
    return gettext("%(name)s: end of the term by calculation") % {"name": one.prisoner.name_i18n}


def _entry(one: Returning) -> Entry | None:
    start = _first_return(one)
    if start is None or one.first is None or one.first.begin is None:
        return None
    changed = max(one.row.updated_at, one.prisoner.updated_at) if one.prisoner else one.row.updated_at
    point = one.first.begin
    of_whom = f"/prisoner:{one.prisoner.pk}" if one.prisoner else ""
    return Entry(
        key=f"{one.row._meta.model_name}:{one.row.pk}/{one.what}{of_whom}",
        created_at=one.row.created_at,
        changed_at=changed,
        sequence=revision_of(one.row.created_at, changed),
        summary=summary(one),
        start=start,
        end=start + DAY,
        url=_url(one.prisoner),
        description=f"{_since(one.first)}\n{_url(one.prisoner)}",
        categories=("ANNIVERSARY",),
        alarms=ON_THE_DAY,
        yearly_of=None if one.nth else date(point.year or A_LEAP_YEAR, point.month or 1, point.day or 1),
    )


def _first_return(one: Returning) -> date | None:
    """The first day on which it returns; one without a year from the year in which it was entered."""
    if one.nth is not None:
        return one.nth_day
    if one.first is None or one.first.begin is None:
        return None
    created: datetime = one.row.created_at
    year = created.year if one.first.begin.year is None else one.first.begin.year + 1
    return anniversary(one.first, year)


def summary(one: Returning) -> str:
    """The day in one line, in the active language."""
    names = {"name": one.prisoner.name_i18n if one.prisoner else "", "day": say(one.first)}
    if one.what == "arrest":
        return gettext("%(name)s: anniversary of the arrest (%(day)s)") % names
    if one.what == "sentence":
        return gettext("%(name)s: anniversary of the sentence (%(day)s)") % names
    if one.what == BIRTHDAY:
        return gettext("%(name)s: birthday (%(day)s)") % names
    names = {"title": event_title(one), "day": names["day"]}
    if one.nth == FORTY:
        return gettext("%(title)s — the 40th day (%(day)s)") % names
    if one.nth == HUNDRED:
        return gettext("%(title)s — the 100th day (%(day)s)") % names
    return gettext("%(title)s — anniversary (%(day)s)") % names


def event_title(one: Returning) -> str:
    """What an event is called; one without a title of its own by what it was and, of a death, by who died."""
    if one.row.title_i18n or not one.people:
        return str(one.row.title_i18n or with_capital(one.row.get_kind_display()))
    who = {"who": ", ".join(person.name_i18n for person in one.people)}
    if one.row.kind == EventKind.KILLING:
        return ngettext("Killed: %(who)s", "Killed: %(who)s", len(one.people)) % who
    return gettext("Died: %(who)s") % who


def _since(first: PartialDate) -> str:
    return gettext("First: %(day)s") % {"day": say(first)}


def _url(prisoner: Prisoner | None) -> str:
    path = reverse("prisoners:detail", args=[prisoner.slug]) if prisoner else f"/{get_language() or 'en'}/"
    return f"{settings.SITE_ORIGIN}{path}"
