"""Reading the record over the API: rows, parameters, headers, and what they cost in queries."""

from typing import Any

import pytest
from django.test import Client

from actions.choices import AddressVisibility
from actions.models import DayOfAction, FormerActionSlug, GroupContact, Photo
from prisoners.choices import PublicationState, SanctionKind
from prisoners.models import FormerSlug
from prisoners.search import fold
from tests.api.reading import get, slugs
from tests.factories import (
    ActionFactory,
    CaseFactory,
    DayOfActionFactory,
    DefendantFactory,
    DetentionFactory,
    FigureFactory,
    GroupFactory,
    HearingFactory,
    PersonNameFactory,
    PrisonerFactory,
    ReportFactory,
    SanctionFactory,
    TargetFactory,
    a_whole_action,
    a_whole_campaign,
    a_whole_prisoner,
    cite,
)
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

LISTS = [
    *("prisoners", "cases", "hearings", "events", "campaigns", "actions", "appeals", "reports", "targets", "officials"),
    *("groups", "days-of-action", "strikes"),
]


def everything() -> None:
    """One of each row, with all that can hang on it."""
    a_whole_campaign()


def test_root_names_every_list(client: Client) -> None:
    assert sorted(get(client, "")) == sorted(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_list_is_empty_without_rows(client: Client, name: str) -> None:
    assert get(client, f"{name}/") == {"count": 0, "next": None, "previous": None, "results": []}


def _queries(client: Client, path: str) -> int:
    return len(queries_of(client.get, path))


@pytest.mark.parametrize("name", LISTS)
def test_list_costs_the_same_queries_with_one_and_with_three_rows(client: Client, name: str) -> None:
    everything()
    one = _queries(client, f"/api/v1/{name}/")
    everything()
    everything()
    assert get(client, f"{name}/")["count"] >= 3
    assert _queries(client, f"/api/v1/{name}/") == one


@pytest.mark.parametrize("name", ["prisoners", "campaigns"])
def test_one_row_costs_the_same_queries_with_one_and_with_three_of_each_part(client: Client, name: str) -> None:
    campaign = a_whole_campaign(slug="free-them")
    prisoner = campaign.prisoners.get()
    path = f"/api/v1/{name}/{prisoner.slug if name == 'prisoners' else campaign.slug}/"
    once = _queries(client, path)
    for other in (a_whole_campaign(), a_whole_campaign()):
        theirs = other.prisoners.get()
        theirs.sanctions.update(prisoner=prisoner)
        theirs.defendant_rows.update(prisoner=prisoner)
        for event in theirs.events.all():
            event.prisoners.add(prisoner)
        other.demands.update(campaign=campaign)
        other.actions.update(campaign=campaign)
        campaign.events.add(*other.events.all())
    assert _queries(client, path) == once


def test_prisoner_is_told_whole(client: Client) -> None:
    prisoner = a_whole_prisoner(slug="yerlan-baltabai", name="Yerlan Baltabai", born_on="1960")
    row = get(client, "prisoners/yerlan-baltabai/")
    assert row["name"] == "Yerlan Baltabai"
    assert row["born_on"] == {"edtf": "1960", "earliest": "1960-01-01", "latest": "1960-12-31"}
    assert row["names"][0]["script"] == "Cyrl"
    assert row["roles"][0]["organisation"].startswith("Union")
    assert row["sanctions"][0]["case"] == row["cases"][0]["slug"]
    assert row["sanctions"][0]["place"]["time_zone"] == "Asia/Almaty"
    assert row["detentions"][0]["sanction"] == row["sanctions"][0]["id"]
    assert row["detentions"][0]["ended_on"] == {
        "edtf": "2019-08-09/2019-08-10",
        "earliest": "2019-08-09",
        "latest": "2019-08-10",
    }
    assert row["events"][0]["figures"][0]["low"] == 11
    assert row["statements"][0]["text"] == "They must be freed."
    assert row["status_reports"][0]["text"] == "in prison"
    assert row["disagreements"] == [{"text": "The day of the release"}]
    assert row["sources"][0]["url"].startswith("https://press.example/")
    assert row["detentions"][0]["also_reported"][0]["sources"][0]["title"].startswith("Title of")
    assert {one["slug"] for one in row["cases"][0]["defendants"]} > {prisoner.slug}


def test_hearing_has_local_time_zone_and_instant(client: Client) -> None:
    hearing = HearingFactory()
    row = get(client, f"hearings/{hearing.pk}/")
    assert (row["held_on"]["edtf"], row["local_time"], row["time_zone"]) == ("2026-12-20", "12:00:00", "Asia/Almaty")
    assert row["starts_at"] == "2026-12-20T07:00:00Z"


def test_hearing_without_an_hour_is_a_day_and_no_instant(client: Client) -> None:
    hearing = HearingFactory(local_time=None)
    assert get(client, f"hearings/{hearing.pk}/")["starts_at"] is None


def test_venue_is_withheld_when_only_those_who_signed_up_are_told(client: Client) -> None:
    ActionFactory(slug="open", venue="Corner of the square")
    ActionFactory(slug="quiet", venue="Back door", address_visibility=AddressVisibility.SIGNED_UP)
    assert get(client, "actions/open/")["venue"] == "Corner of the square"
    assert get(client, "actions/quiet/")["venue"] is None
    assert b"Back door" not in client.get("/api/v1/actions/").content


def test_report_says_who_counted(client: Client) -> None:
    report = ReportFactory(counted_by="the organisers", press_links="https://a.example\nhttps://b.example")
    row = get(client, f"reports/{report.action.slug}/")
    assert (row["turnout_low"], row["turnout_high"], row["counted_by"]) == (20, 30, "the organisers")
    assert row["press_links"] == ["https://a.example", "https://b.example"]


def test_figures_stand_side_by_side(client: Client) -> None:
    campaign = a_whole_campaign(slug="free-them")
    campaign.figures.add(FigureFactory(low=50, high=150, counted_by="a campaign"))
    figures = get(client, "campaigns/free-them/")["figures"]
    assert [(one["low"], one["high"]) for one in figures] == [(11, None), (50, 150)]


@pytest.mark.parametrize("state", [state for state in PublicationState if state != PublicationState.PUBLISHED])
def test_unpublished_rows_are_not_there(client: Client, state: str) -> None:
    hidden = PrisonerFactory(slug="hidden", state=state)
    seen = a_whole_prisoner(slug="seen")
    SanctionFactory(prisoner=seen, state=state)
    ActionFactory(slug="secret", state=state)
    DefendantFactory(case=seen.cases.get(), prisoner=hidden)
    assert client.get("/api/v1/prisoners/hidden/").status_code == 404
    assert client.get("/api/v1/actions/secret/").status_code == 404
    row = get(client, "prisoners/seen/")
    assert len(row["sanctions"]) == 1
    assert "hidden" not in {one["slug"] for one in row["cases"][0]["defendants"]}
    assert "hidden" not in slugs(client, "prisoners/")


def test_reference_to_an_unpublished_row_is_empty(client: Client) -> None:
    prisoner = PrisonerFactory(slug="seen")
    draft = CaseFactory(state=PublicationState.DRAFT)
    earlier = SanctionFactory(prisoner=prisoner, state=PublicationState.DRAFT)
    served = SanctionFactory(prisoner=prisoner, case=draft, replaces=earlier)
    DetentionFactory(prisoner=prisoner, sanction=earlier)
    row = get(client, "prisoners/seen/")
    assert [(one["id"], one["case"], one["replaces"]) for one in row["sanctions"]] == [(served.pk, None, None)]
    assert row["detentions"][0]["sanction"] is None


def test_confidential_source_is_left_out(client: Client) -> None:
    prisoner = PrisonerFactory(slug="seen")
    cite(prisoner, title="A newspaper")
    cite(prisoner, title="A neighbour", is_confidential=True)
    assert [one["title"] for one in get(client, "prisoners/seen/")["sources"]] == ["A newspaper"]


@pytest.mark.parametrize(
    "query",
    ["?ordering=created_by__email", "?notes__startswith=a", "?state=draft", "?country=KZ&country=RU", "?lang=xx"],
)
@pytest.mark.parametrize("path", ["prisoners/", "prisoners/seen/", "reports/", ""])
def test_unknown_or_doubled_parameter_is_refused(client: Client, path: str, query: str) -> None:
    PrisonerFactory(slug="seen")
    response = client.get(f"/api/v1/{path}{query}")
    assert response.status_code == 400
    assert list(response.json()) == ["detail", "fields"]


@pytest.mark.parametrize(
    "size",
    ["", "0", "000", "101", "1000", "x", "-1", "²", "000000000130", "0" * 4_300 + "130", "9" * 5_000],
    ids=["none", "0", "zeros", "101", "1000", "x", "-1", "power", "behind zeros", "far behind zeros", "digits"],
)
def test_page_size_is_refused_when_it_is_no_number_to_a_hundred(client: Client, size: str) -> None:
    assert client.get(f"/api/v1/prisoners/?page_size={size}").status_code == 400


def test_page_size_is_the_number_behind_its_zeros(client: Client) -> None:
    for _number in range(3):
        PrisonerFactory()
    assert len(slugs(client, "prisoners/?page_size=" + "0" * 4_300 + "2")) == 2


@pytest.mark.parametrize("page", ["9" * 5_000, "0" * 5_000 + "1"], ids=["digits", "behind zeros"])
def test_page_of_thousands_of_digits_is_not_there(client: Client, page: str) -> None:
    assert client.get(f"/api/v1/prisoners/?page={page}").status_code == 404


def test_pages_hold_each_row_once_in_a_stable_order(client: Client) -> None:
    same_names = [PrisonerFactory(name="Same Name").slug for _ in range(5)]
    pages = [slugs(client, f"prisoners/?page_size=2&page={number}") for number in (1, 2, 3)]
    assert [slug for page in pages for slug in page] == same_names
    assert client.get("/api/v1/prisoners/?page_size=2&page=4").status_code == 404


def test_prisoners_are_filtered_by_country(client: Client) -> None:
    PrisonerFactory(slug="here", country="KZ")
    PrisonerFactory(slug="there", country="BY")
    assert slugs(client, "prisoners/?country=BY") == ["there"]


def test_prisoners_are_found_in_any_spelling(client: Client) -> None:
    baltabai = PrisonerFactory(slug="yerlan-baltabai", name="Yerlan Baltabai")
    PersonNameFactory(prisoner=baltabai, text="Ерлан Балтабай", folded=fold("Ерлан Балтабай"))
    PersonNameFactory(folded=fold("Somebody Else"))
    assert slugs(client, "prisoners/?q=Балтабай Ерлан") == ["yerlan-baltabai"]
    assert slugs(client, "prisoners/?q=baltab") == ["yerlan-baltabai"]
    assert slugs(client, "prisoners/?q=nobody") == []


def test_chain_is_computed_for_the_day_asked(client: Client) -> None:
    prisoner = PrisonerFactory(slug="seen")
    term = SanctionFactory(prisoner=prisoner, kind=SanctionKind.PRISON, imposed_on="2019-07-17", years=7)
    DetentionFactory(prisoner=prisoner, sanction=term, started_on="2019-07-17", ended_on="2019-08-10")
    inside = get(client, "prisoners/seen/?as_of=2019-07-27")["chain"]
    assert (inside["is_held"], inside["days_held_low"], inside["current_sanction"]) == (True, 10, term.pk)
    assert inside["status"]["value"] == "serving"
    assert get(client, "prisoners/?as_of=2020-01-01")["results"][0]["chain"]["is_held"] is False
    assert slugs(client, "prisoners/?held=true&as_of=2019-07-27") == ["seen"]
    assert slugs(client, "prisoners/?held=true&as_of=2020-01-01") == []
    assert slugs(client, "prisoners/?held=false&as_of=2020-01-01") == ["seen"]


@pytest.mark.parametrize("path", ["prisoners/", "prisoners/seen/"])
@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "2026-13", "20191216", "2019-W50-1"])
def test_day_that_does_not_exist_is_refused(client: Client, path: str, day: str) -> None:
    PrisonerFactory(slug="seen")
    response = client.get(f"/api/v1/{path}?as_of={day}")
    assert (response.status_code, list(response.json()["fields"])) == (400, ["as_of"])


