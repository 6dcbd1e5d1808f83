"""From a reader's tip to a court date that everybody sees: reader, researcher and publisher, each in a browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from prisoners.models import Case, Hearing, Place, Prisoner, Source, Staff
from supporters.models import Contribution
from tests import factories as make
from tests.prisoners import make as rows

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
TIP = "Her lawyer says: 5 January 2099, ten o'clock, city court."


@pytest.fixture(params=[(DESK, True), (PHONE, False)], ids=["desk", "phone without scripts"])
def people(request: pytest.FixtureRequest, browser: Browser, live_server: Any) -> Iterator[list[Page]]:
    """The browsers of a reader, a researcher and a publisher."""
    size, runs_scripts = request.param
    how: dict[str, Any] = {"java_script_enabled": runs_scripts, "service_workers": "block", "viewport": size}
    contexts = [browser.new_context(base_url=live_server.url, **how) for _person in range(3)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def _log_in(page: Page, staff: Staff) -> None:
    page.goto("/staff/")
    page.locator("[name=username]").fill(staff.handle)
    page.locator("[name=password]").fill(rows.PASSWORD)
    page.locator("#login-form [type=submit]").click()
    expect(page.locator("h1").first).to_be_visible()


def _tell(page: Page, prisoner: Prisoner) -> None:
    page.goto(f"/en/prisoners/{prisoner.slug}/")
    page.get_by_role("link", name="Tell what you know").click()
    page.locator("[name=kind]").first.check()
    page.locator("[name=text]").fill(TIP)
    page.locator("[name=source]").fill("The lawyer")
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_have_text("We have it")


def _choose(page: Page, name: str, words: str) -> None:
    """One of many rows: found as one types, or without scripts typed by its name."""
    box = page.locator(f"select[name='{name}'] + .select2")
    if not box.count():
        return page.locator(f"input[name='{name}']").fill(words)
    box.click()
    page.locator(".select2-search__field").fill(words)
    return page.locator(".select2-results__option", has_text=words).first.click()


def _enter(page: Page, case: Case, place: Place, source: Source) -> None:
    """From the tip by the page of the prisoner to a new hearing of the case, day and hour typed into what is seen."""
    page.goto("/staff/supporters/contribution/")
    page.locator("#result_list tbody th a").first.click()
    expect(page.locator("#content-main")).to_contain_text(TIP)
    page.locator("#content-main dd a").first.click()
    page.locator(f"a[href*='hearing/add/?case={case.pk}']").first.click()
    page.locator("[name=held_on_year]").fill("2099")
    page.locator("[name=held_on_month]").select_option("1")
    page.locator("[name=held_on_day]").fill("5")
    page.locator("[name=local_time]").fill("10:00")
    _choose(page, "place", place.name)
    page.locator("[name=court]").fill("City court")
    _choose(page, "citations-0-source", source.title)
    page.locator("[name=_continue]").click()
    page.locator("[name=_submit_row]").click()
    expect(page.locator("[name=_submit_row]")).to_have_count(0)


def _publish(page: Page, hearing: Hearing) -> None:
    page.goto("/staff/")
    expect(page.locator("body")).to_contain_text("Waits for a second person")
    page.locator(f"a[href$='/staff/prisoners/hearing/{hearing.pk}/change/']").first.click()
    page.locator("[name=_publish_row]").click()
    expect(page.locator("[name=_publish_row]")).to_have_count(0)


def test_tip_becomes_a_hearing_that_a_second_person_publishes(people: list[Page]) -> None:
    reader, alice, bob = people
    prisoner = make.PrisonerFactory(slug="anna", name="Anna One")
    case, place = make.CaseFactory(), rows.a_place()
    make.DefendantFactory(case=case, prisoner=prisoner)
    _tell(reader, prisoner)
    assert Contribution.objects.get().prisoner == prisoner

    _log_in(alice, rows.alice())
    _enter(alice, case, place, rows.a_source())
    hearing = Hearing.internal.get()
    assert (f"{hearing.held_on}", f"{hearing.local_time:%H:%M}", hearing.place, hearing.state) == (
        "2099-01-05",
        "10:00",
        place,
        "in_review",
    )
    reader.goto("/en/prisoners/anna/")
    expect(reader.locator("main")).not_to_contain_text("City court")

    _log_in(bob, rows.bob())
    _publish(bob, hearing)
    reader.reload()
    expect(reader.locator("#next")).to_be_visible()
    expect(reader.locator(".hearing")).to_contain_text("City court")
    expect(reader.locator(".hearing")).to_contain_text("10:00")
