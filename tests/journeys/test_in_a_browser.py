"""Whole ways through the site in a real browser, on a phone and at a desk, with scripts and without."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from actions.choices import SignUpState
from actions.models import SignUp
from actions.services.sign_up_changes import withdraw
from actions.services.waiting import plan_offers
from prisoners.search import fold
from supporters import outbox
from supporters.models import Supporter
from tests import factories as make
from tests.actions.rows import make_action, make_group, make_sign_up
from tests.face.serving import looking
from tests.journeys.mailbox import first_link, named
from tests.supporters.sink import Sink

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
WAYS = [(PHONE, True), (PHONE, False), (DESK, True)]


@pytest.fixture(params=WAYS, ids=["phone", "phone without scripts", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    size, runs_scripts = request.param
    with looking(browser, Client(), viewport=size, java_script_enabled=runs_scripts) as (page, _seen):
        yield page


def _press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def test_reader_subscribes_looks_at_it_and_leaves(page: Page, sink: Sink) -> None:
    make.PrisonerFactory(slug="anna", name="Anna One")
    page.goto("/en/prisoners/anna/")
    page.locator(".subscribe [name=address]").fill("reader@people.example")
    page.locator(".subscribe [name=consent]").check()
    _press(page, "Tell me")
    expect(page.locator("h1")).to_have_text("Look into your mailbox")

    outbox.deliver()
    page.goto(first_link(sink))
    _press(page, "Yes, send me these alerts")
    expect(page.locator("h1")).to_have_text("You follow them now")

    page.goto("/en/alerts/manage/")
    page.locator("[name=address]").fill("reader@people.example")
    _press(page, "Send me the link")
    expect(page.locator("h1")).to_have_text("Look into your mailbox")
    outbox.deliver()
    page.goto(first_link(sink, named(sink, "Your link")))
    expect(page.locator("main")).to_contain_text("Anna One")
    _press(page, "Forget me: delete everything")
    _press(page, "Yes, delete everything")
    expect(page.locator("h1")).to_have_text("You are forgotten")
    assert not Supporter.objects.exists()


def test_activist_waits_is_promoted_and_withdraws(page: Page, sink: Sink) -> None:
    action = make_action(slug="picket", group=make_group("vienna"), held_on="2099-12-16", capacity=1)
    first = make_sign_up(action)
    page.goto("/en/actions/picket/sign-up/")
    page.locator("[name=address]").fill("bob@people.example")
    page.locator("[name=consent]").check()
    page.locator("form:has([name=address]) button").click()
    expect(page.locator("h1")).to_have_text("Look into your mailbox")
    outbox.deliver()
    page.goto(first_link(sink))
    _press(page, "Yes, I come")
    expect(page.locator("h1")).to_have_text("You are on the waiting list")

    withdraw(first)
    plan_offers(timezone.now())
    outbox.deliver()
    page.goto(first_link(sink))
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_have_text("Your sign-up is confirmed")
    bob = SignUp.objects.exclude(pk=first.pk).get()
    assert bob.state == SignUpState.CONFIRMED

    outbox.deliver()
    page.goto(first_link(sink))
    _press(page, "I do not come: withdraw it")
    expect(page.locator("h1")).to_have_text("Your sign-up is withdrawn")
    bob.refresh_from_db()
    assert bob.state == SignUpState.WITHDRAWN


def test_visitor_finds_a_name_in_cyrillic_and_prints_a_placard(page: Page) -> None:
    prisoner = make.PrisonerFactory(slug="anna", name="Anna Mysal", summary="Held for a strike.")
    make.PersonNameFactory(prisoner=prisoner, text="Анна Мысал", folded=fold("Анна Мысал"), language="ru")
    page.goto("/en/prisoners/")
    page.locator("[name=q]").fill("Мысал")
    page.locator("form.filters button").first.click()
    expect(page.locator("#results h2")).to_have_text("1 person")
    page.locator("#results").get_by_role("link", name="Anna Mysal").click()
    expect(page.locator("h1 [lang=ru]")).to_have_text("Анна Мысал")
    placard = page.get_by_role("link", name="A placard to print").get_attribute("href")
    assert "Anna Mysal" in _words_of(str(placard))


def _words_of(path: str) -> str:
    pdf: Any = Client().get(path)
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
