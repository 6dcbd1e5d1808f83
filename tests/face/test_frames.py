"""The frames that other sites show: the height that their code gives holds the whole card on a small phone."""

import re

import pytest
from playwright.sync_api import Browser, expect

from actions.models import Campaign
from tests.actions.rows import make_action
from tests.face.serving import looking
from tests.face.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]
LANGUAGES = ("en", "ru", "kk")


@pytest.mark.parametrize("width", [320, 360])
def test_the_code_of_a_frame_gives_a_height_that_holds_the_whole_card(
    browser: Browser, world: World, width: int
) -> None:
    campaign = Campaign.internal.get(slug="a-campaign")
    for day in ("2099-12-17", "2099-12-18"):
        make_action(title="Picket for the oil workers of Zhanaozen", campaign=campaign, held_on=day)
    with looking(browser, world.visitor, viewport={"width": width, "height": 200}) as (page, _seen):
        for shown in ("prisoners/whole", "campaigns/a-campaign"):
            page.goto(f"/en/{shown}/")
            given = re.search(r'height="(\d+)"', page.locator("#embed-code").last.text_content() or "")
            tall = {}
            for language in LANGUAGES:
                page.goto(f"/embed/{shown}/?lang={language}")
                expect(page.locator(".brand")).to_be_visible()
                tall[language] = page.evaluate("document.documentElement.scrollHeight")
            assert given and max(tall.values()) <= int(given[1]), (shown, tall)


def test_a_button_that_needs_a_script_is_not_shown_without(browser: Browser, world: World) -> None:
    with looking(browser, world.visitor, java_script_enabled=False) as (page, _seen):
        page.goto("/en/appeals/an-appeal-letters/")
        expect(page.locator("button[data-copy]")).to_have_count(1)
        expect(page.locator("button[data-copy]")).to_be_hidden()
