"""Rows of this floor say where in a source they stand: on pages, in the API, at the desk."""

from typing import Any

import pytest
from django.test import Client

from actions.models import (
    Action,
    ActionSource,
    AppealSource,
    CampaignSource,
    Demand,
    DemandSource,
    ReportSource,
    TargetSource,
)
from prisoners.choices import StaffRole
from prisoners.history import changes_of
from prisoners.models import Source
from prisoners.whole_rows import looked_at
from tests import factories as make
from tests.actions.rows import make_staff

pytestmark = pytest.mark.django_db
PLACE = "p. 14"


@pytest.fixture
def source() -> Source:
    return make.SourceFactory(key="paper", title="A paper")


def _action(source: Source) -> Action:
    """An action that is over, before an embassy, with a report; each rests on a place in the source."""
    campaign = make.CampaignFactory(slug="whole", requested_by="A union")
    appeal = make.AppealFactory(slug="appeal")
    CampaignSource.objects.create(campaign=campaign, source=source, locator=f"{PLACE} campaign")
    AppealSource.objects.create(appeal=appeal, source=source, locator=f"{PLACE} appeal")
    action = make.ActionFactory(slug="picket", campaign=campaign, held_on="2020-12-16", address_visibility="everybody")
    report, demand = make.ReportFactory(action=action), make.DemandFactory(campaign=campaign)
    ActionSource.objects.create(action=action, source=source, locator=f"{PLACE} action")
    ReportSource.objects.create(report=report, source=source, locator=f"{PLACE} report")
    TargetSource.objects.create(target=action.target, source=source, locator=f"{PLACE} target")
    DemandSource.objects.create(demand=demand, source=source, locator=f"{PLACE} demand")
    return action


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/en/actions/picket/", ["action", "report", "target"]),
        ("/en/campaigns/whole/", ["demand", "campaign"]),
        ("/en/appeals/appeal/", ["appeal"]),
        ("/en/targets/", ["target"]),
    ],
)
def test_page_tells_where_in_its_source_it_stands(
    client: Client, source: Source, address: str, said: list[str]
) -> None:
    _action(source)
    text = client.get(address).content.decode()
    for one in said:
        assert f"[1: {PLACE} {one}]" in text
    assert "A paper" in text


def _first(client: Client, address: str) -> dict[str, Any]:
    found = client.get(address).json()
    row: dict[str, Any] = found["results"][0] if "results" in found else found
    return row


def test_api_tells_it_too_and_names_no_confidential_source(client: Client, source: Source) -> None:
    action = _action(source)
    secret = make.SourceFactory(key="canary", is_confidential=True)
    ActionSource.objects.create(action=action, source=secret, locator="canary place")
    answer = client.get("/api/v1/actions/picket/")
    assert [(one["key"], one["locator"]) for one in answer.json()["sources"]] == [("paper", f"{PLACE} action")]
    assert b"canary" not in answer.content
    campaign = _first(client, "/api/v1/campaigns/whole/")
    assert [one["locator"] for one in campaign["demands"][0]["sources"]] == [f"{PLACE} demand"]
    assert [one["locator"] for one in _first(client, "/api/v1/targets/")["sources"]] == [f"{PLACE} target"]
    assert [one["locator"] for one in campaign["sources"]] == [f"{PLACE} campaign"]
    assert [one["locator"] for one in _first(client, "/api/v1/appeals/appeal/")["sources"]] == [f"{PLACE} appeal"]
    assert b"canary" not in client.get("/en/actions/picket/").content


def test_history_tells_when_a_place_was_entered_changed_and_taken_away(source: Source) -> None:
    demand = make.DemandFactory()
    demand.sources.add(source)
    link = DemandSource.objects.get()
    link.locator = PLACE
    link.save()
    link.delete()
    found = (one.differences for one in changes_of(demand))
    told = [(one.before, one.after) for some in found for one in some if one.field == "sources"]
    assert set(told) == {("A paper, p. 14", None), ("A paper", "A paper, p. 14"), (None, "A paper")}


def test_whoever_looked_before_a_place_changed_has_to_look_again(source: Source) -> None:
    demand = make.DemandFactory()
    demand.sources.add(source)
    before = Demand.internal.get().version
    DemandSource.objects.update(locator=PLACE)
    assert Demand.internal.get().version != before
    assert looked_at([Demand.internal.get()])[0].sources == ["A paper, p. 14"]


def test_researcher_enters_the_place_on_the_page_of_a_demand(source: Source) -> None:
    demand = make.DemandFactory(state="draft")
    desk, address = Client(), f"/staff/actions/demand/{demand.pk}/change/"
    member = make_staff("rob", StaffRole.RESEARCHER)
    member.is_staff = True
    member.save()
    desk.force_login(member)
    assert 'name="cited-0-locator"' in desk.get(address).content.decode()
    said = {"campaign": demand.campaign_id, "text": demand.text, "status": "standing", "cited-TOTAL_FORMS": "1"}
    said |= {"cited-INITIAL_FORMS": "0", "cited-0-source": source.pk, "cited-0-locator": PLACE}
    answer = desk.post(address, said)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    link = DemandSource.objects.get()
    assert (link.demand, link.source, link.locator) == (demand, source, PLACE)
