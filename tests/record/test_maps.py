"""Maps and charts: what they draw, what they leave out, and that a table says the same."""

from datetime import date

import pytest
import time_machine
from django.template.loader import render_to_string
from django.test import Client

from prisoners.chain import Rows, state_of
from prisoners.charts import MOST_LEVELS, custody_strip, held_by_year, held_chart
from prisoners.deriving import spans_of
from prisoners.held import Level, levels, on
from prisoners.maps import WIDTH, Pin, draw_map
from prisoners.models import Detention, Span
from prisoners.services import detentions, spans
from tests import factories
from tests.prisoners import make
from tests.queries import queries_of

AKTAU, ALMATY = (51.16, 43.65), (76.89, 43.24)
TODAY = date(2026, 11, 23)


def test_map_draws_a_dot_for_each_place_within_its_frame() -> None:
    drawn = draw_map([Pin(*AKTAU, "Aktau", country="KZ"), Pin(*ALMATY, "Almaty", 3, country="KZ")], title="Map")
    assert drawn is not None
    assert [row["label"] for row in drawn["rows"]] == ["Aktau", "Almaty"]
    assert all(0 < float(dot["x"]) < WIDTH and 0 < float(dot["y"]) < drawn["height"] for dot in drawn["dots"])
    assert drawn["land"].startswith("M")
    assert drawn["here"].startswith("M")


def test_map_puts_places_that_lie_upon_one_another_under_one_dot() -> None:
    drawn = draw_map([Pin(*AKTAU, "Court"), Pin(51.17, 43.66, "Prison"), Pin(*ALMATY, "Almaty")], title="Map")
    assert drawn is not None
    assert [(row["number"], row["label"]) for row in drawn["rows"]] == [(1, "Court"), (1, "Prison"), (2, "Almaty")]


@pytest.mark.parametrize("place", [(51.0, 91.0), (181.0, 43.0), (float("nan"), 43.0)])
def test_map_leaves_out_what_is_not_on_earth(place: tuple[float, float]) -> None:
    assert draw_map([Pin(*place, "Nowhere")], title="Map") is None


def test_map_of_the_whole_world_stays_light() -> None:
    drawn = draw_map([Pin(*AKTAU, "Aktau"), Pin(-74.0, 40.7, "New York")], title="Map", whole_world=True)
    assert drawn is not None
    assert len(drawn["land"]) < 20_000


def test_map_component_escapes_labels_and_says_everything_in_a_table() -> None:
    drawn = draw_map([Pin(*AKTAU, "<b>Aktau", url="/x/", people=(("/p/", "Yerlan"),))], title="Where")
    html = render_to_string("components/map.html", {"map": drawn, "id": "m", "count": "People"})
    assert "<b>Aktau" not in html
    assert html.index("<title") < html.index("<table")
    assert '<a href="/p/">Yerlan</a>' in html


def held_from(begin: str, end: str = "") -> Rows:
    return Rows(detentions=(Detention(started_on=begin, ended_on=end or None),))


def levels_of(*people: Rows) -> list[Level]:
    """The levels of a record that holds these people and nobody else."""
    for rows in people:
        prisoner = factories.PrisonerFactory()
        spans.settle()
        prisoner.spans.all().delete()
        derived = spans_of(prisoner.pk, rows)
        for span in derived:
            span.is_public = True
        Span.objects.bulk_create(derived)
    return levels(TODAY)


@pytest.mark.django_db
def test_levels_count_at_least_and_at_most_where_dates_are_not_exact() -> None:
    known = levels_of(held_from("2019-07", "2020-03-20"), held_from("2019-07-10", "2019-09"))
    assert on(date(2019, 7, 5), known) == Level(date(2019, 7, 5), 0, 1)
    assert on(date(2019, 8, 1), known) == Level(date(2019, 8, 1), 2, 2)
    assert on(date(2019, 9, 15), known) == Level(date(2019, 9, 15), 1, 2)
    assert on(date(2020, 3, 20), known) == Level(date(2020, 3, 20), 0, 0)


@pytest.mark.django_db
def test_levels_doubt_custody_of_which_nothing_was_heard_for_long() -> None:
    known = levels_of(held_from("2012-06-04"))
    assert (on(date(2012, 6, 4), known).high, on(TODAY, known)) == (1, Level(TODAY, 0, 1))


def test_chart_of_many_changes_draws_no_more_than_can_be_seen() -> None:
    known = [Level(date.fromordinal(730_000 + n), n % 5, n % 5 + 1) for n in range(3000)]
    drawn = held_chart(known, date.fromordinal(733_000))
    assert drawn is not None
    assert drawn["low"].count("V") <= MOST_LEVELS + 3
    assert held_by_year(known, date.fromordinal(733_000))[-1].high == 5


def test_chart_of_nobody_is_none() -> None:
    assert held_chart([], TODAY) is None
    assert custody_strip(state_of(Rows(), TODAY), [], TODAY) is None


def test_strip_marks_what_is_certain_within_what_may_have_been() -> None:
    strip = custody_strip(state_of(held_from("2019-07", "2020-03-20"), TODAY), [date(2019, 7, 17)], TODAY)
    assert strip is not None
    [bar] = strip["bars"]
    assert float(bar["possible"]["x"]) < float(bar["certain"]["x"])
    assert float(bar["possible"]["width"]) > float(bar["certain"]["width"]) > 0
    assert len(strip["hearings"]) == 1


@pytest.mark.django_db
def test_held_page_names_each_place_and_costs_the_same_for_three_people_as_for_one(client: Client) -> None:
    place = make.a_place(latitude="43.65", longitude="51.16")
    costs = []
    with time_machine.travel("2026-11-23T12:00:00Z", tick=False):
        for name in ("Aigerim Example", "Bolat Example", "Dana Example"):
            prisoner = make.published(make.a_prisoner(name))
            make.published(detentions.detain(prisoner, started_on="2026-09-01", place=place))
            costs.append(len(queries_of(client.get, "/en/held/")))
        text = client.get("/en/held/").content.decode()
    assert text.count("Aktau, Kazakhstan") == 1
    assert "3 of the 3 people in this record are held" in text
    assert costs == [costs[0]] * 3
