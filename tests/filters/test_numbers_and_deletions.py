"""Somebody who deletes people keeps nobody else from the numbers, however long it takes."""

from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from django.db import connection, transaction

from prisoners.choices import PublicationState
from prisoners.models import Prisoner, SpanDue, TraitTotal, Turn
from prisoners.services import spans
from tests.filters.test_kept_numbers import somebody
from tests.kept_numbers import counted_afresh, kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def beside() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Do something over a second connection, which is given up when it has waited for another for two seconds."""

    def do(what: Callable[[], None]) -> None:
        failed: list[Exception] = []

        def in_a_thread() -> None:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SET lock_timeout = '2s'")
                what()
            except Exception as error:  # noqa: BLE001 - whatever it is, the test raises it
                failed.append(error)
            finally:
                connection.close()

        other = Thread(target=in_a_thread)
        other.start()
        other.join()
        for error in failed:
            raise error

    yield do
    spans.settle_all()
    assert kept() == counted_afresh()


def _withdraw_the_other() -> None:
    Prisoner.internal.filter(slug="other").update(state=PublicationState.WITHDRAWN)
    spans.settle()
    assert not SpanDue.objects.exists()
    spans.settle_all()


def test_numbers_do_not_wait_for_a_deletion_that_is_not_over(beside: Callable[[Callable[[], None]], None]) -> None:
    one = somebody(slug="one")
    somebody(slug="other")
    spans.settle_all()
    with transaction.atomic():
        one.delete()
        beside(_withdraw_the_other)
    assert Prisoner.internal.count() == 1


def test_numbers_that_are_counted_anew_meanwhile_are_true_after_it(
    beside: Callable[[Callable[[], None]], None],
) -> None:
    one = somebody(slug="one")
    somebody(slug="other")
    spans.settle_all()
    with transaction.atomic():
        one.delete()
        beside(spans.recount)
    assert kept() == counted_afresh()


def test_what_writings_add_is_one_row_again_when_the_clock_has_come() -> None:
    for slug in ("one", "other", "third"):
        somebody(slug=slug)
        spans.settle()
    Prisoner.internal.get(slug="one").delete()
    keys = [("day", "status", "held", "may_be_held"), ("kind", "value")]
    several = [len(set(model.objects.values_list(*by))) for model, by in zip((Turn, TraitTotal), keys, strict=True)]
    assert Turn.objects.count() > several[0]
    before = kept()
    spans.settle_all()
    assert kept() == before == counted_afresh()
    for model, by in zip((Turn, TraitTotal), keys, strict=True):
        assert model.objects.count() == len(set(model.objects.values_list(*by)))
        assert not model.objects.filter(people=0).exists()
