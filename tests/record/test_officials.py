"""One official is found under all spellings, and no spelling shows that does not stand in public."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from prisoners.choices import PublicationState
from prisoners.in_office import people_before
from prisoners.models import Case, Hearing, Official, OfficialSpelling, Prisoner
from prisoners.namesakes import namesakes
from prisoners.officials import asked_for
from prisoners.services import officials
from prisoners.services.refusals import RecordRefused
from tests import factories
from tests.filters.test_filters import in_api, on_page
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

LATIN, CYRILLIC, DECLINED = "A. N. Seitov", "Сеитов А.Н.", "судьи Сеитова"


def a_hearing(slug: str, judge: str, country: str = "KZ", **fields: Any) -> Prisoner:
    """A public hearing of somebody before that judge."""
    one = factories.PrisonerFactory(slug=slug, country=country)
    case = factories.CaseFactory(country=country)
    factories.DefendantFactory(case=case, prisoner=one)
    factories.cite(factories.HearingFactory(case=case, judge=judge, **fields))
    return one


def seitov(*spellings: str, **fields: Any) -> Official:
    official: Official = factories.OfficialFactory(**{"slug": "seitov", "name": LATIN, **fields})
    factories.cite(official)
    for text in spellings:
        factories.OfficialSpellingFactory(official=official, text=text)
    return official


@pytest.fixture
def three() -> None:
    for slug, judge in (("aida", LATIN), ("bolat", CYRILLIC), ("dana", DECLINED)):
        a_hearing(slug, judge)
    a_hearing("erlan", "B. N. Seitov")


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("asked", ["seitov", LATIN, "seitov n a", CYRILLIC, DECLINED, "СЕИТОВА, судьи"])
def test_any_spelling_and_the_address_find_everybody(client: Client, asked: str) -> None:
    assert len(on_page(client, f"official={asked}")) < 3
    seitov(CYRILLIC, DECLINED)
    found = ["aida", "bolat", "dana"]
    assert sorted(on_page(client, f"official={asked}")) == sorted(in_api(client, f"official={asked}")) == found
    lines = client.get("/en/prisoners/export.csv", {"official": asked}).getvalue().decode()
    assert all(one in lines for one in found)
    assert client.get("/api/v1/statistics/", {"official": asked}).json()["total"] == 3


@pytest.mark.usefixtures("three")
def test_facts_stay_as_they_are_and_so_does_the_search_by_words(client: Client) -> None:
    before = list(Hearing.internal.order_by("pk").values_list("judge", flat=True))
    seitov(CYRILLIC)
    assert list(Hearing.internal.order_by("pk").values_list("judge", flat=True)) == before
    assert sorted(on_page(client, "official=Seitov")) == ["aida", "erlan"]


@pytest.mark.parametrize("where", ["hearing", "sanction", "case", "event", "event in a place", "in Russian"])
def test_spelling_is_found_wherever_it_stands(client: Client, where: str) -> None:
    one = factories.PrisonerFactory(slug="aida", country="KZ")
    case = factories.DefendantFactory(prisoner=one, case=factories.CaseFactory(country="KZ")).case
    place = factories.PlaceFactory(country="KZ")
    event = factories.EventFactory(country="" if where == "event in a place" else "KZ", place=place)
    event.prisoners.add(one)
    part = {"organisation": None, "role": "prosecutor", "name": CYRILLIC}
    made: dict[str, Callable[[], Any]] = {
        "hearing": lambda: factories.HearingFactory(case=case, judge=CYRILLIC),
        "sanction": lambda: factories.SanctionFactory(prisoner=one, judge=CYRILLIC),
        "case": lambda: factories.InvolvementFactory(event=None, case=case, **part),
        "event": lambda: factories.InvolvementFactory(event=event, **part),
        "event in a place": lambda: factories.InvolvementFactory(event=event, **part),
        "in Russian": lambda: factories.InvolvementFactory(
            event=None, case=case, **{**part, "name": "The prosecutor", "name_ru": CYRILLIC}
        ),
    }
    row = made[where]()
    factories.cite(row)
    seitov(CYRILLIC)
    assert on_page(client, "official=seitov") == on_page(client, f"official={LATIN}") == ["aida"]
    page = client.get("/en/officials/seitov/").content.decode()
    assert "/en/prisoners/aida/" in page
    assert "/en/officials/seitov/" in client.get("/en/prisoners/aida/").content.decode()
    type(row).internal.filter(pk=row.pk).update(state=PublicationState.WITHDRAWN)
    assert on_page(client, "official=seitov") == []
    assert "/en/prisoners/aida/" not in client.get("/en/officials/seitov/").content.decode()


def test_somebody_of_that_name_in_another_country_is_another_one(client: Client) -> None:
    a_hearing("aida", LATIN)
    a_hearing("wanda", LATIN, country="BY")
    seitov()
    assert on_page(client, "official=seitov") == ["aida"]
    assert "wanda" not in client.get("/en/officials/seitov/").content.decode()
    assert "/en/officials/" not in client.get("/en/prisoners/wanda/").content.decode()
    other = factories.OfficialFactory(slug="seitov-by", name=LATIN, country="BY")
    assert on_page(client, "official=seitov-by") == ["wanda"]
    assert sorted(on_page(client, f"official={LATIN}")) == ["aida", "wanda"]
    Official.internal.filter(pk=other.pk).update(country="RU")
    assert on_page(client, "official=seitov-by") == []
    assert OfficialSpelling.internal.get(official=other).country == "RU"


@pytest.mark.parametrize("role", ["lawyer", "witness", "victim", "employer"])
def test_nobody_who_is_no_official_is_shown_as_one(client: Client, role: str) -> None:
    case = factories.CaseFactory(country="KZ")
    factories.DefendantFactory(case=case, prisoner=factories.PrisonerFactory(slug="aida"))
    row = factories.InvolvementFactory(
        event=None, case=case, organisation=None, role=role, name=LATIN, consent_ground="own_consent"
    )
    factories.cite(row)
    seitov()
    assert on_page(client, "official=seitov") == []
    assert "/en/officials/" not in client.get("/en/prisoners/aida/").content.decode()


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("state", [one for one in PublicationState if one != PublicationState.PUBLISHED])
def test_unpublished_official_is_nowhere(client: Client, state: str) -> None:
    seitov(CYRILLIC, state=state)
    assert client.get("/en/officials/seitov/").status_code == 404
    assert client.get("/api/v1/officials/seitov/").status_code == 404
    assert client.get("/api/v1/officials/").json()["count"] == 0
    assert on_page(client, "official=seitov") == ["aida", "erlan"]
    assert on_page(client, f"official={CYRILLIC}") == ["bolat"]
    assert "/en/officials/seitov" not in client.get("/en/prisoners/aida/").content.decode()


def test_spelling_of_a_draft_tells_nothing(client: Client) -> None:
    a_hearing("aida", LATIN)
    a_hearing("bolat", CYRILLIC, state=PublicationState.DRAFT)
    official = seitov(CYRILLIC)

    def shown() -> list[bool]:
        row = client.get("/api/v1/officials/seitov/").json()
        return [
            CYRILLIC in client.get("/en/officials/seitov/").content.decode(),
            [one["text"] for one in row["spellings"]] == [LATIN, CYRILLIC],
            on_page(client, f"official={CYRILLIC}") != [],
        ]

    assert shown() == [False] * 3
    confidential = factories.cite(official.spellings.get(text=CYRILLIC), is_confidential=True)
    assert shown() == [False] * 3
    type(confidential.source).internal.filter(pk=confidential.source_id).update(is_confidential=False)
    assert shown() == [True] * 3
    confidential.delete()
    Hearing.internal.update(state=PublicationState.PUBLISHED)
    assert shown() == [True] * 3


def test_list_finds_nobody_by_a_spelling_of_a_draft(client: Client) -> None:
    a_hearing("bolat", "V. Kim", state=PublicationState.DRAFT)
    seitov("V. Kim")
    assert client.get("/api/v1/officials/", {"q": "Kim"}).json()["count"] == 0
    Hearing.internal.update(state=PublicationState.PUBLISHED)
    assert client.get("/api/v1/officials/", {"q": "Kim"}).json()["count"] == 1


def test_name_in_another_language_is_public_with_the_official(client: Client) -> None:
    seitov(CYRILLIC, name_ru=CYRILLIC)
    assert [one.text for one in OfficialSpelling.public.order_by("pk")] == [LATIN, CYRILLIC]


def test_name_is_the_first_spelling_and_the_database_compares_by_words() -> None:
    official = officials.enter(slug="seitov", name="Seitov,  A.N.", country="KZ")
    assert [one.text for one in official.spellings.all()] == ["Seitov,  A.N."]
    for text in ("seitov a n", "A. N. SEITOV"):
        with pytest.raises(RecordRefused, match="known already"):
            officials.keep_spelling(OfficialSpelling(official=official, text=text))
    other = officials.enter(slug="b", name="B. Seitov", country="KZ")
    with pytest.raises(RecordRefused, match="spelling of another official"):
        officials.keep_spelling(OfficialSpelling(official=other, text="N. A. Seitov"))
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficialSpelling(official=official, text="N. A. Seitov").save()
    with pytest.raises(RecordRefused, match="letters or digits"):
        officials.keep_spelling(OfficialSpelling(official=other, text="—"))
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficialSpelling(official=other, text="—").save()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": " — "}, "needs a name"),
        ({"country": "XX"}, "two capital letters"),
        ({"slug": "a b"}, "Latin letters"),
        ({"slug": "taken"}, "belongs to another official"),
        ({"name": "Taken"}, "spelling of another official"),
    ],
)
def test_official_is_refused_with_the_reason(fields: dict[str, str], reason: str) -> None:
    officials.enter(slug="taken", name="Taken", country="KZ")
    with pytest.raises(RecordRefused, match=reason):
        officials.enter(**{"slug": "seitov", "name": LATIN, "country": "KZ", **fields})
    assert Official.internal.count() == 1


def test_country_is_not_changed_where_somebody_is_called_so() -> None:
    officials.enter(slug="seitov-by", name=LATIN, country="BY")
    official = officials.enter(slug="seitov", name=LATIN, country="KZ")
    official.country = "BY"
    with pytest.raises(RecordRefused, match="say in the office of each what tells them apart"):
        officials.keep(official)


def test_old_address_redirects_and_finds(client: Client) -> None:
    a_hearing("aida", LATIN)
    official = seitov()
    official.slug = "seitov-a-n"
    officials.keep(official)
    moved = client.get("/en/officials/seitov/?page=2")
    assert (moved.status_code, moved["Location"]) == (301, "/en/officials/seitov-a-n/?page=2")
    assert client.get("/api/v1/officials/seitov/").status_code == 301
    assert on_page(client, "official=seitov") == ["aida"]
    with pytest.raises(RecordRefused, match="or did once"):
        officials.enter(slug="seitov", name="Another", country="KZ")
    official.slug = "seitov"
    officials.keep(official)
    assert client.get("/en/officials/seitov/").status_code == 200
    assert client.get("/en/officials/seitov-a-n/").status_code == 301
    Official.internal.update(state=PublicationState.WITHDRAWN)
    assert client.get("/en/officials/seitov-a-n/").status_code == 404


@pytest.mark.parametrize("asked", ["Сейітов", "Seitow", "А. Сеитов", "seitov"])
def test_list_finds_by_any_spelling(client: Client, asked: str) -> None:
    seitov()
    factories.OfficialFactory(slug="kim", name="V. Kim")
    assert [one["slug"] for one in client.get("/api/v1/officials/", {"q": asked}).json()["results"]] == ["seitov"]
    page = client.get("/en/officials/", {"q": asked}).content.decode()
    assert "/en/officials/seitov/" in page
    assert "/en/officials/kim/" not in page


def test_list_is_asked_by_country(client: Client) -> None:
    seitov()
    assert client.get("/api/v1/officials/", {"country": "BY"}).json()["count"] == 0
    assert client.get("/en/officials/", {"country": "XX"}).status_code == 400


def test_likely_the_same_official_is_proposed() -> None:
    seitov(state=PublicationState.DRAFT)
    factories.OfficialFactory(slug="kim", name="V. Kim")
    assert [one.official.slug for one in namesakes("Сеитов А. Н.", "KZ")] == ["seitov"]
    assert namesakes("Сеитов А. Н.", "BY") == namesakes("Ахметова Б.", "KZ") == namesakes("—", "KZ") == []


def _statements(client: Client, address: str) -> int:
    return len(queries_of(client.get, address))


PAGES = [
    "/en/officials/",
    "/en/officials/seitov/",
    "/api/v1/officials/",
    "/en/prisoners/?official=seitov",
    "/en/hearings/?official=seitov",
    "/api/v1/hearings/?official=seitov",
    "/calendar/officials/seitov.ics",
]


@pytest.mark.parametrize("address", PAGES)
def test_pages_cost_as_many_statements_for_one_as_for_three(client: Client, address: str) -> None:
    seitov(CYRILLIC, DECLINED)
    a_hearing("one", LATIN)
    first = _statements(client, address)
    for number in range(2):
        a_hearing(f"more-{number}", CYRILLIC)
        factories.cite(factories.OfficialFactory(slug=f"more-{number}"))
    assert _statements(client, address) == first


def test_newest_fact_stands_first_and_says_how_it_names_the_official(client: Client) -> None:
    for slug, judge, day in (("aida", LATIN, "2019"), ("bolat", CYRILLIC, "2021-05-01"), ("dana", LATIN, "2020-02")):
        a_hearing(slug, judge, held_on=day, starts_at=None)
    a_hearing("undated", LATIN, held_on="", starts_at=None, state=PublicationState.PUBLISHED, status="unknown")
    seitov(CYRILLIC)
    text = client.get("/en/officials/seitov/").content.decode()
    places = [text.index(f"/en/prisoners/{slug}/") for slug in ("bolat", "dana", "aida", "undated")]
    assert places == sorted(places)
    assert f"Named there as “<bdi>{CYRILLIC}</bdi>”." in text


def test_people_whose_pages_are_not_public_are_not_named(client: Client) -> None:
    one = a_hearing("aida", LATIN)
    Prisoner.internal.filter(pk=one.pk).update(state=PublicationState.DRAFT)
    seitov()
    assert one.name not in client.get("/en/officials/seitov/").content.decode()
    Case.internal.update(state=PublicationState.DRAFT)
    assert "No public fact names this official." in client.get("/en/officials/seitov/").content.decode()


def test_nobody_is_asked_for_by_marks_alone() -> None:
    seitov()
    assert asked_for("—") == []
    assert people_before("—") == "{}"


def test_list_without_anybody_says_so_and_blames_no_filter(client: Client) -> None:
    empty, narrowed = (client.get("/en/officials/", asked).content.decode() for asked in ({}, {"q": "Seitov"}))
    assert "No official is in the record yet." in empty
    assert "No official of the record fits." not in empty
    assert "No official of the record fits." in narrowed


def test_empty_list_says_whom_facts_name_and_leads_to_their_people(client: Client) -> None:
    a_hearing("aida", LATIN)
    a_hearing("bolat", CYRILLIC, state=PublicationState.DRAFT)
    page = client.get("/en/officials/").content.decode()
    assert "a second person publishes it" in page
    assert f'<a href="/en/prisoners/?official=A.+N.+Seitov#results">{LATIN}</a>' in page
    assert CYRILLIC not in page
    seitov()
    assert "a second person publishes it" not in client.get("/en/officials/").content.decode()


def _dates(client: Client, query: str) -> set[str]:
    """The court dates that page and API find alike, by whose they are."""
    page = client.get(f"/en/hearings/?{query}").context
    rows = client.get(f"/api/v1/hearings/?{query}").json()["results"]
    assert len(page["upcoming"]) + len(page["past"]) == len(rows)
    of_cases = dict(Case.internal.values_list("slug", "defendants__slug"))
    return {str(of_cases[row["case"]]) for row in rows}


def test_court_dates_are_asked_by_the_official_as_people_are(client: Client) -> None:
    for slug, judge in (("aida", LATIN), ("bolat", CYRILLIC), ("dana", "V. Kim"), ("erlan", "")):
        a_hearing(slug, judge)
    a_hearing("hidden", LATIN, state=PublicationState.DRAFT)
    part = {"event": None, "organisation": None, "role": "prosecutor", "name": LATIN}
    factories.InvolvementFactory(case=Case.internal.get(defendants__slug="erlan"), **part)
    assert _dates(client, f"official={LATIN}") == _dates(client, "official=Seitov") == {"aida", "erlan"}
    seitov(CYRILLIC)
    for asked in ("seitov", LATIN, CYRILLIC):
        assert _dates(client, f"official={asked}") == {"aida", "bolat", "erlan"}
    assert _dates(client, "official=seitov&prisoner=bolat") == {"bolat"}
    assert _dates(client, "official=seitov&status=held") == _dates(client, "official=—") == set()
    Case.internal.filter(defendants__slug="erlan").update(state=PublicationState.DRAFT)
    assert _dates(client, "official=seitov") == {"aida", "bolat"}
    assert client.get("/en/hearings/", {"official": "x" * 251}).status_code == 400
    assert "/en/hearings/?official=seitov#results" in client.get("/en/officials/seitov/").content.decode()


@time_machine.travel("2026-12-01T12:00:00Z")
def test_calendar_of_an_official_has_the_court_dates_under_all_spellings(client: Client) -> None:
    for slug, judge in (("aida", LATIN), ("bolat", CYRILLIC), ("dana", "V. Kim")):
        a_hearing(slug, judge)
    official = seitov(CYRILLIC)
    assert "/calendar/officials/seitov.ics" in client.get("/en/officials/seitov/").content.decode()
    assert client.get("/calendar/officials/seitov.ics").content.count(b"BEGIN:VEVENT") == 2
    officials.rename_slug(official, "seitov-a-n")
    moved = client.get("/calendar/officials/seitov.ics?lang=ru")
    assert (moved.status_code, moved["Location"]) == (301, "/calendar/officials/seitov-a-n.ics?lang=ru")
    Official.internal.update(state=PublicationState.WITHDRAWN)
    for slug in ("seitov", "seitov-a-n"):
        assert client.get(f"/calendar/officials/{slug}.ics").status_code == 404


def two_of_one_name(**second: Any) -> tuple[Official, Official]:
    return seitov(office="judge in Aktau"), seitov(slug="seitov-2", office="judge in Astana", **second)


def _page_of(client: Client, slug: str) -> str:
    return client.get(f"/en/officials/{slug}/").content.decode()


def test_name_that_fits_two_is_nobodys_until_somebody_has_said_whose_it_is(client: Client) -> None:
    a_hearing("aida", LATIN)
    _first, second = two_of_one_name()
    assert on_page(client, "official=seitov") == on_page(client, "official=seitov-2") == []
    assert on_page(client, f"official={LATIN}") == ["aida"]
    for slug in ("seitov", "seitov-2"):
        assert "/en/prisoners/aida/" not in _page_of(client, slug)
        assert "Another official of this country is called so." in _page_of(client, slug)
    assert "/en/officials/" not in client.get("/en/prisoners/aida/").content.decode().partition("</header>")[2]
    Hearing.internal.update(official=second)
    assert on_page(client, "official=seitov-2") == in_api(client, "official=seitov-2") == ["aida"]
    assert on_page(client, "official=seitov") == []
    assert (
        "/en/prisoners/aida/" in _page_of(client, "seitov"),
        "/en/prisoners/aida/" in _page_of(client, "seitov-2"),
    ) == (
        False,
        True,
    )
    assert "/en/officials/seitov-2/" in client.get("/en/prisoners/aida/").content.decode()
    assert client.get("/api/v1/hearings/?official=seitov-2").json()["count"] == 1
    second.delete()
    assert Hearing.internal.get().official is None
    assert on_page(client, "official=seitov") == ["aida"]


def test_draft_of_another_of_that_name_takes_nothing_from_the_public_one(client: Client) -> None:
    a_hearing("aida", LATIN)
    _first, second = two_of_one_name(state=PublicationState.DRAFT)
    assert on_page(client, "official=seitov") == ["aida"]
    assert "is called so" not in _page_of(client, "seitov")
    Hearing.internal.update(official=second)
    assert on_page(client, "official=seitov") == []
    assert "/en/officials/seitov" not in client.get("/en/prisoners/aida/").content.decode()


def test_choice_counts_only_where_the_name_fits(client: Client) -> None:
    a_hearing("aida", "V. Kim")
    official = seitov()
    Hearing.internal.update(official=official)
    assert on_page(client, "official=seitov") == []
    assert "/en/officials/seitov/" not in client.get("/en/prisoners/aida/").content.decode()


@pytest.mark.parametrize(("one", "other"), [("", ""), ("judge", ""), ("", "judge"), ("judge", " Judge")])
def test_two_of_one_name_are_told_apart_by_their_offices(one: str, other: str) -> None:
    officials.enter(slug="seitov", name=LATIN, country="KZ", office=one)
    with pytest.raises(RecordRefused, match="say in the office of each what tells them apart"):
        officials.enter(slug="seitov-2", name="Seitov A. N.", country="KZ", office=other)
    assert OfficialSpelling.internal.count() == 1


def test_what_tells_two_apart_cannot_be_taken_away() -> None:
    officials.enter(slug="seitov", name=LATIN, country="KZ", office="judge in Aktau")
    second = officials.enter(slug="seitov-2", name=LATIN, country="KZ", office="judge in Astana")
    second.office = "judge in Aktau"
    with pytest.raises(RecordRefused, match="the two must differ"):
        officials.keep(second)
