"""Who died in custody: only where the death lies within custody that is recorded."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from prisoners.chain import Rows, state_of
from prisoners.choices import CustodyEnd, CustodyKind, EventKind, SanctionEnd, SanctionKind
from prisoners.models import Detention, Event, Sanction
from prisoners.spans import spans_on
from prisoners.standing import Standing
from tests import factories

DAY = date(2026, 6, 1)


def stretch(**fields: Any) -> Detention:
    return Detention(**{"kind": CustodyKind.PRETRIAL, "started_on": "2020-02-01", **fields})


def death(day: str) -> Event:
    return Event(kind=EventKind.DEATH, happened_on=day)


def standing(rows: Rows, day: date = DAY) -> str:
    state = state_of(rows, day)
    assert state.is_held is False
    assert state.shape == "died"
    return state.status


@pytest.mark.parametrize(
    ("custody", "died_on", "expected"),
    [
        ({"ended_on": "2020-03-01", "ended_by": CustodyEnd.DIED}, "2020-03-01", Standing.DIED_IN_CUSTODY),
        ({"ended_on": "2020-03-02"}, "2020-03-01", Standing.DIED_IN_CUSTODY),
        ({"ended_on": "2020-03-02"}, "2020-03", Standing.DIED),
        ({"ended_on": "2020-03-01", "ended_by": CustodyEnd.RELEASED}, "2020-03-01", Standing.DIED),
        ({"ended_on": "2020-03-01", "ended_by": CustodyEnd.RELEASED}, "2021-03-01", Standing.DIED),
        ({"started_on": "2020-02"}, "2020-02-10", Standing.DIED),
        ({}, "2020-12-01", Standing.DIED_IN_CUSTODY),
        ({}, "2024-12-01", Standing.DIED),
    ],
    ids=["by its end", "within", "maybe after", "on the day of release", "after", "maybe before", "open", "long open"],
)
def test_a_death_is_one_in_custody_where_it_lies_within_it_in_every_reading(
    custody: dict[str, str], died_on: str, expected: str
) -> None:
    assert standing(Rows(detentions=(stretch(**custody),), events=(death(died_on),))) == expected


def test_custody_without_an_end_lasts_as_long_as_its_term() -> None:
    term = Sanction(kind=SanctionKind.PRISON, imposed_on="2020-02-01", years=5)
    for day, expected in (("2024-12-01", Standing.DIED_IN_CUSTODY), ("2025-12-01", Standing.DIED)):
        held = stretch(kind=CustodyKind.SERVING)
        assert standing(Rows(sanctions=(term,), detentions=(held,), events=(death(day),))) == expected


def test_a_sentence_that_ended_by_death_is_no_custody_by_itself() -> None:
    term = Sanction(kind=SanctionKind.PRISON, imposed_on="2020-02-01", years=5)
    term.ended_on, term.ended_by = "2021-02-01", SanctionEnd.DEATH
    assert standing(Rows(sanctions=(term,))) == Standing.DIED


@pytest.mark.django_db
def test_filter_api_and_page_say_it(client: Client) -> None:
    prisoner = factories.PrisonerFactory(slug="somebody")
    factories.DetentionFactory(
        prisoner=prisoner, started_on="2020-02-01", ended_on="2020-03-01", ended_by=CustodyEnd.DIED
    )
    assert spans_on(DAY).get(prisoner=prisoner).status == Standing.DIED_IN_CUSTODY
    assert client.get("/api/v1/prisoners/?status=died_in_custody").json()["count"] == 1
    assert client.get("/api/v1/prisoners/?status=died").json()["count"] == 0
    for language, words in (("en", "died in custody"), ("ru", "смерть под стражей"), ("kk", "қамауда қайтыс болған")):
        assert words in client.get(f"/{language}/prisoners/somebody/").content.decode()
    assert b"status=died_in_custody" in client.get("/en/statistics/").content
