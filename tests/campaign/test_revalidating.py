"""A public page that has not changed is not sent again, and no validator tells one reader from another."""

import re
import time

import pytest
import time_machine
from django.test import Client

from campaign.middleware import KEPT_SECONDS, PUBLIC
from privacy.forms import form_token_fault
from supporters.forms import SubscribeForm
from tests.actions.rows import make_action, make_group, make_organiser
from tests.prisoners import make

pytestmark = pytest.mark.django_db
#: The beginning of a span for which a page with a form is said to be unchanged.
START = 1_800_000_000 // KEPT_SECONDS * KEPT_SECONDS
TOKEN = re.compile(r'name="form_token" value="([^"]+)"')


@pytest.fixture(autouse=True)
def _at_the_start() -> object:
    with time_machine.travel(START, tick=False):
        yield


def test_a_page_with_a_form_is_known_again_though_each_showing_has_a_token_of_its_own(client: Client) -> None:
    first, second = client.get("/en/"), Client().get("/en/")
    assert TOKEN.findall(first.content.decode()) != TOKEN.findall(second.content.decode())
    assert first["ETag"] == second["ETag"]
    again = client.get("/en/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Cache-Control"] == PUBLIC


def test_a_cache_is_told_the_same_of_a_page_that_it_has_as_of_a_new_one(client: Client) -> None:
    row = make.published(make.a_prisoner())
    packed = {"Accept-Encoding": "gzip"}
    for address in (f"/en/prisoners/{row.slug}/", f"/embed/prisoners/{row.slug}/"):
        first = client.get(address, headers=packed)
        again = client.get(address, headers={**packed, "If-None-Match": first["ETag"]})
        assert (first["Content-Encoding"], again.status_code) == ("gzip", 304)
        assert "Accept-Encoding" in again["Vary"]
        assert again["Vary"] == first["Vary"], address


def test_a_page_whose_rows_have_changed_is_sent_anew(client: Client) -> None:
    known = client.get("/en/prisoners/")["ETag"]
    make.published(make.a_prisoner())
    anew = client.get("/en/prisoners/", headers={"If-None-Match": known})
    assert (anew.status_code, "Yerlan Example" in anew.content.decode()) == (200, True)


def test_a_form_that_is_kept_to_the_last_second_can_still_be_sent(client: Client) -> None:
    first = client.get("/en/")
    token = TOKEN.findall(first.content.decode())[0]
    with time_machine.travel(START + KEPT_SECONDS - 1, tick=False):
        assert client.get("/en/", headers={"If-None-Match": first["ETag"]}).status_code == 304
    with time_machine.travel(START + KEPT_SECONDS, tick=False):
        assert client.get("/en/", headers={"If-None-Match": first["ETag"]}).status_code == 200
        assert time.time() == START + KEPT_SECONDS
        assert form_token_fault(SubscribeForm.form_id, token) is None


def test_nothing_that_one_person_alone_may_see_has_a_validator(client: Client) -> None:
    group = make_group()
    action = make_action(group=group)
    client.force_login(make_organiser("anna", group))
    for address in (
        f"/en/desk/actions/{action.slug}/",
        "/en/desk/",
        "/staff/login/",
        "/l/nonsense/",
        "/en/nowhere/",
        "/en/alerts/",
    ):
        assert not client.get(address).has_header("ETag"), address
    assert not Client().post("/en/alerts/", {}).has_header("ETag")
