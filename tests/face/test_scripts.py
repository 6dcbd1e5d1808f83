"""What scripts add: filters that answer at once, fields that say what is wrong. All of it works without them too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.face.serving import looking
from tests.face.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def page(browser: Browser, world: World) -> Iterator[Page]:
    with looking(browser, world.visitor, viewport=PHONE) as (page, _seen):
        yield page


@pytest.fixture
def plain(browser: Browser, world: World) -> Iterator[Page]:
    """A browser that runs no script."""
    with looking(browser, world.visitor, viewport=PHONE, java_script_enabled=False) as (page, _seen):
        yield page


def test_filter_answers_at_once_and_can_be_passed_on(page: Page) -> None:
    page.goto("/en/prisoners/")
    page.evaluate("window.stays = true")
    page.locator("[name=q]").fill("Konstantinova")
    expect(page.locator("#results h2")).to_have_text("1 person")
    expect(page.locator("form.filters + [role=status]")).to_have_text("1 person")
    assert page.evaluate("window.stays")
    assert page.url.endswith("/en/prisoners/?q=Konstantinova")
    page.reload()
    expect(page.locator("#results h2")).to_have_text("1 person")


def test_only_the_newest_question_is_answered(page: Page) -> None:
    page.goto("/en/prisoners/")
    for words in ("nobody at all", "Konstantinova"):
        page.locator("[name=q]").fill(words)
        page.locator("[name=q]").press("Enter")
    expect(page.locator("#results h2")).to_have_text("1 person")


def test_value_that_is_not_understood_is_said_by_the_page_itself(page: Page) -> None:
    page.goto("/en/prisoners/")
    page.locator("details.fold > summary").click()
    page.locator("details.more > summary").click()
    page.locator("[name=arrested]").fill("nonsense")
    page.locator("[name=arrested]").press("Enter")
    expect(page.locator(".field.invalid [name=arrested]")).to_be_visible()


@pytest.mark.parametrize(
    ("zone", "chosen"),
    [
        ("Asia/Almaty", "Asia/Almaty"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("UTC", "UTC"),
    ],
)
def test_the_browser_s_own_zone_is_filled_in_and_goes_nowhere_else(
    browser: Browser, world: World, zone: str, chosen: str
) -> None:
    with looking(browser, world.visitor, viewport=PHONE, timezone_id=zone) as (page, _seen):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
        page.goto("/en/alerts/")
        expect(page.locator("select[name=time_zone]")).to_have_value(chosen)
        page.goto("/en/")
        hidden = page.locator("input[name=time_zone]")
        expect(hidden).to_have_value("" if zone == "UTC" else zone)
        assert zone == "UTC" or not [one for one in asked if zone in one or chosen in one]


def test_zone_that_was_chosen_is_not_chosen_otherwise(browser: Browser, world: World) -> None:
    with looking(browser, world.visitor, viewport=PHONE, timezone_id="Asia/Almaty") as (page, _seen):
        page.goto("/en/alerts/")
        expect(page.locator("select[name=time_zone]")).to_have_value("Asia/Almaty")
        page.locator("select[name=time_zone]").select_option("Europe/Vienna")
        page.locator("form.form").last.evaluate("form => { form.noValidate = true; form.submit(); }")
        expect(page.locator(".errorlist").first).to_be_visible()
        expect(page.locator("select[name=time_zone]")).to_have_value("Europe/Vienna")


def test_filter_works_without_script(plain: Page) -> None:
    plain.goto("/en/prisoners/")
    plain.locator("[name=q]").fill("Konstantinova")
    plain.locator("form.filters button").first.click()
    expect(plain.locator("#results h2")).to_have_text("1 person")


def test_field_says_what_is_wrong_and_takes_it_back(page: Page) -> None:
    page.goto("/en/actions/a-picket/sign-up/")
    address = page.locator("[name=address]")
    address.fill("not an address")
    address.blur()
    said = page.locator(".field.invalid .errorlist")
    expect(said).to_be_visible()
    assert said.get_attribute("id") in str(address.get_attribute("aria-describedby")).split()
    address.fill("alice@people.example")
    expect(said).to_have_count(0)
    expect(address).to_have_attribute("aria-invalid", "false")


def test_field_keeps_its_help_when_it_says_more(page: Page) -> None:
    page.goto("/en/alerts/")
    address = page.locator("[name=address], [name=email]").first
    before = address.get_attribute("aria-describedby")
    address.fill("x")
    address.blur()
    address.fill("alice@people.example")
    assert address.get_attribute("aria-describedby") == before


@pytest.mark.parametrize("path", ["lists.js", "forms.js", "offline.js", "push.js"])
def test_script_is_small_and_asks_nobody_else(path: str) -> None:
    words = Path(f"static/uf/{path}").read_text()
    assert len(words) < 4000
    assert not re.search(r"https?://|innerHTML|eval\(", words)
