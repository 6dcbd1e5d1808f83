"""A researcher without a mouse: a hearing in less than half a minute, and a date that is read back as it is typed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from prisoners.dates import parse
from prisoners.models import Hearing
from tests.prisoners import make

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

#: Seconds that a person needs for one key, and to think of what goes into a box: the keystroke-level model (Card, Moran
#: and Newell, 1980) with its slower typist. And until a page has answered.
KEY, THOUGHT, ANSWER = 0.28, 1.35, 1.0


class Typist:
    """Somebody at a keyboard, whose time is reckoned by keys, by thoughts and by the answers that are waited for."""

    def __init__(self, page: Page) -> None:
        self.page, self.seconds = page, 0.0

    def press(self, key: str, times: int = 1) -> None:
        """One key, so many times."""
        self.seconds += KEY * times
        for _time in range(times):
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        """What goes into one box."""
        self.seconds += THOUGHT + KEY * len(words)
        self.page.keyboard.type(words)

    def look(self) -> None:
        """At what has come."""
        self.seconds += ANSWER + THOUGHT


@pytest.fixture
def typist(browser: Browser, live_server: Any) -> Iterator[Typist]:
    context = browser.new_context(base_url=live_server.url, service_workers="block")
    client = Client()
    client.force_login(make.alice())
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page, failed = context.new_page(), []
    page.on("pageerror", lambda error: failed.append(f"{page.url}: {error}"))
    yield Typist(page)
    context.close()
    assert failed == []


def _focused(page: Page, ending: str) -> None:
    """Wait until the box whose name ends so has the focus."""
    expect(page.locator(f"[name$='{ending}']").first).to_be_focused()


def _choose_case(typist: Typist, words: str) -> None:
    """From the first page of the desk to a new hearing of the case that has such a defendant."""
    page = typist.page
    typist.look()
    typist.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    typist.press("Enter")
    typist.press("Tab", 2)
    expect(page.get_by_role("link", name="Add a hearing")).to_be_focused()
    typist.press("Enter")
    expect(page.locator(".field-case .select2-selection")).to_be_focused()
    typist.look()
    typist.press("Enter")
    # Nobody types within the same millisecond; on a busy machine the first letters would fall beside the box.
    expect(page.locator(".select2-search__field")).to_be_focused()
    typist.write(words)
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text("A case")
    typist.look()
    typist.press("Enter")
    page.wait_for_url("**/hearing/add/?case=*")


def _date(typist: Typist) -> None:
    _focused(typist.page, "held_on_year")
    typist.write("2031")
    typist.press("Tab")
    typist.write("Mar")
    typist.press("Tab")
    typist.write("14")


def test_hearing_is_added_in_under_half_a_minute_without_a_mouse(typist: Typist) -> None:
    case, place = make.a_case(make.a_prisoner("Amangeldy Example")), make.a_place()
    Hearing.internal.create(case=case, place=place, court="City court of Aktau", held_on="2031-02-01")
    typist.page.goto("/staff/")
    _choose_case(typist, "Amangeldy")
    typist.look()
    _date(typist)
    typist.press("Tab", 2)
    _focused(typist.page, "local_time")
    typist.write("10:00")
    typist.press("Enter")
    expect(typist.page.locator(".messagelist .success")).to_be_visible()
    added = Hearing.internal.exclude(held_on="2031-02-01").get()
    assert (added.held_on, added.place, added.court) == (parse("2031-03-14"), place, "City court of Aktau")
    assert f"{added.local_time}" == "10:00:00"
    assert typist.seconds < 30


@pytest.mark.parametrize(("kind", "first"), [("prisoner", "name"), ("case", "title")])
def test_new_row_begins_with_its_name_and_the_address_is_made_of_it(typist: Typist, kind: str, first: str) -> None:
    typist.page.goto(f"/staff/prisoners/{kind}/add/")
    expect(typist.page.locator(f"[name={first}]")).to_be_focused()
    typist.write("Yerlan Example")
    typist.press("Tab")
    expect(typist.page.locator("[name=slug]")).to_be_focused()
    expect(typist.page.locator("[name=slug]")).to_have_value("yerlan-example")


def test_second_date_is_asked_for_only_where_there_are_two(typist: Typist) -> None:
    page = typist.page
    page.goto("/staff/prisoners/hearing/add/")
    expect(page.locator("[name=held_on_until_year]")).to_be_hidden()
    page.locator("[name=held_on_shape]").select_option("between")
    expect(page.locator("[name=held_on_until_year]")).to_be_visible()


def test_another_hearing_begins_with_the_same_case(typist: Typist) -> None:
    page, case = typist.page, make.a_case(make.a_prisoner())
    Hearing.internal.create(case=case, place=make.a_place(), court="City court of Aktau", held_on="2031-02-01")
    page.goto(f"/staff/prisoners/hearing/add/?case={case.pk}")
    _date(typist)
    page.get_by_role("button", name="Save and add another").press("Enter")
    page.wait_for_url(f"**/hearing/add/?case={case.pk}")
    _focused(page, "held_on_year")
    expect(page.locator("[name=court]")).to_have_value("City court of Aktau")


def test_date_is_read_back_while_it_is_typed(typist: Typist) -> None:
    page = typist.page
    page.goto("/staff/prisoners/hearing/add/")
    said = page.locator(".field-held_on [data-read]")
    expect(said).to_be_hidden()
    page.locator("[name=held_on_year]").focus()
    typist.write("2022")
    expect(said).to_have_text("Read as: in 2022")
    typist.press("Tab")
    typist.write("Apr")
    expect(said).to_have_text("Read as: in April 2022")
    typist.press("Tab")
    typist.write("31")
    expect(said).to_be_hidden()
    page.locator("[name=court]").focus()
    expect(said).to_contain_text("Was 2022-04-30 meant, or 2022-05-01?")


def test_date_is_read_back_in_the_language_of_the_reader(typist: Typist) -> None:
    page = typist.page
    page.set_extra_http_headers({"Accept-Language": "ru"})
    page.goto("/staff/prisoners/hearing/add/")
    page.locator(".field-held_on summary").click()
    page.locator("[name=held_on]").fill("до 12 декабря 2011")
    expect(page.locator(".field-held_on [data-read]")).to_have_text("Прочитано как: до 12 декабря 2011 года")
