"""What the record refuses is an error of the form at the desk, and writes nothing."""

import pytest
from django.test import Client

from prisoners.choices import CustodyKind, SanctionKind
from prisoners.models import Detention, Hearing, Sanction
from prisoners.services import detentions, hearings, sanctions
from tests.prisoners import make
from tests.prisoners.desk import sent_by, url

pytestmark = pytest.mark.django_db

_CUSTODY = {"kind": CustodyKind.UNKNOWN.value, "started_on": "2020-01-01"}


def test_overlapping_custody_is_an_error_of_the_form(alice: Client) -> None:
    prisoner = make.a_prisoner()
    detentions.detain(prisoner, kind=CustodyKind.UNKNOWN, started_on="2019-01-01")
    sent = sent_by(alice, "/staff/prisoners/detention/add/", prisoner=prisoner.pk, started_on="2020-01-01")
    page = alice.post("/staff/prisoners/detention/add/", sent)
    assert (page.status_code, Detention.internal.count()) == (200, 1)
    assert "overlaps with another one" in page.content.decode()


def test_two_overlapping_rows_entered_together_are_an_error_and_write_nothing(alice: Client) -> None:
    prisoner = make.a_prisoner()
    rows = {f"detentions-{number}-{name}": value for number in (0, 1) for name, value in _CUSTODY.items()}
    sent = sent_by(alice, url(prisoner), summary="Changed.", **rows, **{"detentions-TOTAL_FORMS": 2})
    page = alice.post(url(prisoner), sent)
    prisoner.refresh_from_db()
    assert (page.status_code, Detention.internal.count(), prisoner.summary) == (200, 0, "")
    assert "overlaps with another one" in page.content.decode()


def test_sanction_that_replaces_itself_is_an_error_of_the_form(alice: Client) -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON)
    page = alice.post(url(sanction), sent_by(alice, url(sanction), replaces=sanction.pk))
    assert page.status_code == 200
    assert "This is the row itself" in page.content.decode()
    assert Sanction.internal.get().replaces is None


def test_sanction_that_ends_before_it_was_imposed_is_an_error_of_the_form(alice: Client) -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON, imposed_on="2019-05")
    page = alice.post(url(sanction), sent_by(alice, url(sanction), ended_on="2018"))
    assert page.status_code == 200
    assert "It would end before it was imposed." in page.content.decode()


def test_hearing_without_place_or_with_an_hour_and_no_day_is_an_error_of_the_form(alice: Client) -> None:
    case, add = make.a_case(make.a_prisoner()), "/staff/prisoners/hearing/add/"
    assert alice.post(add, sent_by(alice, add, case=case.pk, held_on="2030-01-05")).status_code == 200
    sent = sent_by(alice, add, case=case.pk, held_on="2030-01", local_time="10:00", place=make.a_place().pk)
    page = alice.post(add, sent)
    assert "An hour needs the day it belongs to" in page.content.decode()
    assert not Hearing.internal.exists()


def test_place_in_an_unknown_zone_is_an_error_of_the_form(alice: Client) -> None:
    sent = sent_by(alice, "/staff/prisoners/place/add/", name="Aktau", country="KZ", time_zone="Asia/Nowhere")
    page = alice.post("/staff/prisoners/place/add/", sent)
    assert "is not a time zone" in page.content.decode()


def test_figure_without_words_or_numbers_is_an_error_of_the_form(alice: Client) -> None:
    add = "/staff/prisoners/figure/add/"
    assert "A figure needs a number" in alice.post(add, sent_by(alice, add, about="killed")).content.decode()
    upside_down = sent_by(alice, add, about="killed", low=3, high=2)
    assert "above the higher one" in alice.post(add, upside_down).content.decode()


def test_disagreement_about_nothing_is_an_error_of_the_form(alice: Client) -> None:
    add = "/staff/prisoners/disagreement/add/"
    assert "exactly one thing" in alice.post(add, sent_by(alice, add, text="The day.")).content.decode()


def test_hearing_that_is_its_own_next_is_an_error_of_the_form(alice: Client) -> None:
    hearing = hearings.schedule(make.a_case(make.a_prisoner()), place=make.a_place(), held_on="2030-01-05")
    page = alice.post(url(hearing), sent_by(alice, url(hearing), next_hearing=hearing.pk))
    assert (page.status_code, "This is the row itself" in page.content.decode()) == (200, True)
    assert Hearing.internal.get().next_hearing is None
