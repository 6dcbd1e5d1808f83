"""Rows of this floor as the parts of pages want them: plain words and links, nothing left to decide in templates."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from actions import calendar, photo_words, words
from actions.choices import DeliveryOutcome, PoliceMeasure
from actions.models import Action, Photo, Report
from prisoners.choices import CounterKind


@dataclass(frozen=True)
class ActionCard:
    """An action in a list."""

    url: str
    title: str
    kind: str
    city: str
    day: date | None
    when: str
    time: str
    zone: str
    target: str
    organiser: str
    called_off: bool
    is_over: bool
    state_label: str
    state_tone: str


@dataclass(frozen=True)
class ReportCard:
    """What happened at an action, in a list."""

    url: str
    title: str
    city: str
    when: str
    low: int | None
    high: int | None
    counted_by: str
    target: str
    text: str
    police: str
    statement: str
    photo: str = ""
    photo_alt: str = ""
    photo_width: int = 0
    photo_height: int = 0


def with_relations(actions: QuerySet[Action]) -> QuerySet[Action]:
    """Everything that a card of an action shows, in the same query."""
    return actions.select_related("group", "target")


def reports_with_relations(reports: QuerySet[Report]) -> QuerySet[Report]:
    """Everything that a card of a report shows, in the same query; the latest action first."""
    latest_first = (F("action__held_earliest").desc(nulls_last=True), "-action_id")
    related = reports.select_related("action", "action__group", "action__target").order_by(*latest_first)
    return related.prefetch_related(Prefetch("photos", Photo.public.all()))


def action_card(action: Action) -> ActionCard:
    """One action for `components/action_card.html`."""
    is_day = action.held_on is not None and action.held_on.is_day
    is_over = calendar.is_over(action, timezone.now())
    return ActionCard(
        url=action_url(action),
        title=action.title_i18n,
        kind=words.kinds(action),
        city=action.city,
        day=action.held_earliest if is_day else None,
        when=words.said(action.held_on),
        time=words.clock(action),
        zone=words.zone(action),
        target=target_name(action),
        organiser=words.organiser(action),
        called_off=action.is_cancelled,
        is_over=is_over,
        state_label=_state(action, is_over),
        state_tone="bad" if action.is_cancelled else "",
    )


def _state(action: Action, is_over: bool) -> str:
    """What became of it, by the clock and by those who called it off; "" while it is to come."""
    if action.is_cancelled:
        return gettext("Cancelled")
    return gettext("Over") if is_over else ""


def report_card(report: Report) -> ReportCard:
    """One report for `components/report_card.html`."""
    action = report.action
    return ReportCard(
        url=action_url(action),
        title=action.title_i18n,
        city=action.city,
        when=words.said(action.held_on) or gettext("date not known"),
        low=report.turnout_low if report.turnout_low is not None else report.turnout_high,
        high=report.turnout_high,
        counted_by=counted_by(report),
        target=target_name(action),
        text=report.text_i18n,
        police=police(report),
        statement=delivery(report),
        **_first_photo(report),
    )


def _first_photo(report: Report) -> dict[str, Any]:
    """The first published photo of a report that came with `reports_with_relations`."""
    first = photo_words.shown(photo for photo in report.photos.all()[:1] if photo.token)
    keys = {"photo": "url", "photo_alt": "alternative", "photo_width": "width", "photo_height": "height"}
    return {name: first[0][key] for name, key in keys.items()} if first else {}


def action_url(action: Action) -> str:
    """The address of an action's page in the active language."""
    return reverse("actions:action", args=[action.slug])


def target_name(action: Action) -> str:
    """Whom it addresses, where that is public."""
    return action.target.name_i18n if action.target is not None and action.target.is_published else ""


def counted_by(report: Report) -> str:
    """Who stands behind the turnout; "" where nobody says."""
    is_known = report.counted_by_kind != CounterKind.UNKNOWN
    return report.counted_by or (str(report.get_counted_by_kind_display()) if is_known else "")


def delivery(report: Report) -> str:
    """What became of the statement, in words; "" where nobody recorded it."""
    return "" if report.delivery == DeliveryOutcome.NOT_RECORDED else str(report.get_delivery_display())


def police_kinds(report: Report) -> str:
    """What the police did, in the words of the vocabulary."""
    known = (PoliceMeasure(kind).label for kind in report.police_kinds if kind in PoliceMeasure.values)
    return ", ".join(str(word) for word in known)


def police(report: Report) -> str:
    """The same with what was written about it."""
    return ". ".join(part for part in (police_kinds(report), report.police_measures_i18n) if part)


def arrests(report: Report) -> str:
    """How many were arrested, at least and at most, and who counted; "" where nobody said."""
    known = [one for one in (report.arrests, report.arrests_high) if one is not None]
    if not known:
        return ""
    counted = "–".join(dict.fromkeys(str(one) for one in known))
    by = report.arrests_counted_by
    return gettext("%(n)s, counted by %(by)s") % {"n": counted, "by": by} if by else counted
