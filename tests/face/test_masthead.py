"""The head of each page at a desk: one row, the choice of language in it, however long the words of a language are."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser

from tests.face.serving import looking

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
