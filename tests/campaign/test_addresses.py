"""Addresses that people type: names in capitals, and the icon that programs ask for by itself."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.factories import ActionFactory, CampaignFactory, GroupFactory
from tests.prisoners import make

ADDRESSES = [
    "/en/prisoners/{}/",
    "/en/campaigns/{}/",
    "/en/actions/{}/",
    "/en/groups/{}/",
    "/calendar/prisoners/{}.ics",
    "/feeds/prisoners/{}.atom",
    "/embed/prisoners/{}/",
    "/api/v1/prisoners/{}/",
    "/api/v1/campaigns/{}/",
]


@pytest.fixture
def anna() -> None:
    """A person, a campaign, an action and a group that have one name in their addresses."""
    make.published(make.a_prisoner("Anna", slug="anna-one"))
    CampaignFactory(slug="anna-one")
    ActionFactory(slug="anna-one")
    GroupFactory(slug="anna-one")


@pytest.mark.django_db
@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("address", ADDRESSES)
def test_name_in_capitals_leads_for_good_to_the_one_without(client: Client, address: str) -> None:
    assert client.get(address.format("anna-one")).status_code == 200
    answer = client.get(address.format("Anna-ONE") + "?lang=ru")
    assert (answer.status_code, answer.headers["Location"]) == (301, address.format("anna-one") + "?lang=ru")
    assert client.head(address.format("Anna-One")).status_code == 301


@pytest.mark.django_db
def test_name_that_nobody_has_is_not_found_in_capitals_either(client: Client) -> None:
    make.a_prisoner("Anna", slug="anna-draft")
    assert client.get("/en/prisoners/Nobody/").status_code == 404
    assert client.get("/en/prisoners/Anna-Draft/").status_code == 404
    assert client.get("/en/about/Nothing/").status_code == 404
    assert client.post("/en/prisoners/Anna-Draft/").status_code in (404, 405)


def test_icon_is_found_where_programs_look_that_read_no_page(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert finders.find(answer.headers["Location"].removeprefix("/static/"))
