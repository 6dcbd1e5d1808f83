"""Charges have a history of days; where a charge stands follows from it, whatever is written."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from prisoners.choices import ChargeStatus, StaffRole
from prisoners.models import Charge, ChargeStep, Prisoner
from prisoners.services import charges
from prisoners.services.merging import merge
from prisoners.services.purging import histories, purge_history
from prisoners.services.refusals import RecordRefused
from prisoners.services.staff import create_staff
from tests.prisoners import make
from tests.prisoners.desk import at_desk, sent_by, url
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADDRESS, IN_THE_API = "/en/prisoners/yerlan-example/", "/api/v1/cases/case-of-yerlan-example/"
TOLD = (
    (ChargeStatus.PENDING, "2018-12-13"),
    (ChargeStatus.CONVICTED, "2019-07-17"),
    (ChargeStatus.OVERTURNED, "2020-03"),
)


@pytest.fixture(autouse=True)
def _frozen() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def a_charge(prisoner: Prisoner | None = None, **fields: Any) -> Charge:
    """A draft of a charge under article 174."""
    prisoner = prisoner or make.a_prisoner()
    case = make.a_case(prisoner, slug=f"case-of-{prisoner.slug}")
    return Charge.internal.create(case=case, prisoner=prisoner, articles=["174"], brought_on="2018-12-13", **fields)


def a_public_charge() -> Charge:
    """A published charge with three lines of history, each from a source of its own, told on its day."""
    charge = a_charge(make.published(make.a_prisoner()))
    make.published(charge.case)
    for status, day in TOLD:
        source = make.a_source(f"of-{day}", title=f"Told {day}", published_on=day)
        make.cite(charges.add_step(charge, status=status, since_on=day), source)
    published: Charge = make.published(charge)
    return published


def stands(charge: Charge) -> str:
    return Charge.internal.get(pk=charge.pk).status


def read(client: Client, query: str = "") -> str:
    answer = client.get(f"{ADDRESS}{query}")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert ": 174" not in text  # Articles keep their own direction beside words of another.
    return text.replace("<bdi>", "").replace("</bdi>", "")


def test_charge_stands_where_the_last_line_says_in_whatever_order_they_are_written() -> None:
    charge = a_charge()
    last = charges.add_step(charge, status=ChargeStatus.APPEALED, since_on="2019-08")
    first = charges.add_step(charge, status=ChargeStatus.PENDING, since_on="2018-12-13")
    assert (charge.status, stands(charge)) == (ChargeStatus.APPEALED, ChargeStatus.APPEALED)
    first.since_on = "2020-01-01"
    charges.keep_step(first)
    assert stands(charge) == ChargeStatus.PENDING
    first.delete()
    assert stands(charge) == ChargeStatus.APPEALED
    last.delete()
    assert stands(charge) == ChargeStatus.APPEALED


def test_database_lets_no_charge_contradict_its_history() -> None:
    charge, other = a_charge(), a_charge(make.a_prisoner("Somebody Else"))
    ChargeStep.internal.bulk_create([ChargeStep(charge=charge, status=status, since_on=day) for status, day in TOLD])
    Charge.internal.filter(pk=charge.pk).update(status=ChargeStatus.DROPPED)
    assert stands(charge) == ChargeStatus.OVERTURNED
    ChargeStep.internal.filter(status=ChargeStatus.OVERTURNED).update(charge=other)
    assert (stands(charge), stands(other)) == (ChargeStatus.CONVICTED, ChargeStatus.OVERTURNED)


def test_charge_without_a_history_stands_where_it_was_entered() -> None:
    charge = a_charge(status=ChargeStatus.DROPPED)
    Charge.internal.filter(pk=charge.pk).update(status=ChargeStatus.ACQUITTED)
    assert stands(charge) == ChargeStatus.ACQUITTED


@pytest.mark.parametrize(
    ("status", "day", "said"),
    [
        (ChargeStatus.UNKNOWN, "2019-07-17", "where the charge stood"),
        ("", "2019-07-17", "where the charge stood"),
        (ChargeStatus.DROPPED, None, "the first day on which"),
        (ChargeStatus.DROPPED, "../2019", "the first day on which"),
        (ChargeStatus.DROPPED, "2026-11-25", "still to come"),
        (ChargeStatus.PENDING, "2018-12-13", "says that already"),
    ],
)
def test_line_that_says_nothing_new_is_refused(status: str, day: str | None, said: str) -> None:
    charge = a_charge()
    charges.add_step(charge, status=ChargeStatus.PENDING, since_on="2018-12-13")
    with pytest.raises(RecordRefused, match=said):
        charges.add_step(charge, status=status, since_on=day)
    assert (ChargeStep.internal.count(), stands(charge)) == (1, ChargeStatus.PENDING)


@pytest.mark.parametrize(
    ("status", "day"),
    [("unknown", "2019-07-17"), ("", "2019-07-17"), ("dropped", "../2019"), ("pending", "2018-12-13")],
)
def test_database_refuses_the_same(status: str, day: str) -> None:
    charge = a_charge()
    charges.add_step(charge, status=ChargeStatus.PENDING, since_on="2018-12-13")
    with pytest.raises(IntegrityError), transaction.atomic():
        ChargeStep.internal.create(charge=charge, status=status, since_on=day)


def test_page_tells_each_line_on_its_day_with_its_source_and_as_of_a_day_none_later(client: Client) -> None:
    a_public_charge()
    text = read(client)
    places = [
        text.index(f"Charge{said}: 174") for said in ("", " (pending)", " (convicted)", " (conviction overturned)")
    ]
    assert places == sorted(places)
    assert "Told 2019-07-17" in text
    then = read(client, "?as_of=2019-12-31")
    assert "Charge (convicted): 174" in then
    assert "overturned" not in then


def test_page_as_known_on_a_day_tells_no_line_that_a_source_told_later(client: Client) -> None:
    charge = a_public_charge()
    make.cite(charge, make.a_source("indictment", published_on="2018-12-14"))
    then = read(client, "?known_on=2019-07-16")
    assert "Charge (pending): 174" in then
    assert "convicted" not in then
    before = read(client, "?known_on=2018-12-14&as_of=2018-12-14")
    assert "Charge (pending): 174" in before
    ChargeStep.internal.filter(status=ChargeStatus.PENDING).delete()
    assert "Charge: 174" in read(client, "?known_on=2019-07-16")


def test_line_that_is_added_to_a_public_charge_later_is_what_was_added_last(client: Client) -> None:
    charge = a_public_charge()
    assert "Added last" not in read(client)
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        charges.add_step(charge, status=ChargeStatus.DROPPED, since_on="2020-05-04")
        assert "Added last, on 24 November 2026: Charge (dropped): 174 (4 May 2020)" in read(client)


def test_api_gives_the_history_with_its_sources(client: Client) -> None:
    a_public_charge()
    row = client.get(IN_THE_API).json()["charges"][0]
    lines = row["status_history"]
    told = [(one["status"]["value"], one["since_on"]["edtf"], one["sources"][0]["key"]) for one in lines]
    assert told == [(status, day, f"of-{day}") for status, day in TOLD]
    assert row["status"]["value"] == told[-1][0]


@pytest.mark.parametrize("address", [ADDRESS, IN_THE_API])
def test_three_lines_take_as_many_queries_as_one(client: Client, address: str) -> None:
    a_public_charge()
    three = len(queries_of(client.get, address))
    ChargeStep.internal.exclude(status=ChargeStatus.PENDING).delete()
    assert len(queries_of(client.get, address)) == three


@pytest.mark.parametrize("hidden", ["charge", "case", "prisoner"])
def test_history_is_as_public_as_what_it_hangs_on(hidden: str) -> None:
    charge = a_public_charge()
    assert ChargeStep.public.count() == len(TOLD)
    row = charge if hidden == "charge" else getattr(charge, hidden)
    type(row).internal.filter(pk=row.pk).update(state="withdrawn")
    assert ChargeStep.public.count() == 0


def test_line_is_entered_beside_its_charge_and_refused_there(client: Client) -> None:
    charge = a_charge()
    alice = at_desk(make.alice())
    line = {"steps-0-status": "pending", "steps-0-since_on": "2018-12-13"}
    assert alice.post(url(charge), sent_by(alice, url(charge), **line)).status_code == 302
    assert (stands(charge), ChargeStep.internal.count()) == (ChargeStatus.PENDING, 1)
    late = {"steps-1-status": "dropped", "steps-1-since_on": "2027"}
    page = alice.post(url(charge), sent_by(alice, url(charge), **late))
    assert (page.status_code, "still to come" in page.content.decode()) == (200, True)
    assert 'name="status"' not in alice.get(url(charge)).content.decode()
    step = ChargeStep.internal.get()
    assert alice.get(url(step)).status_code == 200
    page = alice.post(url(step), sent_by(alice, url(step), status="unknown"))
    assert (page.status_code, stands(charge)) == (200, ChargeStatus.PENDING)


def test_line_that_is_left_blank_is_none_though_its_selects_are_sent() -> None:
    charge = a_charge()
    alice = at_desk(make.alice())
    blank = {"steps-0-since_on_shape": "at", "steps-0-since_on_mark": ""}
    sent = sent_by(alice, url(charge), text="Striking", **blank)
    assert alice.post(url(charge), sent).status_code == 302
    assert (ChargeStep.internal.count(), Charge.internal.get().text) == (0, "Striking")
    half = alice.post(url(charge), {**sent, "steps-0-since_on_year": "2019"})
    assert (half.status_code, "This field is required" in half.content.decode()) == (200, True)


def test_line_of_a_public_charge_is_for_publishers() -> None:
    step = a_public_charge().steps.get(status=ChargeStatus.PENDING)
    alice, bob = at_desk(make.alice()), at_desk(make.bob())
    changed = {"since_on": "2018-12-12"}
    assert alice.post(url(step), {"status": "pending", **changed}).status_code == 403
    assert bob.post(url(step), sent_by(bob, url(step), **changed)).status_code == 302
    assert ChargeStep.internal.get(pk=step.pk).since_earliest == date(2018, 12, 12)


def test_history_follows_its_charge_when_two_records_are_merged() -> None:
    kept, other = make.a_prisoner(), make.a_prisoner("Erlan Example")
    charges.add_step(a_charge(other), status=ChargeStatus.PENDING, since_on="2018-12-13")
    merge(kept, other, make.alice())
    assert ChargeStep.internal.get().charge.prisoner == kept


def test_what_the_database_kept_of_the_history_is_purged_with_the_person() -> None:
    one, other = make.a_prisoner(), make.a_prisoner("Somebody Else")
    for prisoner in (one, other):
        charges.add_step(a_charge(prisoner), status=ChargeStatus.PENDING, since_on="2018-12-13").delete()
    entries = next(model for model in histories() if model.pgh_tracked_model is ChargeStep)._base_manager
    before = entries.count()
    purge_history(one, create_staff("dora@example.org", [StaffRole.STEWARD], make.PASSWORD, handle="dora"))
    assert (before, entries.count()) == (4, 2)
