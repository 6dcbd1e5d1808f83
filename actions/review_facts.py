"""All that would be public of an action and its report, for the second person who answers for it."""

from typing import Any

from django.utils.translation import gettext, ngettext

from actions import cards, words
from actions.models import Action, DayOfAction, Report
from actions.publication import published_with
from prisoners.casing import with_capital
from prisoners.numbers import number

Fact = tuple[str, Any]
REPORTED = ("police_measures_i18n", "press_links")


def of_action(action: Action) -> list[Fact]:
    """Label and value of each field that is filled and not said in its head."""
    group = action.group
    draft = gettext("not public yet: readers will see no organiser")
    return _filled(
        (gettext("Series"), _series(action)),
        (gettext("Organised by"), words.organiser(action) or (f"{group.name_i18n} ({draft})" if group else "")),
        (gettext("Addressed to"), action.target.name_i18n if action.target else ""),
        (gettext("Campaign"), action.campaign.title_i18n if action.campaign else ""),
        (gettext("For"), ", ".join(one.name_i18n for one in action.prisoners.all())),
        (_label(action, "address_visibility"), action.get_address_visibility_display()),
        (_label(action, "is_open_for_sign_up"), gettext("yes") if action.is_open_for_sign_up else gettext("no")),
        (_label(action, "capacity"), action.capacity),
        (_label(action, "note"), action.note_i18n),
    )


def of_call(day: DayOfAction) -> list[Fact]:
    """Label and value of what a call to a day of action says besides its words and its hour."""
    return _filled(
        (_label(day, "kinds"), words.kinds(day)),
        (gettext("Campaign"), day.campaign.title_i18n if day.campaign else ""),
        (gettext("For"), ", ".join(one.name_i18n for one in day.prisoners.all())),
        (gettext("What is demanded"), "; ".join(one.text_i18n for one in day.demands.all())),
    )


def of_report(report: Report) -> list[Fact]:
    """Label and value of each field of the report that is filled."""
    return _filled(
        (gettext("Turnout"), _turnout(report)),
        (_label(report, "counted_by"), cards.counted_by(report)),
        (_label(report, "police_kinds"), cards.police_kinds(report)),
        (gettext("Arrests"), cards.arrests(report)),
        *((_label(report, name.removesuffix("_i18n")), getattr(report, name)) for name in REPORTED),
        (_label(report, "delivery"), cards.delivery(report)),
    )


def _series(action: Action) -> str:
    """The rhythm, and how many days one press shows; "" for an action that stands by itself."""
    said = words.rhythm(action)
    if not said or action.is_published:
        return said
    days = 1 + published_with(action).count()
    at_once = ngettext("%(n)d day is published at once", "%(n)d days are published at once", days) % {"n": days}
    return f"{said}; {at_once}"


def _turnout(report: Report) -> str:
    low, high = report.turnout_low, report.turnout_high
    if low is not None and high is not None:
        return "–".join(dict.fromkeys((number(low), number(high))))
    if low is not None:
        return gettext("at least %(low)s") % {"low": number(low)}
    return gettext("at most %(high)s") % {"high": number(high)} if high is not None else ""


def _label(row: Any, name: str) -> str:
    return with_capital(row._meta.get_field(name).verbose_name)


def _filled(*facts: Fact) -> list[Fact]:
    return [(label, value) for label, value in facts if value not in ("", None)]
