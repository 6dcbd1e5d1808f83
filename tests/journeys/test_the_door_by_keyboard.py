"""An organiser without a mouse: from the log-in to checking somebody in at the door."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from actions.models import SignUp
from tests.actions.rows import make_action, make_group, make_organiser, make_sign_up

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
IS_THERE = "selector => document.activeElement.matches(selector)"


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, service_workers="block", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names is reached."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(IS_THERE, selector):
            return
    pytest.fail(f"{selector} is not reached")


def test_organiser_checks_somebody_in_with_the_keyboard(page: Page) -> None:
    group = make_group("vienna")
    make_organiser("anna", group)
    sign_up = make_sign_up(
        make_action(slug="picket", group=group, held_on=f"{timezone.now().date() - timedelta(days=1)}")
    )
    page.goto("/en/desk/actions/picket/")
    _tab_to(page, "[name=username]")
    page.keyboard.type("anna")
    _tab_to(page, "[name=password]")
    page.keyboard.type("correct horse battery")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "log-in" not in address)
    _tab_to(page, "a[href$='/door/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/door/")
    _tab_to(page, "#expected ~ ul button[value=yes]")
    page.keyboard.press("Enter")
    expect(page.locator("#seen")).to_be_visible()
    assert SignUp.objects.get(pk=sign_up.pk).attended
