"""What stands for a row at the desk says its date in words, in the language of whoever reads it."""

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from prisoners.models import ChargeStep, Detention, Event, Hearing, Sanction, Variant
from prisoners.services import detentions
from tests.prisoners import make
from tests.prisoners.test_admin import at_desk, url

TITLES = (
    (ChargeStep(status="pending", since_on="2018-12"), "pending, in December 2018"),
    (Hearing(kind="verdict", held_on="2019-07-17"), "verdict, 17 July 2019"),
    (Sanction(kind="prison", imposed_on="2019"), "imprisonment, in 2019"),
    (Sanction(kind="prison"), "imprisonment"),
    (Detention(kind="serving", started_on="../2019-07-17"), "serving a sentence, before 18 July 2019"),
    (Event(kind="arrest", happened_on="2019-07"), "arrest, in July 2019"),
    (Variant(reported_on="2019-07", text="Seven years"), "in July 2019 Seven years"),
)


@pytest.mark.parametrize(("row", "title"), TITLES, ids=[f"{type(row).__name__}-{title}" for row, title in TITLES])
def test_title_says_the_date_in_words(row: Any, title: str) -> None:
    with override("en"):
        assert str(row) == title


def test_title_is_in_the_language_of_the_reader() -> None:
    with override("ru"):
        assert str(Hearing(kind="verdict", held_on="2019-07-17")) == "приговор, 17 июля 2019 года"


@pytest.mark.django_db
def test_history_at_the_desk_says_dates_and_closed_lists_in_words() -> None:
    prisoner = make.a_prisoner()
    row = detentions.detain(prisoner, kind="pretrial", started_on="2019-04")
    row.kind, row.started_on = "serving", "2019-04-03"
    detentions.keep(row)
    alice: Client = at_desk(make.alice())
    text = alice.get(url(row, "history")).content.decode()
    assert "<del>in April 2019</del> → <ins>3 April 2019</ins>" in text
    assert "<del>in pre-trial detention</del> → <ins>serving a sentence</ins>" in text
