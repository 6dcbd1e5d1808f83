"""What other sites show in a frame: small, silent, of public rows alone, and the only answers that may be framed."""

from datetime import date, time
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from actions import campaign_people
from actions.models import Campaign
from prisoners.models import FormerSlug, Hearing, Prisoner
from tests import factories as make
from tests.actions.rows import make_action, make_campaign, make_prisoner
from tests.queries import queries_of

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
    shown = unescape(page.partition('<code id="embed-code">')[2].partition("</code>")[0])
    assert shown.startswith('<iframe src="http')
    assert '/embed/campaigns/zhanaozen/?lang=en" title="The &quot;oil workers&quot;"' in shown


def test_a_frame_names_its_own_language_whatever_the_browser_speaks(campaign: Campaign) -> None:
    english = Client(headers={"Accept-Language": "en"})
    assert english.get("/embed/campaigns/zhanaozen/?lang=ru")["Content-Language"] == "ru"
    assert english.get("/embed/campaigns/zhanaozen/")["Content-Language"] == "en"


@pytest.mark.parametrize("path", ["campaigns/zhanaozen", "prisoners/yerlan-baltabai"])
def test_a_frame_asks_as_often_for_three_as_for_one(campaign: Campaign, path: str) -> None:
    whom = Prisoner.internal.get(slug="yerlan-baltabai")
    counts = []
    for turn, more in enumerate((1, 2)):
        for number in range(more):
            campaign.prisoners.add(make_prisoner(f"another-{turn}-{number}"))
            make_action(campaign=campaign, held_on=date(2099, 12, 18 + number).isoformat())
            announce(whom, f"2099-11-{10 * turn + number + 1:02}")
        counts.append(len(queries_of(asked, f"/embed/{path}/")))
    assert counts[0] == counts[1]
    assert asked(f"/embed/{path}/").count("<li>") == 3


def announce(whom: Prisoner, day: str) -> Hearing:
    """A public court date of somebody, in a court of its own."""
    unknown = {"local_time": None, "starts_at": None}
    hearing: Hearing = make.HearingFactory(held_on=day, **unknown)
    make.DefendantFactory(case=hearing.case, prisoner=whom)
    return hearing


@time_machine.travel("2026-11-24T12:00:00Z", tick=False)
def test_a_campaign_is_counted_in_a_frame_as_its_cards_say_and_no_chain_is_made(campaign: Campaign) -> None:
    held, long_ago = make_prisoner("held"), make_prisoner("long-ago")
    make.DetentionFactory(prisoner=held, started_on="2026-01", ended_on=None, kind="pretrial")
    make.DetentionFactory(prisoner=long_ago, started_on="1999", ended_on=None, kind="serving")
    campaign.prisoners.add(held, long_ago)
    today = timezone.now().date()
    people = campaign_people.people_of(campaign, today)
    cards = [*people["not_free"], *people["others"]]
    not_free = sum(card["status"] in campaign_people.NOT_FREE for card in cards)
    assert campaign_people.how_many(campaign, today) == (4, not_free) == (len(cards), len(people["not_free"]))
    assert {card["status"] for card in cards} >= {"pretrial", "unknown"}
    assert "4 people, not free: 1" in asked("/embed/campaigns/zhanaozen/")
    assert not [one for one in queries_of(asked, "/embed/campaigns/zhanaozen/") if "prisoners_detention" in one]


@pytest.mark.django_db(transaction=True)
def test_who_is_withdrawn_or_taken_out_of_a_campaign_is_not_counted_for_another_minute(campaign: Campaign) -> None:
    campaign.prisoners.add(make_prisoner("third"))
    assert "3 people" in asked("/embed/campaigns/zhanaozen/")
    Prisoner.internal.filter(slug="third").update(state="withdrawn")
    assert "2 people" in asked("/embed/campaigns/zhanaozen/")
    campaign.prisoners.remove(Prisoner.internal.get(slug="max-bokayev"))
    assert "1 person" in asked("/embed/campaigns/zhanaozen/")
