"""The page of an organisation: as what it stood in events and cases, what it faced, what it said, who was in it."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet

from actions import campaign_lines, strikes
from actions.footnotes import Footnotes
from prisoners.choices import EventKind
from prisoners.involved import in_what
from prisoners.models import Affiliation, Case, Event, Involvement, Organisation, Statement
from prisoners.public_rows import cited

EVENTS_A_PAGE = 50
#: How many statements stand here, the newest.
STATEMENTS = 50


def named() -> QuerySet[Organisation]:
    """Organisations that something public names; others have no page."""
    facts = (Involvement, Affiliation, Statement)
    there = [Exists(one.public.order_by().filter(organisation=OuterRef("pk"))) for one in facts]
    return Organisation.objects.filter(there[0] | there[1] | there[2])


def page_of(organisation: Organisation, number: str | None) -> dict[str, Any]:
    """Everything public about it; `number` is that of the page of its events."""
    notes = Footnotes()
    stood = Involvement.public.filter(organisation=organisation).order_by()
    events = strikes.with_relations(Event.public.filter(pk__in=stood.values("event")))
    page = Paginator(events, EVENTS_A_PAGE).get_page(number)
    shown = list(page.object_list)
    return {
        "organisation": organisation,
        "has_strikes": any(one.kind == EventKind.STRIKE for one in shown),
        "page": page,
        "events": strikes.lines(shown, notes),
        "cases": _in_cases(organisation, notes),
        "statements": campaign_lines.statement_lines(_statements(organisation), notes),
        "people": Affiliation.public.filter(organisation=organisation).values("prisoner").distinct().count(),
        "sources": notes.listing(),
    }


def _in_cases(organisation: Organisation, notes: Footnotes) -> list[dict[str, Any]]:
    rows = Involvement.public.filter(organisation=organisation, case__in=Case.public.order_by())
    shown = rows.select_related("organisation", "prisoner", "case", "event").prefetch_related(cited())[:EVENTS_A_PAGE]
    return [
        {
            "label": one.get_role_display(),
            "value": in_what(one),
            "numbers": notes.cited(one.citations.all()),
        }
        for one in shown
    ]


def _statements(organisation: Organisation) -> QuerySet[Statement]:
    rows = Statement.public.filter(organisation=organisation).select_related("organisation")
    return rows.prefetch_related(cited()).order_by("-said_latest", "-pk")[:STATEMENTS]
