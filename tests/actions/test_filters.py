"""The page of actions and the API choose by the same filters."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.factories import ActionFactory, CampaignFactory, PrisonerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def three_actions(time_machine: Any) -> None:
    time_machine.move_to("2026-12-10T12:00Z", tick=False)
    campaign = CampaignFactory(slug="one")
    coming = ActionFactory(city="Vienna", country="AT", held_on="2026-12-20", starts_at="2026-12-20T12:00Z")
    coming.prisoners.add(PrisonerFactory(slug="somebody"))
    ActionFactory(city="London", country="GB", held_on="2026-12-01", starts_at="2026-12-01T12:00Z", campaign=campaign)
    ActionFactory(city="London", country="GB", held_on="2026-12-22", starts_at="2026-12-22T12:00Z", state="draft")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?city=London",
        "?country=at",
        "?campaign=one",
        "?prisoner=somebody",
        "?upcoming=true",
        "?upcoming=false",
        "?since=2026-12-02&until=2026-12-31",
    ],
)
def test_page_and_api_choose_the_same(client: Client, query: str) -> None:
    page = client.get(f"/en/actions/{query}").context
    count = client.get(f"/api/v1/actions/{query}").json()["count"]
    assert len(page["upcoming"]) + len(page["past"]) == count == (2 if query == "" else 1)


def test_one_city_is_one_choice_and_finds_what_was_held_in_several(client: Client) -> None:
    for city in ("Bishkek; London; Belfast", "London", "Vienna; Bishkek", ""):
        ActionFactory(city=city, country="", held_on="2026-11-01", starts_at="2026-11-01T12:00Z")
    page = client.get("/en/actions/?city=London").content.decode()
    options = page.partition('name="city"')[2].partition("</select>")[0]
    assert re.findall(r'<option value="([^"]*)"', options) == ["", "Belfast", "Bishkek", "London", "Vienna"]
    assert client.get("/api/v1/actions/?city=London").json()["count"] == 3
    assert client.get("/api/v1/actions/?city=Bishkek").json()["count"] == 2


@pytest.mark.parametrize("query", ["?city=Atlantis", "?country=Mars", "?campaign=none", "?since=soon"])
def test_what_is_not_understood_shows_nothing_and_is_said(client: Client, query: str) -> None:
    page = client.get(f"/en/actions/{query}")
    assert page.status_code == client.get(f"/api/v1/actions/{query}").status_code == 400
    assert not page.context["upcoming"] and not page.context["past"]
