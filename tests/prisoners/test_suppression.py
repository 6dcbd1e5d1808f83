"""The log of suppression: dated facts with their sources, on its page, at the campaign and in the API."""

import pytest
from django.test import Client

from tests.factories import CampaignFactory, CitationFactory, EventFactory, SourceFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_log_has_what_kept_people_from_knowing_and_nothing_else(client: Client) -> None:
    source = SourceFactory(title="A report")
    blocked = EventFactory(kind="site_blocked", title="The site is blocked", happened_on="2011-12")
    CitationFactory(event=blocked, source=source)
    EventFactory(kind="site_down", title="The site goes down", happened_on="2011-12-17")
    EventFactory(kind="strike", title="A strike")
    EventFactory(kind="network_cut", title="Nobody knows yet", state="draft")
    page = client.get("/en/suppression/")
    assert [one["title"] for one in page.context["entries"]] == ["The site goes down", "The site is blocked"]
    assert page.context["entries"][1]["numbers"] == [1] and page.context["sources"][0]["title"] == "A report"


def test_api_gives_events_by_kind_day_and_country(client: Client) -> None:
    blocked = EventFactory(kind="site_blocked", happened_on="2011-12", country="KZ")
    strike = EventFactory(kind="strike", happened_on="2019", country="KZ")
    EventFactory(kind="site_down", happened_on="2011-12-17", country="RU", state="draft")

    def asked(query: str) -> list[int]:
        return [one["id"] for one in client.get(f"/api/v1/events/{query}").json()["results"]]

    assert asked("?suppression=true") == [blocked.pk]
    assert asked("?suppression=false") == [strike.pk]
    assert asked("?kind=strike") == asked("?happened=2018/2020") == [strike.pk]
    assert asked("?country=RU") == []
    assert client.get("/api/v1/events/?kind=party").status_code == 400
    assert client.get(f"/api/v1/events/{blocked.pk}/").json()["kind"]["value"] == "site_blocked"


def test_campaign_tells_it_apart_from_what_happened(client: Client) -> None:
    campaign = CampaignFactory(slug="zhanaozen")
    campaign.events.add(EventFactory(kind="site_blocked", title="Blocked"), EventFactory(kind="strike", title="Strike"))
    page = client.get("/en/campaigns/zhanaozen/").context
    assert [one["title"] for one in page["suppressed"]] == ["Blocked"]
    assert [one["title"] for one in page["timeline"]] == ["Strike"]


def test_queries_do_not_grow_with_the_log(client: Client) -> None:
    def counted() -> int:
        CitationFactory(event=EventFactory(kind="site_down"), source=SourceFactory())
        return len(queries_of(client.get, "/en/suppression/"))

    assert counted() == counted()
