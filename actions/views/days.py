"""Days of action: what is called for everywhere, in which cities at what local time, and how many stood up in all."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions import campaign_lines, cards, photo_words
from actions.calendar import earliest_day
from actions.footnotes import Footnotes
from actions.models import Action, DayOfAction, Demand, Report
from actions.models.cites import cites_of
from actions.standing_places import map_of
from actions.totals import counted, span_of, totals_of
from actions.turnout_chart import turnout_chart
from prisoners.models import Prisoner
from supporters.topics import country_name


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All public days of action: those to come, the next one first, and those that were."""
    days, first = list(DayOfAction.public.all()), earliest_day(timezone.now())
    ahead = [day for day in days if day.held_on >= first]
    past = [day for day in days if day.held_on < first]
    return render(request, "actions/days.html", {"ahead": ahead[::-1], "past": past})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One day of action, in a number of questions that does not grow with its cities."""
    day = day_or_404(slug)
    actions, reports = actions_of_day(day), reports_of_day(day)
    notes = Footnotes()
    context = {
        "day": day,
        "picture": photo_words.picture_of(day),
        "campaign": day.campaign if day.campaign and day.campaign.is_published else None,
        "group": day.group if day.group and day.group.is_published else None,
        "demands": campaign_lines.demand_lines(day.demands.all(), notes),
        "prisoners": list(day.prisoners.all()),
        "lines": lines_of(actions, reports),
        "totals": totals_of(actions, reports),
        "map": map_of(actions, _counts_by_action(reports)),
        "chart": chart_of(reports),
        "reports": [cards.report_card(report) for report in reports],
        "can_join": day.held_on >= earliest_day(timezone.now()),
        "sources": notes.listing(),
    }
    return render(request, "actions/day.html", context)


def day_or_404(slug: str) -> DayOfAction:
    """A public day of action with what is public of its people and demands."""
    people = Prisoner.public.all()
    demands = Demand.public.select_related("supersedes", "event").prefetch_related(
        cites_of(Demand), Prefetch("prisoners", people)
    )
    rows = DayOfAction.public.select_related("campaign", "group", "picture")
    day = rows.prefetch_related(Prefetch("prisoners", people), Prefetch("demands", demands)).filter(slug=slug).first()
    if day is None:
        raise Http404
    return day


def actions_of_day(day: DayOfAction) -> list[Action]:
    """What is public in the cities, by country and city."""
    rows = cards.with_relations(Action.public.filter(day_of_action=day))
    return sorted(rows, key=lambda one: (country_name(one.country), one.city.casefold(), one.pk))


def reports_of_day(day: DayOfAction) -> list[Report]:
    """What is public of what happened there."""
    return list(cards.reports_with_relations(Report.public.filter(action__day_of_action=day)))


def lines_of(actions: Iterable[Action], reports: Iterable[Report]) -> list[dict[str, Any]]:
    """A line for each city: when in whose time, where, and how many came."""
    known = {report.action_id: report for report in reports}
    return [_line(action, known.get(action.pk)) for action in actions]


def chart_of(reports: Iterable[Report]) -> dict[str, Any] | None:
    """The counts by city as bars, the most first."""
    found = [(report.action.city or report.action.title_i18n, *span) for report in reports if (span := span_of(report))]
    return turnout_chart(sorted(found, key=lambda row: (-row[2], -row[1], row[0])))


def _counts_by_action(reports: Iterable[Report]) -> dict[int, str]:
    return {report.action_id: counted(*span) for report in reports if (span := span_of(report))}


def _line(action: Action, report: Report | None) -> dict[str, Any]:
    span = span_of(report) if report else None
    return {
        "card": cards.action_card(action),
        "country": country_name(action.country) if action.country else "",
        "counts": counted(*span) if span else "",
        "counted_by": cards.counted_by(report) if report and span else "",
    }
