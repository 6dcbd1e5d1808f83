"""What was read stays readable without network; what is one person's own does not; all of it can be ended."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.actions.rows import make_action, make_group

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

READY = "navigator.serviceWorker.ready.then(() => true)"
CONTROLLED = "navigator.serviceWorker.controller !== null"
KEPT = "caches.open('uf-pages').then(c => c.keys()).then(k => k.map(r => new URL(r.url).pathname))"


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of its own, with scripts and workers."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="allow")
    yield context
    context.close()


def _wait(page: Page, question: str) -> None:
    """Until the page answers yes; its own eval is forbidden by its policy, and a promise is no answer."""
    for _look in range(400):
        if page.evaluate(question):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {question}")


def _settled(context: BrowserContext, address: str) -> Page:
    """A page whose worker has taken over."""
    page = context.new_page()
    page.goto(f"{address}/en/about/")
    page.evaluate(READY)
    _wait(page, CONTROLLED)
    return page


def test_page_that_was_read_opens_without_network(reader: BrowserContext, live_server: Any) -> None:
    make_action(slug="picket", title="Picket at the embassy", group=make_group("vienna"), held_on="2099-12-16")
    page = _settled(reader, live_server.url)
    page.goto(f"{live_server.url}/en/actions/picket/")
    _wait(page, f"{KEPT}.then(all => all.length)")
    reader.set_offline(True)
    page.reload()
    assert "Picket at the embassy" in page.inner_text("h1")
    page.goto(f"{live_server.url}/en/actions/another/")
    assert page.inner_text("h1") == "Without network"
    # The list is drawn by a script, after the page is there.
    expect(page.locator("[data-offline-pages]")).to_contain_text("Picket at the embassy")


def test_nothing_personal_is_kept_and_a_withdrawn_page_is_dropped(reader: BrowserContext, live_server: Any) -> None:
    action = make_action(slug="picket", title="Picket", group=make_group("vienna"), held_on="2099-12-16")
    page = _settled(reader, live_server.url)
    for path in ("/en/actions/picket/", "/en/actions/picket/sign-up/", "/en/alerts/", "/staff/login/", "/l/wrong/"):
        page.goto(live_server.url + path)
    page.goto(f"{live_server.url}/en/")
    _wait(page, f"{KEPT}.then(all => all.length >= 2)")
    assert page.evaluate(KEPT) == ["/en/actions/picket/", "/en/"]
    type(action).internal.filter(pk=action.pk).update(state="withdrawn")
    page.goto(f"{live_server.url}/en/actions/picket/")
    # For a minute the browser itself may show what it has, as every cache on the way may.
    page.reload()
    _wait(page, f"{KEPT}.then(all => !all.includes('/en/actions/picket/'))")


def test_keeping_can_be_ended(reader: BrowserContext, live_server: Any) -> None:
    page = _settled(reader, live_server.url)
    page.goto(f"{live_server.url}/en/prisoners/")
    page.goto(f"{live_server.url}/en/offline/")
    with page.expect_navigation():
        page.get_by_role("button", name="Erase and keep nothing from now on").click()
    assert page.get_by_role("button", name="Keep pages again").is_visible()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_manifest_speaks_the_language_of_its_address(client: Client, code: str) -> None:
    answer = client.get(f"/{code}/manifest.webmanifest")
    body = json.loads(answer.content)
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert (body["lang"], body["start_url"], body["scope"]) == (code, f"/{code}/", "/")
    assert all(icon["src"].startswith("/static/") for icon in body["icons"])


def test_worker_holds_the_offline_page_of_each_language(client: Client) -> None:
    answer = client.get("/sw.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert b'"/kk/offline/"' in answer.content
