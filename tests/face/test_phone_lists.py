"""On a phone a list begins with what it lists: the filters stand folded until one is used. At a desk they lie open."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.face.serving import looking
from tests.face.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
#: Of each list the page, what its first result is, and a filter with something to choose.
LISTS = {
    "prisoners": ("#results .pcard", "country"),
    "hearings": ("#results .hearing", "upcoming"),
    "actions": ("#results .acard", "city"),
}
LANGUAGES = ("en", "ru", "he")


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def phone(browser: Browser, world: World, request: pytest.FixtureRequest) -> Iterator[Page]:
    with looking(browser, world.visitor, viewport=PHONE, java_script_enabled=request.param) as (page, _seen):
        yield page


def _top(found: Locator) -> float:
    box = found.first.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_first_result_stands_on_the_first_screen_of_a_phone(phone: Page, name: str, language: str) -> None:
    phone.goto(f"/{language}/{name}/")
    result, field = LISTS[name]
    expect(phone.locator(f"[name={field}]")).to_be_hidden()
    assert _top(phone.locator(result)) < PHONE["height"]
    phone.locator("details.fold > summary").click()
    expect(phone.locator(f"[name={field}]")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_report_stands_there_too_and_leads_to_the_map_below(phone: Page, language: str) -> None:
    phone.goto(f"/{language}/reports/")
    assert _top(phone.locator(".rcard")) < PHONE["height"]
    phone.locator("main a[href='#places']").click()
    expect(phone.locator("figure.map svg")).to_be_in_viewport()


@pytest.mark.parametrize("name", LISTS)
def test_filters_stand_open_where_one_is_used_and_not_for_a_name_or_an_order(phone: Page, name: str) -> None:
    field = LISTS[name][1]
    value = phone.locator(f"[name={field}] option:not([value=''])")
    phone.goto(f"/en/{name}/")
    phone.goto(f"/en/{name}/?{field}={value.first.get_attribute('value')}")
    expect(phone.locator(f"[name={field}]")).to_be_visible()
    phone.goto(f"/en/{name}/?q=Konstantinova&sort=name&page=1")
    expect(phone.locator(f"[name={field}]")).to_be_hidden()


def test_main_filters_lie_open_at_a_desk(browser: Browser, world: World) -> None:
    with looking(browser, world.visitor, viewport=DESK) as (page, _seen):
        for name, (_result, field) in LISTS.items():
            page.goto(f"/en/{name}/")
            expect(page.locator(f"[name={field}]")).to_be_visible()
            expect(page.locator("details.fold > summary")).to_be_hidden()
            expect(page.locator("details.more > div")).to_be_hidden()
