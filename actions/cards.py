"""Rows of this floor as the parts of pages want them: plain words and links, nothing left to decide in templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from actions import photo_words, words
from actions.choices import DeliveryOutcome, DemandState, PoliceMeasure
from actions.models import Action, Demand, Photo, Report
from prisoners.chain import ChainState, chains_of
from prisoners.choices import CounterKind, EventKind
from prisoners.dates import BadDate, PartialDate, describe, from_date, parse
from prisoners.models import Event, Figure, Prisoner, Source, Statement

#: Which sign of the page's timeline goes with which kind of event.
TONES = {"arrest": "held", "killing": "held", "release": "free", "pardon": "free", "expected_release": "next"}


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
    state_label: str


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


class Footnotes:
    """Numbers the sources of a page in the order in which they are first needed; a confidential one gets none."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._sources: list[Source] = []

    def numbers(self, sources: Iterable[Source]) -> list[int]:
        """The numbers of these sources, for the small marks behind a sentence."""
        return sorted(self._number(source) for source in sources if not source.is_confidential)

    def listing(self) -> list[dict[str, Any]]:
        """The list at the foot of the page."""
        return [_source_line(number, source) for number, source in enumerate(self._sources, start=1)]

    def _number(self, source: Source) -> int:
        if source.pk not in self._numbers:
            self._sources.append(source)
            self._numbers[source.pk] = len(self._sources)
        return self._numbers[source.pk]


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
    return ActionCard(
        url=action_url(action),
        title=action.title_i18n,
        kind=words.kinds(action),
        city=action.city,
        day=action.held_earliest if is_day else None,
        when=said(action.held_on),
        time=words.clock(action),
        zone=words.zone(action),
        target=target_name(action),
        organiser=words.organiser(action),
        called_off=action.is_cancelled,
        state_label=gettext("Cancelled") if action.is_cancelled else "",
    )


