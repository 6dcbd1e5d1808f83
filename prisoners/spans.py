"""The one way to read spans, and the numbers that are kept of them: where everybody stands on a day, as of by now."""

from datetime import date

from django.db.models import QuerySet

from prisoners.choices import PublicationState
from prisoners.models import Span, SpanDue
from prisoners.services.spans import settle


def spans() -> QuerySet[Span]:
    """All spans of the public prisoners, those of changed facts derived again first (one query where none changed)."""
    settle()
    return kept()


def spans_on(day: date) -> QuerySet[Span]:
    """Where each public prisoner stands on that day: one row a person."""
    return on_day(spans(), day)


def are_counted() -> bool:
    """Whether the numbers that are kept (`Turn`, `TraitTotal`) are true by now.

    They are not while more marks wait than a page works off: somebody who was withdrawn may still be counted.
    """
    settle()
    return not SpanDue.objects.exists()


def kept() -> QuerySet[Span]:
    """The same as `spans`, for those who have settled already."""
    return Span.objects.filter(prisoner__state=PublicationState.PUBLISHED)


def on_day(rows: QuerySet[Span], day: date) -> QuerySet[Span]:
    """Those of the spans that hold on that day."""
    return rows.filter(begins_on__lte=day, ends_on__gt=day)
