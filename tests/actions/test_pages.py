"""The public pages: true, complete, silent about what is not public, and never more queries for more rows."""

from collections.abc import Iterator

import pytest
import time_machine
from django.template import Context, Template
from django.test import Client

from actions import calendar
from actions.cards import action_card
from actions.models import Action, Campaign, Demand, FormerActionSlug, FormerCampaignSlug, Target
from prisoners import filter_forms
from prisoners.models import Citation, Event, EventLink, Figure, Source, Statement
from tests.actions.rows import (
    NOW,
    PUBLISHED,
    make_action,
    make_campaign,
    make_group,
    make_prisoner,
    make_report,
    make_sign_up,
)
from tests.queries import first_queries_of, queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def page(client: Client, address: str) -> str:
    """The text of a page that has to be there, that sets no cookie."""
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def make_source(key: str, **fields: object) -> Source:
    return Source.internal.create(key=key, title=f"Title of {key}", **fields)


def fill_campaign(campaign: Campaign, number: int) -> None:
    """One more of everything that a campaign's page shows."""
    source = make_source(f"source-{number}")
    prisoner = make_prisoner(f"prisoner-{number}")
    action = make_action(campaign=campaign, group=make_group(f"group-{number}"))
    past = make_action(campaign=campaign, held_on="2026-11-01")
    make_report(past).sources.add(source)
    event = Event.internal.create(title=f"Event {number}", happened_on="2011-12-16", state=PUBLISHED)
    figure = Figure.internal.create(event=event, about="killed", low=10 + number, state=PUBLISHED)
    statement = Statement.internal.create(speaker=f"Speaker {number}", text="We stand by you", state=PUBLISHED)
    for name, row in (("event", event), ("figure", figure), ("statement", statement)):
        Citation.internal.create(source=source, **{name: row})
    campaign.prisoners.add(prisoner)
    campaign.events.add(event)
    campaign.figures.add(figure)
    campaign.statements.add(statement)
    action.prisoners.add(prisoner)
    past.prisoners.add(prisoner)
    demand = Demand.internal.create(campaign=campaign, text=f"Demand {number}", state=PUBLISHED)
    demand.sources.add(source)
    demand.prisoners.add(prisoner)


def test_action_page_says_what_where_when_and_in_whose_time(client: Client) -> None:
    target = Target.internal.create(
        slug="kz-at",
        name="Embassy of Kazakhstan",
        country="AT",
        city="Vienna",
        time_zone="Europe/Vienna",
        address="Wipplingerstrasse 35",
        address_as_of="2022",
        state=PUBLISHED,
    )
    target.sources.add(make_source("list-of-missions"))
    action = make_action(group=make_group(), target=target, venue="Before the gate", campaign=make_campaign())
    action.prisoners.add(make_prisoner())
    text = page(client, f"/en/actions/{action.slug}/")
    for wanted in (
        "18:00",
        "UTC+1",
        "Vienna",
        "Before the gate",
        "Wipplingerstrasse 35",
        "address recorded",
        "2022",
        "Title of list-of-missions",
        "/en/campaigns/zhanaozen/",
        "/en/prisoners/yerlan-baltabai/",
        f"/en/actions/{action.slug}/sign-up/",
    ):
        assert wanted in text
    order = [text.index(f"<dt>{one}</dt>") for one in ("When", "Where")]
    order += [text.index(f"/en/actions/{action.slug}/sign-up/"), text.index("<dt>Organised by</dt>")]
    assert order == sorted(order)


def test_action_page_hides_the_meeting_point_where_only_comers_may_know(client: Client) -> None:
    action = make_action(venue="SECRETCORNER", address_visibility="signed_up")
    for address in (f"/en/actions/{action.slug}/", f"/en/actions/{action.slug}/sign-up/", "/en/actions/"):
        assert "SECRETCORNER" not in page(client, address)