def report_card(report: Report) -> ReportCard:
    """One report for `components/report_card.html`."""
    action = report.action
    return ReportCard(
        url=action_url(action),
        title=action.title_i18n,
        city=action.city,
        when=said(action.held_on) or gettext("date not known"),
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


def prisoner_cards(prisoners: Iterable[Prisoner], today: date) -> list[dict[str, Any]]:
    """Prisoners for `components/prisoner_card.html`, with where they stand and how new that knowledge is."""
    people = list(prisoners)
    states = chains_of(people, today)
    return [_prisoner_card(prisoner, states[prisoner.pk]) for prisoner in people]


def demand_lines(demands: Iterable[Demand], notes: Footnotes | None = None) -> list[dict[str, Any]]:
    """Demands for `components/demands.html`, each with its state and what took its place."""
    return [_demand_line(demand, notes) for demand in demands]


def figure_tables(figures: Iterable[Figure], notes: Footnotes) -> list[dict[str, Any]]:
    """One table for each thing that was counted; claims stand side by side and are never summed or merged."""
    tables: dict[tuple[str, int | None], dict[str, Any]] = {}
    for figure in figures:
        key = (figure.about, figure.event_id)
        table = tables.setdefault(key, {"caption": _figure_caption(figure), "claims": []})
        table["claims"].append(_claim(figure, notes))
    return list(tables.values())


def timeline(events: Iterable[Event], notes: Footnotes) -> list[dict[str, Any]]:
    """Events for `components/timeline.html`."""
    return [_timeline_entry(event, notes) for event in events]


def statement_lines(statements: Iterable[Statement], notes: Footnotes) -> list[dict[str, Any]]:
    """Who said what, where it stands, on which source."""
    return [
        {
            "speaker": statement.speaker_i18n or (statement.organisation.name_i18n if statement.organisation else ""),
            "when": said(statement.said_on),
            "text": statement.text_i18n,
            "quote": statement.quote,
            "quote_language": statement.quote_language,
            "stance": statement.get_stance_display() if statement.stance else "",
            "tone": "bad" if statement.stance in ("blames_victims", "hostile") else "",
            "numbers": notes.numbers(citation.source for citation in statement.citations.all()),
        }
        for statement in statements
    ]


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


def said(partial: PartialDate | None) -> str:
    """A date in words in the active language."""
    return describe(partial, get_language() or "en") if partial else ""


def _prisoner_card(prisoner: Prisoner, state: ChainState) -> dict[str, Any]:
    newest = state.last_reported_on
    reported = gettext("as reported on %(day)s") % {"day": said(from_date(newest))} if newest else ""
    return {
        "url": f"/{get_language() or 'en'}/prisoners/{prisoner.slug}/",
        "name": prisoner.name_i18n,
        "status": state.shape,
        "status_label": state.label,
        "line": reported,
    }


def _timeline_entry(event: Event, notes: Footnotes) -> dict[str, Any]:
    """What has neither a title nor a kind of its own is told by its text alone."""
    title = event.title_i18n or ("" if event.kind == EventKind.OTHER else capfirst(event.get_kind_display()))
    return {
        "when": said(event.happened_on),
        "title": title or event.text_i18n,
        "text": event.text_i18n if title else "",
        "tone": TONES.get(event.kind, ""),
        "numbers": notes.numbers(citation.source for citation in event.citations.all()),
        "note": gettext("Announced; whether it happened is not known.") if event.is_planned else "",
    }


def _demand_line(demand: Demand, notes: Footnotes | None) -> dict[str, Any]:
    parts = (demand.addressee_i18n, _for_whom(demand) if notes else "", _span(demand.raised_on, demand.ended_on))
    return {
        "text": demand.text_i18n,
        "state": demand.status,
        "state_label": DemandState(demand.status).label,
        "when": " · ".join(part for part in parts if part),
        "note": _replaces(demand) or demand.note_i18n,
        "numbers": notes.numbers(demand.sources.all()) if notes else [],
    }


def _for_whom(demand: Demand) -> str:
    """The prisoners whom the demand names."""
    names = ", ".join(prisoner.name_i18n for prisoner in demand.prisoners.all())
    return gettext("for %(names)s") % {"names": names} if names else ""


def _span(begin: PartialDate | None, end: PartialDate | None) -> str:
    """From when to when, in as few words as the language has for it."""
    if begin is None or end is None or begin.text == end.text:
        return said(begin or end)
    try:
        return said(parse(f"{begin.text}/{end.text}"))
    except BadDate:
        return f"{said(begin)} – {said(end)}"


def _replaces(demand: Demand) -> str:
    old = demand.supersedes
    if old is None or not old.is_published:
        return ""
    text = gettext("Takes the place of: %(old)s") % {"old": old.text_i18n}
    return f"{text} {demand.note_i18n}".strip()


def _figure_caption(figure: Figure) -> str:
    event = figure.event
    is_shown = event is not None and event.is_published
    return f"{figure.about_i18n}: {event.title_i18n}" if is_shown and event and event.title else figure.about_i18n


def _claim(figure: Figure, notes: Footnotes) -> dict[str, Any]:
    return {
        "value": _value(figure),
        "by": figure.counted_by_i18n or figure.get_counted_by_kind_display(),
        "kind": figure.get_counted_by_kind_display() if figure.counted_by else "",
        "when": said(figure.claimed_on),
        "numbers": notes.numbers(citation.source for citation in figure.citations.all()),
    }


def _value(figure: Figure) -> str:
    """The words of the source where there are any, else the numbers as they were given."""
    if figure.text:
        return figure.text_i18n
    if figure.low is None:
        return gettext("at most %(high)s") % {"high": figure.high}
    if figure.is_lower_bound:
        return gettext("at least %(low)s") % {"low": figure.low}
    return str(figure.low) if figure.high in (None, figure.low) else f"{figure.low}–{figure.high}"


def _source_line(number: int, source: Source) -> dict[str, Any]:
    return {
        "number": number,
        "title": source.title or source.url or source.publisher or source.key,
        "url": source.url,
        "publisher": source.publisher,
        "date": said(source.published_on),
        "lang": source.language,
        "archived_url": source.archived_url,
    }
