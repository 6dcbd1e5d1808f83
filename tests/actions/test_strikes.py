"""Strikes at named companies with what they claim: the list, the page of a company, the value of a demand."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.translation import override

from actions.choices import DemandState, ValueUnit
from actions.demand_values import value_in_words
from actions.models import Demand
from prisoners.choices import EventKind, PublicationState
from prisoners.models import Event, Organisation, Statement
from tests import factories as make
from tests.actions.rows import make_campaign
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PERCENT: dict[str, Any] = {"value_low": 100, "value_high": 100, "value_unit": ValueUnit.PERCENT, "value_of": "pay"}
LIST, PAGE = "/en/strikes/", "/en/organisations/aktaukran/"


@pytest.fixture
def aktaukran() -> Organisation:
    return make.OrganisationFactory(slug="aktaukran", name="AktauKranTekhServis")


@pytest.fixture
def strike(aktaukran: Organisation) -> Event:
    """A strike at a named company."""
    event: Event = make.EventFactory(kind=EventKind.STRIKE, title="A strike of crane drivers", happened_on="2019")
    make.cite(make.InvolvementFactory(event=event, organisation=aktaukran), title="An article on strikes")
    return event


def a_demand(event: Event, **fields: Any) -> Demand:
    campaign = fields.pop("campaign", None) or make_campaign(f"campaign-{Demand.internal.count()}")
    return make.DemandFactory(campaign=campaign, event=event, text="a pay rise", **{**PERCENT, **fields})


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_list_names_company_claim_and_source_of_each_strike(client: Client, strike: Event) -> None:
    a_demand(strike).sources.add(make.SourceFactory(title="A leaflet"))
    make.EventFactory(kind=EventKind.PROTEST, title="A rally")
    text = read(client, LIST)
    assert "A strike of crane drivers" in text
    assert 'Employer: <a href="/en/organisations/aktaukran/">AktauKranTekhServis</a>' in text
    assert "Demand: <bdi>a pay rise</bdi> · <bdi>claimed: 100% (pay)</bdi> · <bdi>not known to be met" in text
    assert "An article on strikes" in text
    assert "A leaflet" in text
    assert "A rally" not in text


def test_what_a_strike_demanded_is_said_once(client: Client) -> None:
    strike = make.EventFactory(kind=EventKind.STRIKE, title="A strike", text="for a pay rise of 50 %")
    demand = a_demand(strike, value_low=50, value_high=50)
    type(demand).internal.update(text="a pay rise of 50 %")
    text = read(client, LIST)
    assert text.count("a pay rise of 50 %") == 1
    assert "claimed:" not in text
    type(demand).internal.update(value_low=5, value_high=5)
    assert "claimed: 5% (pay)" in read(client, LIST)


def test_english_words_on_a_hebrew_page_say_so(client: Client, strike: Event) -> None:
    a_demand(strike)
    text = read(client, LIST.replace("/en/", "/he/"))
    assert '<span lang="en">A strike of crane drivers</span>' in text
    assert '<bdi><span lang="en">a pay rise</span></bdi>' in text


def test_page_of_a_company_shows_its_strikes_and_no_others(client: Client, strike: Event) -> None:
    a_demand(strike)
    other = make.EventFactory(kind=EventKind.STRIKE, title="A strike elsewhere")
    make.InvolvementFactory(event=other)
    text = read(client, PAGE)
    assert "A strike of crane drivers" in text
    assert "claimed: 100% (pay)" in text
    assert '<a href="/en/strikes/">All strikes of the record</a>' in text
    assert "A strike elsewhere" not in text


def test_page_of_an_organisation_shows_cases_statements_and_leads_to_its_people(
    client: Client, aktaukran: Organisation
) -> None:
    make.InvolvementFactory(
        event=None, case=make.CaseFactory(title="A case of dismissal"), organisation=aktaukran, role="witness"
    )
    Statement.internal.create(organisation=aktaukran, text="No strike took place", state="published")
    make.AffiliationFactory(organisation=aktaukran)
    text = read(client, PAGE)
    assert "<dt>Witness</dt><dd><bdi>A case of dismissal" in text.replace("<dt>witness", "<dt>Witness")
    assert "No strike took place" in text
    assert '/en/prisoners/?organisation=aktaukran">1 person with a role in it' in text


def test_organisation_that_nothing_public_names_has_no_page(client: Client, strike: Event) -> None:
    assert client.get(PAGE).status_code == 200
    Event.internal.update(state=PublicationState.WITHDRAWN)
    assert client.get(PAGE).status_code == 404
    assert client.get("/en/organisations/nobody/").status_code == 404


def test_demands_of_campaigns_that_are_not_public_stay_hidden(client: Client, strike: Event) -> None:
    a_demand(strike, campaign=make_campaign("hidden", state="draft"))
    a_demand(strike, state="draft")
    for address in (LIST, PAGE):
        assert "a pay rise" not in read(client, address)


@pytest.mark.parametrize("address", [LIST, PAGE])
def test_pages_ask_the_same_number_of_questions_for_three_strikes_as_for_one(
    client: Client, strike: Event, aktaukran: Organisation, address: str
) -> None:
    costs = []
    for number in range(3):
        event = make.EventFactory(kind=EventKind.STRIKE, title=f"Strike {number}")
        make.cite(make.InvolvementFactory(event=event, organisation=aktaukran))
        a_demand(event).sources.add(make.SourceFactory())
        costs.append(len(queries_of(read, client, address)))
        assert f"Strike {number}" in read(client, address)
    assert costs == [costs[0]] * 3


VALUES = [
    ({}, "en", "claimed: 100% (pay)"),
    ({"value_of": ""}, "en", "claimed: 100%"),
    ({"value_low": 50}, "en", "claimed: 50% – 100% (pay)"),
    ({"value_low": None}, "en", "claimed: at most 100% (pay)"),
    ({"value_high": None, "value_low": Decimal("12.5")}, "en", "claimed: at least 12.5% (pay)"),
    ({"value_low": 9, "value_high": 9, "value_unit": "people", "value_of": "put back"}, "en", "claimed: 9 (put back)"),
    ({"value_low": 500_000, "value_high": 500_000, "value_unit": "money", "value_currency": "KZT"}, "en", "KZT"),
    ({"value_low": None, "value_high": None, "value_unit": ""}, "en", ""),
    ({}, "ru", "требуют: 100"),
]


@pytest.mark.parametrize(("fields", "language", "said"), VALUES, ids=[f"{one[1]} {one[2]}" for one in VALUES])
def test_value_of_a_demand_is_said_in_words(fields: dict[str, Any], language: str, said: str) -> None:
    with override(language):
        told = value_in_words(Demand(text="x", **{**PERCENT, **fields}))
    assert (said in told) if said else told == ""


BAD = [
    ({"value_low": 101}, "demand_value_low_is_not_above_high", "above the higher one"),
    ({"value_low": -1}, "demand_value_is_not_below_zero", "not below zero"),
    ({"value_unit": ""}, "demand_value_has_a_unit", "needs a number and what it is counted in"),
    ({"value_low": None, "value_high": None}, "demand_value_has_a_unit", "needs a number and what it is counted in"),
    ({"value_unit": "money"}, "demand_value_of_money_has_a_currency", "Money needs its currency"),
    ({"value_currency": "KZT"}, "demand_value_of_money_has_a_currency", "Money needs its currency"),
]


@pytest.mark.parametrize(("fields", "constraint", "said"), BAD, ids=[f"{one[1]} {sorted(one[0])}" for one in BAD])
def test_form_and_database_refuse_a_value_that_cannot_be(
    strike: Event, fields: dict[str, Any], constraint: str, said: str
) -> None:
    demand = Demand(campaign=make_campaign(), text="a pay rise", **{**PERCENT, **fields})
    with pytest.raises(ValidationError, match=said):
        demand.full_clean()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        demand.save()
    assert not Demand.internal.exists()


def test_api_and_the_campaigns_page_say_what_raised_a_demand_and_what_it_claims(client: Client, strike: Event) -> None:
    campaign = make_campaign()
    a_demand(strike, campaign=campaign, status=DemandState.PARTLY_MET)
    told = client.get("/api/v1/campaigns/zhanaozen/").json()["demands"][0]
    assert (told["event"], told["value_low"], told["value_high"]) == (strike.pk, "100.00", "100.00")
    assert (told["value_unit"]["value"], told["value_of"]) == ("percent", "pay")
    text = read(client, "/en/campaigns/zhanaozen/")
    assert "<bdi>claimed: 100% (pay)</bdi> · <bdi>raised by: A strike of crane drivers</bdi>" in text
    Event.internal.update(state=PublicationState.WITHDRAWN)
    assert "crane drivers" not in read(client, "/en/campaigns/zhanaozen/")
    assert client.get("/api/v1/campaigns/zhanaozen/").json()["demands"][0]["event"] is None


def test_page_of_a_company_says_how_many_cases_and_statements_it_leaves_out(
    client: Client, strike: Event, aktaukran: Organisation
) -> None:
    for number in range(52):
        make.StatementFactory(organisation=aktaukran, text=f"statement {number}")
        if number < 50:
            make.InvolvementFactory(event=None, case=make.CaseFactory(), organisation=aktaukran)
    assert read(client, PAGE).count("and 2 more") == 1
    make.InvolvementFactory(event=None, case=make.CaseFactory(), organisation=aktaukran)
    assert "and 1 more" in read(client, PAGE)


@pytest.fixture
def three(aktaukran: Organisation, time_machine: Any) -> None:
    """One strike that ended, with a demand for money that was met, one that goes on, and one of no known day."""
    time_machine.move_to("2026-11-27T12:00Z", tick=False)
    ended = make.EventFactory(kind=EventKind.STRIKE, title="Ended strike", happened_on="2011-05/2011-12", country="KZ")
    make.cite(make.InvolvementFactory(event=ended, organisation=aktaukran))
    money = {"value_low": 5, "value_high": 5, "value_unit": ValueUnit.MONEY, "value_currency": "KZT"}
    a_demand(ended, status=DemandState.MET, **money)
    going = make.EventFactory(kind=EventKind.STRIKE, title="Open strike", happened_on="2026-11-20/..", country="GE")
    a_demand(going)
    a_demand(going, value_low=None, value_high=None, value_unit=ValueUnit.NONE, value_of="")
    make.EventFactory(kind=EventKind.STRIKE, title="Undated strike", happened_on="", country="")
    make.EventFactory(kind=EventKind.STRIKE, title="Hidden strike", happened_on="2011", country="KZ", state="draft")
    make.EventFactory(kind=EventKind.PROTEST, title="A rally", happened_on="2011", country="KZ")


ASKED = [
    ("", ["Ended", "Open", "Undated"]),
    ("country=KZ", ["Ended"]),
    ("country=ge", ["Open"]),
    ("organisation=aktaukran", ["Ended"]),
    ("happened=2011", ["Ended"]),
    ("happened=2011-06/2026-12", ["Ended", "Open"]),
    ("going_on=true", ["Open"]),
    ("going_on=false", ["Ended"]),
    ("claim=money", ["Ended"]),
    ("claim=percent", ["Open"]),
    ("claim=none", ["Open"]),
    ("claim=people", []),
    ("became=met", ["Ended"]),
    ("became=standing", ["Open"]),
    ("country=KZ&claim=percent", []),
    ("claim=percent&became=met", []),
]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(("query", "titles"), ASKED, ids=[query or "all" for query, _titles in ASKED])
def test_page_and_api_choose_the_same_strikes(client: Client, query: str, titles: list[str]) -> None:
    text = read(client, f"{LIST}?{query}")
    shown = [one for one in ("Ended", "Open", "Undated", "Hidden") if f"{one} strike" in text]
    rows = client.get(f"/api/v1/strikes/?{query}").json()["results"]
    assert shown == sorted(row["title"].split()[0] for row in rows) == titles
    assert ("No strike of the record fits what is asked." in text) == (not titles)
    assert "A rally" not in text


@pytest.mark.usefixtures("three")
def test_api_tells_demands_and_parts_of_a_strike(client: Client) -> None:
    (row,) = client.get("/api/v1/strikes/?country=KZ").json()["results"]
    assert [one["status"]["value"] for one in row["demands"]] == ["met"]
    assert [one["organisation"]["slug"] for one in row["involved"]] == ["aktaukran"]
    assert client.get(f"/api/v1/strikes/{row['id']}/").json() == row
    assert client.get(f"/api/v1/strikes/{Event.internal.get(title='A rally').pk}/").status_code == 404


@pytest.mark.usefixtures("three")
def test_list_offers_what_public_strikes_have_and_leads_to_the_same_for_machines(client: Client) -> None:
    make.InvolvementFactory(event=Event.internal.get(title="Hidden strike"))
    make.InvolvementFactory(event=Event.internal.get(title="A rally"))
    text = read(client, f"{LIST}?country=KZ&going_on=")
    offered = text.partition('name="organisation"')[2].partition("</select>")[0]
    assert offered.count("<option") == 2
    assert "AktauKranTekhServis" in offered
    assert text.partition('name="country"')[2].partition("</select>")[0].count("<option") == 3
    assert 'href="/api/v1/strikes/?country=KZ"' in text
    assert 'href="/api/v1/strikes/"' in read(client, LIST)


@pytest.mark.usefixtures("three")
def test_demand_of_a_campaign_that_is_not_public_finds_no_strike(client: Client) -> None:
    a_demand(
        Event.internal.get(title="Undated strike"), value_unit="people", campaign=make_campaign("x", state="draft")
    )
    assert "Undated strike" not in read(client, f"{LIST}?claim=people")
    assert client.get("/api/v1/strikes/?claim=people").json()["count"] == 0


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("query", ["country=Mars", "organisation=nobody", "happened=soon", "claim=love", "became=x"])
def test_filter_that_is_not_understood_shows_nothing_and_is_said(client: Client, query: str) -> None:
    page = client.get(f"{LIST}?{query}")
    assert page.status_code == client.get(f"/api/v1/strikes/?{query}").status_code == 400
    assert "A filter is not understood" in page.content.decode()
    assert "Ended strike" not in page.content.decode()


@pytest.mark.parametrize("address", [f"{LIST}?claim=percent&became=standing&happened=2019", "/api/v1/strikes/"])
def test_filtered_strikes_cost_as_many_questions_for_three_as_for_one(
    client: Client, strike: Event, aktaukran: Organisation, address: str
) -> None:
    a_demand(strike).sources.add(make.SourceFactory())
    costs = []
    for number in range(3):
        event = make.EventFactory(kind=EventKind.STRIKE, title=f"Strike {number}", happened_on="2019")
        make.cite(make.InvolvementFactory(event=event, organisation=aktaukran))
        a_demand(event).sources.add(make.SourceFactory())
        costs.append(len(queries_of(read, client, address)))
        assert f"Strike {number}" in read(client, address)
    assert costs == [costs[0]] * 3
