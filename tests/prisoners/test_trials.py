"""Who is at liberty while a court has still to decide: only where the record shows both."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.test import Client

from prisoners.chain import Accusation, Rows, state_of
from prisoners.choices import ChargeStatus, CustodyEnd, CustodyKind, EventKind, SanctionEnd, SanctionKind
from prisoners.dates import parse
from prisoners.gaps import rows_of_all
from prisoners.models import Charge, Detention, Event, Prisoner, Sanction
from prisoners.page_facts import facts_of
from prisoners.services import charges, sanctions
from prisoners.spans import spans_on
from prisoners.standing import Standing
from tests.prisoners import make

DAY = date(2020, 6, 1)
PENDING = Accusation(1, ((parse("2020-02-01"), ChargeStatus.PENDING),))


def held(ended_by: str = CustodyEnd.RELEASED) -> Detention:
    """Two weeks in pre-trial detention in February 2020."""
    return Detention(kind=CustodyKind.PRETRIAL, started_on="2020-02-01", ended_on="2020-02-15", ended_by=ended_by)


def standing(rows: Rows, day: date = DAY) -> str:
    return state_of(rows, day).status


def test_somebody_released_under_a_pending_charge_is_under_prosecution_at_liberty() -> None:
    state = state_of(Rows(detentions=(held(),), accusations=(PENDING,)), DAY)
    assert (state.status, state.is_held, state.shape) == (Standing.ON_TRIAL_FREE, False, "restricted")
    assert any("A charge stands" in reason for reason in state.basis)


def test_nobody_is_said_to_be_at_liberty_because_no_custody_is_recorded() -> None:
    assert standing(Rows(accusations=(PENDING,))) == Standing.UNKNOWN


def test_somebody_left_at_liberty_until_the_trial_needs_no_charge_in_the_record() -> None:
    left = Event(kind=EventKind.LEFT_FREE, happened_on="2020-03-01")
    assert standing(Rows(events=(left,))) == Standing.ON_TRIAL_FREE
    assert standing(Rows(events=(left,)), date(2020, 2, 28)) == Standing.UNKNOWN


@pytest.mark.parametrize("ended_by", [CustodyEnd.ACQUITTED, CustodyEnd.DROPPED, CustodyEnd.SERVED])
def test_custody_that_ended_for_good_decides_what_was_charged_before(ended_by: str) -> None:
    assert standing(Rows(detentions=(held(ended_by),), accusations=(PENDING,))) == ended_by
    later = Accusation(2, ((parse("2020-05-01"), ChargeStatus.PENDING),))
    assert standing(Rows(detentions=(held(ended_by),), accusations=(PENDING, later))) == Standing.ON_TRIAL_FREE


def test_bail_says_more_than_that_a_charge_stands() -> None:
    assert standing(Rows(detentions=(held(CustodyEnd.BAIL),), accusations=(PENDING,))) == Standing.ON_BAIL


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ChargeStatus.DROPPED, Standing.RELEASED),
        (ChargeStatus.ACQUITTED, Standing.RELEASED),
        (ChargeStatus.CONVICTED, Standing.RELEASED),
        (ChargeStatus.APPEALED, Standing.ON_TRIAL_FREE),
    ],
)
def test_charge_stands_as_its_last_line_by_that_day_says(status: str, expected: str) -> None:
    told = Accusation(1, (*PENDING.lines, (parse("2020-04-01"), status)))
    rows = Rows(detentions=(held(),), accusations=(told,))
    assert standing(rows) == expected
    assert standing(rows, date(2020, 3, 1)) == Standing.ON_TRIAL_FREE


def test_sentence_in_the_same_case_decides_the_charge_and_one_in_another_case_does_not() -> None:
    fine = Sanction(kind=SanctionKind.FINE, imposed_on="2020-05-01", case_id=1)
    rows = Rows(sanctions=(fine,), detentions=(held(),), accusations=(PENDING,))
    assert standing(rows) == Standing.RELEASED
    fine.case_id = 2
    assert standing(rows) == Standing.ON_TRIAL_FREE


def test_what_was_not_reported_for_long_is_not_presumed_to_go_on() -> None:
    rows = Rows(detentions=(held(),), accusations=(PENDING,))
    assert standing(rows, date(2021, 2, 15)) == Standing.ON_TRIAL_FREE
    assert standing(rows, date(2021, 2, 17)) == Standing.RELEASED


@pytest.fixture
def charged() -> Charge:
    """A published person who was released while a published charge was pending."""
    prisoner = make.published(make.a_prisoner())
    case = make.published(make.a_case(prisoner))
    stretch = Detention(prisoner=prisoner, kind=CustodyKind.PRETRIAL, started_on="2020-02-01")
    stretch.ended_on, stretch.ended_by = "2020-02-15", CustodyEnd.RELEASED
    stretch.save()
    make.published(stretch)
    charge = Charge.internal.create(case=case, prisoner=prisoner, brought_on="2020-02-01", status=ChargeStatus.PENDING)
    published: Charge = make.published(charge)
    return published


def kept_standing(prisoner: Prisoner) -> str:
    """What the spans say of the day, derived again if a trigger asked for it."""
    return spans_on(DAY).get(prisoner=prisoner).status


@pytest.mark.django_db
def test_spans_follow_the_charge_and_its_history(charged: Charge) -> None:
    assert kept_standing(charged.prisoner) == Standing.ON_TRIAL_FREE
    step = charges.add_step(charged, status=ChargeStatus.DROPPED, since_on="2020-03-01")
    assert kept_standing(charged.prisoner) == Standing.RELEASED
    step.since_on = "2020-08-01"
    charges.keep_step(step)
    assert kept_standing(charged.prisoner) == Standing.RELEASED
    step.delete()
    Charge.internal.filter(pk=charged.pk).update(status=ChargeStatus.PENDING)
    assert kept_standing(charged.prisoner) == Standing.ON_TRIAL_FREE
    Charge.internal.filter(pk=charged.pk).delete()
    assert kept_standing(charged.prisoner) == Standing.RELEASED


@pytest.mark.django_db
def test_page_and_desk_read_the_same_charges_as_the_chain(charged: Charge) -> None:
    from_page = facts_of(charged.prisoner, charged.created_at).for_the_chain()
    from_desk = rows_of_all([charged.prisoner_id])[charged.prisoner_id]
    assert standing(from_page) == standing(from_desk) == Standing.ON_TRIAL_FREE


@pytest.mark.parametrize("kind", [SanctionKind.FINE, SanctionKind.ACTIVITY_BAN, SanctionKind.CONFISCATION])
def test_somebody_only_punished_without_custody_is_not_held(kind: str) -> None:
    imposed = Sanction(kind=kind, imposed_on="2020-03-01")
    state = state_of(Rows(sanctions=(imposed,)), DAY)
    assert (state.status, state.is_held, state.shape) == (Standing.NOT_HELD, False, "free")
    assert any("without custody" in reason for reason in state.basis)
    assert standing(Rows(sanctions=(imposed,)), date(2020, 2, 28)) == Standing.UNKNOWN


@pytest.mark.parametrize(
    ("ended_by", "expected"), [(SanctionEnd.SERVED, Standing.NOT_HELD), (SanctionEnd.OVERTURNED, Standing.UNKNOWN)]
)
def test_a_fine_that_was_paid_tells_more_of_custody_than_one_that_was_overturned(ended_by: str, expected: str) -> None:
    fine = Sanction(kind=SanctionKind.FINE, imposed_on="2020-03-01", ended_on="2020-04-01", ended_by=ended_by)
    assert standing(Rows(sanctions=(fine,)), date(2020, 3, 15)) == Standing.NOT_HELD
    assert standing(Rows(sanctions=(fine,))) == expected


@pytest.mark.parametrize(
    "rows",
    [
        Rows(events=(Event(kind=EventKind.ARREST, happened_on="2020-02-01"),)),
        Rows(accusations=(Accusation(1, ((parse("2020-05-01"), ChargeStatus.PENDING),)),)),
    ],
    ids=["arrested", "charged since"],
)
def test_a_fine_says_nothing_of_who_was_arrested_or_is_charged_since(rows: Rows) -> None:
    fine = Sanction(kind=SanctionKind.FINE, imposed_on="2020-03-01")
    assert standing(replace(rows, sanctions=(fine,))) == Standing.UNKNOWN


def test_somebody_in_deportation_may_be_held() -> None:
    assert standing(Rows(sanctions=(Sanction(kind=SanctionKind.DEPORTATION, imposed_on="2020-03-01"),))) == "unknown"


@pytest.fixture
def fined() -> Prisoner:
    """Somebody published, fined in March 2020 and never held."""
    prisoner: Prisoner = make.published(make.a_prisoner())
    fine = {"kind": SanctionKind.FINE, "fine_amount": 500000, "fine_currency": "KZT"}
    make.published(sanctions.impose(prisoner, imposed_on="2020-03-01", **fine))
    return prisoner


@pytest.mark.django_db
def test_page_api_list_and_statistics_agree_on_who_was_only_fined(fined: Prisoner, client: Client) -> None:
    assert kept_standing(fined) == Standing.NOT_HELD
    page = unescape(client.get("/en/prisoners/yerlan-example/").content.decode())
    assert "not held; no custody is recorded" in page
    assert "<dt>Sentence</dt>" in page and "500,000" in page
    answer = client.get("/api/v1/prisoners/yerlan-example/").json()["chain"]
    assert (answer["status"]["value"], answer["is_held"]) == ("not_held", False)
    assert client.get("/api/v1/prisoners/?status=not_held").json()["count"] == 1
    assert client.get("/api/v1/prisoners/?held=false").json()["count"] == 1
    assert client.get("/api/v1/prisoners/?status=unknown").json()["count"] == 0
    tables = client.get("/api/v1/statistics/").json()
    assert "not_held" in str(tables)


@pytest.mark.django_db
def test_what_became_of_a_charge_does_not_hide_when_it_was_brought(charged: Charge) -> None:
    Charge.internal.filter(pk=charged.pk).update(status=ChargeStatus.CONVICTED)
    from_page = facts_of(charged.prisoner, charged.created_at).for_the_chain().accusations
    from_desk = rows_of_all([charged.prisoner_id])[charged.prisoner_id].accusations
    assert [one.first_told for one in from_page] == [one.first_told for one in from_desk] == [parse("2020-02-01")]
