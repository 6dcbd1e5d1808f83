"""Pages behind mailed links speak the language of the mail, and another one when asked."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from privacy.links import make_link_token
from supporters import link_languages, links, outbox
from supporters.models import Supporter
from supporters.services import people
from tests.supporters import visitor
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db

#: The browser asks for another language than the person.
FRENCH = {"accept-language": "fr"}
OF_NOBODY_YET = {"invitation"}
SUPPORTER_LINKS = ("confirm-alerts", "not-me-alerts", "manage", "follows", "told", "unsubscribe")


def spoken(page: bytes) -> str:
    found = re.search(rb'<html lang="(\w+)"', page)
    assert found
    return found[1].decode()


def path_of(person: Supporter, purpose: str) -> str:
    where = "unsubscribe" if purpose == "unsubscribe" else "l"
    return f"/{where}/{make_link_token(purpose, str(person.pk), None)}/"


def test_every_link_but_an_invitation_has_a_language() -> None:
    purposes = {*links._LINKS, *links._VIEWS, *links._ENDINGS, "unsubscribe"}
    assert {one for one in purposes if not link_languages.has_language(one)} == OF_NOBODY_YET


@pytest.mark.parametrize("purpose", SUPPORTER_LINKS)
def test_a_link_opens_in_the_language_of_the_mail_whatever_the_browser_asks(
    client: Client, follower: Meet, purpose: str
) -> None:
    path = path_of(follower("all", language="kk"), purpose)
    page = client.get(path, headers=FRENCH)
    assert (page.status_code, spoken(page.content), page.headers["Content-Language"]) == (200, "kk", "kk")
    assert not client.cookies
    assert spoken(client.get("/en/alerts/code/", headers=FRENCH).content) == "en"


@pytest.mark.parametrize("purpose", SUPPORTER_LINKS)
def test_whoever_opens_it_can_choose_another_language(client: Client, follower: Meet, purpose: str) -> None:
    path = path_of(follower("all", language="kk"), purpose)
    menu = re.findall(r'<a href="\?lang=(\w+)" lang="(\w+)"', client.get(path).content.decode())
    assert ("he", "he") in menu
    assert all(asked == named for asked, named in menu)
    page = client.get(f"{path}?lang=he", headers=FRENCH).content
    assert spoken(page) == "he"
    assert b'dir="rtl"' in page
    # The forms of the page post to the address that it was opened by.
    assert not re.search(r"<form[^>]* action=", page.decode())


@pytest.mark.parametrize("unknown", ["", "xx", "kk-KZ", "kk%00", "../ru"])
def test_a_language_that_we_do_not_speak_changes_nothing(client: Client, follower: Meet, unknown: str) -> None:
    path = path_of(follower("all", language="kk"), "manage")
    assert spoken(client.get(f"{path}?lang={unknown}", headers=FRENCH).content) == "kk"


def test_a_language_that_the_site_has_given_up_is_that_of_the_browser(client: Client, follower: Meet) -> None:
    assert spoken(client.get(path_of(follower("all", language="xx"), "told"), headers=FRENCH).content) == "fr"


def test_what_a_button_answers_is_in_the_language_of_the_page(client: Client, sink: Sink) -> None:
    people.meet("anna@example.org", language="ru")
    visitor.ask(client)
    outbox.deliver()
    confirm, not_me = visitor.links(sink)
    assert "/ru/alerts/code/" in sink.text()
    confirmed = client.post(confirm, headers=FRENCH)
    assert spoken(confirmed.content) == "ru"
    assert b'href="/ru/' in confirmed.content
    assert spoken(client.post(f"{confirm}?lang=kk", headers=FRENCH).content) == "kk"
    assert spoken(client.post(not_me, headers=FRENCH).content) == "ru"


def test_leaving_is_answered_in_the_language_of_the_mail(client: Client, follower: Meet) -> None:
    path = path_of(follower("all", language="ru"), "unsubscribe")
    assert spoken(client.post(path, headers=FRENCH).content) == "ru"
    assert not Supporter.objects.exists()
    # Nobody is known any more by whom it could be in Russian.
    assert spoken(client.get(path, headers=FRENCH).content) == "fr"


def test_a_link_that_is_over_says_so_in_the_language_of_the_mail(client: Client, follower: Meet) -> None:
    anna = follower("all", language="ru")
    path = f"/l/{make_link_token('manage', str(anna.pk), timezone.now() + timedelta(hours=1))}/"
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        page = client.get(path, headers=FRENCH)
    assert (page.status_code, spoken(page.content)) == (410, "ru")


def test_a_new_language_of_the_mails_is_spoken_at_once(client: Client, follower: Meet) -> None:
    path = path_of(follower("all", language="ru"), "manage")
    said = {"do": "set", "language": "kk", "time_zone": "UTC", "told_at_hour": "9"}
    assert spoken(client.post(f"{path}?lang=en", said).content) == "kk"
    assert spoken(client.get(path, headers=FRENCH).content) == "kk"
