"""Long imports that a worker takes back."""

import pytest
from django.test import Client

from prisoners.choices import ErrandState
from prisoners.import_errands import run_next
from prisoners.models import Batch, Errand, Prisoner, Sanction
from tests.prisoners.long_files import ROWS, page_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("few_are_long")]


def _page_of(batch: Batch) -> str:
    return f"/staff/prisoners/batch/{batch.pk}/change/"


def test_long_import_is_taken_back_by_a_worker(alice: Client, batch: Batch) -> None:
    alice.post(_page_of(batch))
    alice.post(_page_of(batch))
    page = page_of(alice, _page_of(batch))
    assert "The import is being taken back" in page
    errand = Errand.internal.get(kind="undo")
    assert alice.get(f"/staff/prisoners/batch/check/{errand.upload}/progress.json").json()["goes_on"] is True
    run_next()
    assert not Prisoner.internal.exists()
    batch.refresh_from_db()
    assert batch.taken_back_by == batch.imported_by
    assert "Take back the whole import" not in page_of(alice, _page_of(batch))


def test_long_import_is_not_taken_back_when_somebody_edited_since_and_says_so(alice: Client, batch: Batch) -> None:
    Sanction.internal.all()[0].save()
    alice.post(_page_of(batch))
    run_next()
    page = page_of(alice, _page_of(batch))
    assert "changed after the import" in page
    assert "Take back the whole import" in page
    assert Prisoner.internal.count() == ROWS


def test_taking_back_that_was_stopped_leaves_the_import(alice: Client, batch: Batch) -> None:
    alice.post(_page_of(batch))
    alice.post(_page_of(batch), {"do": "stop"})
    run_next()
    assert "The import stands as before" in page_of(alice, _page_of(batch))
    assert Prisoner.internal.count() == ROWS


def test_taking_back_is_stopped_on_the_page_of_the_import_alone(alice: Client, batch: Batch) -> None:
    alice.post(_page_of(batch))
    errand = Errand.internal.get(kind="undo")
    alice.post(f"/staff/prisoners/batch/check/{errand.upload}/", {"do": "forget"})
    assert Errand.internal.get(kind="undo").state == ErrandState.ASKED
