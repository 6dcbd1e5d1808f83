"""Filters: page and API answer alike, and what is not understood finds nobody."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from prisoners.choices import PlaceKind, PublicationState, RoleKind
from prisoners.countries import codes_of_countries
from prisoners.filters import PrisonerFilter
from prisoners.models import Affiliation, Prisoner, SpanDue
from prisoners.services.spans import AT_ONCE, settle_all
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _frozen() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def on_page(client: Client, query: str) -> list[str]:
    """The slugs of the people that the page lists, in their order."""
    answer = client.get(f"/en/prisoners/?{query}")
    assert answer.status_code == 200, answer.content.decode()[:2000]
    cards = answer.content.decode().split('class="cards"')[-1]
    return list(dict.fromkeys(re.findall(r'href="/en/prisoners/([a-z-]+)/', cards)))


def in_api(client: Client, query: str) -> list[str]:
    """The slugs of the people that the API lists, in their order."""
    answer = client.get(f"/api/v1/prisoners/?{query}")
    assert answer.status_code == 200, answer.content
    return [row["slug"] for row in answer.json()["results"]]


@pytest.fixture
def people() -> dict[str, str]:
    """Aida is held in a prison at Aktau, Bolat was until 2019, of Dana nothing is recorded; a draft is nobody."""
    town = factories.PlaceFactory(name="Aktau")
    prison = factories.PlaceFactory(name="Colony 1", kind=PlaceKind.PRISON, located_in=town)
    aida = factories.PrisonerFactory(slug="aida", can_be_written_to=True)
    bolat = factories.PrisonerFactory(slug="bolat", country="BY", can_be_written_to=False)
    factories.PrisonerFactory(slug="dana")
    draft = factories.PrisonerFactory(slug="draft", state=PublicationState.DRAFT)
    for one in (aida, draft):
        factories.DetentionFactory(
            prisoner=one, kind="pretrial", place=prison, started_on="2026-10", ended_on="", sanction=None
        )
    factories.SanctionFactory(prisoner=bolat, kind="prison", imposed_on="2018", years=1, ended_by="served")
    factories.DetentionFactory(
        prisoner=bolat, kind="serving", started_on="2018-03-01", ended_on="2019-03-01", ended_by="served"
    )
    factories.PersonNameFactory(prisoner=bolat, text="Bolat", script="Latn")
    role = factories.AffiliationFactory(prisoner=aida, kind=RoleKind.LAWYER)
    charge = factories.ChargeFactory(prisoner=aida, articles=["174", "405", "205-1"])
    factories.ChargeFactory(prisoner=bolat, case=factories.CaseFactory(), articles=["188 CC (part 2)", "205, part 1"])
    factories.DefendantFactory(case=charge.case, prisoner=aida)
    factories.HearingFactory(case=charge.case, held_on="2026-12-20")
    campaign = factories.CampaignFactory()
    campaign.prisoners.add(aida, draft)
    return {
        "town": str(town.pk),
        "prison": str(prison.pk),
        "union": role.organisation.slug,
        "campaign": campaign.slug,
    }


FOUND = [
    ("", ["aida", "bolat", "dana"]),
    ("q=bolat", ["bolat"]),
    ("status=pretrial", ["aida"]),
    ("status=served", ["bolat"]),
    ("status=serving&as_of=2018-06-01", ["bolat"]),
    ("country=BY", ["bolat"]),
    ("country=by", ["bolat"]),
    ("country=FR", []),
    ("held=true", ["aida"]),
    ("held=false", ["bolat"]),
    ("held=unknown", ["dana"]),
    ("held=true&as_of=2018-06-01", ["bolat"]),
    ("place={town}", ["aida"]),
    ("facility={prison}", ["aida"]),
    ("organisation={union}", ["aida"]),
    ("role=lawyer", ["aida"]),
    ("role=journalist", []),
    ("role=lawyer&held=false", []),
    ("campaign={campaign}", ["aida"]),
    ("article=405", ["aida"]),
    ("article=40", []),
    ("article=188", ["bolat"]),
    ("article=188 cc", ["bolat"]),
    ("article=188+CC+(part+2)", ["bolat"]),
    ("article=188 CC part", []),
    ("article=205", ["bolat"]),
    ("article=205_", []),
    ("article=205-1", ["aida"]),
    ("arrested=2018", ["bolat"]),
    ("arrested=2026-10-15", ["aida"]),
    ("arrested=2017/2026", ["aida", "bolat"]),
    ("arrested=2019", []),
    ("sentenced=2018-07", ["bolat"]),
    ("released=2019-03", ["bolat"]),
    ("released=../2019-02", []),
    ("hearing_within=26", ["aida"]),
    ("hearing_within=25", []),
    ("can_be_written_to=true", ["aida"]),
    ("can_be_written_to=false", ["bolat"]),
    ("sort=longest", ["aida", "bolat", "dana"]),
    ("sort=newest", ["dana", "bolat", "aida"]),
    ("country=KZ&held=true&article=174&sort=name", ["aida"]),
    ("country=BY&held=true", []),
]


@pytest.mark.parametrize(("query", "expected"), FOUND, ids=[query or "nothing" for query, _found in FOUND])
def test_page_and_api_find_the_same_people(
    client: Client, people: dict[str, str], query: str, expected: list[str]
) -> None:
    Prisoner.internal.update(published_at=None)
    asked = query.format(**people)
    assert on_page(client, asked) == expected
    assert in_api(client, asked) == expected


@pytest.mark.usefixtures("people")
def test_an_article_is_found_while_the_kept_numbers_lag_behind(client: Client) -> None:
    settle_all()
    # More than some pages work off, as after an import.
    SpanDue.objects.bulk_create([SpanDue(prisoner_pk=0) for _number in range(20 * AT_ONCE)])
    factories.ChargeFactory(prisoner__name="Erlan", prisoner__slug="erlan", articles=["311 CC"])
    for query in ("article=311", "article=311 CC"):
        assert on_page(client, query) == in_api(client, query) == ["erlan"]


def test_pages_of_those_held_longest_leave_nobody_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of Bulat it is known that he is held, and not since when: he stands among the others, wherever a page ends."""
    monkeypatch.setattr("prisoners.views.PEOPLE_A_PAGE", 2)
    for name, since in (("Aida", "2026-03-01"), ("Alma", ""), ("Bulat", "../2018"), ("Dana", "")):
        person = factories.PrisonerFactory(name=name, slug=name.lower())
        if since:
            factories.DetentionFactory(prisoner=person, kind="serving", started_on=since, ended_on="", sanction=None)
    assert on_page(client, "held=true") == ["aida", "bulat"]
    assert on_page(client, "sort=longest") == ["aida", "alma"]
    assert on_page(client, "sort=longest&page=2") == ["bulat", "dana"]