def test_action_page_of_a_cancelled_one_gives_the_reason_and_takes_nobody(client: Client) -> None:
    action = make_action(cancelled_at=NOW, cancellation_reason="Storm warning")
    text = page(client, f"/en/actions/{action.slug}/")
    assert "Storm warning" in text
    assert "sign-up/" not in text
    assert "was cancelled" in page(client, f"/en/actions/{action.slug}/sign-up/")


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_report_that_is_not_public_hides_no_action_from_the_page_of_its_campaign(client: Client, state: str) -> None:
    campaign = make_campaign()
    make_report(make_action(campaign=campaign, held_on="2026-11-01", title="The last picket"), state=state)
    assert "The last picket" in page(client, "/en/campaigns/zhanaozen/")


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_what_is_not_published_is_nowhere(client: Client, state: str) -> None:
    action = make_action(state=state, title="CANARY")
    make_report(action, text="CANARY")
    campaign = make_campaign(state=state, title="CANARY")
    shown = make_action(campaign=campaign, group=make_group(name="CANARY", state=state), held_on="2026-11-01")
    make_report(shown, text="CANARY", state=state)
    FormerActionSlug.objects.create(slug="old", action=action)
    FormerCampaignSlug.objects.create(slug="old", campaign=campaign)
    for address in (
        f"actions/{action.slug}/",
        f"actions/{action.slug}/sign-up/",
        f"campaigns/{campaign.slug}/",
        "actions/old/",
        "campaigns/old/",
    ):
        assert client.get(f"/en/{address}").status_code == 404
    for address in ("actions/", "reports/", "campaigns/", f"actions/{shown.slug}/"):
        assert "CANARY" not in page(client, f"/en/{address}")


def test_old_addresses_redirect_for_ever(client: Client) -> None:
    action, campaign = make_action(), make_campaign()
    FormerActionSlug.objects.create(slug="old", action=action)
    FormerCampaignSlug.objects.create(slug="old", campaign=campaign)
    for address, target in (
        ("/en/actions/old/", f"/en/actions/{action.slug}/"),
        ("/en/campaigns/old/", "/en/campaigns/zhanaozen/"),
    ):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, target)


def test_actions_list_tells_what_comes_from_what_was_and_by_city(client: Client) -> None:
    make_action(title="Tomorrow in Berlin", city="Berlin", held_on="2026-12-02")
    make_action(title="Last year in Vienna", held_on="2025-12-16")
    text = page(client, "/en/actions/")
    assert text.index("Tomorrow in Berlin") < text.index("Last year in Vienna")
    text = page(client, "/en/actions/?city=Berlin")
    assert "Tomorrow in Berlin" in text and "Last year in Vienna" not in text
    assert "Last year in Vienna" in page(client, "/en/actions/?page=99")


def test_campaign_page_keeps_figures_side_by_side_and_demands_in_their_order(client: Client) -> None:
    campaign = make_campaign()
    for low, by, kind in ((11, "Prosecutor", "official"), (50, "CWI", "campaign")):
        figure = Figure.internal.create(
            about="killed", low=low, counted_by=by, counted_by_kind=kind, claimed_on="2011-12-17", state=PUBLISHED
        )
        campaign.figures.add(figure)
    old = Demand.internal.create(campaign=campaign, text="Fair trial", status="superseded", state=PUBLISHED)
    Demand.internal.create(campaign=campaign, text="Immediate release", supersedes=old, state=PUBLISHED)
    text = page(client, "/en/campaigns/zhanaozen/")
    for wanted in ("Prosecutor", "CWI", "Takes the place of: Fair trial", "superseded"):
        assert wanted in text
    assert ">61<" not in text


def test_campaign_page_shows_no_confidential_source(client: Client) -> None:
    campaign = make_campaign()
    event = Event.internal.create(title="Arrest", happened_on="2019", state=PUBLISHED)
    campaign.events.add(event)
    Citation.internal.create(source=make_source("CANARY", is_confidential=True), event=event)
    campaign.sources.add(Source.internal.get())
    assert "CANARY" not in page(client, "/en/campaigns/zhanaozen/")


