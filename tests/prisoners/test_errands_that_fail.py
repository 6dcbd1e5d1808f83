"""A worker that cannot look at a long file: the page says why, and no log says what is in it."""

from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.test import Client

from prisoners import import_errands
from prisoners.choices import ErrandState
from prisoners.import_errands import run_next
from prisoners.models import Errand
from prisoners.services import errands
from tests.prisoners.long_files import hand_over, page_of, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("few_are_long")]


def test_worker_that_never_comes_to_an_end_is_told_on_the_page(alice: Client) -> None:
    address = hand_over(alice, people())
    Errand.internal.update(tries=errands.MOST_TRIES)
    run_next()
    page = page_of(alice, address)
    assert "never came to an end" in page
    assert 'value="look"' in page


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "more memory"),
        (SoftTimeLimitExceeded(), "after 15 minutes"),
    ],
    ids=["memory", "time"],
)
def test_fault_of_a_look_is_told_in_a_sentence(
    alice: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    address = hand_over(alice, people())

    def failing(*_args: Any, **_named: Any) -> None:
        raise error

    monkeypatch.setattr("prisoners.import_look.outline", failing)
    run_next()
    page = page_of(alice, address)
    assert said in page
    assert "errornote" in page


def test_unforeseen_fault_is_tried_again_then_told_and_its_words_are_in_no_log(
    alice: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    address = hand_over(alice, people())

    def failing(*_args: Any, **_named: Any) -> None:
        raise RuntimeError("Yerlan Example")

    monkeypatch.setattr("prisoners.import_look.outline", failing)
    for _number in range(errands.MOST_TRIES):
        run_next()
        assert Errand.internal.get().state == ErrandState.ASKED
    run_next()
    assert "never came to an end" in page_of(alice, address)
    assert all("Yerlan" not in record.getMessage() for record in caplog.records)


def test_what_takes_too_much_memory_is_refused_and_the_worker_lives_on(
    alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = hand_over(alice, people())
    monkeypatch.setattr(import_errands, "MOST_MEMORY", 50_000_000)
    monkeypatch.setattr("prisoners.import_look.outline", lambda *_args: bytearray(200_000_000))
    run_next()
    assert "more memory than one import may have" in page_of(alice, address)
    assert len(bytearray(200_000_000)) == 200_000_000
