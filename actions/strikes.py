"""Strikes as pages show them: at which company, of which union, with what each claims."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html_join

from actions import campaign_lines
from actions.choices import DemandState
from actions.demand_values import value_in_words
from actions.footnotes import Footnotes
from actions.models import Demand
from prisoners.choices import EventKind
from prisoners.models import Event
from prisoners.public_rows import cited, involved, related

NEWEST_FIRST = ("-happened_latest", "-pk")


def with_relations(events: QuerySet[Event]) -> QuerySet[Event]:
    """Public events, newest first, with all that a line of the page tells of them."""
    return events.prefetch_related(cited(), involved(), *related()).order_by(*NEWEST_FIRST)


def strikes() -> QuerySet[Event]:
    """The public strikes, newest first."""
    return with_relations(Event.public.filter(kind=EventKind.STRIKE))


def lines(events: Iterable[Event], notes: Footnotes) -> list[dict[str, Any]]:
    """Events for `components/timeline.html`, each with the public demands that it raised; two queries more."""
    rows = list(events)
    raised = _demands_of(rows)
    entries = campaign_lines.timeline(rows, notes)
    for row, entry in zip(rows, entries, strict=True):
        entry["related"] += [_demand(one, notes) for one in raised[row.pk]]
    return entries


def _demands_of(events: list[Event]) -> dict[int, list[Demand]]:
    """Demands are public with their campaign alone."""
    found: dict[int, list[Demand]] = defaultdict(list)
    for one in Demand.public.filter(event__in=[event.pk for event in events]).prefetch_related("sources"):
        found[one.event_id or 0].append(one)
    return found


def _demand(demand: Demand, notes: Footnotes) -> dict[str, Any]:
    told = (demand.text_i18n, value_in_words(demand), str(DemandState(demand.status).label))
    text = format_html_join(" · ", "<bdi>{}</bdi>", ((one,) for one in told if one))
    return {"text": campaign_lines.demanded(text), "numbers": notes.numbers(demand.sources.all())}