def test_campaign_page_names_no_related_event_that_is_not_public(client: Client) -> None:
    campaign = make_campaign()
    shown, hidden, beside = (
        Event.internal.create(title=title, happened_on="2019", state=state)
        for title, state in (("Arrest", PUBLISHED), ("CANARY", "draft"), ("Strike", PUBLISHED))
    )
    campaign.events.add(shown)
    EventLink.internal.create(event=shown, relation="causes", other=hidden)
    EventLink.internal.create(event=beside, relation="causes", other=shown)
    text = page(client, "/en/campaigns/zhanaozen/")
    assert "Strike" in text and "CANARY" not in text


@pytest.mark.parametrize("address", ["/en/campaigns/zhanaozen/", "/en/actions/", "/en/reports/", "/en/campaigns/"])
def test_pages_ask_as_often_for_three_as_for_one(client: Client, address: str) -> None:
    campaign = make_campaign()
    fill_campaign(campaign, 1)
    once = len(queries_of(page, client, address))
    fill_campaign(campaign, 2)
    fill_campaign(campaign, 3)
    assert len(queries_of(page, client, address)) == once


def test_lists_of_a_filter_are_looked_up_once_also_when_they_are_first_drawn(client: Client) -> None:
    filter_forms._drawn.clear()
    campaign = make_campaign()
    fill_campaign(campaign, 1)
    once = first_queries_of(page, client, "/en/actions/")
    assert filter_forms._drawn
    assert len(once) == len(first_queries_of(page, client, "/en/actions/"))


def test_action_page_asks_as_often_for_three_prisoners_as_for_one(client: Client) -> None:
    action = make_action()
    action.prisoners.add(make_prisoner("one"))
    once = len(queries_of(page, client, f"/en/actions/{action.slug}/"))
    action.prisoners.add(make_prisoner("two"), make_prisoner("three"))
    assert len(queries_of(page, client, f"/en/actions/{action.slug}/")) == once


def render(source: str, **context: object) -> str:
    return Template("{% load actions_tags %}" + source).render(Context(context))


def test_tags_show_a_prisoner_what_is_done_and_demanded() -> None:
    campaign = make_campaign()
    fill_campaign(campaign, 1)
    prisoner = campaign.prisoners.get()
    text = render("{% actions_for prisoner %}", prisoner=prisoner)
    assert len(queries_of(render, "{% actions_for prisoner %}", prisoner=prisoner)) == 3
    assert "20–30" in text and Action.internal.get(held_on="2026-12-16").title in text
    assert "Demand 1" in render("{% demands_for prisoner %}", prisoner=prisoner)
    assert "/en/campaigns/zhanaozen/" in render("{% campaigns_for prisoner %}", prisoner=prisoner)
    assert "20–30" in render("{% latest_reports %}")
    assert "18:00–20:00" in render("{% next_actions %}")


def test_tags_are_silent_where_there_is_nothing() -> None:
    prisoner = make_prisoner()
    for tag in ("actions_for", "demands_for", "campaigns_for"):
        assert render("{% " + tag + " prisoner %}", prisoner=prisoner).strip() == ""


def test_how_many_come_is_shown_to_nobody(client: Client) -> None:
    action = make_action(capacity=9, has_waiting_list=False)
    make_sign_up(action, guests=3)
    text = page(client, f"/en/actions/{action.slug}/")
    assert "There are places left." in text
    make_sign_up(action, guests=4)
    text = page(client, f"/en/actions/{action.slug}/")
    assert "All places are taken." in text and "sign-up/" not in text


