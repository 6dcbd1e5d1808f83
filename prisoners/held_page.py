"""The page that shows how many were held on each day, and where those are who are held now."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from prisoners.cards import prisoner_url
from prisoners.charts import held_by_year, held_chart
from prisoners.choices import PlaceKind
from prisoners.held import Level, levels, on
from prisoners.maps import Pin, draw_map
from prisoners.models import Place, Prisoner, Span
from prisoners.spans import spans_on
from prisoners.words import country_name, say

#: So many people are named at one place, and on the whole page; the others stand in the lists that are linked there.
MOST_NAMED, NAMED_IN_ALL = 30, 240


def held_page(today: date) -> dict[str, Any]:
    """What the template shows; the same number of queries, whatever the number of people."""
    known = levels(today)
    held, counts = _held(today)
    places = Place.objects.select_related("located_in").in_bulk([pk for pk in counts if pk is not None])
    drawn = {pk: place for pk, place in places.items() if _spot(place) is not None}
    return {
        "chart": held_chart(known, today),
        "rows": [{"when": say(one.day), "low": one.low, "high": one.high} for one in held_by_year(known, today)],
        "text": in_words(on(today, known), Prisoner.public.count()),
        "map": _map(held, drawn, counts),
        "elsewhere": [_link(one) for one in held if one.place_id not in drawn],
        "more_elsewhere": _unnamed(held, drawn, counts),
    }


def _held(today: date) -> tuple[list[Span], Counter[int | None]]:
    """For each place those who are held there today the longest, with their people; and how many there are in all."""
    order = (F("since_on").asc(nulls_last=True), "prisoner_id")
    place = Window(RowNumber(), partition_by="place_id", order_by=order)
    everybody = Window(Count("*"), partition_by="place_id")
    rows = spans_on(today).filter(is_held=True).annotate(number=place, of=everybody).filter(number__lte=MOST_NAMED)
    found = list(rows.order_by().values_list("pk", "place_id", "number", "of"))
    counts: Counter[int | None] = Counter({place: count for _pk, place, _number, count in found})
    most = max(1, NAMED_IN_ALL // (len(counts) or 1))
    first = Span.objects.filter(pk__in=[pk for pk, _place, number, _count in found if number <= most])
    return list(first.select_related("prisoner").order_by("prisoner__name", "prisoner_id")), counts


def _unnamed(held: list[Span], drawn: dict[int, Place], counts: Counter[int | None]) -> int:
    """How many are held where nothing can be drawn, beyond those who are named."""
    everybody = sum(count for pk, count in counts.items() if pk not in drawn)
    return everybody - sum(1 for one in held if one.place_id not in drawn)


def in_words(level: Level, total: int) -> str:
    """How many of `total` people are held on a day, in one sentence."""
    values = {"day": say(level.day), "low": level.low, "high": level.high, "total": total}
    if level.low == level.high:
        return (
            gettext("On %(day)s, %(low)s of the %(total)s people in this record are held, as far as reported.") % values
        )
    return (
        gettext("On %(day)s, at least %(low)s and at most %(high)s of the %(total)s people in this record are held.")
        % values
    )


def _spot(place: Place) -> Place | None:
    """The place itself, or the one it lies in, whichever has coordinates."""
    return next((one for one in (place, place.located_in) if one and one.latitude is not None), None)


def _map(held: list[Span], places: dict[int, Place], counts: Counter[int | None]) -> dict[str, Any] | None:
    groups: dict[int | None, list[Span]] = defaultdict(list)
    for one in held:
        groups[one.place_id].append(one)
    pins = [_pin(place, groups[pk], counts[pk]) for pk, place in places.items()]
    number = sum(counts[pk] for pk in places)
    text = ngettext("%(n)d person at %(places)s.", "%(n)d people at %(places)s.", number)
    names = ", ".join(sorted({place.name_i18n for place in places.values()}))
    return draw_map(pins, title=gettext("Places of detention"), text=text % {"n": number, "places": names})


def _pin(place: Place, held: list[Span], count: int) -> Pin:
    spot = _spot(place) or place
    note = "" if spot is place else gettext("drawn at %(town)s") % {"town": spot.name_i18n}
    links = [(prisoner_url(one.prisoner), one.prisoner.name_i18n) for one in held]
    if count > len(links):
        links.append((_list_of(place), gettext("all %(n)d") % {"n": count}))
    return Pin(
        float(spot.longitude or 0),
        float(spot.latitude or 0),
        f"{place.name_i18n}, {country_name(place.country)}",
        count,
        note=note,
        people=tuple(links),
        country=place.country,
    )


def _list_of(place: Place) -> str:
    """The address of the list of those who are held there."""
    name = "place" if place.kind == PlaceKind.LOCALITY else "facility"
    return f"{reverse('prisoners:list')}?held=true&{name}={place.pk}"


def _link(span: Span) -> dict[str, str]:
    return {"url": prisoner_url(span.prisoner), "label": span.prisoner.name_i18n}
