"""Told in a browser, in one: its own push service is out there, so what it would give is given to it by the test."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from supporters.models import Browser as Told
from supporters.models import Subscription
from tests.supporters.push_service import FakeBrowser

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

PUSH_MANAGER = """
(() => {
  const plain = (words) => atob(words.replace(/-/g, "+").replace(/_/g, "/"));
  const octets = (words) => Uint8Array.from(plain(words), (one) => one.charCodeAt(0)).buffer;
  const made = { endpoint: %(endpoint)s, getKey: (name) => octets(name === "auth" ? %(secret)s : %(key)s) };
  PushManager.prototype.subscribe = async (wanted) => {
    localStorage.setItem("wanted", wanted.userVisibleOnly);
    return made;
  };
  PushManager.prototype.getSubscription = async () => (localStorage.getItem("wanted") ? made : null);
})();
"""
RENEWS = """
async (made) => {
  const plain = (words) => atob(words.replace(/-/g, "+").replace(/_/g, "/"));
  const octets = (words) => Uint8Array.from(plain(words), (one) => one.charCodeAt(0)).buffer;
  const getKey = (name) => octets(name === "auth" ? made.secret : made.key);
  await carryOver({ oldSubscription: null, newSubscription: { endpoint: made.endpoint, getKey } });
}
"""
PATIENCE_SECONDS = 60.0
SHOWN = "navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map((one) => one.title))"


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Iterator[BrowserContext]:
    """A phone whose push service has an address for it."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, base_url=live_server.url, service_workers="allow"
    )
    held = {name: json.dumps(value) for name, value in vars(FakeBrowser().held).items()}
    context.add_init_script(PUSH_MANAGER % held)
    yield context
    context.close()


def _pressed(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/en/alerts/browser/?topic=all")
    page.check("[name=consent]")
    page.get_by_role("button", name="Tell me in this browser").click()
    return page


def test_who_says_yes_is_told_on_the_screen_and_comes_back_without_an_account(
    phone: BrowserContext, live_server: Any
) -> None:
    phone.grant_permissions(["notifications"], origin=live_server.url)
    page = _pressed(phone)
    expect(page.locator("h1")).to_have_text("You are told in this browser now")
    assert Subscription.objects.get().topic == "all"
    page.goto("/en/alerts/browser/")
    page.get_by_role("button", name="See or change what this browser follows").click()
    expect(page.locator("h1")).to_have_text("What you follow")
    assert not phone.cookies()
    for title in ("A reminder", "The same, moved"):
        told = {"title": title, "body": "", "url": live_server.url, "tag": "one"}
        deliver(phone, page, live_server.url, told)
        # What comes later takes the place of the first.
        until(page, SHOWN, [title])


def test_a_subscription_that_the_browser_renews_is_carried_over_by_its_worker(
    phone: BrowserContext, live_server: Any
) -> None:
    phone.grant_permissions(["notifications"], origin=live_server.url)
    page = _pressed(phone)
    expect(page.locator("h1")).to_have_text("You are told in this browser now")
    page.goto("/en/alerts/browser/")
    expect(page.locator("[data-push-mine]")).to_be_visible()
    new = FakeBrowser("renewed").held
    worker = phone.service_workers[0]
    # The browser's own push service is out there: what it would give the worker is given by the test.
    worker.evaluate(RENEWS, {"endpoint": new.endpoint, "key": new.key, "secret": new.secret})
    assert [one.endpoint for one in Told.objects.all()] == [new.endpoint]
    assert Subscription.objects.get().topic == "all"


def test_who_says_no_follows_nothing_and_is_told_so(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.add_init_script("Notification.requestPermission = async () => 'denied'")
    page.goto("/en/alerts/browser/?topic=all")
    page.check("[name=consent]")
    page.get_by_role("button", name="Tell me in this browser").click()
    expect(page.locator("[data-push-said=refused]")).to_be_visible()
    assert not Told.objects.exists()


def test_who_keeps_no_pages_is_told_by_a_worker_that_keeps_none(phone: BrowserContext, live_server: Any) -> None:
    phone.grant_permissions(["notifications"], origin=live_server.url)
    phone.add_init_script("localStorage.setItem('uf-offline', 'off')")
    page = _pressed(phone)
    expect(page.locator("h1")).to_have_text("You are told in this browser now")
    page.goto("/en/about/")
    until(page, "navigator.serviceWorker.ready.then((one) => one.active.scriptURL.endsWith('?only=push'))", True)
    assert page.evaluate("caches.keys()") == []


def test_without_scripts_nothing_is_followed_and_it_is_said(browser: Browser, live_server: Any) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/alerts/browser/?topic=all")
    page.check("[name=consent]")
    page.get_by_role("button", name="Tell me in this browser").click()
    expect(page.get_by_text("Your browser has given no address")).to_be_visible()
    assert not Told.objects.exists()
    context.close()


def until(page: Page, promise: str, wanted: object) -> None:
    """Waiting for a function takes a promise for an answer; this asks what it comes to."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (found := page.evaluate(promise)) != wanted:
        assert time.monotonic() < deadline, found
        page.wait_for_timeout(50)


def deliver(context: BrowserContext, page: Page, origin: str, told: dict[str, str]) -> None:
    """As the push service would, once the browser has opened what was sealed for it."""
    devtools = context.new_cdp_session(page)
    known: list[dict[str, Any]] = []
    devtools.on("ServiceWorker.workerRegistrationUpdated", lambda said: known.extend(said["registrations"]))
    devtools.send("ServiceWorker.enable")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not known:
        assert time.monotonic() < deadline
        page.wait_for_timeout(50)
    message = {"origin": origin, "registrationId": known[0]["registrationId"], "data": json.dumps(told)}
    devtools.send("ServiceWorker.deliverPushMessage", message)
    devtools.detach()
