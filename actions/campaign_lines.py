"""What a campaign demands, counts, remembers and quotes, as the parts of pages want it: plain words and footnotes."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html_join
from django.utils.translation import gettext

from actions.choices import DemandState
from actions.demand_values import value_in_words as claimed_in_words
from actions.footnotes import Footnotes
from actions.models import Demand
from actions.words import said
from prisoners.casing import with_capital
from prisoners.choices import EventKind
from prisoners.dates import BadDate, PartialDate, parse
from prisoners.figure_words import value_in_words
from prisoners.involved import involved_in_words
from prisoners.marked import Text, fill, words_of
from prisoners.models import Event, EventLink, Figure, Involvement, Statement
from prisoners.relations import relation_in_words

#: Which sign of the page's timeline goes with which kind of event.
TONES = {"arrest": "held", "killing": "held", "release": "free", "pardon": "free", "expected_release": "next"}


def demand_lines(demands: Iterable[Demand], notes: Footnotes | None = None) -> list[dict[str, Any]]:
    """Demands for `components/demands.html`, each with its state and what took its place."""
    return [_demand_line(demand, notes) for demand in demands]


def demanded(text: Text) -> Text:
    """A demand in one line of what happened."""
    return fill(gettext("Demand: %(text)s"), text=text)


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
            "speaker": _speaker(statement),
            "channel": statement.get_channel_display() if statement.channel else "",
            "when": said(statement.said_on),
            "text": words_of(statement, "text"),
            "quote": statement.quote,
            "quote_language": statement.quote_language,
            "stance": statement.get_stance_display() if statement.stance else "",
            "tone": "bad" if statement.stance in ("blames_victims", "hostile") else "",
            "numbers": notes.cited(statement.citations.all()),
        }
        for statement in statements
    ]


def _speaker(statement: Statement) -> str:
    """Who spoke and as what, as the source says; the organisation where it names nobody."""
    told = ", ".join(one for one in (statement.speaker_i18n, statement.speaker_role_i18n) if one)
    return told or (statement.organisation.name_i18n if statement.organisation else "")


def _timeline_entry(event: Event, notes: Footnotes) -> dict[str, Any]:
    """What has neither a title nor a kind of its own is told by its text alone."""
    kind = "" if event.kind == EventKind.OTHER else with_capital(event.get_kind_display())
    title, text = words_of(event, "title") or kind, words_of(event, "text")
    return {
        "when": said(event.happened_on),
        "title": title or text,
        "text": text if title else "",
        "tone": TONES.get(event.kind, ""),
        "numbers": notes.cited(event.citations.all()),
        "note": gettext("Announced; whether it happened is not known.") if event.is_planned else "",
        "related": [
            *(_related(involved_in_words(one), one, notes) for one in event.involvements.all()),
            *(
                _related(relation_in_words(one, event), one, notes)
                for one in (*event.links.all(), *event.linked_from.all())
            ),
        ],
    }


def _related(words: str, row: Involvement | EventLink, notes: Footnotes) -> dict[str, Any]:
    return {"text": words, "numbers": notes.cited(row.citations.all())}


def _demand_line(demand: Demand, notes: Footnotes | None) -> dict[str, Any]:
    parts = (
        claimed_in_words(demand),
        demand.addressee_i18n,
        _for_whom(demand) if notes else "",
        _raised_by(demand),
        _span(demand.raised_on, demand.ended_on),
    )
    return {
        "text": words_of(demand, "text"),
        "state": demand.status,
        "state_label": DemandState(demand.status).label,
        "when": format_html_join(" · ", "<bdi>{}</bdi>", ((part,) for part in parts if part)),
        "note": _replaces(demand) or demand.note_i18n,
        "numbers": notes.cited(demand.cited.all()) if notes else [],
    }


def _raised_by(demand: Demand) -> str:
    """The strike or the rally that raised it, where readers may see that."""
    event = demand.event
    if event is None or not event.is_published:
        return ""
    return gettext("raised by: %(event)s") % {"event": event.title_i18n or event.get_kind_display()}


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
        "value": value_in_words(figure, figure.text_i18n),
        "by": figure.counted_by_i18n or figure.get_counted_by_kind_display(),
        "kind": figure.get_counted_by_kind_display() if figure.counted_by else "",
        "when": said(figure.claimed_on),
        "numbers": notes.cited(figure.citations.all()),
    }
