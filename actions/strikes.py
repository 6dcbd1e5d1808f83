"""Strikes as pages show them: at which company, of which union, with what each claims."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from actions import campaign_lines
from actions.choices import DemandState, ValueUnit
from actions.demand_values import value_in_words
from actions.footnotes import Footnotes
from actions.models import Demand
from actions.models.cites import cites_of
from prisoners.marked import words_of
from prisoners.models import Event
from prisoners.public_rows import cited, involved, related

NEWEST_FIRST = ("-happened_latest", "-pk")
STILL = _("not known to be met or dropped")
#: So many letters may stand before the words of a demand in a text that says nothing else.
LEAD = 8


def with_relations(events: QuerySet[Event]) -> QuerySet[Event]:
    """Public events, newest first, with all that a line of the page tells of them."""
    return events.prefetch_related(cited(), involved(), *related()).order_by(*NEWEST_FIRST)


def lines(events: Iterable[Event], notes: Footnotes) -> list[dict[str, Any]]:
    """Events for `components/timeline.html`, each with the public demands that it raised; two queries more."""
    rows = list(events)
    raised = _demands_of(rows)
    entries = campaign_lines.timeline(rows, notes)
    for row, entry in zip(rows, entries, strict=True):
        demands = raised[row.pk]
        if any(_says(row.text_i18n, one.text_i18n) for one in demands):
            entry["text"] = ""
        entry["related"] += [_demand(one, notes) for one in demands]
    return entries


def _demands_of(events: list[Event]) -> dict[int, list[Demand]]:
    """Demands are public with their campaign alone."""
    found: dict[int, list[Demand]] = defaultdict(list)
    for one in Demand.public.filter(event__in=[event.pk for event in events]).prefetch_related(cites_of(Demand)):
        found[one.event_id or 0].append(one)
    return found


def _demand(demand: Demand, notes: Footnotes) -> dict[str, Any]:
    """What is demanded, the number that it claims where the words do not say it, and what became of it."""
    claimed = "" if _names_number(demand) else value_in_words(demand)
    told = (words_of(demand, "text"), claimed, STILL if demand.status == DemandState.STANDING else _state_of(demand))
    text = format_html_join(" · ", "<bdi>{}</bdi>", ((one,) for one in told if one))
    return {"text": campaign_lines.demanded(text), "numbers": notes.cited(demand.cited.all())}


def _state_of(demand: Demand) -> str:
    return str(DemandState(demand.status).label)


def _says(text: str, demand: str) -> bool:
    """Whether a text says what is demanded and, but for a short word before it ("for a pay rise"), nothing else."""
    said, wanted = text.casefold().rstrip(". "), demand.casefold().rstrip(". ")
    return bool(wanted) and said.endswith(wanted) and len(said) - len(wanted) <= LEAD


def _names_number(demand: Demand) -> bool:
    """Whether the words of a demand for so many per cent name that number."""
    low, high = demand.value_low, demand.value_high
    if demand.value_unit != ValueUnit.PERCENT or low is None or low != high:
        return False
    return bool(re.search(rf"(?<![\d.,]){low.normalize():f}\s*%", demand.text))
