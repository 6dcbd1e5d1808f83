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
#: How many cases stand here, and how many statements, the newest; of others it is said how many they are.
CASES = 50
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
    cases = Involvement.public.filter(organisation=organisation, case__in=Case.public.order_by())
    statements = Statement.public.filter(organisation=organisation)
    return {
        "organisation": organisation,
        "has_strikes": any(one.kind == EventKind.STRIKE for one in shown),
        "page": page,
        "events": strikes.lines(shown, notes),
        "cases": _in_cases(cases, notes),
        "more_cases": _more(cases, CASES),
        "statements": campaign_lines.statement_lines(_newest(statements), notes),
        "more_statements": _more(statements, STATEMENTS),
        "people": Affiliation.public.filter(organisation=organisation).values("prisoner").distinct().count(),
        "sources": notes.listing(),
    }


def _in_cases(rows: QuerySet[Involvement], notes: Footnotes) -> list[dict[str, Any]]:
    shown = rows.select_related("organisation", "prisoner", "case", "event").prefetch_related(cited())[:CASES]
    return [
        {
            "label": one.get_role_display(),
            "value": in_what(one),
            "numbers": notes.cited(one.citations.all()),
        }
        for one in shown
    ]


def _newest(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    shown = rows.select_related("organisation").prefetch_related(cited())
    return shown.order_by("-said_latest", "-pk")[:STATEMENTS]


def _more(rows: QuerySet[Any], shown: int) -> int:
    return max(rows.count() - shown, 0)
