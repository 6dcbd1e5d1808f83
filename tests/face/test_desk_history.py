"""The history of a row at the desk, on a small phone."""

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