def test_whose_term_ends_soonest_stands_first_and_nobody_is_left_out(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alma's term is over by calculation, and Dana is free."""
    monkeypatch.setattr("prisoners.views.PEOPLE_A_PAGE", 2)
    for name, years in (("Aida", 9), ("Alma", 1), ("Bulat", 8), ("Dana", 0)):
        person = factories.PrisonerFactory(name=name, slug=name.lower())
        if years:
            term = factories.SanctionFactory(kind="prison", imposed_on="2020-01-01", years=years, prisoner=person)
            held = {"prisoner": person, "kind": "serving", "started_on": "2020-01-01", "ended_on": ""}
            factories.DetentionFactory(sanction=term, **held)
    assert on_page(client, "held=true&sort=ending") == ["bulat", "aida"]
    assert on_page(client, "sort=ending") == ["bulat", "aida"]
    assert on_page(client, "sort=ending&page=2") == ["alma", "dana"]
    monkeypatch.setattr("prisoners.views.PEOPLE_A_PAGE", 20)
    assert in_api(client, "sort=ending") == ["bulat", "aida", "alma", "dana"]
    assert on_page(client, "sort=ending&as_of=2020-06-01") == ["alma", "bulat", "aida", "dana"]


def born(name: str, born_on: str, **held: Any) -> Prisoner:
    """Somebody born on that day, who serves a sentence unless it is said otherwise."""
    person = factories.PrisonerFactory(name=name, slug=name.lower(), born_on=born_on)
    known = {"kind": "serving", "started_on": "2020-01-01", "ended_on": "", "sanction": None}
    factories.DetentionFactory(**{**known, **held}, prisoner=person)
    return person


@time_machine.travel("2027-02-28T12:00Z", tick=False)
def test_whose_birthday_comes_soonest_stands_first_and_nobody_is_left_out(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is free has none here, nor has who was born in some month, or is in a draft."""
    days = {
        "Aida": "1980-02-27",
        "Alma": "1990-02-28",
        "Bulat": "XXXX-03-01",
        "Dana": "1988-02-29",
        "Erlan": "1970-12-31",
    }
    for name, day in days.items():
        born(name, day)
    born("Free", "1970-03-01", ended_on="2021-01-01", ended_by="released")
    born("Vague", "1970-03")
    Prisoner.internal.filter(pk=born("Draft", "1970-03-01").pk).update(state="draft")
    expected = ["alma", "dana", "bulat", "erlan", "aida", "free", "vague"]
    assert in_api(client, "sort=birthday") == expected
    for size in (1, 2, 4):
        monkeypatch.setattr("prisoners.views.PEOPLE_A_PAGE", size)
        pages = range(1, -(-len(expected) // size) + 1)
        assert [slug for page in pages for slug in on_page(client, f"sort=birthday&page={page}")] == expected
    assert on_page(client, "sort=birthday&held=false") == ["free"]
    others = ["erlan", "aida", "alma", "dana"]
    assert on_page(client, "sort=birthday&held=unknown&as_of=2026-12-30") == others


@time_machine.travel("2027-02-28T12:00Z", tick=False)
def test_list_by_birthdays_says_when_they_are(client: Client) -> None:
    """29 February is kept on the 28th in common years; of who is free nothing is said."""
    born("Dana", "1988-02-29")
    born("Free", "1970-03-01", ended_on="2021-01-01", ended_by="released")
    page = client.get("/en/prisoners/?sort=birthday").content.decode()
    assert re.findall(r"Next birthday: ([^<]+)<", page) == ["28 February 2027"]
    assert "Next birthday" not in client.get("/en/prisoners/").content.decode()


def test_list_by_birthdays_asks_as_much_of_three_people_as_of_one(client: Client) -> None:
    born("Aida", "1980-02-27")
    client.get("/en/prisoners/?sort=birthday")
    asked = len(queries_of(client.get, "/en/prisoners/?sort=birthday"))
    for number in range(2):
        born(f"Alma{number}", "1980-02-28")
    client.get("/en/prisoners/?sort=birthday")
    assert len(queries_of(client.get, "/en/prisoners/?sort=birthday")) == asked


@pytest.mark.parametrize(
    ("sort", "held"),
    [("longest", "false"), ("longest", "unknown"), ("ending", "false"), ("ending", "unknown"), ("birthday", "false")],
)
def test_of_those_who_are_not_held_none_has_an_order_of_the_held(client: Client, held: str, sort: str) -> None:
    """They stand by name, and are not all put in order by what none of them has."""
    for name in ("Bulat", "Aida"):
        person = factories.PrisonerFactory(name=name, slug=name.lower())
        if held == "false":
            days = {"started_on": "2019-01-01", "ended_on": "2020-01-01", "ended_by": "released"}
            factories.DetentionFactory(prisoner=person, kind="pretrial", sanction=None, **days)
    assert on_page(client, f"held={held}&sort={sort}") == ["aida", "bulat"]
    asked = queries_of(client.get, f"/en/prisoners/?held={held}&sort={sort}")
    assert not [sql for sql in asked if "span_held" in sql]


WRONG = [
    ("status=king", "king"),
    ("country=Atlantis", "ISO 3166-1"),
    ("held=perhaps", "perhaps"),
    ("place=999999", "no such entry"),
    ("place=99999999999999999999999", "no such entry"),
    ("facility=x", "no such entry"),
    ("organisation=nobody", "no such entry"),
    ("campaign=nothing", "no such entry"),
    ("arrested=31.04.2019", ""),
    ("arrested=2019-04-31", ""),
    ("sentenced=XXXX-12-16", "A year is needed"),
    ("released=soon", ""),
    ("hearing_within=0", "1"),
    ("hearing_within=367", "366"),
    ("hearing_within=many", "number"),
    ("can_be_written_to=maybe", "maybe"),
    ("as_of=yesterday", "not a day such as"),
    ("as_of=9999-12-31", "not a day such as"),
    ("as_of=9000-01-01", "not a day such as"),
    ("as_of=0999-12-31", "not a day such as"),
    ("as_of=0001-01-01", "not a day such as"),
    ("sort=height", "height"),
]


@pytest.mark.parametrize(("query", "said"), WRONG, ids=[query for query, _said in WRONG])
def test_what_is_not_understood_finds_nobody_and_says_why(
    client: Client, people: dict[str, str], query: str, said: str
) -> None:
    name = query.partition("=")[0]
    page = client.get(f"/en/prisoners/?{query}")
    assert page.status_code == 400
    text = page.content.decode()
    assert 'class="cards"' not in text
    assert f'id="id_{name}_error"' in text
    answer = client.get(f"/api/v1/prisoners/?{query}")
    assert answer.status_code == 400
    [reason] = answer.json()["fields"][name]
    assert said in reason


def test_what_was_asked_stays_in_the_form_beside_what_was_not_understood(
    client: Client, people: dict[str, str]
) -> None:
    text = client.get("/en/prisoners/?q=Bolat&arrested=soon&article=405").content.decode()
    assert 'value="Bolat"' in text
    assert 'value="soon"' in text
    assert '<details class="more" open>' in text


def test_api_and_page_know_every_filter_by_the_same_name(client: Client) -> None:
    schema = client.get("/api/v1/schema/?format=json", headers={"accept": "application/json"}).json()
    known = {one["name"] for one in schema["paths"]["/api/v1/prisoners/"]["get"]["parameters"]}
    text = client.get("/en/prisoners/").content.decode()
    assert set(PrisonerFilter.base_filters) == {
        *(
            "q",
            "status",
            "country",
            "held",
            "place",
            "facility",
            "organisation",
            "campaign",
            "role",
            "article",
            "official",
        ),
        *("arrested", "sentenced", "released", "hearing_within", "can_be_written_to", "as_of", "sort", "words"),
    }
    for name in PrisonerFilter.base_filters:
        assert name in known
        assert f'name="{name}"' in text


def test_drafts_are_found_by_no_filter_and_name_nothing_to_choose(client: Client) -> None:
    role = factories.AffiliationFactory(
        state=PublicationState.DRAFT, kind=RoleKind.WITNESS, organisation__name="Canary union"
    )
    place = factories.PlaceFactory(name="Canary prison", kind=PlaceKind.PRISON)
    factories.DetentionFactory(place=place, started_on="2026-10", ended_on="", state=PublicationState.DRAFT)
    factories.CampaignFactory(title="Canary campaign", state=PublicationState.DRAFT)
    factories.ChargeFactory(articles=["canary"], state=PublicationState.DRAFT)
    assert "Canary" not in client.get("/en/prisoners/").content.decode()
    assert in_api(client, "article=canary") == []
    assert in_api(client, "role=witness") == []
    for query in (f"organisation={role.organisation.slug}", f"facility={place.pk}"):
        assert client.get(f"/api/v1/prisoners/?{query}").status_code == 400


EVERYTHING = (
    "q=prisoner&status=pretrial&country=KZ&held=true&article=174&arrested=2026&sentenced=2026&released=../2027"
    "&hearing_within=300&can_be_written_to=true&sort=longest"
)


@pytest.mark.parametrize("address", ["/en/prisoners/?", "/api/v1/prisoners/?"])
@pytest.mark.parametrize("query", ["", "held=true", EVERYTHING])
def test_filters_ask_the_same_number_of_questions_for_one_row_and_for_three(
    client: Client, address: str, query: str
) -> None:
    costs = []
    for _ in range(3):
        one = factories.PrisonerFactory(can_be_written_to=True)
        factories.DetentionFactory(prisoner=one, kind="pretrial", started_on="2026-10-01", ended_on="")
        factories.AffiliationFactory(prisoner=one)
        factories.PersonNameFactory(prisoner=one, text=f"Prisoner {one.pk}")
        costs.append(len(queries_of(client.get, address + query)))
    assert Affiliation.internal.count() == 3
    assert costs == [costs[0]] * 3


def test_countries_are_those_of_public_prisoners_each_once() -> None:
    assert codes_of_countries() == []
    for number, (country, state) in enumerate([("RU", "published"), ("KZ", "published"), ("KZ", "published")]):
        factories.PrisonerFactory(slug=f"there-{number}", country=country, state=state)
    factories.PrisonerFactory(slug="hidden", country="AZ", state="draft")
    assert codes_of_countries() == ["KZ", "RU"]


def test_list_in_an_order_says_it_and_shows_the_list_before_more_filters(client: Client) -> None:
    born("Anna", "1970-02-28")
    page = client.get("/en/prisoners/?sort=birthday").content.decode()
    assert "<p>Order: whose birthday comes soonest first</p>" in page
    assert '<details class="more">' in page
    assert '<details class="more" open>' in client.get("/en/prisoners/?sort=birthday&article=164").content.decode()
    assert "Order: " not in client.get("/en/prisoners/").content.decode()
    assert "Order: " not in client.get("/en/prisoners/?sort=luck").content.decode()
