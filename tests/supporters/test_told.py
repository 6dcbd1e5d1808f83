"""What was told lately is read once more, by whom it was told and for a month."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from supporters import mails, outbox, reminders
from supporters.links import link_for, told_url
from supporters.services import people
from tests.supporters import record
from tests.supporters.browser_pages import path_of
from tests.supporters.conftest import Meet
from tests.supporters.push_service import FakeBrowser, told_in
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def test_what_was_told_is_read_once_more_until_it_is_withdrawn(client: Client, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    prisoner = record.prisoner()
    row = record.hearing(prisoner, starts_at=timezone.now() + timedelta(hours=20))
    reminders.run_planners(timezone.now())
    outbox.deliver()
    page = client.get(path_of(link_for("manage", str(anna.pk)))).content.decode()
    told = page.partition("What you were told lately")[0].rpartition('href="')[2].partition('"')[0]
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        later = client.get(path_of(told)).content.decode()
    assert "In court soon: Yerlan Baltabai" in later
    # HTML knows no more than thousandths of a second.
    assert re.fullmatch(r"[\dT:-]{16}Z", later.partition('datetime="')[2].partition('"')[0])
    record.change(row, state="withdrawn")
    gone = client.get(path_of(told)).content.decode()
    assert "Baltabai" not in gone and "not public any more" in gone


def test_no_link_of_an_alert_or_a_push_renews_itself(client: Client) -> None:
    """Both are passed on, and last for a month: what they open leads to nothing that lives longer."""
    person = told_in(FakeBrowser())
    with time_machine.travel(timezone.now() - timedelta(days=29)):
        follows, told = (path_of(url(str(person.pk))) for url in (mails.follows_url, told_url))
    assert "told lately" not in client.get(follows).content.decode()
    page = client.get(told).content.decode()
    onward = path_of(page.partition(">What you follow<")[0].rpartition('href="')[2].rstrip('"'))
    assert client.get(onward).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert [client.get(one).status_code for one in (follows, told, onward)] == [410, 410, 410]


def test_the_page_of_what_was_told_is_for_a_person_who_is_there(client: Client) -> None:
    person = told_in(FakeBrowser())
    told = path_of(told_url(str(person.pk)))
    assert b"Nothing yet." in client.get(told).content
    people.forget(person)
    assert client.get(told).status_code == 410
