"""What the press may copy: plain text with the numbers and who counted them, and pictures with their words and licence.

Nothing here says more than the public pages do.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from actions import cards, photo_words, words
from actions.calendar import earliest_day
from actions.models import Action, DayOfAction, Demand, Report
from actions.totals import Totals, span_of
from prisoners.dates import describe, from_date


def of_report(report: Report, demands: Iterable[Demand]) -> dict[str, Any]:
    """One action: what, when, where, how many, what happened, what is demanded, where to read more."""
    action = report.action
    address = settings.SITE_ORIGIN + cards.action_url(action)
    said = [
        action.title_i18n,
        "\n".join(part for part in (words.when(action), words.place(action), _addressed(action)) if part),
        _counted(report),
        report.text_i18n,
        _labelled(gettext("Police"), cards.police(report)),
        _labelled(gettext("Arrests"), cards.arrests(report)),
        _labelled(gettext("Statement"), cards.delivery(report)),
        _demanded(demands),
        _sources([words.organiser(action)], address),
    ]
    return {"title": action.title_i18n, "text": _joined(said), **_beside([report], address)}


def of_day(
    day: DayOfAction, totals: Totals, lines: list[dict[str, Any]], reports: list[Report], language: str
) -> dict[str, Any]:
    """A day of action: the sum with of how many cities it tells, a line for each city, what is demanded."""
    address = settings.SITE_ORIGIN + reverse("actions:day", args=[day.slug])
    said = [
        day.title_i18n,
        describe(from_date(day.held_on), language),
        day.description_i18n,
        _in_all(totals, is_ahead=day.held_on >= earliest_day(timezone.now())),
        "\n".join(_city(line) for line in lines),
        _demanded(day.demands.all()),
        _sources([], address),
    ]
    return {"title": day.title_i18n, "text": _joined(said), **_beside(reports, address)}


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""


def _addressed(action: Action) -> str:
    return _labelled(gettext("Addressed to"), cards.target_name(action))


def _counted(report: Report) -> str:
    """How many, and who says so; that no number is known is said too."""
    span = span_of(report)
    if span is None:
        return gettext("No number is known")
    people = _people(*span)
    by = cards.counted_by(report)
    return gettext("%(people)s, counted by %(by)s.") % {"people": people, "by": by} if by else f"{people}."


def _people(low: int, high: int) -> str:
    if low == high:
        return ngettext("%(n)d person", "%(n)d people", low) % {"n": low}
    return gettext("%(low)d to %(high)d people") % {"low": low, "high": high}


def _in_all(totals: Totals, *, is_ahead: bool) -> str:
    """The sum with of how many cities it tells; "" before the day, while there is nothing to be known."""
    numbers = {"n": totals.reported, "of": totals.cities}
    if totals.counted:
        told = gettext("how many came is known from %(n)s of %(of)s cities") % numbers
        return f"{_people(totals.low, totals.high)}; {told}."
    return "" if is_ahead else gettext("How many came is known from %(n)s of %(of)s cities.") % numbers


def _city(line: dict[str, Any]) -> str:
    """One city with its local time, and how many came."""
    card = line["card"]
    where = ", ".join(part for part in (card.city or card.title, line["country"]) if part)
    when = " ".join(part for part in (card.time, card.zone) if part)
    if card.called_off:
        return f"{where}: {card.state_label}"
    counts = line["counts"] and (f"{line['counts']} ({line['counted_by']})" if line["counted_by"] else line["counts"])
    return ": ".join(part for part in (where, "; ".join(part for part in (when, counts) if part)) if part)


def _demanded(demands: Iterable[Demand]) -> str:
    lines = [f"– {one.text_i18n}" for one in demands]
    return "\n".join([gettext("What is demanded") + ":", *lines]) if lines else ""


def _sources(organisers: Iterable[str], address: str) -> str:
    names = [_labelled(gettext("Organised by"), one) for one in organisers if one]
    return "\n".join([*names, _labelled(gettext("Read more"), address)])


def _beside(reports: Iterable[Report], address: str) -> dict[str, Any]:
    """The pictures, the page, and under which licence the text is given on."""
    photos = [card for report in reports for card in photo_words.shown(report.photos.all())]
    return {"photos": photos, "page": address, "licence": settings.DATA_LICENCE}
