"""The site with the keyboard alone: nothing is out of reach, and one always sees where one is."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from actions.choices import SignUpState
from actions.models import SignUp
from tests.face.serving import looking
from tests.face.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]
PHONE = {"width": 360, "height": 740}
HERE = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
  const first = here.getClientRects()[0], there = (x, y) => document.elementFromPoint(x, y);
  const over = first && there(first.x + first.width / 2, first.y + first.height / 2);
  return {
    words: here.innerText || here.name || here.id, outline: style.outlineStyle, thick: parseFloat(style.outlineWidth),
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0, top: box.top + scrollY,
    free: !over || here.contains(over) || over.contains(here),
  };
}"""
ACTED_ON = ".button, main :is(input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea, button)"


@pytest.fixture
def page(browser: Browser, world: World) -> Iterator[Page]:
    # Without gliding, so that a stop is where it will be.
    with looking(browser, world.visitor, viewport=PHONE, reduced_motion="reduce") as (page, _seen):
        yield page


def _tab(page: Page, key: str = "Tab") -> dict[str, Any]:
    page.keyboard.press(key)
    return page.evaluate(HERE)


def test_first_stop_is_the_way_past_the_menu(page: Page) -> None:
    page.goto("/en/")
    first = _tab(page)
    assert (first["words"], first["seen"]) == ("Skip to the content", True)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("path", ["/en/", "/en/prisoners/whole/", "/en/actions/a-picket/sign-up/", "/en/days/"])
def test_every_stop_is_seen(page: Page, path: str) -> None:
    page.goto(path)
    stops = [_tab(page) for _number in range(25)]
    assert [one for one in stops if not one["seen"] or one["outline"] == "none" or one["thick"] < 2] == []
    assert [one for one in stops if not one["free"]] == []


def test_activist_signs_up_without_a_mouse(page: Page) -> None:
    page.goto("/en/actions/a-picket/sign-up/")
    wanted = {"address": "alice@people.example", "name": "Alice", "guests": "1", "consent": "Space"}
    for _number in range(60):
        here = _tab(page)["words"]
        if here == "consent":
            page.keyboard.press(wanted.pop(here))
        elif here in wanted:
            page.keyboard.press("ControlOrMeta+A")
            page.keyboard.type(wanted.pop(here))
        elif not wanted and page.evaluate("document.activeElement.matches('main form button')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("mailbox")
    row = SignUp.objects.get(state=SignUpState.UNCONFIRMED)
    assert (row.name, row.guests) == ("Alice", 1)


def test_languages_open_and_lead_to_the_same_page(page: Page) -> None:
    page.goto("/en/prisoners/whole/?as_of=2021-06-01")
    page.locator("details.menu summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/prisoners/whole/?as_of=2021-06-01")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names is reached, as somebody does who looks for it."""
    for _press in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached")


def test_way_from_the_first_page_to_an_alert_about_somebody(page: Page) -> None:
    page.goto("/en/")
    _tab_to(page, "main a[href$='/prisoners/whole/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/prisoners/whole/")
    _tab_to(page, "a[href='#subscribe']")
    page.keyboard.press("Enter")
    _tab_to(page, ".subscribe [name=address]")
    page.keyboard.type("reader@people.example")
    _tab_to(page, ".subscribe [name=consent]")
    page.keyboard.press("Space")
    _tab_to(page, ".subscribe button")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Look into your mailbox")


def test_way_from_a_long_page_to_what_one_looks_for(page: Page) -> None:
    page.goto("/en/campaigns/a-campaign/")
    _tab_to(page, ".jumps a[href='#sources']")
    page.keyboard.press("Enter")
    _tab_to(page, ".sources a, main a")
    assert page.evaluate(HERE)["seen"]
    assert page.locator("#sources").evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_filter_is_filled_and_sent(page: Page) -> None:
    page.goto("/en/prisoners/")
    page.locator("[name=q]").focus()
    page.keyboard.type("Konstantinova")
    page.keyboard.press("Enter")
    expect(page.locator("#results h2")).to_have_text("1 person")


def test_sign_up_is_filled_in_the_order_in_which_it_is_read(page: Page) -> None:
    page.goto("/en/actions/a-picket/sign-up/")
    page.locator("main form.form").first.locator("input:visible").first.focus()
    tops = [page.evaluate(HERE)["top"], *(_tab(page)["top"] for _number in range(4))]
    assert tops == sorted(tops)


def test_error_leads_to_its_field(browser: Browser, world: World) -> None:
    with looking(browser, world.visitor, viewport=PHONE, java_script_enabled=False) as (page, _seen):
        page.goto("/en/actions/a-picket/sign-up/")
        page.locator("[name=address]").fill("someone@nowhere")
        page.locator("[name=consent]").check()
        page.locator("form.form button").first.focus()
        page.keyboard.press("Enter")
        page.locator("a[href='#id_address']").focus()
        page.keyboard.press("Enter")
        expect(page.locator("[name=address]")).to_be_focused()


@pytest.mark.parametrize("path", ["/en/alerts/", "/en/actions/a-picket/sign-up/", "/en/contribute/", "/en/prisoners/"])
def test_what_is_pressed_is_large_enough(page: Page, path: str) -> None:
    page.goto(path)
    heights = page.locator(ACTED_ON).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => [one.outerHTML.slice(0, 60), one.offsetHeight])"
    )
    assert len(heights) > 1
    assert [one for one in heights if one[1] < 44] == []


def test_nothing_glides_where_the_reader_wants_rest(browser: Browser, world: World) -> None:
    for wish, way in (("reduce", "auto"), ("no-preference", "smooth")):
        with looking(browser, world.visitor, reduced_motion=wish) as (page, _seen):
            page.goto("/en/about/")
            assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == way


def test_buttons_and_states_keep_an_edge_in_colours_of_the_readers_own(browser: Browser, world: World) -> None:
    with looking(browser, world.visitor, forced_colors="active") as (page, _seen):
        page.goto("/en/prisoners/")
        edges = page.locator(".status, .button").evaluate_all(
            "all => all.map(one => getComputedStyle(one).borderTopWidth)"
        )
        assert edges
        assert set(edges) <= {"1px", "2px"}