def test_held_costs_the_same_queries_with_one_and_with_three_rows(client: Client) -> None:
    everything()
    one = _queries(client, "/api/v1/prisoners/?held=false&as_of=2026-01-01")
    everything()
    everything()
    assert _queries(client, "/api/v1/prisoners/?held=false&as_of=2026-01-01") == one


@pytest.mark.parametrize("bad", ["since=yesterday", "kind=feast", "until=2026-13-01", "case=%00"])
def test_value_that_does_not_fit_is_refused(client: Client, bad: str) -> None:
    assert client.get(f"/api/v1/hearings/?{bad}").status_code == 400


def test_hearings_are_filtered_by_range_and_defendant(client: Client) -> None:
    early, late = HearingFactory(held_on="2026-11"), HearingFactory(held_on="2027-01-05")
    seen = PrisonerFactory(slug="seen")
    DefendantFactory(case=late.case, prisoner=seen)
    assert slugs(client, "hearings/?since=2026-11-30&until=2026-12-31", "id") == [early.pk]
    assert slugs(client, "hearings/?prisoner=seen", "id") == [late.pk]
    assert slugs(client, f"hearings/?case={early.case.slug}", "id") == [early.pk]


def test_upcoming_hearings_end_with_their_hour_or_their_local_day(client: Client, time_machine: Any) -> None:
    timed = HearingFactory()
    whole_day = HearingFactory(local_time=None, starts_at="2026-12-19T19:00Z")
    held = HearingFactory(status="held", held_on="2026-12-25", starts_at="2026-12-25T07:00Z")
    some_day = HearingFactory(held_on="2026-12", local_time=None, starts_at=None)
    time_machine.move_to("2026-12-20T07:30Z", tick=False)
    assert set(slugs(client, "hearings/?upcoming=true", "id")) == {whole_day.pk, some_day.pk}
    assert set(slugs(client, "hearings/?upcoming=false", "id")) == {timed.pk, held.pk}
    time_machine.move_to("2026-12-20T19:30Z", tick=False)
    assert slugs(client, "hearings/?upcoming=true", "id") == [some_day.pk]


