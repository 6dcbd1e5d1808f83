"""Every page that there is, in a browser: both schemes, both directions, phone and desk.

The list comes from the resolver (`tests/face/pages.py`), so a new page joins by itself.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize

from tests.face.axe import violations
from tests.face.pages import MAILED, NO_PAGE, ROUTES, STATES, page_of
from tests.face.serving import Seen, looking
from tests.face.world import World
from tests.journeys.walk import routes

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What may differ in the dark, in the other direction and in another language; the structure is the same.
RULES_OF_THE_OTHER = ["color-contrast", "target-size", "html-has-lang", "html-lang-valid", "valid-lang"]
TURN = "document.documentElement.dir = 'rtl'"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TWICE = """() => [...document.querySelectorAll('[id]')].map(one => one.id)
  .filter((id, place, all) => all.indexOf(id) < place)"""
SHIFTED = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""
#: Less than the rounding of one pixel on a phone is no movement (a score of layout shift; good pages stay below 0.1).
STILL = 0.001
#: HTML, styles and scripts of one page as they travel (packed, where a page may be packed), in bytes.
HEAVIEST = 60_000
Window = Callable[[Client], tuple[Page, Seen]]
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
WIDTHS = (1280, 360, 320)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    """One page of the browser for each who looks, whatever page of ours stands in it."""
    with ExitStack() as stack:
        yield cache(lambda client: stack.enter_context(looking(browser, client)))


@pytest.mark.parametrize("name", ROUTES)
def test_page_holds_what_the_design_promises(world: World, window: Window, name: str) -> None:
    found = page_of(world, name)
    if found:
        _look(window, *found)


@pytest.mark.parametrize("name", MAILED)
def test_page_behind_a_mail_holds_it_too(world: World, window: Window, name: str) -> None:
    _look(window, world.visitor, world.mailed[name])


@pytest.mark.parametrize("path", STATES)
def test_state_of_a_page_holds_it_too(world: World, window: Window, path: str) -> None:
    _look(window, world.visitor, path)


def test_list_of_routes_is_that_of_the_resolver() -> None:
    assert {"home", "about", "prisoners:detail", "actions:desk", "supporters:alerts"} <= set(ROUTES)
    assert set(NO_PAGE) <= {name for name, _parameters in routes()}


def _look(window: Window, client: Client, path: str) -> None:
    """Two loads: English on a phone in the light, Hebrew at a desk in the dark; each at three widths."""
    page, seen = window(client)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")
    faults = _faults(page, seen, path, RULES)
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="dark")
    faults += _faults(page, seen, path.replace("/en/", "/he/", 1), RULES_OF_THE_OTHER, turn=True)
    assert faults == [], "\n".join(map(str, faults))


def _faults(page: Page, seen: Seen, path: str, rules: list[str], turn: bool = False) -> list[Any]:
    """Everything that is wrong with one load of a page, in words; turned right to left, whatever its language."""
    shifted = _loaded(page, seen, path)
    if shifted > STILL:
        # On a busy machine a page comes in pieces, and a table may be drawn before its widest row is there.
        shifted = min(shifted, _loaded(page, seen, path))
    if turn:
        page.evaluate(TURN)
    faults: list[Any] = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations(page, rules)]
    faults += [f"weighs {seen.bytes_sent} bytes"] if seen.bytes_sent > HEAVIEST else []
    faults += [f"moves by {shifted}"] if shifted > STILL else []
    faults += [f"has the id {one} twice" for one in page.evaluate(TWICE)]
    faults += [f"asks {address}" for address in seen.foreign] + [f"says {words}" for words in seen.said]
    return faults + [f"scrolls sideways at {width}" for width in WIDTHS if _is_wider(page, width)]


def _loaded(page: Page, seen: Seen, path: str) -> float:
    """How far what was drawn moved while the page came."""
    seen.forget()
    page.goto(path)
    return float(page.evaluate(SHIFTED))


def _is_wider(page: Page, width: int) -> bool:
    page.set_viewport_size({"width": width, "height": 900})
    return bool(page.evaluate(SIDEWAYS))
