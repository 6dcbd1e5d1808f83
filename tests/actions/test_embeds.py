"""What other sites show in a frame: small, silent, of public rows alone, and the only answers that may be framed."""

from datetime import date, time
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from actions.models import Campaign
from prisoners.models import FormerSlug, Prisoner
from tests import factories as make
from tests.actions.rows import make_action, make_campaign, make_prisoner

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign() -> Campaign:
    row = make_campaign(title='The "oil workers"')
    row.prisoners.set([make_prisoner(), make_prisoner("max-bokayev")])
    make_action(title="Picket", campaign=row, held_on="2099-12-16", local_time=time(18), city="Vienna")
    make_action(title="Hidden picket", campaign=row, held_on="2099-12-17", state="draft")
    return row


def asked(path: str, **query: Any) -> str:
    return Client().get(path, query).content.decode()


def test_a_frame_of_a_prisoner_says_who_where_since_when_and_what_is_next() -> None:
    person: Prisoner = make.a_whole_prisoner(slug="prisoner")
    page = asked("/embed/prisoners/prisoner/")
    assert person.name in page
    assert f'href="/en/prisoners/{person.slug}/"' in page
    assert "/en/alerts/?topic=prisoner:" in page


def test_a_frame_of_a_campaign_says_for_whom_and_the_next_actions_in_their_own_time(campaign: Campaign) -> None:
    page = asked("/embed/campaigns/zhanaozen/")
    assert "2 people" in page
    assert "18:00" in page
    assert "Vienna time" in page
    assert "Hidden picket" not in page


@pytest.mark.parametrize("path", ["/embed/campaigns/zhanaozen/", "/embed/prisoners/yerlan-baltabai/"])
def test_a_frame_may_stand_anywhere_and_runs_and_keeps_nothing(campaign: Campaign, path: str) -> None:
    answer = Client().get(path)
    policy = dict(one.strip().split(" ", 1) for one in answer["Content-Security-Policy"].split(";"))
    assert policy["frame-ancestors"] == "*"
    for name in ("default-src", "script-src", "img-src", "connect-src", "form-action"):
        assert policy[name] == "'none'", name
    assert "X-Frame-Options" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies
    for word in ("<script", "<form", "<img", "<input"):
        assert word not in answer.content.decode(), word


def test_nothing_else_may_be_framed(campaign: Campaign) -> None:
    for path in ("/en/campaigns/zhanaozen/", "/en/prisoners/yerlan-baltabai/", "/embed/campaigns/nowhere/"):
        answer = Client().get(path)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], path
        assert answer["X-Frame-Options"] == "DENY", path


def test_a_frame_speaks_the_language_it_is_asked_for_and_refuses_another(campaign: Campaign) -> None:
    assert 'lang="ru"' in asked("/embed/campaigns/zhanaozen/", lang="ru")
    assert 'href="/ru/campaigns/zhanaozen/"' in asked("/embed/campaigns/zhanaozen/", lang="ru")
    assert Client().get("/embed/campaigns/zhanaozen/?lang=xx").status_code == 400
    assert Client().post("/embed/campaigns/zhanaozen/").status_code == 405


def test_what_is_withdrawn_is_in_no_frame_and_an_old_address_leads_on(campaign: Campaign) -> None:
    Prisoner.internal.filter(slug="max-bokayev").update(slug="max-boqayev")
    FormerSlug.objects.create(slug="max-bokayev", prisoner=Prisoner.internal.get(slug="max-boqayev"))
    moved = Client().get("/embed/prisoners/max-bokayev/?lang=kk")
    assert (moved.status_code, moved["Location"]) == (301, "/embed/prisoners/max-boqayev/?lang=kk")
    Campaign.internal.update(state="withdrawn")
    Prisoner.internal.update(state="withdrawn")
    for path in ("campaigns/zhanaozen", "prisoners/yerlan-baltabai", "prisoners/max-bokayev"):
        assert Client().get(f"/embed/{path}/").status_code == 404, path


def test_a_page_shows_what_to_paste_and_a_quote_in_a_title_stays_in_it(campaign: Campaign) -> None:
    page = asked("/en/campaigns/zhanaozen/")
    shown = unescape(page.partition("<pre><code>")[2].partition("</code>")[0])
    assert shown.startswith('<iframe src="http')
    assert '/embed/campaigns/zhanaozen/?lang=en" title="The &quot;oil workers&quot;"' in shown


def test_a_frame_asks_as_often_for_three_as_for_one(campaign: Campaign) -> None:
    counts = []
    for turn in range(2):
        with CaptureQueriesContext(connection) as queries:
            asked("/embed/campaigns/zhanaozen/")
        counts.append(len(queries))
        for number in range(2):
            campaign.prisoners.add(make_prisoner(f"another-{turn}-{number}"))
            make_action(campaign=campaign, held_on=date(2099, 12, 18 + number).isoformat())
    assert counts[0] == counts[1]
