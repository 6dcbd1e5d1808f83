"""The head of each page at a desk: one row, the choice of language in it, however long the words of a language are."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser

from prisoners.choices import HearingDecision, HearingStatus
from tests.face.serving import looking
from tests.factories import DefendantFactory, HearingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]
DESK = {"width": 1280, "height": 800}
TOPS = """() => [".masthead .brand", ".mainnav a", ".menu summary"].flatMap(what =>
  [...document.querySelectorAll(what)].map(one => one.getBoundingClientRect()).map(box => box.y + box.height / 2))"""


def test_the_masthead_of_a_desk_is_one_row_in_every_language(browser: Browser, client: Client) -> None:
    with looking(browser, client, viewport=DESK) as (page, _seen):
        for code, _name in settings.LANGUAGES:
            page.goto(f"/{code}/about/")
            middles = page.evaluate(TOPS)
            assert max(middles) - min(middles) < 12, code


def test_long_words_break_where_letters_are_twice_as_large_on_a_phone(browser: Browser, client: Client) -> None:
    """WCAG 2.2, 1.4.4 and 1.4.10: nothing is read by scrolling sideways; longest are the tags of hearings in Kazakh."""
    decided = {"status": HearingStatus.HELD, "decision": HearingDecision.GRANTED}
    HearingFactory(case=DefendantFactory().case, held_on="2026-11-20", **decided)
    with looking(browser, client, viewport={"width": 360, "height": 740}) as (page, _seen):
        for path in ("/de/", "/de/hearings/", "/kk/hearings/", "/ru/hearings/"):
            page.goto(path)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) == 0, path
