"""Search engines are told of every public page in every language, and of nothing else; a long record is paged."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from campaign.sitemaps import KINDS, InOneLanguage
from prisoners.choices import PublicationState
from prisoners.publication import withdraw
from tests import factories as make
from tests.actions.rows import make_dispatch
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ORIGIN = settings.SITE_ORIGIN.rstrip("/")
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def read(client: Client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return ElementTree.fromstring(response.content)  # noqa: S314, this is our own answer


def addresses(client: Client, address: str) -> list[str]:
    """The addresses that a list names, without the site's own."""
    found = [one.text or "" for one in read(client, address).findall("s:url/s:loc", NAMES)]
    assert all(one.startswith(f"{ORIGIN}/") for one in found)
    return [one.removeprefix(ORIGIN) for one in found]


def everything(client: Client) -> list[str]:
    """All addresses of all lists that the index names."""
    lists = [one.text or "" for one in read(client, "/sitemap.xml").findall("s:sitemap/s:loc", NAMES)]
    return [one for each in lists for one in addresses(client, "/" + each.partition("://")[2].partition("/")[2])]


def test_every_address_opens_and_each_public_row_has_one_in_every_language(client: Client) -> None:
    make.a_whole_campaign(slug="a-campaign")
    make_dispatch(slug="a-dispatch", state="sending", started_at=datetime.now(UTC))
    found = everything(client)
    assert len(found) == len(set(found))
    assert "/en/strikes/" in found
    assert any(one.startswith("/en/organisations/") for one in found)
    for path in ("prisoners/{slug}/", "campaigns/a-campaign/", "dispatches/a-dispatch/", "about/privacy/"):
        slug = make.Prisoner.public.order_by("pk").values_list("slug", flat=True)[0]
        assert {f"/{code}/{path.format(slug=slug)}" for code in LANGUAGES} <= set(found)
    assert [one for one in found if one.startswith("/en/") and client.get(one).status_code != 200] == []


@pytest.mark.parametrize("state", [one for one in PublicationState if one != PublicationState.PUBLISHED])
def test_nothing_unpublished_or_withdrawn_is_named(client: Client, state: str) -> None:
    factories = (make.PrisonerFactory, make.CampaignFactory, make.ActionFactory, make.AppealFactory, make.GroupFactory)
    for factory in (*factories, make.DayOfActionFactory):
        factory(slug=f"hidden-{factory._meta.model._meta.model_name}", state=state)
    make_dispatch(slug="hidden-dispatch", state="draft")
    make.InvolvementFactory(organisation__slug="hidden-company", state=state)
    assert [one for one in everything(client) if "hidden" in one] == []


def test_entry_names_the_same_page_in_every_language(client: Client) -> None:
    make.PrisonerFactory(slug="one")
    entry = read(client, "/sitemap-prisoners-ru.xml").find("s:url", NAMES)
    assert entry is not None
    links = {one.attrib["hreflang"]: one.attrib["href"] for one in entry.findall("x:link", NAMES)}
    assert links == {code: f"{ORIGIN}/{code}/prisoners/one/" for code in LANGUAGES}


def test_entry_of_a_person_says_when_a_fact_of_the_page_changed_last(client: Client) -> None:
    def changed_on() -> str | None:
        return read(client, "/sitemap-prisoners-en.xml").findtext("s:url/s:lastmod", namespaces=NAMES)

    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC), tick=False):
        prisoner = make.PrisonerFactory(slug="one")
    with time_machine.travel(datetime(2026, 2, 1, tzinfo=UTC), tick=False):
        sanction = make.SanctionFactory(prisoner=prisoner, published_at=datetime.now(UTC))
        assert changed_on() == "2026-02-01"
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False):
        make.SanctionFactory(prisoner=prisoner, state=PublicationState.DRAFT)
        assert changed_on() == "2026-02-01"
        withdraw(sanction, None, "It was another's.", trusted=True)
        assert changed_on() == "2026-03-01"
    with time_machine.travel(datetime(2026, 4, 1, tzinfo=UTC), tick=False):
        sanction.save()
        assert changed_on() == "2026-03-01"


def test_entry_of_a_person_tells_nothing_of_what_is_not_public(client: Client) -> None:
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC), tick=False):
        prisoner = make.PrisonerFactory(slug="one")
        case = make.CaseFactory(state=PublicationState.DRAFT)
        charge = make.ChargeFactory(prisoner=prisoner, case=case, published_at=datetime.now(UTC))
        sanction = make.SanctionFactory(prisoner=prisoner, state=PublicationState.DRAFT, published_at=None)
    with time_machine.travel(datetime(2026, 2, 1, tzinfo=UTC), tick=False):
        charge.save()
        withdraw(sanction, None, "It was entered twice.", trusted=True)
        withdraw(charge, None, "It was another's.", trusted=True)
    entry = read(client, "/sitemap-prisoners-en.xml")
    assert entry.findtext("s:url/s:lastmod", namespaces=NAMES) == "2026-01-01"


def test_list_without_an_entry_is_not_named(client: Client) -> None:
    named = "".join(read(client, "/sitemap.xml").itertext())
    assert named.count("/sitemap-pages-") == named.count("/sitemap-") == len(LANGUAGES)
    make.PrisonerFactory(slug="one")
    named = "".join(read(client, "/sitemap.xml").itertext())
    assert ("/sitemap-prisoners-en.xml" in named, "/sitemap-appeals-en.xml" in named) == (True, False)


def test_each_kind_is_counted_once_for_all_languages(client: Client) -> None:
    counts = [one for one in queries_of(client.get, "/sitemap.xml") if "COUNT(" in one]
    assert len(counts) == len(KINDS) - 1


def test_long_list_is_paged_and_each_page_takes_the_same_queries(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(InOneLanguage, "limit", 2)

    def asked(address: str) -> int:
        return len(queries_of(client.get, address))

    make.PrisonerFactory(slug="person-1")
    one, index = asked("/sitemap-prisoners-en.xml"), asked("/sitemap.xml")
    for number in range(2, 6):
        make.PrisonerFactory(slug=f"person-{number}")
    assert (asked("/sitemap-prisoners-en.xml"), asked("/sitemap-prisoners-en.xml?p=3")) == (one, one)
    assert asked("/sitemap.xml") == index
    pages = [addresses(client, f"/sitemap-prisoners-en.xml?p={page}") for page in (1, 2, 3)]
    assert [one for page in pages for one in page] == [f"/en/prisoners/person-{number}/" for number in range(1, 6)]
    assert sum("prisoners-en.xml" in (one.text or "") for one in read(client, "/sitemap.xml").iter()) == 3


@pytest.mark.parametrize(
    "address", ["/sitemap-prisoners-en.xml?p=9", "/sitemap-prisoners-en.xml?p=x", "/sitemap-x.xml"]
)
def test_list_that_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post("/sitemap.xml").status_code == 405


def test_robots_are_sent_to_the_list(client: Client) -> None:
    assert f"Sitemap: {ORIGIN}/sitemap.xml" in client.get("/robots.txt").content.decode().splitlines()
    assert all(name in KINDS for name in ("pages", "prisoners"))