def test_campaign_page_says_for_whom_since_when_and_what_happened(client: Client) -> None:
    campaign = make_campaign()
    fields = {"raised_on": "2019-07", "ended_on": "2020-03", "state": PUBLISHED}
    demand = Demand.internal.create(campaign=campaign, text="Release", **fields)
    demand.prisoners.add(make_prisoner())
    campaign.events.add(
        Event.internal.create(text="Strikers march", happened_on="2011-06-05", state=PUBLISHED),
        Event.internal.create(kind="arrest", text="At home", happened_on="2011-06-06", state=PUBLISHED),
    )
    text = page(client, "/en/campaigns/zhanaozen/")
    # Apart from each other: beside a Latin name, the day of a Hebrew date would stand on the wrong side of it.
    for wanted in (
        "<bdi>for Yerlan Baltabai</bdi> · <bdi>",
        "July 2019",
        "March 2020",
        ">Strikers march<",
        ">Arrest<",
        "At home",
    ):
        assert wanted in text


def test_reports_come_latest_first_and_say_when_a_day_or_a_counter_is_not_known(client: Client) -> None:
    undated = {"held_on": None, "local_time": None, "local_end_time": None}
    make_report(make_action(title="Undated", **undated), counted_by_kind="unknown")
    make_report(make_action(title="Older", held_on="2025-12-16"))
    make_report(make_action(title="Newer", held_on="2026-11-01"))
    text = page(client, "/en/reports/")
    assert text.index("Newer") < text.index("Older") < text.index("Undated")
    assert "date not known" in text and "not said by whom" not in text


def test_action_that_is_over_says_so_by_the_clock_alone(client: Client) -> None:
    make_action(slug="picket")
    for address in ("/en/actions/", "/en/actions/picket/"):
        assert ">Over</span>" not in page(client, address)
    before = Action.internal.values().get()
    with time_machine.travel("2026-12-16T19:00:00Z", tick=False):
        for address in ("/en/actions/", "/en/actions/picket/"):
            assert ">Over</span>" in page(client, address)
    assert Action.internal.values().get() == before


@pytest.mark.parametrize(
    ("held_on", "is_over"), [("2026-11", True), ("2026-12", False), ("2027", False), ("", False), ("2026-11-30", True)]
)
def test_day_that_is_not_known_exactly_is_over_with_its_last(held_on: str, is_over: bool) -> None:
    action = make_action(held_on=held_on, local_time=None, local_end_time=None)
    assert calendar.is_over(action, NOW) is is_over


def test_meeting_point_that_is_kept_is_a_line_of_its_own(client: Client) -> None:
    make_action(slug="kept", venue="Secret Corner", address_visibility="confirmed")
    said = page(client, "/en/actions/kept/")
    assert '<br><span class="quiet">The meeting point is told to those who sign up and confirm.' in said


def test_hour_that_is_not_known_is_spoken_of_only_until_the_action_is_over(client: Client) -> None:
    group = make_group()
    for slug, day in (("coming", "2026-12-20"), ("gone", "2026-11-01")):
        make_action(slug=slug, held_on=day, group=group, local_time=None, local_end_time=None)
    pages = [page(client, f"/en/actions/{slug}/") for slug in ("coming", "gone")]
    assert ["hour not announced" in one for one in pages] == [True, False]
    cards = [
        Template('{% include "actions/parts/action_cards.html" %}').render(Context({"actions": [action_card(row)]}))
        for row in Action.public.order_by("held_earliest")
    ]
    assert ["Hour not announced" in one for one in cards] == [False, True]


def test_number_that_is_not_known_does_not_read_like_nought(client: Client) -> None:
    campaign = make_campaign()
    make_report(make_action(campaign=campaign, held_on="2026-11-01"), turnout_low=None, turnout_high=None, text="Rain.")
    said = page(client, f"/en/campaigns/{campaign.slug}/")
    assert "No number is known" in said and "How many came is known from 0 of 1 cities." in said


def test_campaign_says_where_in_its_source_a_figure_and_an_event_stand(client: Client) -> None:
    campaign = make_campaign()
    fill_campaign(campaign, 1)
    Citation.internal.exclude(figure=None).update(locator="p. 7")
    Citation.internal.exclude(event=None).update(locator="§ 2")
    text = page(client, "/en/campaigns/zhanaozen/")
    assert text.count("[1: p. 7]") + text.count("[2: p. 7]") == 1
    assert text.count("§ 2]") == 1
