"""An activist signs up on a cheap phone, without scripts, and confirms by the mail in the embedded mailbox."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Browser, Page, expect

from actions.choices import SignUpState
from actions.models import SignUp
from campaign.embedded.mail_server import Keeper
from supporters import outbox
from tests.actions.rows import make_action, make_group
from tests.waiting import PATIENCE_SECONDS, free_port

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture
def mailbox(settings: Any, tmp_path: Path) -> Iterator[None]:
    """The embedded mail server, keeping its mails where the mailbox page looks."""
    settings.DATA_DIR = tmp_path
    folder = tmp_path / "mailbox"
    folder.mkdir()
    port = free_port()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    controller = Controller(Keeper(folder), hostname="127.0.0.1", port=port, ready_timeout=PATIENCE_SECONDS)
    controller.start()
    yield
    controller.stop()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page 360 px wide that runs no script and notes every request that leaves for elsewhere."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    yield page
    context.close()


def _fits(page: Page) -> bool:
    """Whether nothing reaches beyond the edge of the phone (measured from outside: no script runs in the page)."""
    box = page.locator("body").bounding_box()
    return box is not None and box["width"] <= 360


def test_activist_signs_up_and_confirms(phone: Page, live_server: Any, mailbox: None, settings: Any) -> None:
    settings.SITE_ORIGIN = live_server.url
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    make_action(slug="picket", title="Picket at the embassy", group=make_group("vienna"), held_on="2099-12-16")

    phone.goto(f"{live_server.url}/en/actions/picket/")
    phone.get_by_role("link", name=re.compile("sign up|come", re.I)).first.click()
    expect(phone).to_have_url(f"{live_server.url}/en/actions/picket/sign-up/")
    assert _fits(phone)
    phone.locator("[name=address]").fill("alice@people.example")
    phone.locator("[name=name]").fill("Alice")
    phone.locator("[name=consent]").check()
    phone.locator("form:has([name=address]) button").click()
    expect(phone.locator("main")).to_contain_text("mailbox", ignore_case=True)
    assert SignUp.objects.get().state == SignUpState.UNCONFIRMED

    outbox.deliver()
    phone.goto(f"{live_server.url}/mailbox/")
    phone.locator("main a[href^='/mailbox/']").first.click()
    expect(phone.locator("body")).to_contain_text("alice@people.example")
    phone.locator("a[href*='/l/']").first.click()
    expect(phone.locator("main form button").first).to_be_visible()
    assert SignUp.objects.get().state == SignUpState.UNCONFIRMED
    assert _fits(phone)
    phone.locator("main form button").click()
    expect(phone.locator("main")).to_contain_text("confirmed", ignore_case=True)
    assert SignUp.objects.get().state == SignUpState.CONFIRMED
    assert [address for address in asked if not address.startswith(live_server.url)] == []
