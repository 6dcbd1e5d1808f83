"""Headings on a phone: no word of theirs is too long for its line, in whichever language."""

import pytest
from playwright.sync_api import Browser, expect

from tests.face.serving import looking
from tests.face.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]

PAGES = ("alerts/manage", "hearings", "prisoners", "dispatches", "letters", "actions")
# Of each word in the heading, whether the browser shows it in more than one line.
CUT = """() => {
  const cut = [], texts = document.createTreeWalker(document.querySelector("h1"), NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    for (const found of texts.currentNode.data.matchAll(/[\\p{L}\\p{M}]+/gu)) {
      const word = document.createRange()
      word.setStart(texts.currentNode, found.index)
      word.setEnd(texts.currentNode, found.index + found[0].length)
      if (new Set([...word.getClientRects()].map(line => Math.round(line.top))).size > 1) cut.push(found[0])
    }
  }
  return cut
}"""


@pytest.mark.parametrize("width", [320, 360])
def test_no_word_of_a_heading_is_cut_in_two(browser: Browser, world: World, width: int) -> None:
    cut = {}
    with looking(browser, world.visitor, viewport={"width": width, "height": 700}) as (page, _seen):
        for path in [f"/{language}/{name}/" for language in ("kk", "ru", "de", "fr", "tr") for name in PAGES]:
            page.goto(path)
            expect(page.locator("h1")).to_be_visible()
            if words := page.evaluate(CUT):
                cut[path] = words
    assert cut == {}
