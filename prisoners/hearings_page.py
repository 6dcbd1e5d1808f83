"""The page of court dates: those to come in their order, and those that were, newest first."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from prisoners import public_rows
from prisoners.cards import alerts_url, hearing_row
from prisoners.filter_forms import fields_of
from prisoners.fine_print import fine_print
from prisoners.hearing_filter import MAIN, HearingFilter
from prisoners.models import Case, Hearing, Place
from prisoners.officials import with_officials
from prisoners.paginator import NumbersFirst, looked_up
from prisoners.remembered import remembered
from prisoners.upcoming import NEXT_FIRST, coming_hearings

HEARINGS_A_PAGE = 30
#: Where these are asked, the first page may lie far behind the newest: it is looked for and counted in one look.
FAR_BACK = frozenset({"case", "prisoner", "official", "until"})


@require_safe
def hearing_list(request: HttpRequest) -> HttpResponse:
    """Whatever fits what is asked. Without a choice of time the next ones stand above the past, page by page."""
    rows = with_officials(Hearing.public.select_related("case", "place")).prefetch_related(
        public_rows.people("case__defendants"), public_rows.following()
    )
    asked = HearingFilter(request.GET, queryset=rows)
    is_understood = asked.form.is_valid()
    chosen = {name: value for name in asked.filters if (value := request.GET.get(name, ""))}
    context = {
        "form": asked.form,
        "fields": fields_of(asked, MAIN),
        "is_understood": is_understood,
        "is_filtered": bool(chosen),
        "all_coming": f"?{urlencode({**chosen, 'upcoming': 'true'})}",
        "alerts_url": alerts_url(),
        **_sections(asked if is_understood else HearingFilter(queryset=rows.none()), rows, request.GET),
    }
    return render(request, "prisoners/hearings.html", context, status=200 if is_understood else 400)


def _sections(asked: HearingFilter, rows: QuerySet[Any], given: Any) -> dict[str, Any]:
    """Those to come and those that were; `page` is of the one that is turned over, looked up among `rows`."""
    coming = coming_hearings(timezone.now())
    found, all_rows = (
        asked.qs,
        asked.filter_queryset(Hearing.internal.order_by()) if asked.is_bound else Hearing.internal.none(),
    )
    if given.get("upcoming") == "true":
        page = _page(found.order_by(*NEXT_FIRST), rows, all_rows.count_in_sight, given)
        return {"upcoming": _rows(page), "page": page, "is_all_ahead": True}
    ahead = all_rows.in_sight().filter(coming).order_by(*NEXT_FIRST).values_list("pk", flat=True)
    # To carry whole rows through the sort of all that is to come costs more than the sort.
    first = looked_up(rows, [*ahead[: HEARINGS_A_PAGE + 1]]) if given.get("upcoming") != "false" else []
    # Far behind the first page, too, no hearing looks for its case.
    past = all_rows.in_sight().exclude(coming)
    page = _page(past.order_by("-held_earliest", "-pk"), rows, partial(_count_past, all_rows, coming), given)
    return {
        "upcoming": _rows(first[:HEARINGS_A_PAGE]),
        "has_more_ahead": len(first) > HEARINGS_A_PAGE,
        "past": _rows(page),
        "page": page,
    }


def _count_past(hearings: Any, coming: Q) -> int:
    """How many are in sight and not to come: both are counted by an index, which all that are past would not be."""
    return int(hearings.count_in_sight() - hearings.filter(coming).count_in_sight())


def _page(found: QuerySet[Any], rows: QuerySet[Any], count: Callable[[], int], given: Any) -> Page[Any]:
    """One page of them. How many there are is kept for a minute at most, where many may fit."""
    chosen = {name: value for name in HearingFilter.base_filters if (value := given.get(name))}
    what = ("hearings", *sorted(chosen.items()))
    kept = partial(remembered, what, count, {Hearing, Case, Place})
    total = None if set(chosen) & FAR_BACK else kept
    return NumbersFirst(found, HEARINGS_A_PAGE, rows, total).get_page(given.get("page"))


def _rows(hearings: Any) -> list[dict[str, Any]]:
    return [{**hearing_row(one), "fine": fine_print(one, one.next_hearing)} for one in hearings]
