"""By the address of a page another site is told the frame to show, and nothing of what is not public."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from actions.models import Campaign
from prisoners.models import FormerSlug, Prisoner
from tests.actions.rows import make_campaign, make_prisoner

pytestmark = pytest.mark.django_db


def asked(path: str, **query: Any) -> Any:
    return Client().get("/oembed/", {"url": f"{settings.SITE_ORIGIN}{path}", **query})


@pytest.fixture(autouse=True)
def _rows() -> None:
    make_prisoner(name='Yerlan "Lion" Baltabai')
    make_campaign()


@pytest.mark.parametrize(("path", "height"), [("prisoners/yerlan-baltabai", 880), ("campaigns/zhanaozen", 760)])
def test_frame_of_a_page_is_told_as_oembed_wants_it(path: str, height: int) -> None:
    answer = asked(f"/ru/{path}/")
    told = answer.json()
    assert answer["Content-Type"] == "application/json"
    assert (told["version"], told["type"], told["width"], told["height"]) == ("1.0", "rich", 600, height)
    assert told["html"].startswith(f'<iframe src="{settings.SITE_ORIGIN}/embed/{path}/?lang=ru" title="')
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    assert Client().get(f"/embed/{path}/?lang=ru").status_code == 200


def test_frame_is_no_larger_than_asked_and_a_quote_in_a_name_stays_in_it() -> None:
    told = asked("/en/prisoners/yerlan-baltabai/", maxwidth="320", maxheight="400").json()
    assert (told["width"], told["height"]) == (320, 400)
    assert 'title="Yerlan &quot;Lion&quot; Baltabai" width="320" height="400"' in told["html"]
    assert asked("/en/prisoners/yerlan-baltabai/", maxwidth="100").json()["width"] == 100
    assert asked("/en/prisoners/yerlan-baltabai/", maxwidth="-1", maxheight="wide").json()["width"] == 600


def test_page_names_where_its_frame_is_told() -> None:
    page = Client().get("/en/prisoners/yerlan-baltabai/").content.decode()
    address = page.partition('type="application/json+oembed" href="')[2].partition('"')[0]
    assert Client().get(address.removeprefix(settings.SITE_ORIGIN)).json()["title"] == 'Yerlan "Lion" Baltabai'


@pytest.mark.parametrize(
    "path", ["/en/prisoners/nobody/", "/en/", "/xx/prisoners/yerlan-baltabai/", "/en/desk/", ".evil.example/en/", ""]
)
def test_page_without_a_frame_has_none(path: str) -> None:
    answer = asked(path)
    assert (answer.status_code, answer.json()) == (404, {"error": "There is no such page"})


def test_address_of_another_site_and_another_form_are_refused() -> None:
    assert Client().get("/oembed/?url=http://evil.example/en/prisoners/yerlan-baltabai/").status_code == 404
    assert Client().get("/oembed/?url=http://[bad/").status_code == 404
    assert Client().get("/oembed/").status_code == 400
    assert asked("/en/prisoners/yerlan-baltabai/", format="xml").status_code == 501
    assert Client().post("/oembed/").status_code == 405


def test_what_is_withdrawn_is_told_to_nobody_and_an_old_address_leads_on() -> None:
    Prisoner.internal.update(slug="new")
    FormerSlug.objects.create(slug="yerlan-baltabai", prisoner=Prisoner.internal.get())
    assert "/embed/prisoners/new/" in asked("/en/prisoners/yerlan-baltabai/").json()["html"]
    Prisoner.internal.update(state="withdrawn")
    Campaign.internal.update(state="withdrawn")
    for path in ("prisoners/yerlan-baltabai", "prisoners/new", "campaigns/zhanaozen"):
        assert asked(f"/en/{path}/").status_code == 404, path
