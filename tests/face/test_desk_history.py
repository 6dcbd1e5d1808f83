"""The page of a row at the desk and its history, on a small phone."""

import re

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect

from prisoners.choices import StaffRole
from prisoners.publication import publish
from tests.face.serving import looking
from tests.prisoners import make

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]


def test_history_is_no_wider_than_a_phone(browser: Browser) -> None:
    prisoner = make.a_prisoner("Yerlan Example", slug="a_long_address_in_links_that_no_browser_breaks_by_itself")
    make.cite(prisoner)
    paula = make.staff("paula", StaffRole.PUBLISHER)
    publish(prisoner, paula, trusted=True)
    client = Client()
    client.force_login(paula)
    with looking(browser, client, viewport={"width": 360, "height": 640}) as (page, _seen):
        page.goto(f"/staff/prisoners/prisoner/{prisoner.pk}/history/")
        expect(page.locator("#change-history table")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        shown = page.locator("#change-history li").first.bounding_box()
        assert shown and shown["width"] > 200


def test_page_of_a_public_row_is_no_wider_than_a_phone_in_a_language_of_long_words(browser: Browser) -> None:
    prisoner = make.published(make.a_prisoner())
    client = Client(HTTP_ACCEPT_LANGUAGE="fr")
    client.force_login(make.alice())
    with looking(browser, client, viewport={"width": 360, "height": 640}) as (page, _seen):
        page.goto(f"/staff/prisoners/prisoner/{prisoner.pk}/change/")
        expect(page.locator("input[formaction$='/verify/']")).to_have_value(re.compile("^Vérifié"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
