"""The page of actions and the API choose by the same filters."""

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


@pytest.mark.parametrize("query", ["?city=Atlantis", "?country=Mars", "?campaign=none", "?since=soon"])
def test_what_is_not_understood_shows_nothing_and_is_said(client: Client, query: str) -> None:
    page = client.get(f"/en/actions/{query}")
    assert page.status_code == client.get(f"/api/v1/actions/{query}").status_code == 400
    assert not page.context["upcoming"] and not page.context["past"]
