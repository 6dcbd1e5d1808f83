"""The desk on which dispatches are written, translated, looked at and started."""

from typing import Any

import pytest
from django.test import Client

from actions import dispatch_forms
from actions.choices import DispatchState
from actions.models import Dispatch
from actions.services import dispatches
from prisoners.choices import StaffRole
from prisoners.models import Prisoner, Staff
from tests.actions.rows import make_group, make_organiser, make_prisoner, make_staff
from tests.dispatches.steps import WORDS, follow, write
from tests.factories import PersonNameFactory as make_name

pytestmark = pytest.mark.django_db


def test_what_was_submitted_waits_for_a_publisher_among_all_that_waits(yerlan: Prisoner, client: Client) -> None:
    group = make_group("vienna")
    vera = make_organiser("vera", group)
    follow(f"prisoner:{yerlan.pk}", count=60)
    row = write(vera, yerlan, group=group)
    paul = make_staff("paul", StaffRole.PUBLISHER)
    home, wait = f"/en/desk/dispatches/{row.slug}/", "/en/desk/review/"
    client.force_login(paul)
    assert home not in client.get(wait).content.decode()
    dispatches.submit(row, vera)
    assert home in client.get(wait).content.decode()
    client.force_login(vera)
    said = "a publisher of the site approves it"
    assert said in client.get(home).content.decode()
    dispatches.approve(row, paul)
    assert said not in client.get(home).content.decode()
    client.force_login(make_organiser("lena", make_group("london")))
    assert home not in client.get(wait).content.decode()


def test_of_many_prisoners_the_readers_of_one_are_found_by_a_name(
    anna: Staff, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch_forms, "MOST_OFFERED", 2)
    for slug, name in (("max-bokayev", "Max Bokayev"), ("serik-one", "Serik Ibraev"), ("serik-two", "Serik Ibraev")):
        make_name(prisoner=make_prisoner(slug), text=name)
    client.force_login(anna)
    page = client.get("/en/desk/dispatches/new/").content.decode()
    assert "Max Bokayev" not in page and 'name="name"' in page
    assert "Kind of dispatch" in page and "What is it?" not in page
    fields = {"kind": "appeal", "audience": "", "language": "en", **WORDS}
    several = client.post("/en/desk/dispatches/new/", {**fields, "name": "Serik Ibraev"})
    assert several.status_code == 400
    said = several.content.decode()
    assert "Several go by such a name" in said and said.count("Serik One") + said.count("Serik Two") == 2
    assert "He is ill." in said
    for name, sentence in (("Qxwv", "Nobody in the record"), ("", "Please choose for whom")):
        assert sentence in client.post("/en/desk/dispatches/new/", {**fields, "name": name}).content.decode()
    assert not Dispatch.internal.exists()
    assert client.post("/en/desk/dispatches/new/", {**fields, "name": "Maks Bokaev"}).status_code == 302
    row = Dispatch.internal.get()
    assert row.audience == f"prisoner:{Prisoner.internal.get(slug='max-bokayev').pk}"
    edit = client.get(f"/en/desk/dispatches/{row.slug}/edit/").content.decode()
    assert f'value="{row.audience}" selected' in edit


def test_desk_writes_translates_looks_and_sends(yerlan: Prisoner, anna: Staff, client: Client, settings: Any) -> None:
    client.force_login(anna)
    fields = {"kind": "appeal", "audience": f"prisoner:{yerlan.pk}", "language": "en", **WORDS}
    assert client.post("/en/desk/dispatches/new/", {**fields, "subject": "a\nb"}).status_code == 400
    assert client.post("/en/desk/dispatches/new/", fields).status_code == 302
    row = Dispatch.internal.get()
    home = f"/en/desk/dispatches/{row.slug}/"
    beside = client.get(f"{home}he/").content.decode()
    assert "He is ill." in beside and 'dir="rtl"' in beside
    client.post(f"{home}he/", {"subject": "מכתב", "text": "שלום"})
    mail = client.get(f"{home}he/mail/").content.decode()
    assert "שלום" in mail and "example.org" not in mail
    html = client.get(f"{home}he/mail.html")
    assert 'dir="rtl"' in html.content.decode()
    policy = html["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "sandbox" in policy and "script-src" not in policy
    assert client.get(f"{home}xx/mail/").status_code == 404
    for do in ("submit", "approve", "start"):
        row.refresh_from_db()
        client.post(f"{home}step/", {"do": do, "seen": row.version})
    assert 'http-equiv="refresh"' in client.get(home).content.decode()
    assert client.get(f"{home}progress.json").json()["goes_on"] is True
    client.post(f"{home}step/", {"do": "nonsense"})
    row.refresh_from_db()
    assert row.state == DispatchState.SENDING


def test_form_has_no_audience_chosen_beforehand(anna: Staff, client: Client) -> None:
    client.force_login(anna)
    fields = {"kind": "appeal", "language": "en", **WORDS, "audience": ""}
    assert client.post("/en/desk/dispatches/new/", fields).status_code == 400
    assert not Dispatch.internal.exists()
