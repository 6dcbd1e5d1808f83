"""The chief pages of the researchers' desk in a browser: no rule of WCAG 2.2 AA broken, none wider than its screen."""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize

from prisoners.choices import SanctionKind, StaffRole
from prisoners.models import Hearing
from prisoners.services import detentions, hearings, officials, sanctions
from tests.face.axe import violations
from tests.face.serving import looking
from tests.face.test_every_page import DESK, PHONE, RULES, RULES_OF_THE_OTHER, SIDEWAYS
from tests.prisoners import make

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]
PAGES = (
    "/staff/",
    "/staff/prisoners/",
    "/staff/prisoners/prisoner/",
    "/staff/prisoners/prisoner/add/",
    "/staff/prisoners/prisoner/{prisoner}/change/",
    "/staff/prisoners/prisoner/{prisoner}/history/",
    "/staff/prisoners/hearing/",
    "/staff/prisoners/hearing/{hearing}/change/",
    "/staff/prisoners/detention/",
    "/staff/prisoners/official/{official}/change/",
    "/staff/prisoners/official/{official}/merge/?other=judge-2",
    "/staff/prisoners/official/names/",
    "/staff/prisoners/official/spelling/?name=A.+Judge&country=KZ",
    "/staff/prisoners/source/",
    "/staff/prisoners/batch/",
    "/staff/prisoners/batch/add/",
)


@pytest.fixture
def numbers() -> dict[str, int]:
    """A person in prison with a hearing to come and sources, by what the addresses call them."""
    prisoner = make.published(make.a_prisoner())
    term = make.published(sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2026-01-01", years=3))
    make.published(detentions.detain(prisoner, sanction=term, place=make.a_place(), started_on="2026-01-01"))
    hearing = hearings.schedule(make.a_case(prisoner), place=make.a_place(name="Almaty"), held_on="2026-11-20")
    hearings.keep(_judged(hearing))
    official, _other = (officials.enter(slug=f"judge-{one}", name=f"A. Judge{one}", country="KZ") for one in (1, 2))
    return {"prisoner": prisoner.pk, "hearing": hearing.pk, "official": official.pk}


def _judged(hearing: Hearing) -> Hearing:
    hearing.judge = "A judge without a page"
    return hearing


@pytest.fixture
def rosa() -> Client:
    """Somebody who may do all that is done at the desk of the record."""
    client = Client()
    client.force_login(make.staff("rosa", StaffRole.RESEARCHER, StaffRole.PUBLISHER))
    return client


@pytest.mark.parametrize("address", PAGES)
def test_page_of_the_desk_breaks_no_rule_and_fits(
    browser: Browser, rosa: Client, numbers: dict[str, int], address: str
) -> None:
    assert _faults(browser, rosa, address.format(**numbers)) == []


#: What moves sideways within itself.
WITHIN = """() => [...document.querySelectorAll("#content *")].filter(one => one.clientWidth)
  .filter(one => one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
  .map(one => one.className || one.tagName)"""


@pytest.mark.parametrize(
    ("address", "first", "said"),
    [
        ("/staff/prisoners/hearing/", "#result_list tbody tr", "Local date: 20 November 2026"),
        ("/staff/prisoners/hearing/{hearing}/change/", "#citations-0", "Page or paragraph: "),
    ],
)
def test_rows_of_the_desk_stand_as_cards_on_a_phone(
    browser: Browser, rosa: Client, numbers: dict[str, int], address: str, first: str, said: str
) -> None:
    with looking(browser, rosa, viewport=PHONE) as (page, _seen):
        page.goto(address.format(**numbers))
        labels = "one => [...one.querySelectorAll('[data-label]')].map(x => x.dataset.label + ': ' + x.innerText)"
        told = page.locator(first).first.evaluate(labels)
        assert [one for one in told if one.startswith(said)]
        assert page.evaluate(WITHIN) == []


def test_door_of_the_desk_breaks_no_rule_and_fits(browser: Browser) -> None:
    assert _faults(browser, Client(), "/staff/login/") == []


def test_look_at_a_spreadsheet_breaks_no_rule_and_fits(browser: Browser, rosa: Client) -> None:
    sheet = "Name;Country;Born;Colour\nYerlan Example;KZ;1962;\nYerlan Exampel;KZ;31.04.1980;red\n"
    make.a_prisoner()
    with looking(browser, rosa, viewport=PHONE) as (page, _seen):
        page.goto("/staff/prisoners/batch/add/")
        file: Any = {"name": "list.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
        page.locator("[type=file]").set_input_files([file])
        page.locator("#content [type=submit]").first.click()
        page.locator("text=What the columns mean").wait_for()
        assert _wrong(page, RULES, PHONE) == []


def _faults(browser: Browser, client: Client, address: str) -> list[Any]:
    """All that is wrong on a phone and a screen in English and the light, and in Hebrew and the dark."""
    found = []
    for code, scheme, rules in (("en", "light", RULES), ("he", "dark", RULES_OF_THE_OTHER)):
        client.cookies["django_language"] = code
        with looking(browser, client, viewport=PHONE, color_scheme=scheme) as (page, _seen):
            for size in (PHONE, DESK):
                page.set_viewport_size(size)
                page.goto(address)
                found += _wrong(page, rules, size)
    return found


def _wrong(page: Page, rules: list[str], size: ViewportSize) -> list[Any]:
    broken = [(size["width"], one["id"], part["html"]) for one in violations(page, rules) for part in one["nodes"]]
    wider = page.evaluate(SIDEWAYS)
    return [*broken, *([f"{wider} px wider than {size['width']}"] if wider > 0 else [])]
