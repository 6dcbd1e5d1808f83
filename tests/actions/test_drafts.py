"""What is typed at the desk outlives a lost network, a closed page and an answer that never came."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, Route

from actions.models import Action, Report
from tests.actions.rows import make_action, make_group, make_organiser

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

DRAFTS = "Object.keys(localStorage).filter(key => key.startsWith('uf-draft-')).length"


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Iterator[Page]:
    """An organiser's phone at the form of a picket that has begun."""
    group = make_group()
    make_organiser("anna", group)
    yesterday = timezone.now().date() - timedelta(days=1)
    make_action(slug="picket", group=group, held_on=yesterday.isoformat())
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(f"{live_server.url}/en/desk/log-in/")
    page.fill("[name=username]", "anna")
    page.fill("[name=password]", "correct horse battery")
    page.click("main form.form [type=submit]")
    page.wait_for_url(lambda address: "log-in" not in address)
    page.goto(f"{live_server.url}/en/desk/actions/picket/report/")
    yield page
    context.close()


def save(page: Page) -> None:
    page.click("form[data-draft] [type=submit]")


def test_report_waits_for_the_network_and_is_sent_when_it_is_back(phone: Page) -> None:
    phone.context.set_offline(True)
    phone.fill("[name=turnout_low]", "30")
    phone.check("[name=police_kinds][value=filmed]")
    save(phone)
    phone.wait_for_selector("[data-draft-notice]")
    assert "kept on this phone" in phone.inner_text("[data-draft-notice]")
    assert (Report.internal.count(), phone.evaluate(DRAFTS)) == (0, 1)
    with phone.expect_navigation():
        phone.context.set_offline(False)
    report = Report.internal.get()
    assert (report.turnout_low, report.police_kinds) == (30, ["filmed"])
    assert phone.evaluate(DRAFTS) == 0


def test_answer_that_got_lost_does_not_make_it_happen_twice(phone: Page) -> None:
    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    phone.fill("[name=text]", "We stood for an hour.")
    phone.route("**/report/", lose_the_answer)
    save(phone)
    phone.wait_for_selector("[data-draft-notice]")
    written = Report.internal.get().updated_at
    phone.unroute("**/report/")
    with phone.expect_navigation():
        phone.evaluate("window.dispatchEvent(new Event('online'))")
    assert Report.internal.get().updated_at == written
    assert phone.evaluate(DRAFTS) == 0


def test_draft_is_offered_again_and_can_be_thrown_away(phone: Page) -> None:
    phone.fill("[name=text]", "We stood for an hour.")
    phone.reload()
    assert phone.input_value("[name=text]") == ""
    phone.click("[data-draft-notice] button >> nth=0")
    assert phone.input_value("[name=text]") == "We stood for an hour."
    phone.reload()
    phone.click("[data-draft-notice] button >> nth=1")
    assert phone.evaluate(DRAFTS) == 0


def test_log_out_leaves_no_draft_on_the_phone(phone: Page) -> None:
    phone.fill("[name=text]", "We stood for an hour.")
    assert phone.evaluate(DRAFTS) == 1
    with phone.expect_navigation():
        phone.click("form[data-drafts=forget] [type=submit]")
    assert phone.evaluate(DRAFTS) == 0


def test_what_the_server_refuses_is_said_and_the_draft_stays(phone: Page) -> None:
    phone.fill("[name=turnout_low]", "30")
    phone.fill("[name=turnout_high]", "20")
    with phone.expect_navigation():
        save(phone)
    phone.wait_for_selector("[role=alert]")
    assert (Report.internal.count(), phone.evaluate(DRAFTS)) == (0, 1)


def _new_action(phone: Page) -> str:
    phone.goto(phone.url.split("/en/")[0] + "/en/desk/new/")
    return phone.url


def test_any_form_of_the_desk_is_kept_until_it_was_sent(phone: Page) -> None:
    address = _new_action(phone)
    phone.fill("[name=title]", "Picket at the embassy")
    phone.goto(address)
    assert phone.input_value("[name=title]") == ""
    phone.click("[data-draft-notice] button >> nth=0")
    phone.fill("[name=held_on]", "2099-12-16")
    phone.fill("[name=city]", "Vienna")
    with phone.expect_navigation():
        save(phone)
    assert (Action.internal.filter(title="Picket at the embassy").count(), phone.evaluate(DRAFTS)) == (1, 0)


def test_form_that_was_refused_keeps_its_draft_and_does_not_offer_what_it_shows(phone: Page) -> None:
    _new_action(phone)
    phone.fill("[name=title]", "Picket at the embassy")
    phone.evaluate("document.querySelector('form[data-draft]').noValidate = true")
    with phone.expect_navigation():
        save(phone)
    phone.wait_for_selector("[role=alert]")
    assert phone.input_value("[name=title]") == "Picket at the embassy"
    assert (phone.evaluate(DRAFTS), phone.locator("[data-draft-notice]").count()) == (1, 0)
