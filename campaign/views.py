"""Pages of the site itself, which belong to no app."""

from datetime import date

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaign.style_drawings import drawings
from campaign.style_examples import ExampleFilters, ExampleForm, examples
from prisoners import public_rows
from prisoners.cards import alerts_url, hearing_row, prisoner_cards
from prisoners.held import held_on
from prisoners.held_page import in_words
from prisoners.kept_totals import how_many
from prisoners.models import Hearing, Prisoner, Span
from prisoners.remembered import remembered
from prisoners.spans import spans_on
from prisoners.upcoming import NEXT_FIRST, coming_hearings

HELD_ON_HOME = 6
HEARINGS_ON_HOME = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Who is held, what comes next in court, what one can do."""
    now = timezone.now()
    total = how_many({}, now.date()) or Prisoner.public.count()
    level = remembered(("held now", now.date()), lambda: held_on(now.date()), {Prisoner, Span})
    hearings = Hearing.public.filter(coming_hearings(now)).select_related("case", "place")
    with_people = hearings.prefetch_related(public_rows.people("case__defendants")).order_by(*NEXT_FIRST)[
        :HEARINGS_ON_HOME
    ]
    context = {
        "held": prisoner_cards(_held_longest(now.date()), now.date()),
        "level": level,
        "level_in_words": in_words(level, total),
        "total": total,
        "hearings": [hearing_row(one) for one in with_people[:HEARINGS_ON_HOME]],
        "alerts_url": alerts_url(),
    }
    return render(request, "home.html", context)


def _held_longest(today: date) -> list[Prisoner]:
    """Those who are held as far as reported, the longest held first."""
    first = remembered(("held longest", today), lambda: _numbers_of_longest(today), {Prisoner, Span})
    people = Prisoner.public.prefetch_related(public_rows.spellings()).in_bulk(first)
    return [people[pk] for pk in first if pk in people]


def _numbers_of_longest(today: date) -> list[int]:
    held = spans_on(today).filter(is_held=True).order_by(F("since_on").asc(nulls_last=True), "prisoner_id")
    return list(held.values_list("prisoner_id", flat=True)[:HELD_ON_HOME])


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Every component of the design, with invented data, for those who build pages."""
    wrong = ExampleForm({"wrong-email": "not an address", "wrong-topic": "all"}, prefix="wrong")
    forms = {"form": ExampleForm(), "wrong_form": wrong, "filters": ExampleFilters(request.GET)}
    context = {**forms, **examples(), "drawings": drawings()}
    return render(request, "style.html", context)
