"""From a call to a picket that is logged with a photo: two organisers on phones, with scripts and without."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from prisoners.models import Staff
from tests.actions.rows import make_group, make_organiser

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
WAYS = [(PHONE, True), (PHONE, False), (DESK, True)]
Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, live_server: Any) -> Iterator[Opened]:
    """Opens a browser of its own for one person, logged in where a member of staff is given."""
    contexts: list[BrowserContext] = []

    def open_for(staff: Staff | None, **how: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, service_workers="block", **how)
        contexts.append(context)
        if staff is not None:
            client = Client()
            client.force_login(staff)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return context.new_page()

    yield open_for
    for context in contexts:
        context.close()


def _press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).first.click()


def _call(page: Page) -> str:
    """A draft for today, handed to a second person; the path of its page at the desk."""
    page.goto("/en/desk/")
    page.get_by_role("link", name="New action").click()
    page.locator("[name=title]").fill("Picket at the embassy")
    page.locator("[name=held_on]").fill(f"{timezone.localdate(timezone=ZoneInfo('Europe/Vienna'))}")
    page.locator("[name=local_time]").fill("00:00")
    page.locator("[name=city]").fill("Vienna")
    _press(page, "Save")
    _press(page, "Submit for publication")
    expect(page.locator("main")).to_contain_text("Submitted.")
    return page.url


def _log(page: Page, desk: str, photo: Path) -> None:
    page.goto(desk)
    page.get_by_role("link", name="Log what happened").click()
    page.locator("[name=turnout_low]").fill("23")
    drawing = {"name": "map.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    page.locator("[name=photos]").set_input_files(
        [{"name": "1.jpg", "mimeType": "image/jpeg", "buffer": photo.read_bytes()}, drawing]
    )
    _press(page, "Save")
    # With a script that sends the form or without: what became of it is said.
    expect(page.locator("main")).to_contain_text("Saved. A second person publishes it.")
    expect(page.locator("main")).to_contain_text("Photo 2: This is no photo that we can take.")
    page.locator("main li a:has(img)").first.click()
    page.locator("[name=alternative]").fill("An empty street.")
    _press(page, "Save")
    expect(page.locator("main")).to_contain_text("Saved.")


def _publish_what_happened(page: Page, desk: str) -> None:
    page.goto(desk)
    _press(page, "Publish the report")
    expect(page.locator("main")).to_contain_text("Published.")
    page.locator("main li a:has(img)").first.click()
    page.locator("[name=looked]").check()
    _press(page, "Publish")
    expect(page.locator("main")).to_contain_text("Published.")


@pytest.mark.parametrize(("size", "runs_scripts"), WAYS, ids=["phone", "phone without scripts", "desk"])
def test_organisers_call_a_picket_and_log_it_with_a_photo(
    opened: Opened, tmp_path: Path, size: ViewportSize, runs_scripts: bool
) -> None:
    group, photo = make_group("vienna"), tmp_path / "street.jpg"
    Image.new("RGB", (400, 300), "#8899aa").save(photo, "JPEG")
    how: dict[str, Any] = {"viewport": size, "java_script_enabled": runs_scripts}
    anna, ben = (opened(make_organiser(name, group), **how) for name in ("anna", "ben"))
    reader = opened(None, **how)

    desk = _call(anna)
    ben.goto(desk)
    _press(ben, "Publish the action")
    expect(ben.locator("main")).to_contain_text("Published.")
    reader.goto(desk.replace("/desk/", "/"))
    expect(reader.locator("h1")).to_contain_text("Picket at the embassy")

    _log(anna, desk, photo)
    reader.reload()
    expect(reader.locator("main")).not_to_contain_text("23")
    _publish_what_happened(ben, desk)
    reader.reload()
    expect(reader.locator("main")).to_contain_text("23")
    expect(reader.locator("main img[alt='An empty street.']")).to_have_count(1)
