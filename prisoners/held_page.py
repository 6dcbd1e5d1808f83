"""The page that shows how many were held on each day, and where those are who are held now."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext, ngettext

from prisoners.cards import prisoner_url
from prisoners.chain import ChainState, chains_of
from prisoners.charts import held_by_year, held_chart
from prisoners.held import Level, levels, on
from prisoners.maps import Pin, draw_map
from prisoners.models import Detention, Place, Prisoner
from prisoners.words import country_name, say


def held_page(today: date) -> dict[str, Any]:
    """What the template shows; seven queries, whatever the number of people."""
    people = list(Prisoner.public.all())
    states = chains_of(people, today)
    known = levels(states.values(), today)
    held = [one for one in people if states[one.pk].is_held]
    places = _places_of(held, states)
    return {
        "chart": held_chart(known, today),
        "rows": [{"when": say(one.day), "low": one.low, "high": one.high} for one in held_by_year(known, today)],
        "text": _in_words(on(today, known), len(people)),
        "map": _map(held, places),
        "elsewhere": [_link(one) for one in held if one.pk not in places],
    }


def _in_words(level: Level, total: int) -> str:
    values = {"day": say(level.day), "low": level.low, "high": level.high, "total": total}
    if level.low == level.high:
        return (
            gettext("On %(day)s, %(low)s of the %(total)s people in this record are held, as far as reported.") % values
        )
    return (
        gettext("On %(day)s, at least %(low)s and at most %(high)s of the %(total)s people in this record are held.")
        % values
    )


def _places_of(held: list[Prisoner], states: dict[int, ChainState]) -> dict[int, Place]:
    """Where each of them is held by the newest stretch of custody, where that place can be drawn."""
    rows = Detention.public.filter(prisoner_id__in=[one.pk for one in held]).select_related("place__located_in")
    newest: dict[int, Detention] = {}
    for row in rows:
        if row.started_on is None or (row.started_on.earliest or date.min) <= states[row.prisoner_id].as_of:
            newest[row.prisoner_id] = row
    return {pk: row.place for pk, row in newest.items() if row.place is not None and _spot(row.place) is not None}


def _spot(place: Place) -> Place | None:
    """The place itself, or the one it lies in, whichever has coordinates."""
    return next((one for one in (place, place.located_in) if one and one.latitude is not None), None)


def _map(held: list[Prisoner], places: dict[int, Place]) -> dict[str, Any] | None:
    groups: dict[int, list[Prisoner]] = defaultdict(list)
    for one in held:
        if one.pk in places:
            groups[places[one.pk].pk].append(one)
    by_id = {place.pk: place for place in places.values()}
    pins = [_pin(by_id[pk], people) for pk, people in groups.items()]
    number = sum(len(people) for people in groups.values())
    text = ngettext("%(n)d person at %(places)s.", "%(n)d people at %(places)s.", number)
    names = ", ".join(sorted({place.name_i18n for place in by_id.values()}))
    return draw_map(pins, title=gettext("Places of detention"), text=text % {"n": number, "places": names})


def _pin(place: Place, people: Iterable[Prisoner]) -> Pin:
    spot = _spot(place) or place
    note = "" if spot is place else gettext("drawn at %(town)s") % {"town": spot.name_i18n}
    links = tuple((prisoner_url(one), one.name_i18n) for one in people)
    return Pin(
        float(spot.longitude or 0),
        float(spot.latitude or 0),
        f"{place.name_i18n}, {country_name(place.country)}",
        len(links),
        note=note,
        people=links,
        country=place.country,
    )


def _link(prisoner: Prisoner) -> dict[str, str]:
    return {"url": prisoner_url(prisoner), "label": prisoner.name_i18n}
