"""The directory of those whom actions address: where they are, what time it is there, how old the address is."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from actions import cards, words
from actions.footnotes import Footnotes
from actions.models import Action, Target
from actions.models.cites import cites_of
from actions.nearness import Point, kilometres
from prisoners.models import Case, Hearing, Place
from prisoners.remembered import remembered
from prisoners.times import say_instant
from prisoners.words import country_name

PAGE = 24


class TargetsForm(forms.Form):
    """Of which state, and near which city."""

    of = forms.ChoiceField(label=_("Of"), required=False)
    near = forms.ChoiceField(label=_("Nearest to"), required=False)

    def __init__(self, *args: Any, states: Iterable[str], cities: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of = sorted(((code, country_name(code)) for code in states if code), key=lambda pair: pair[1])
        self.fields["of"].choices = [("", _("All states")), *of]  # type: ignore[attr-defined]
        self.fields["near"].choices = [("", _("Any city")), *((one, one) for one in cities)]  # type: ignore[attr-defined]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All of them, those of one state, or the nearest to a city first."""
    rows = Target.public.order_by("name_i18n", "city", "pk")
    points = _points()
    states = sorted(rows.order_by().values_list("of_country", flat=True).distinct())
    form = TargetsForm(request.GET, states=states, cities=sorted(points))
    chosen = form.cleaned_data if form.is_valid() else {}
    wanted = _with_all(rows.filter(of_country=chosen["of"]) if chosen.get("of") else rows)
    here = points.get(chosen.get("near", ""))
    ordered: Any = _nearest_first(wanted, here) if here else wanted
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    notes, now, courts = Footnotes(), timezone.now(), _zones_of_courts(states)
    context = {
        "form": form,
        "is_filtered": bool(chosen.get("of") or chosen.get("near")),
        "page": page,
        "targets": [_card(one, notes, now, courts, here) for one in page],
        "sources": notes.listing(),
    }
    return render(request, "actions/targets.html", context)


def _with_all(targets: QuerySet[Target]) -> QuerySet[Target]:
    stood = Action.public.order_by("-held_earliest", "-pk")
    return targets.prefetch_related(cites_of(Target), Prefetch("actions", stood))


def _points() -> dict[str, Point]:
    """The cities whose coordinates the record knows: its own, else those of a target there."""
    rows = [*Target.public.order_by("pk"), *Place.objects.filter(kind="locality").order_by("pk")]
    return {_city(one): point for one in rows if (point := _point(one)) is not None}


def _city(row: Target | Place) -> str:
    return row.city_i18n if isinstance(row, Target) else row.name_i18n


def _point(row: Target | Place) -> Point | None:
    if row.latitude is None or row.longitude is None:
        return None
    return (float(row.latitude), float(row.longitude))


def _nearest_first(targets: Iterable[Target], here: Point) -> list[Target]:
    """What has no coordinates comes last."""
    return sorted(targets, key=lambda one: _distance(one, here) if _point(one) else float("inf"))


def _distance(target: Target, here: Point) -> float:
    there = _point(target)
    return kilometres(here, there) if there else float("inf")


def _zones_of_courts(states: list[str]) -> dict[str, str]:
    """In which zone the courts of each of these states sat last, as far as the record tells."""
    return remembered(("zones of courts", states), lambda: _latest_zones(states), {Hearing, Case, Place})


def _latest_zones(countries: list[str]) -> dict[str, str]:
    held = Hearing.public.filter(case__country__in=countries)
    latest = held.order_by("case__country", "-held_earliest", "-pk").distinct("case__country")
    return dict(latest.values_list("case__country", "place__time_zone"))


def _card(
    target: Target, notes: Footnotes, now: datetime, courts: dict[str, str], here: Point | None
) -> dict[str, Any]:
    language = get_language() or "en"
    court = courts.get(target.of_country, "")
    stood = list(target.actions.all())
    return {
        "slug": target.slug,
        "name": target.name_i18n,
        "where": words.where(target),
        "country": country_name(target.country),
        "address": target.address,
        "as_of": words.said(target.address_as_of),
        "verified_on": target.verified_on,
        "now": say_instant(now, target.time_zone, language),
        "at_court": say_instant(now, court, language) if court else "",
        "email": target.email,
        "phone": target.phone,
        "website": target.website,
        "distance": round(_distance(target, here)) if here and _point(target) else None,
        "actions": [{"url": cards.action_url(one), "title": one.title_i18n} for one in stood[:3]],
        "numbers": notes.cited(target.cited.all()),
    }