def test_actions_are_filtered_by_time_campaign_and_prisoner(client: Client, time_machine: Any) -> None:
    action = a_whole_action()
    ActionFactory(held_on="2026-12-01", starts_at="2026-12-01T12:00Z")
    time_machine.move_to("2026-12-10T12:00Z", tick=False)
    assert slugs(client, f"actions/?campaign={action.campaign.slug}") == [action.slug]
    assert slugs(client, f"actions/?prisoner={action.prisoners.get().slug}") == [action.slug]
    assert slugs(client, f"reports/?campaign={action.campaign.slug}", "action") == [action.slug]
    assert slugs(client, "actions/?since=2026-12-02&until=2026-12-31") == [action.slug]
    assert slugs(client, "actions/?upcoming=true") == []
    action.report.delete()
    assert slugs(client, "actions/?upcoming=true") == [action.slug]


def test_targets_are_filtered_by_both_countries(client: Client) -> None:
    TargetFactory(slug="kz-in-gb", of_country="KZ")
    TargetFactory(slug="by-in-gb", of_country="BY")
    assert slugs(client, "targets/?country=GB&of_country=KZ") == ["kz-in-gb"]


def test_old_slug_redirects_and_keeps_the_query(client: Client) -> None:
    FormerSlug.objects.create(slug="old-name", prisoner=PrisonerFactory(slug="new-name"))
    response = client.get("/api/v1/prisoners/old-name/?lang=ru")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/prisoners/new-name/?lang=ru")


