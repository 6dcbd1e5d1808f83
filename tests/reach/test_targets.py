"""The directory of targets: whose it is, what time it is there, and which one is nearest."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from actions.nearness import kilometres
from prisoners.choices import PublicationState
from tests import factories as make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PAGE = "/en/targets/"


def test_distance_is_that_of_the_great_circle() -> None:
    assert kilometres((51.5074, -0.1278), (48.8566, 2.3522)) == pytest.approx(343.6, abs=1)
    assert kilometres((0, 179), (0, -179)) == pytest.approx(222.4, abs=1)


def test_page_says_the_time_there_and_at_the_court(client: Client) -> None:
    make.TargetFactory(of_country="KZ", address="125 Pall Mall", verified_on=date(2026, 11, 1))
    make.HearingFactory()
    with time_machine.travel(datetime(2026, 12, 1, 12, tzinfo=UTC)):
        text = client.get(PAGE).content.decode()
    assert "125 Pall Mall" in text
    assert "12:00, London time (UTC)" in text
    assert "17:00, Almaty time (UTC+5)" in text
    assert "1 November 2026" in text


def test_nearest_to_a_city_comes_first_and_what_has_no_point_last(client: Client) -> None:
    make.TargetFactory(name="Nowhere", city="Atlantis")
    make.TargetFactory(name="In Rome", city="Rome", latitude="41.90", longitude="12.50")
    make.TargetFactory(name="In Paris", city="Paris", latitude="48.86", longitude="2.35")
    make.PlaceFactory(name="Lille", country="FR", latitude="50.63", longitude="3.06")
    text = client.get(f"{PAGE}?near=Lille").content.decode()
    assert text.index("In Paris") < text.index("In Rome") < text.index("Nowhere")
    assert "203 km away" in text


def test_page_shows_those_of_one_state_and_only_public_ones(client: Client) -> None:
    make.TargetFactory(name="Of KZ", of_country="KZ")
    make.TargetFactory(name="Of BY", of_country="BY")
    make.TargetFactory(name="Hidden", of_country="KZ", state=PublicationState.DRAFT)
    text = client.get(f"{PAGE}?of=KZ").content.decode()
    assert "Of KZ" in text
    assert "Of BY" not in text
    assert "Hidden" not in text
    assert client.get(f"{PAGE}?of=XX&near=Nowhere&page=99").status_code == 200


def test_page_names_the_public_actions_that_stood_there(client: Client) -> None:
    target = make.TargetFactory()
    make.ActionFactory(target=target, title="Picket of the smiths")
    make.ActionFactory(target=target, title="Planned in secret", state=PublicationState.DRAFT)
    text = client.get(PAGE).content.decode()
    assert "Picket of the smiths" in text
    assert "Planned in secret" not in text


def test_number_of_queries_does_not_grow(client: Client) -> None:
    make.ActionFactory()
    assert len(queries_of(client.get, PAGE)) == 8
    for _number in range(4):
        make.ActionFactory()
    assert len(queries_of(client.get, PAGE)) == 8
