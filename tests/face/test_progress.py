"""The page of a long file in a browser: its bar and its words follow the worker, and the end shows what came of it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, expect

from prisoners.importing.glance import SHORT_ROWS
from prisoners.importing.pace import COMPARING, READING
from prisoners.models import Errand
from prisoners.services import errands
from tests.face.serving import looking
from tests.prisoners import make
from tests.prisoners.long_files import hand_over, people

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("pages")]


def test_bar_and_words_follow_the_worker_until_it_ends(browser: Browser) -> None:
    client = Client()
    client.force_login(make.alice())
    address = hand_over(client, people(SHORT_ROWS + 1))
    with looking(browser, client) as (page, seen):
        page.clock.install()
        page.goto(address)
        words, bar = page.locator("#progress-words"), page.locator("#progress-bar")
        expect(words).to_have_text("This waits for a worker, which does one thing after the other.")
        _worked(READING, 50)
        page.clock.run_for(3_000)
        expect(words).to_have_text("Rows that were read: 50 of 100.")
        expect(bar).to_have_js_property("value", 19)
        # An answer that does not come is no end: it is asked again, after a longer while.
        page.route("**/progress.json", lambda route: route.abort())
        _worked(COMPARING, 80)
        with page.expect_event("requestfailed"):
            page.clock.run_for(3_000)
        page.unroute("**/progress.json")
        page.clock.run_for(3_000)
        expect(words).to_have_text("Rows that were read: 50 of 100.")
        page.clock.run_for(7_000)
        expect(words).to_have_text("Rows that were compared with the record: 80 of 100.")
        errands.stop(Errand.internal.get())
        page.clock.run_for(3_000)
        expect(page.locator("#content")).to_contain_text("It was stopped. Nothing was written.")
        expect(bar).to_have_count(0)
        assert not [said for said in seen.said if "ERR_FAILED" not in said]


def _worked(stage: str, done: int) -> Any:
    return Errand.internal.update(begun_at=timezone.now(), tries=1, stage=stage, rows=100, rows_done=done)