def test_old_slug_of_an_unpublished_row_is_unknown(client: Client) -> None:
    hidden = ActionFactory(state=PublicationState.DRAFT)
    FormerActionSlug.objects.create(slug="old-call", action=hidden)
    FormerActionSlug.objects.create(slug="old-report", action=ActionFactory())
    assert client.get("/api/v1/actions/old-call/").status_code == 404
    assert client.get("/api/v1/reports/old-report/").status_code == 404


def test_group_shows_its_address_only_where_it_wants_that(client: Client) -> None:
    for slug, is_public in (("open", True), ("closed", False)):
        GroupContact.objects.create(
            group=GroupFactory(slug=slug), address=f"{slug}@groups.example", is_public=is_public
        )
    GroupFactory(slug="silent")
    shown = {row["slug"]: row["contact"] for row in get(client, "groups/")["results"]}
    assert shown == {"open": "open@groups.example", "closed": "", "silent": ""}


def test_day_of_action_names_its_public_cities_and_its_picture_once_it_is_published(client: Client) -> None:
    day = DayOfActionFactory(slug="sixteenth", group=GroupFactory(slug="vienna"))
    Photo.internal.create(group=day.group, width=100, height=80)
    DayOfAction.internal.update(picture=Photo.internal.get())
    ActionFactory(day_of_action=day, city="Vienna")
    ActionFactory(day_of_action=day, city="Secret", state=PublicationState.DRAFT)
    row = get(client, "days-of-action/sixteenth/")
    assert ([one["city"] for one in row["actions"]], row["group"], row["picture"]) == (["Vienna"], "vienna", None)
